"""Is one call allowed? Facts from the register, put to the rules, twice."""
