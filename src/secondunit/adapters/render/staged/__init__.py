"""A shot on its stage at each of its moments."""
