"""How Sphinx builds these pages."""

from sayso._version import __version__

project = "Sayso"
copyright = "The Sayso authors"  # noqa: A001 (Sphinx's name)
release = __version__
extensions = ["myst_parser"]
myst_heading_anchors = 3
exclude_patterns = ["_build"]
html_theme = "furo"
html_title = f"Sayso {release}"
html_show_sphinx = False
