"""What dailies need of the world: what was asked for, what came, and pictures of the difference."""
