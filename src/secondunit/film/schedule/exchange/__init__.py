"""A breakdown and its boards as they travel between programs."""
