"""Places named in a text: what may be a name, whether it is one, which place it stands for, how precisely."""
