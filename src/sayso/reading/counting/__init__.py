"""The parts of reading a quantity: the number, what leaves it open, what it counts, and as of when."""
