"""The forms that times take in English, a file a family."""
