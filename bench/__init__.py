"""How well and how fast Sayso reads; nothing of this is imported by the package."""
