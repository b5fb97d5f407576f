"""Figures as meshes: bodies, heads, animals, what they hold."""
