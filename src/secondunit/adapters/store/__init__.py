"""Where bytes are kept, named by their hash."""
