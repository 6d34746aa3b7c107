"""The reading room: pages over ledgers, served to one person on this machine."""
