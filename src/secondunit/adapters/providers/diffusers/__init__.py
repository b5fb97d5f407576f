"""Pipelines of the diffusers library, in this process, from weights the user has; never fetched.

Tried with a tiny pipeline of random weights made on the spot: its control inputs reach the model.
"""

from secondunit.adapters.providers.diffusers.provider import PROVIDER, make_provider

__all__ = ["PROVIDER", "make_provider"]
