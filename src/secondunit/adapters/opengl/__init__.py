"""Frames seen by OpenGL instead of rays: on a graphics card, or on a processor by Mesa."""
