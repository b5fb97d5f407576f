"""Which scene is shot on which day, and why that is the cheapest lawful order."""
