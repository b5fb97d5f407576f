"""What each scene needs, found in the words of the script."""
