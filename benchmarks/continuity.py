"""Continuity: does the line-crossing detector find what was planted, and invent nothing?

Run it with ``python -m benchmarks.continuity``.

Scenes of two to four people are made by chance, each a sequence of set-ups. Truth comes from how
they are made and is read off the picture, not off the detector's formula: two people who are
both seen keep their left-right order on screen, and one who looks at another keeps looking to
the same edge, unless the camera has crossed. A third of the scenes are kept on one side, a third
cross, and a third cross after a lawful reset.
"""

from __future__ import annotations

import math
import random
from collections import Counter
from dataclasses import dataclass, replace
from itertools import combinations

from secondunit.core.finding import Finding
from secondunit.core.ids import SceneId, ShotId
from secondunit.core.timecode import Frames, Rate
from secondunit.film.shots.continuity.check import check_continuity
from secondunit.film.shots.model import (
    Angle,
    Camera,
    Framing,
    Lens,
    Mark,
    Move,
    ShotSpec,
    Size,
    Vector,
)

SCENES = 3000
NAMES = ("ADA", "BRAM", "CLEO", "DOV")
CLEAR = 14.0
"""Degrees off a line below which no set-up is put unless it is meant to lie on it."""

RESETS = ("on the line", "move across", "new marks", "cutaway", "point of view")


@dataclass(frozen=True)
class Scene:
    """A made scene: its shots, and the shot that crosses with whose line, if any does."""

    shots: tuple[ShotSpec, ...]
    crossing: tuple[str, tuple[str, str]] | None
    kind: str


def order_on_screen(eye: Vector, first: Vector, second: Vector) -> float:
    """Sine between the directions to two people as the camera sees them: > 0, first is left."""
    a = (first[0] - eye[0], first[2] - eye[2])
    b = (second[0] - eye[0], second[2] - eye[2])
    return (a[0] * b[1] - a[1] * b[0]) / (math.hypot(*a) * math.hypot(*b))


def off_line(eye: Vector, first: Vector, second: Vector) -> float:
    """Degrees between the camera and the line through two people, at the nearer end."""
    least = 90.0
    for end, other in ((first, second), (second, first)):
        look = math.atan2(other[0] - end[0], other[2] - end[2])
        seen = math.atan2(eye[0] - end[0], eye[2] - end[2])
        turn = abs(math.degrees((seen - look + math.pi) % (2 * math.pi) - math.pi))
        least = min(least, turn, 180 - turn)
    return least


def people(rng: random.Random, count: int) -> list[Mark]:
    """People on open ground, nobody nearer than 0.8 m, each looking at another."""
    spots: list[Vector] = []
    while len(spots) < count:
        at = (rng.uniform(-2, 2), 0.0, rng.uniform(-2, 2))
        if all(math.dist(at, spot) > 0.8 for spot in spots):
            spots.append(at)
    names = NAMES[:count]
    return [
        Mark(figure=name, at=at, facing=0.0, gaze=rng.choice([n for n in names if n != name]))
        for name, at in zip(names, spots, strict=True)
    ]


def shot(
    number: str, eye: Vector, marks: list[Mark], subjects: tuple[str, ...], framing: Framing
) -> ShotSpec:
    """A shot that looks at its first subject."""
    at = next((m.at for m in marks if subjects and m.figure == subjects[0]), (0.0, 0.0, 0.0))
    key = Camera(eye=eye, target=(at[0], 1.5, at[2]), roll=0.0, focal_mm=40.0)
    return ShotSpec(
        id=ShotId(number), scene=SceneId("1"), number=number, framing=framing, size=Size.MEDIUM,
        angle=Angle.EYE, lens=Lens(focal_mm=40.0), move=Move.STATIC, subjects=subjects,
        marks=tuple(marks), camera=(key,), covers=(), spans=(), duration=Frames(48),
        rate=Rate(numerator=24), action="",
    )  # fmt: skip


def shown(marks: list[Mark], subjects: tuple[str, ...]) -> list[tuple[str, str]]:
    """Whose lines a set-up shows: those in frame, or a single's look."""
    names = set(subjects)
    if len(names) == 1:
        names |= {m.gaze for m in marks if m.figure in names}
    first, *rest = combinations(sorted(names), 2)
    return [first, *rest]


def is_kept(eye: Vector, marks: list[Mark], pairs: list[tuple[str, str]], master: Vector) -> bool:
    """True when every pair stands in the same order on screen as in the master, clear of lines."""
    at = {m.figure: m.at for m in marks}
    return all(
        order_on_screen(eye, at[a], at[b]) * order_on_screen(master, at[a], at[b]) > 0
        and off_line(eye, at[a], at[b]) > CLEAR
        for a, b in pairs
    )


def mirrored(eye: Vector, first: Vector, second: Vector) -> Vector:
    """The place on the other side of a line."""
    run = (second[0] - first[0], second[2] - first[2])
    away = (eye[0] - first[0], eye[2] - first[2])
    share = (away[0] * run[0] + away[1] * run[1]) / (run[0] ** 2 + run[1] ** 2)
    foot = (first[0] + share * run[0], first[2] + share * run[1])
    return (2 * foot[0] - eye[0], eye[1], 2 * foot[1] - eye[2])


def somewhere(rng: random.Random) -> Vector:
    """A place for a camera round the people."""
    turn, reach = rng.uniform(0, 2 * math.pi), rng.uniform(3, 8)
    return (reach * math.sin(turn), rng.uniform(0.8, 2.2), reach * math.cos(turn))


