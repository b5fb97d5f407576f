"""Who plays whom: a character by age, one performer for each, and roles without a name."""
