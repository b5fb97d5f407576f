"""Word processor files: their parts read and written."""
