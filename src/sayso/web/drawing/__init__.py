"""Pictures as inline SVG; each page that shows one has the same in words beside it."""
