"""Incentives as small dated programs."""
