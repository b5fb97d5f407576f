"""What it costs, driven by the schedule."""
