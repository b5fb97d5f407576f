"""From a problem to its board: where to begin, how to improve, what to do when days are lost."""
