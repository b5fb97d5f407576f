"""What judging dailies needs: what was asked for, what came, and pictures of the difference."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from secondunit.film.generation.scoring.expected import (
    Expectation,
    ExpectedFrame,
    ExpectRequest,
    Footage,
    Picture,
    Shown,
)
from secondunit.film.generation.scoring.model import Score


class Expecter(Protocol):
    """Renders what a shot should look like. The same request gives the same numbers."""

    version: str

    def expect(self, request: ExpectRequest) -> Expectation:
        """The shot at the frames asked for.

        Raises:
            InputError: The frame, the lens or the aspect is impossible.
        """


class Projector(Protocol):
    """Reads takes."""

    def project(self, data: bytes, media_type: str, asked: Expectation) -> Footage:
        """A take at the frames of an expectation, in its open window.

        Raises:
            InputError: It is no clip and no picture that can be read.
        """

    def still(self, data: bytes, media_type: str) -> bytes | None:
        """The picture in the middle of a take as JPEG; None where it cannot be read."""

    def look_at(self, data: bytes, media_type: str) -> Picture:
        """One picture of a clip or a still, small, to hold others against.

        Raises:
            InputError: It is no clip and no picture that can be read.
        """


class Artist(Protocol):
    """Draws the evidence of scores."""

    version: str

    def overlay(self, score: Score, asked: ExpectedFrame, shown: Shown) -> bytes:
        """A PNG of the frame with what was expected and what came marked on it."""

    def strip(self, pictures: Sequence[Picture]) -> bytes:
        """A PNG of pictures side by side."""


class Embedder(Protocol):
    """Tells faces apart: a model that a user supplied, with its hash and licence."""

    version: str
    threshold: float

    def embed(self, picture: Picture) -> Sequence[float]:
        """The place of a face among faces, unit length.

        Args:
            picture: ``(h, w, 3)`` sRGB of one head, any size.
        """


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetTake:
    """One take on a contact sheet.

    Args:
        slate: Shot number and take.
        headline: ``as ordered 87 %``, ``wrong length``, ``being made`` ...
        facts: Provider, rung, cost, length; in a few words.
        pick: ``PICKED by Kim Oduya (director)``, ``proposed``, or "".
        hard: True when a hard fault keeps it from being proposed.
        picture: JPEG or PNG of the take, or None.
        scores: What was found.
        overlays: PNGs of evidence with what each shows, worst first.
        note: Why there is no picture, or what nobody has looked at.
    """

    slate: str
    headline: str
    facts: str
    pick: str
    hard: bool
    picture: bytes | None
    scores: tuple[Score, ...]
    overlays: tuple[tuple[str, bytes], ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetShot:
    """The takes of one shot.

    Args:
        number: Of the shot.
        asked: What was asked for: size, lens, move, length, who; no script text.
        board: Its panel as PNG, or None.
        takes: Best first, none left out.
    """

    number: str
    asked: str
    board: bytes | None
    takes: tuple[SheetTake, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TakeSheet:
    """A contact sheet of dailies.

    Args:
        title: Of the production.
        status: ``PROPOSED · 12 decisions open`` or who approved it; on every page.
        shots: In the order of the list.
        watermark: Printed large and pale across every page, or "".
    """

    title: str
    status: str
    shots: tuple[SheetShot, ...]
    watermark: str = ""
