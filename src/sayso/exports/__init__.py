"""Readings to text and bytes: one file an output."""
