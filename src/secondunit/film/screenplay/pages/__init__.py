"""Pages: typed lines, where they break, how long scenes are."""
