"""The families of rules that the independent checker holds a board against."""
