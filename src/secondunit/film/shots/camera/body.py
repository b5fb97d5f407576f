"""Where the landmarks of a posed body are, as far as framing needs to know.

Source: the canons of figure drawing (7.5 heads for adults, 6 for children, 5 for toddlers) that the
mannequins are built by; heights are fractions of the standing height.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

from secondunit.core.ids import digest
from secondunit.film.shots.camera.outlines import HEAD_SHARE, HEADS, MIDDLES, RINGS
from secondunit.film.shots.model import Build, Figure, Mark, Pose, Vector

ADULT = {
    "crown": 1.0, "brow": 0.955, "eye": 0.936, "chin": 0.868, "collar": 0.82, "shoulder": 0.80,
    "chest": 0.725, "waist": 0.61, "hip": 0.515, "thigh": 0.38, "knee": 0.275, "soles": 0.0,
}  # fmt: skip
CHILD = {
    "crown": 1.0, "brow": 0.94, "eye": 0.915, "chin": 0.83, "collar": 0.785, "shoulder": 0.76,
    "chest": 0.68, "waist": 0.585, "hip": 0.48, "thigh": 0.36, "knee": 0.26, "soles": 0.0,
}  # fmt: skip
TODDLER = {
    "crown": 1.0, "brow": 0.925, "eye": 0.895, "chin": 0.79, "collar": 0.75, "shoulder": 0.715,
    "chest": 0.64, "waist": 0.55, "hip": 0.43, "thigh": 0.32, "knee": 0.235, "soles": 0.0,
}  # fmt: skip
VEHICLE = {
    "crown": 1.15, "brow": 1.0, "eye": 0.85, "chin": 0.5, "collar": 0.4, "shoulder": 0.7,
    "chest": 0.1, "waist": -0.1, "hip": 0.4, "thigh": -0.3, "knee": 0.0, "soles": 0.0,
}  # fmt: skip
"""A vehicle is longer than high: sizes that cut a person at the waist hold all of its height."""
BEASTS: dict[str, tuple[float, float]] = {
    "dog": (1.354, 0.84), "horse": (1.491, 0.92), "cow": (1.218, 0.99), "pig": (1.164, 0.20),
    "sheep": (1.139, -0.11), "goat": (1.453, 0.80), "deer": (1.741, 0.79),
    "elephant": (1.273, 0.69), "lion": (1.158, 0.84), "bear": (1.197, 0.19),
    "rabbit": (1.595, 0.61), "donkey": (1.495, 0.88), "bird": (1.157, 0.52),
    "goose": (1.598, 0.72), "cat": (1.749, -1.29),
}  # fmt: skip
"""The highest of an animal by its kind, up and forward, in shoulder heights; others are as dogs.

Source: the renderer's own bodies."""
SMALL = 0.95
"""Standing height below which a child is built as a toddler, metres (about three years)."""
OLD = 68
"""Age from which a figure stoops, years."""
STOOPS = frozenset({Pose.STAND, Pose.WALK, Pose.HOLD})
STOOP = 7.0
"""How much farther forward the old lean in those, degrees."""
HEAD = frozenset({"crown", "brow", "eye", "chin"})
"""Landmarks that go with the head."""

UPRIGHT = 0.385
"""Share of the trunk's lean that a head takes: heads stay more upright."""

LYING_FACE = 1.6
"""How far behind the feet the face of somebody lies who lies on the back, metres."""

SEAT_BELOW_HIP = 0.06
"""How far below the joint of the hip somebody sits, as a fraction of the height."""

SEAT_PLAY = 0.10
"""Metres that a body is lifted or let down to sit on what is there; beyond, it sits on a box."""

SITTING = frozenset({Pose.SIT, Pose.DRIVE})
"""Poses that sit on something."""

