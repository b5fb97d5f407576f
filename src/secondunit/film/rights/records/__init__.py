"""What production counsel keeps: people, papers, and the register they add up to."""
