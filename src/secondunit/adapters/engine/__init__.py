"""The durable engine: DBOS Transact, and what its open part lacks: slots, leases, pace, reaping."""
