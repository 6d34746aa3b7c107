"""Many articles, read in several processes, in order, so that a run that is killed can go on."""
