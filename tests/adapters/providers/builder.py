"""Boards made by hand for the tests of providers."""

from __future__ import annotations

import io
from dataclasses import dataclass

from PIL import Image

from secondunit.core.ids import Digest, digest_bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Board:
    """A plain picture: its bytes, their digest, its colour."""

    data: bytes
    digest: Digest
    colour: tuple[int, int, int]


def board(size: tuple[int, int], colour: tuple[int, int, int] = (60, 140, 90)) -> Board:
    out = io.BytesIO()
    Image.new("RGB", size, colour).save(out, "PNG")
    return Board(data=out.getvalue(), digest=digest_bytes(out.getvalue()), colour=colour)
