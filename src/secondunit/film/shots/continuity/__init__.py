"""What must hold from shot to shot."""
