"""Dailies: takes listed, scored, laid on a sheet and picked."""
