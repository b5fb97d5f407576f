"""What a take is worth: each aspect of it against what its shot asked for, with the evidence."""
