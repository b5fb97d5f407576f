"""Control passes of shots, from their specs alone."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Protocol

from secondunit.film.shots.passes import PassKind, PassRequest


@dataclass(frozen=True, slots=True, kw_only=True)
class MadePass:
    """The bytes of one pass.

    Args:
        kind: What it holds.
        frame: The frame, from 0; None for the whole range.
        part: Whose mask it is, or "".
        suffix: Of a file of it, with its dot.
        media_type: IANA media type.
        data: The bytes.
    """

    kind: PassKind
    frame: int | None
    part: str
    suffix: str
    media_type: str
    data: bytes


class PassMaker(Protocol):
    """Makes passes. The same request gives the same bytes, in any process."""

    version: str

    def make_passes(self, request: PassRequest) -> Iterator[MadePass]:
        """The passes, frame by frame, then what belongs to the whole range.

        Raises:
            InputError: The frame, the lens or the aspect is impossible, or no frame is asked for.
        """
