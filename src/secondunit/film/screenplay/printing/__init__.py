"""Scripts made ready to be printed."""
