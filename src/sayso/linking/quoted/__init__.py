"""What comparing quotations rests on: their words, laid side by side, and what is telling in them."""
