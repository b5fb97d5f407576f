"""Second Unit: an open AI production studio for film and series."""

__version__ = "0.1.0"
