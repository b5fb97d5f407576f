"""Screen direction: who goes right goes right in the next shot, until something turns them.

Source: design page on previs, section 5: sign of the projected velocity across the cut; an exit
on the right is an entrance on the left.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from secondunit.core.finding import Finding, Severity
from secondunit.film.shots.camera.geometry import minus
from secondunit.film.shots.camera.setup import ON_AXIS
from secondunit.film.shots.continuity.moments import first_mark, is_of_the_scene, travel
from secondunit.film.shots.model import Camera, ShotSpec, Vector

TURNED = 60.0
"""Degrees by which a way must turn between two shots to be another way."""


@dataclass(frozen=True, slots=True)
class _Way:
    """A figure's way in the shot that showed it last: screen sign, and where it went."""

    sign: int
    shot: str
    run: Vector


def screen_way(run: Vector, key: Camera) -> int:
    """Which way a run goes on screen: 1 right, -1 left, 0 towards or away from the camera."""
    forward = minus(key.target, key.eye)
    reach, length = math.hypot(forward[0], forward[2]), math.hypot(run[0], run[2])
    if reach < 1e-6 or length < 1e-6:
        return 0
    sine = (forward[0] * run[2] - forward[2] * run[0]) / (reach * length)
    return 0 if abs(sine) < ON_AXIS else 1 if sine > 0 else -1


def check_direction(shots: Sequence[ShotSpec]) -> Iterator[Finding]:
    """A warning for each cut after which somebody goes the other way on screen.

    A shot towards or away from the camera, a shot without the figure, or a way that turns on the
    floor is a lawful reset.

    Args:
        shots: Shots of one scene in the order of the cut.
    """
    known: dict[str, _Way] = {}
    for shot in shots:
        if not is_of_the_scene(shot):
            known.clear()
            continue
        seen: dict[str, _Way] = {}
        for name in shot.subjects:
            mark = first_mark(shot, name)
            run = travel(mark) if mark is not None else None
            if run is None:
                continue
            way = _Way(screen_way(run, shot.camera[0]), shot.number, run)
            before = known.get(name)
            if before is not None and way.sign * before.sign < 0 and not _turns(before.run, run):
                yield _reversed(shot, name, before, way)
            seen[name] = way
        known = seen


def _turns(first: Vector, second: Vector) -> bool:
    lengths = math.hypot(first[0], first[2]) * math.hypot(second[0], second[2])
    cosine = (first[0] * second[0] + first[2] * second[2]) / max(lengths, 1e-9)
    return cosine < math.cos(math.radians(TURNED))


def _reversed(shot: ShotSpec, name: str, before: _Way, now: _Way) -> Finding:
    ways = {1: "right", -1: "left"}
    return Finding(
        severity=Severity.WARNING,
        rule="shots.screen-direction",
        where=f"shot {shot.number}",
        message=(
            f"{name} goes {ways[now.sign]} on screen, having gone {ways[before.sign]} in "
            f"{before.shot}"
        ),
        remedy="Keep the camera on the same side of the way, or cut in a shot along it.",
    )