SHOULDER_HALF = 0.125
"""Half the width over the shoulders with cloth, as a fraction of the height."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stance:
    """Where a pose puts the trunk: hip height as a fraction, and its lean forward in degrees."""

    hips: float
    lean: float = 0.0
    back: float = 0.0


STANCES = {
    Pose.STAND: Stance(hips=0.515),
    Pose.WALK: Stance(hips=0.488, lean=3),
    Pose.RUN: Stance(hips=0.418, lean=11.5),
    Pose.SIT: Stance(hips=0.285, lean=3),
    Pose.DRIVE: Stance(hips=0.31, lean=-8),
    Pose.KNEEL: Stance(hips=0.363, lean=6),
    Pose.CROUCH: Stance(hips=0.20, lean=29.5),
    Pose.POINT: Stance(hips=0.515),
    Pose.HOLD: Stance(hips=0.515),
    Pose.PHONE: Stance(hips=0.515),
    Pose.HUG: Stance(hips=0.515, lean=7),
    Pose.FALL: Stance(hips=0.456, lean=-40, back=0.265),
}


def facing_vector(degrees: float) -> Vector:
    """Unit vector a figure faces; 0 looks along +z, 90 along +x."""
    return (math.sin(math.radians(degrees)), 0.0, math.cos(math.radians(degrees)))


def facing_towards(at: Vector, other: Vector) -> float:
    """Degrees that turn a figure at one place to another place.

    >>> facing_towards((0, 0, 0), (1, 0, 0))
    90.0
    """
    return round(math.degrees(math.atan2(other[0] - at[0], other[2] - at[2])) % 360, 3)


def landmark(figure: Figure, mark: Mark, name: str) -> Vector:
    """Position of a landmark of a figure on its mark.

    Args:
        figure: Whose body.
        mark: Where it is and what it does.
        name: ``crown``, ``brow``, ``eye``, ``chin``, ``collar``, ``shoulder``, ``chest``,
            ``waist``, ``hip``, ``thigh``, ``knee``, ``soles``.
    """
    ahead = facing_vector(mark.facing)
    if figure.build is Build.ANIMAL:
        up, forward = _animal(name, figure.kind)
        return _off(mark.at, ahead, up * figure.height, forward * figure.height)
    if figure.build is Build.VEHICLE:
        return _off(mark.at, ahead, VEHICLE[name] * figure.height, 0.0)
    table = _canon(figure)
    share = table[name]
    if mark.pose is Pose.LIE:
        return _off(mark.at, ahead, 0.12, -share * figure.height)
    if name in HEAD:
        above = share - (1.0 - HEAD_SHARE[kind_of(figure)] / 2)
        return _in_head(figure, mark, (0.0, above, 0.0))
    stance = _stance(figure, mark.pose)
    hips = stance.hips * table["hip"] / ADULT["hip"]
    if share < table["hip"]:
        up = hips * share / table["hip"]
        return _off(mark.at, ahead, up * figure.height, -stance.back * up * figure.height)
    along = (share - table["hip"]) * figure.height
    lean = math.radians(stance.lean)
    return _off(
        mark.at,
        ahead,
        hips * figure.height + along * math.cos(lean),
        along * math.sin(lean) - stance.back * figure.height,
    )


def _canon(figure: Figure) -> dict[str, float]:
    if figure.build is not Build.CHILD:
        return ADULT
    return TODDLER if figure.height < SMALL else CHILD


def _stance(figure: Figure, pose: Pose) -> Stance:
    found = STANCES[pose]
    if figure.age >= OLD and pose in STOOPS:
        return replace(found, hips=found.hips - 0.005, lean=found.lean + STOOP)
    return found


def on_seat(figure: Figure, mark: Mark, top: float) -> Mark:
    """The mark of somebody who sits, so high that they sit on a seat; itself where they cannot.

    Args:
        figure: Whose body.
        mark: Where it is, in a pose that sits.
        top: Height of the seat, metres.
    """
    sits = landmark(figure, mark, "hip")[1] - SEAT_BELOW_HIP * figure.height
    if abs(top - sits) >= SEAT_PLAY:
        return mark
    x, y, z = mark.at
    return replace(mark, at=(x, round(y + top - sits, 4), z))


def outline(figure: Figure, mark: Mark, name: str) -> list[Vector]:
    """Points round a landmark that the edge of the figure's picture runs through.

    From above, a crown is seen before its highest hair, and the nearest toe is lowest; framing on
    these keeps headroom and footroom as asked at every angle.

    Args:
        figure: Whose body.
        mark: Where it is and what it does.
        name: ``crown`` or ``soles``; any other landmark, and any of an animal, is one point.
    """
    person = kind_of(figure) in HEAD_SHARE
    if not person or mark.pose is Pose.LIE or name not in {"crown", "soles"}:
        return [landmark(figure, mark, name)]
    if name == "crown":
        soft = figure.build is not Build.MAN
        points = HEADS.get((figure.silhouette, soft)) or HEADS["short-hair", soft]
        size = HEAD_SHARE[kind_of(figure)]
        sides = [(side * x, y, z) for x, y, z in points for side in ((1, -1) if x else (1,))]
        return [_in_head(figure, mark, (x * size, y * size, z * size)) for x, y, z in sides]
    rings = RINGS.get(mark.pose.value) or RINGS[Pose.STAND.value]
    step, side = half_step(phase_of(mark.figure))
    ring = rings[min(round(2 * step * len(rings)), len(rings) - 1)]
    tall = figure.height
    return [_placed(mark, (side * x * tall, y * tall, z * tall)) for x, y, z in ring]


def kind_of(figure: Figure) -> str:
    """The body of a figure, by which the tables of outlines are kept."""
    if figure.build is Build.CHILD:
        return "toddler" if figure.height < SMALL else "child"
    grown = figure.build in {Build.WOMAN, Build.MAN}
    return f"old {figure.build.value}" if grown and figure.age >= OLD else figure.build.value


def phase_of(name: str) -> float:
    """Where in a step a figure starts, 0 to 1: not all people walk in step."""
    return (int(digest([name])[:4], 16) % 100) / 400 + 0.06


def half_step(phase: float) -> tuple[float, float]:
    """A phase in the first half of a step, and -1 where left and right change places.

    >>> half_step(0.75)
    (0.25, -1.0)
    """
    rest = phase % 1.0
    return (rest, 1.0) if rest < 0.5 else (rest - 0.5, -1.0)


def _in_head(figure: Figure, mark: Mark, off: Vector) -> Vector:
    """A point in shares of the height from the middle of the head, which tips with the trunk."""
    kind = kind_of(figure)
    middles = MIDDLES.get((kind, mark.pose.value)) or MIDDLES[kind, Pose.STAND.value]
    step, side = half_step(phase_of(mark.figure))
    spot = 2 * step * len(middles)
    first, second = (middles[min(int(spot) + off_by, len(middles) - 1)] for off_by in (0, 1))
    part = spot - int(spot)
    x, y, z = (a + (b - a) * part for a, b in zip(first, second, strict=True))
    lean = _stance(figure, mark.pose).lean
    tip = math.radians(lean if mark.pose is Pose.FALL else UPRIGHT * lean)
    c, s = math.cos(tip), math.sin(tip)
    local = (side * x + off[0], y + off[1] * c - off[2] * s, z + off[1] * s + off[2] * c)
    tall = figure.height
    return _placed(mark, (local[0] * tall, local[1] * tall, local[2] * tall))


def _placed(mark: Mark, local: Vector) -> Vector:
    """A point in body axes (x to the left, y up, z forward) on its mark."""
    s, c = math.sin(math.radians(mark.facing)), math.cos(math.radians(mark.facing))
    x, y, z = local
    return (mark.at[0] + x * c + z * s, mark.at[1] + y, mark.at[2] - x * s + z * c)


def person_at(mark: Mark) -> Vector:
    """Where on the floor a figure's face is: lines are drawn between faces, not feet."""
    if mark.pose is not Pose.LIE:
        return mark.at
    return _off(mark.at, facing_vector(mark.facing), 0.0, -LYING_FACE)


