"""The camera: framing by landmarks, lines of sight, moves."""
