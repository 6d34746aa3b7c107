"""Hand-kept lists that the readers look things up in; each row says where it comes from."""
