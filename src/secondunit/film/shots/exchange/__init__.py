"""Shot lists as tables: written for people, read back as their decisions."""
