"""Plain text without markup, labelled row by row."""
