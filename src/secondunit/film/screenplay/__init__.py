"""The script: its lines, scenes and page lengths, and what a revision changes."""
