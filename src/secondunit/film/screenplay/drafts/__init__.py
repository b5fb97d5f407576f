"""One draft after another: what is the same, what moved, what changed."""
