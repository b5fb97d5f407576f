"""The cast as previs knows it: who plays, and as what figure."""
