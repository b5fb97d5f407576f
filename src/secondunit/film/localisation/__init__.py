"""What is said, when, and how it reads on screen."""
