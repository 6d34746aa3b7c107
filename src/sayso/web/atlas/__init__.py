"""Outlines of the countries, for maps: Natural Earth's, thinned by `training/outlines.py`."""
