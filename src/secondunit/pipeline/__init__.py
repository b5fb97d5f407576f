"""Load inputs, run a stage, keep the proposal, take the decision, commit facts."""
