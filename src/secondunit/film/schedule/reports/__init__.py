"""The sheets of the schedule: what a 1st AD hands out, each made from the board alone."""
