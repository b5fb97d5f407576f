"""The hours of a shooting day: sun, call, meal, wrap."""
