"""What `bench/across.py` measures, layer by layer."""
