"""``secondunit rights``: who owns what, what they agreed to, and what may leave."""
