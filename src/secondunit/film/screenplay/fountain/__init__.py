"""Fountain, read and written."""
