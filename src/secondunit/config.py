"""Settings: read once, by bootstrap alone."""
