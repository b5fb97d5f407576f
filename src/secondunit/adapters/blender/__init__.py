"""Blender, started as a program of its own, renders a frame of a shot."""
