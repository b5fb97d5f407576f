"""The departments, in the order of the work. Pure: no I/O, clock, hidden randomness or logging."""
