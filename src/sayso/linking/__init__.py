"""Rows laid over readings: what the claims of many articles do to one another."""
