"""Scenes of triangles and the rays cast into them."""
