"""What binds a board: the clock, places on earth, work rules, and a production's own word."""
