"""Amazon Bedrock: models that answer at once, and models that write into a bucket.

Tried only against our own reading of AWS's documents, on a peer on loopback; never against Bedrock.
"""

from secondunit.adapters.providers.bedrock.provider import PROVIDER, make_provider

__all__ = ["PROVIDER", "make_provider"]
