"""What the pipeline needs from outside, in our words. Protocols only."""
