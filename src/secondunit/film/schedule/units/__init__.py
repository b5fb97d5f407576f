"""Units beside the main one: what each has of the problem, and how they bind each other."""