def hand(figure: Figure, mark: Mark) -> Vector:
    """Where a held thing is: before the chest, a little to the right."""
    if figure.build is Build.ANIMAL:
        return landmark(figure, mark, "chin")
    shoulder = landmark(figure, mark, "shoulder")
    ahead = facing_vector(mark.facing)
    aside = (-ahead[2], 0.0, ahead[0])
    reach, right = 0.25 * figure.height, 0.08 * figure.height
    return (
        shoulder[0] + ahead[0] * reach + aside[0] * right,
        shoulder[1] - 0.11 * figure.height,
        shoulder[2] + ahead[2] * reach + aside[2] * right,
    )


def _animal(name: str, kind: str) -> tuple[float, float]:
    """Height and forward offset of an animal's landmark, in shoulder heights.

    The highest of it is that of its kind: a horse's ears, a sheep's back, a cat's tail.

    An animal is as long as it is high, so sizes that cut a person at the waist hold all of it.
    """
    if name == "crown":
        return BEASTS.get(kind, BEASTS["dog"])
    return {
        "brow": (1.22, 0.88), "eye": (1.13, 0.9), "chin": (0.95, 0.92),
        "collar": (0.5, 0.45), "shoulder": (0.95, 0.4), "chest": (0.2, 0.35), "waist": (-0.1, 0.2),
        "hip": (0.5, 0.0), "thigh": (-0.2, 0.0), "knee": (0.1, 0.0), "soles": (0.0, 0.0),
    }[name]  # fmt: skip


def _off(at: Vector, ahead: Vector, up: float, forward: float) -> Vector:
    return (at[0] + ahead[0] * forward, at[1] + up, at[2] + ahead[2] * forward)
