"""What is read of a frame of a take, against what was asked of it: numbers, no judgement."""
