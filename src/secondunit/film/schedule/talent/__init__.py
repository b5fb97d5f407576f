"""Talent scheduling: the order of scenes that keeps the cast waiting least."""
