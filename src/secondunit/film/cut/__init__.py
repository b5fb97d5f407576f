"""The picture: clips in order, on exact frames."""
