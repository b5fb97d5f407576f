"""The package that leaves, and what must be true before it may."""
