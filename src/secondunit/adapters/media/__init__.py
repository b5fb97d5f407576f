"""Encoding and probing of moving pictures."""
