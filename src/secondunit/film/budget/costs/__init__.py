"""What has been spent, and what it will come to."""
