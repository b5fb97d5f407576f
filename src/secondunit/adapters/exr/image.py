"""Channels as the bytes of an OpenEXR file, lossless (ZIP), with no word more than is needed."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Mapping
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from secondunit.core.errors import InputError, StoreError

MEDIA_TYPE = "image/x-exr"
Plane = NDArray[np.float32] | NDArray[np.float16]


def write_exr(channels: Mapping[str, Plane], header: Mapping[str, str] | None = None) -> bytes:
    """One image of named channels.

    Args:
        channels: ``(h, w)`` each, float32 or float16, by name (``Z``, ``N.X``).
        header: Attributes of text, by name.

    Raises:
        InputError: There are no channels, or they differ in size.
        StoreError: The temporary folder cannot be written.
    """
    import OpenEXR

    shapes = {plane.shape for plane in channels.values()}
    if len(shapes) != 1 or any(len(shape) != 2 for shape in shapes):
        raise InputError(
            f"an EXR needs channels of one size, not of {len(shapes)}",
            remedy="Give every channel as rows of pixels of the same frame.",
        )
    about = {
        "compression": OpenEXR.ZIP_COMPRESSION,
        "type": OpenEXR.scanlineimage,
        **(header or {}),
    }
    planes = {name: np.ascontiguousarray(plane) for name, plane in channels.items()}
    try:
        handle, name = tempfile.mkstemp(suffix=".exr")
        os.close(handle)
        try:
            OpenEXR.File(about, planes).write(name)
            return Path(name).read_bytes()
        finally:
            Path(name).unlink()
    except OSError as error:
        raise StoreError(
            f"an EXR cannot be written: {error.strerror}",
            remedy="Free some room in the temporary folder.",
        ) from error
