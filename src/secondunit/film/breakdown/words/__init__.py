"""Reading the words of one line: which are elements, of what category, and why."""
