"""Orders to providers and the takes that come back."""
