"""Times: from words to calendar values, by rules alone."""
