"""Scenes as glTF: written for other programs, and designers' models read."""
