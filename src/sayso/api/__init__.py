"""What Python programs call: one article read, one ledger held open."""
