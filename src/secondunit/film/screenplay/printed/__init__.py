"""Printed scripts, read from where their letters stand."""
