"""Events: what happened, found in the words of one claim at a time."""
