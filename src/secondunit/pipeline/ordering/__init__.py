"""Ordering takes: what they cost and may, before a named person has them made."""
