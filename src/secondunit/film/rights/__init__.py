"""May we? Who owns what, and what may leave the building."""
