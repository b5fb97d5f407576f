"""Light: the key with its shadow, ambient light, tone."""
