"""The 180-degree rule: between two people the camera keeps to one side, until it is reset.

Source: design page on previs, section 5: sign of (B - A) x (camera - A) constant for each axis,
one axis for each pair of three and more; reset by a shot on the axis, a camera that is seen to
move across, new marks, or a cutaway.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from secondunit.core.finding import Finding, Severity
from secondunit.film.shots.camera.body import person_at
from secondunit.film.shots.camera.geometry import side_of
from secondunit.film.shots.camera.path import mark_at
from secondunit.film.shots.camera.setup import ON_AXIS, Pair
from secondunit.film.shots.continuity.moments import first_mark, is_of_the_scene
from secondunit.film.shots.model import Framing, ShotSpec, Vector

REBLOCKED = 0.5
"""Metres a figure must have moved between two shots for its lines to be drawn anew."""

OWN_EYES = 0.6
"""Metres from a face within which a point of view is taken from it."""


@dataclass(slots=True)
class _Line:
    """What is known of a pair's line: its side, and where the two stood when it was left."""

    side: float
    shot: str
    at: tuple[Vector, Vector]
    open: bool = False


def axis_pairs(shot: ShotSpec) -> Iterator[Pair]:
    """Pairs whose line a shot shows: subjects among themselves, and a single's eyeline."""
    if not is_of_the_scene(shot):
        return
    present = {mark.figure for mark in shot.marks}
    names = [name for name in shot.subjects if name in present]
    if len(names) == 1:
        only = first_mark(shot, names[0])
        gaze = only.gaze if only is not None else ""
        names += [gaze] if gaze in present and gaze != names[0] else []
    yield from combinations(sorted(set(names)), 2)


def check_lines(shots: Sequence[ShotSpec]) -> Iterator[Finding]:
    """An error for every cut that crosses a line that nothing has reset.

    Args:
        shots: Shots of one scene in the order of the cut.
    """
    known: dict[Pair, _Line] = {}
    for shot in shots:
        pairs = list(axis_pairs(shot))
        _reset(shot, known)
        for pair in pairs:
            at, then = _stand(shot, pair)
            start, end = side_of(shot.camera[0].eye, *at), side_of(shot.camera[-1].eye, *then)
            line = known.get(pair)
            held = line is not None and not line.open and _stands(line, at)
            if line is not None and held and abs(start) >= ON_AXIS and start * line.side < 0:
                yield _crossed(shot, pair, line.shot)
            side = end if abs(end) >= ON_AXIS or line is None else line.side
            known[pair] = _Line(side=side, shot=shot.number, at=then, open=abs(end) < ON_AXIS)


def _stand(shot: ShotSpec, pair: Pair) -> tuple[tuple[Vector, Vector], tuple[Vector, Vector]]:
    marks = [mark for name in pair if (mark := first_mark(shot, name)) is not None]
    first, last = [person_at(m) for m in marks], [person_at(mark_at(m, 1.0)) for m in marks]
    return (first[0], first[1]), (last[0], last[1])


def _stands(line: _Line, at: tuple[Vector, Vector]) -> bool:
    """True when both are where the line was left: nobody was moved between the shots."""
    return all(math.dist(was, now) <= REBLOCKED for was, now in zip(line.at, at, strict=True))


def _reset(shot: ShotSpec, known: dict[Pair, _Line]) -> None:
    """A shot of neither of the two, or through the eyes of one, frees the next camera."""
    if is_of_the_scene(shot) and any(True for _ in axis_pairs(shot)):
        return
    for pair, line in known.items():
        if not set(pair) & set(shot.subjects) or _through_eyes(shot, pair):
            line.open = True


def _through_eyes(shot: ShotSpec, pair: Pair) -> bool:
    if shot.framing is not Framing.POV:
        return False
    eye = shot.camera[0].eye
    faces = [person_at(mark) for name in pair if (mark := first_mark(shot, name)) is not None]
    return any(math.hypot(eye[0] - at[0], eye[2] - at[2]) < OWN_EYES for at in faces)


def _crossed(shot: ShotSpec, pair: Pair, before: str) -> Finding:
    return Finding(
        severity=Severity.ERROR,
        rule="shots.line-crossed",
        where=f"shot {shot.number}",
        message=f"the camera crosses the line between {pair[0]} and {pair[1]} since {before}",
        remedy="Move the camera to the other side, or put a shot on the line or a cutaway between.",
    )
