"""From a strip order to lawful days and their price: the problem as arrays, and back."""
