"""Detail lines: what each is reckoned from, and who earns it."""
