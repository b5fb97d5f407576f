"""Control passes of a shot: what can be asked for, of which frames, and under which names.

A pass says one thing of every pixel of a frame (how far, which way it faces, whose it is), or of
its camera or its people, so that a generator or a compositor can be held to the shot.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from secondunit.core.errors import InputError
from secondunit.core.ids import Digest, ShotId
from secondunit.core.timecode import Frames, Rate
from secondunit.film.shots.model import Figure, PanelRequest


class PassKind(StrEnum):
    """What a pass holds; ``board`` is the frame as the storyboard draws it, without arrows."""

    BOARD = "board"
    BEAUTY = "beauty"
    INK = "ink"
    DEPTH = "depth"
    NORMALS = "normals"
    IDS = "ids"
    CRYPTOMATTE = "cryptomatte"
    POSE = "pose"
    EDGES = "edges"
    FLOW = "flow"
    CAMERA = "camera"


@dataclass(frozen=True, slots=True, kw_only=True)
class PassRequest:
    """Passes of some frames of a shot; holds no script text.

    Args:
        panel: The shot as a renderer sees it.
        duration: Frames of the whole shot.
        rate: Its frame rate.
        first: First frame asked for, from 0.
        last: Last frame asked for.
        kinds: What is asked for.
        labels: What each of ``panel.figures`` is called in masks, manifests and file names.
    """

    panel: PanelRequest
    duration: Frames
    rate: Rate
    first: int
    last: int
    kinds: tuple[PassKind, ...]
    labels: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ControlPass:
    """One written pass.

    Args:
        shot: The shot.
        kind: What it holds.
        name: File name: shot, frame, kind (and whose mask it is).
        frame: The frame, from 0; None for a file of the whole range.
        media_type: IANA media type.
        digest: SHA-256 of the file.
        byte_count: Its length.
        maker: Version of what made it.
    """

    shot: ShotId
    kind: PassKind
    name: str
    frame: int | None
    media_type: str
    digest: Digest
    byte_count: int
    maker: str


def read_kinds(text: str) -> tuple[PassKind, ...]:
    """Kinds by name, in their own order, each once; ``all`` or nothing for every kind.

    Raises:
        InputError: A name is none of them.

    >>> [kind.value for kind in read_kinds("ids, depth")]
    ['depth', 'ids']
    """
    asked = [word.strip().casefold() for word in text.split(",") if word.strip()]
    if not asked or "all" in asked:
        return tuple(PassKind)
    unknown = [word for word in asked if word not in set(PassKind)]
    if unknown:
        raise InputError(
            f"“{unknown[0]}” is no pass",
            remedy=f"Use {', '.join(kind.value for kind in PassKind)}, or all.",
        )
    return tuple(kind for kind in PassKind if kind.value in asked)


def read_frames(text: str, duration: int) -> tuple[int, int]:
    """First and last frame of a range: ``12``, ``0-23``, ``all``.

    Args:
        text: The range; "" for the first frame.
        duration: Frames of the shot.

    Raises:
        InputError: It is no range, runs backwards, or leaves the shot.

    >>> read_frames("0-23", 48), read_frames("all", 48), read_frames("", 48)
    ((0, 23), (0, 47), (0, 0))
    """
    if text.strip().casefold() == "all":
        return 0, max(duration - 1, 0)
    found = re.fullmatch(r"\s*(\d{1,9})(?:\s*-\s*(\d{1,9}))?\s*", text or "0")
    if found is None:
        raise InputError(f"“{text}” is no frame range", remedy="Use 12, 0-23 or all.")
    first = int(found[1])
    last = int(found[2] or found[1])
    if last < first:
        raise InputError(f"frames {text} run backwards", remedy=f"Use {last}-{first}.")
    if last >= duration:
        raise InputError(
            f"there is no frame {last}: the shot has {duration}",
            remedy=f"Frames are counted from 0; use 0-{duration - 1}, or all.",
        )
    return first, last


def figure_labels(
    cast: Sequence[Figure], seen: Sequence[Figure], *, names: bool
) -> tuple[str, ...]:
    """What figures are called in pictures: ``figure-01``, the same in every shot.

    Args:
        cast: Every figure of the production, in its order.
        seen: Those of the shot.
        names: True where the production's policy allows names in pictures.

    >>> figure_labels((), (), names=False)
    ()
    """
    numbers = {figure.name: place for place, figure in enumerate(cast, start=1)}
    return tuple(
        _plain(figure.name, numbers.get(figure.name, 0))
        if names
        else f"figure-{numbers.get(figure.name, 0):02d}"
        for figure in seen
    )


def _plain(name: str, number: int) -> str:
    """A name that any file system and compositor takes; its number keeps two like names apart."""
    words = re.sub(r"[^a-z0-9]+", "-", name.casefold()).strip("-")
    return f"{number:02d}-{words}" if words else f"figure-{number:02d}"
