"""Places of the world with their names: built by a script, looked up in files that are mapped, not loaded."""