def make(rng: random.Random, kind: str) -> Scene | None:
    """A scene of a kind; None when chance found no place for a camera."""
    marks = people(rng, rng.randint(2, 4))
    at = {m.figure: m.at for m in marks}
    everybody = tuple(at)
    master = somewhere(rng)
    if any(off_line(master, at[a], at[b]) <= CLEAR for a, b in combinations(everybody, 2)):
        return None
    shots = [shot("1A", master, marks, everybody, Framing.MASTER)]
    for place in range(rng.randint(2, 5)):
        found = set_up(rng, marks, master, f"1{'BCDEFG'[place]}")
        if found is None:
            return None
        shots.append(found)
    if kind == "kept":
        return Scene(tuple(shots), None, kind)
    last = set_up(rng, marks, master, "1Z")
    if last is None:
        return None
    pairs = shown(marks, last.subjects)
    if len(pairs) > 1:
        return None
    (pair,) = pairs
    across = mirrored(last.camera[0].eye, at[pair[0]], at[pair[1]])
    crossed = shot("1Z", across, marks, last.subjects, last.framing)
    if kind == "crossed":
        return Scene((*shots, crossed), ("1Z", pair), kind)
    return Scene((*shots, *reset(rng, kind, (marks, pair, across), crossed)), None, kind)


def set_up(rng: random.Random, marks: list[Mark], master: Vector, number: str) -> ShotSpec | None:
    """A single, an over-shoulder or a two-shot from the master's side."""
    names = [m.figure for m in marks]
    framing = rng.choice([Framing.SINGLE, Framing.OVER_SHOULDER, Framing.TWO_SHOT])
    subjects = tuple(rng.sample(names, 1 if framing is Framing.SINGLE else 2))
    for _ in range(200):
        eye = somewhere(rng)
        if is_kept(eye, marks, shown(marks, subjects), master):
            return shot(number, eye, marks, subjects, framing)
    return None


def reset(
    rng: random.Random,
    kind: str,
    line: tuple[list[Mark], tuple[str, str], Vector],
    crossed: ShotSpec,
) -> list[ShotSpec]:
    """Shots that make a crossing lawful, and the crossing."""
    marks, pair, across = line
    a, b = (next(m for m in marks if m.figure == name) for name in pair)
    run = (b.at[0] - a.at[0], b.at[2] - a.at[2])
    length = math.hypot(*run)
    if kind == "on the line":
        eye = (b.at[0] + 3 * run[0] / length, 1.6, b.at[2] + 3 * run[1] / length)
        return [shot("1Y", eye, marks, pair, Framing.TWO_SHOT), crossed]
    if kind == "move across":
        start = mirrored(across, a.at, b.at)
        moving = shot("1Y", start, marks, pair, Framing.TWO_SHOT)
        end = Camera(eye=across, target=moving.camera[0].target, roll=0.0, focal_mm=40.0)
        moving = replace(moving, camera=(moving.camera[0], end), move=Move.ARC)
        return [moving, crossed]
    if kind == "cutaway":
        away = shot("1Y", (0.0, 1.0, 3.0), marks, (), Framing.INSERT)
        return [replace(away, size=Size.INSERT), crossed]
    if kind == "point of view":
        eye = (a.at[0], 1.6, a.at[2])
        return [shot("1Y", eye, marks, (pair[1],), Framing.POV), crossed]
    turn = rng.uniform(1.0, 2.0)
    moved = [
        Mark(figure=m.figure, at=(m.at[0] + turn, 0.0, m.at[2] - turn), facing=0.0, gaze=m.gaze)
        for m in marks
    ]
    eye = (across[0] + turn, across[1], across[2] - turn)
    return [shot("1Z", eye, moved, crossed.subjects, crossed.framing)]


def crossings(found: tuple[Finding, ...]) -> list[Finding]:
    """Findings of crossed lines."""
    return [each for each in found if each.rule == "shots.line-crossed"]


def rows() -> list[tuple[str, str, str]]:
    """Rows of what, measured, bar."""
    rng = random.Random(20261125)
    kinds = ("kept", "crossed", *RESETS)
    made: Counter[str] = Counter()
    right: Counter[str] = Counter()
    sizes: Counter[int] = Counter()
    while sum(made.values()) < SCENES:
        # Kept, crossed and reset in equal parts.
        kind = rng.choice((kinds[0], kinds[1], rng.choice(RESETS)))
        scene = make(rng, kind)
        if scene is None:
            continue
        made[kind] += 1
        sizes[len(scene.shots[0].marks)] += 1
        found = crossings(check_continuity(scene.shots))
        if scene.crossing is None:
            right[kind] += not found
        else:
            number, pair = scene.crossing
            named = [f for f in found if f.where == f"shot {number}"]
            right[kind] += len(found) == len(named) == 1 and " and ".join(pair) in named[0].message
    lawful = [kind for kind in kinds if kind != "crossed"]
    clean = sum(made[k] for k in lawful)
    false = clean - sum(right[k] for k in lawful)
    people_ = ", ".join(f"{sizes[n]} of {n}" for n in sorted(sizes))
    rows_ = [
        (
            f"crossed lines found, {made['crossed']} planted ({people_} people)",
            f"{100 * right['crossed'] / made['crossed']:.1f} %",
            ">= 99 %",
        ),
        (
            f"lawful scenes flagged, of {clean} with and without resets",
            f"{100 * false / clean:.1f} %",
            "<= 1 %",
        ),
    ]
    rows_ += [(f"  lawful: {kind}", f"{right[kind]} of {made[kind]}", "all") for kind in lawful]
    return rows_


if __name__ == "__main__":
    for what, measured, bar in rows():
        print(f"{what:<74} {measured:>14}   {bar}")
