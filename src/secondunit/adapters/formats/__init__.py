"""File formats: one file each, each with one FORMAT."""
