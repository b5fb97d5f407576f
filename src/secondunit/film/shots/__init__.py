"""How it is seen: shots as typed specs, staged and framed through real lenses."""
