"""The engine under fire: a peer that charges, workers that die, and the count afterwards."""
