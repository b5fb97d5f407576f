"""ComfyUI: any graph of a server of your own, with named slots that an order fills.

Tried against a real ComfyUI without weights (make comfyui) and against a peer on loopback.
"""

from secondunit.adapters.providers.comfyui.provider import PROVIDER, make_provider

__all__ = ["PROVIDER", "make_provider"]
