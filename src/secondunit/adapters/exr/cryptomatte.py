"""Cryptomatte: whose each pixel is, with its share, as channels and a manifest.

Source: Cryptomatte specification 1.2.0 (Psyop, 2018): ids are 32-bit murmur hashes of names, moved
off the exponents of zero, infinity and no number, and kept as floats bit by bit; ranks go in pairs
of id and coverage into the layers 00, 01; the manifest stands in the header under the first seven
digits of the layer's own hash.
"""

from __future__ import annotations

import json
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from secondunit.adapters.exr.image import write_exr
from secondunit.adapters.exr.murmur import murmur3

LAYER = "CryptoObject"
_PAIRS = (("R", "G"), ("B", "A"))
"""Channels of the two ranks of a layer: id, coverage."""


def name_id(name: str) -> int:
    """The id of a name: its hash, with one bit turned where it would be no ordinary float.

    >>> f"{name_id('hello'):08x}"
    '248bfa47'
    """
    found = murmur3(name.encode("utf-8"))
    exponent = found >> 23 & 0xFF
    return found ^ (1 << 23) if exponent in {0, 255} else found


def manifest_text(names: Sequence[str]) -> str:
    """Names and their ids in eight hexadecimal digits, as JSON in the order of the names."""
    return json.dumps({name: f"{name_id(name):08x}" for name in names}, separators=(",", ":"))


def write_cryptomatte(
    ids: NDArray[np.int16],
    coverage: NDArray[np.float32],
    names: Sequence[str],
    preview: NDArray[np.uint8],
) -> bytes:
    """An EXR of one Cryptomatte layer.

    Args:
        ids: ``(4, h, w)`` places in ``names`` by rank, the largest share first; -1 for nothing.
        coverage: ``(4, h, w)`` their shares of the pixel, 0 to 1.
        names: What the places are called.
        preview: ``(h, w, 3)`` sRGB, for viewers that know no Cryptomatte.

    Raises:
        StoreError: The temporary folder cannot be written.
    """
    bits = np.array([name_id(name) for name in names] + [0], dtype=np.uint32)
    floats = bits.view(np.float32)[ids]  # -1 is the last: nothing
    key = f"cryptomatte/{murmur3(LAYER.encode()):08x}"[:19]
    light = ((np.arange(256) / 255) ** 2.2).astype(np.float16)
    channels: dict[str, NDArray[np.float32] | NDArray[np.float16]] = {
        name: light[preview[..., place]] for place, name in enumerate("RGB")
    }
    for rank in range(len(ids)):
        layer, (who, share) = rank // 2, _PAIRS[rank % 2]
        channels[f"{LAYER}{layer:02d}.{who}"] = floats[rank]
        channels[f"{LAYER}{layer:02d}.{share}"] = coverage[rank]
    header = {
        f"{key}/name": LAYER,
        f"{key}/hash": "MurmurHash3_32",
        f"{key}/conversion": "uint32_to_float32",
        f"{key}/manifest": manifest_text(names),
    }
    return write_exr(channels, header)
