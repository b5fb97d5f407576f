"""Sets from a library of simple parts."""
