"""Candidate cameras for each framing, the trade's first choice first."""

from __future__ import annotations

import math
from collections.abc import Iterator

from secondunit.film.shots.camera.body import (
    facing_towards,
    facing_vector,
    landmark,
    person_at,
)
from secondunit.film.shots.camera.geometry import Box, aim_between, along
from secondunit.film.shots.camera.grammar import SPANS
from secondunit.film.shots.camera.insert import insert_views
from secondunit.film.shots.camera.moving.pivot import tilted_to
from secondunit.film.shots.camera.path import keys_of
from secondunit.film.shots.camera.places import establishing_views, overhead_view
from secondunit.film.shots.camera.setup import Rig, Setup
from secondunit.film.shots.camera.shoulder import shoulder_views
from secondunit.film.shots.camera.view import (
    Candidate,
    Subject,
    across,
    lenses_of,
    level,
    mean,
    shoot,
    size_box,
    tangents,
)
from secondunit.film.shots.model import Angle, Framing, Mark, Move, Pose, Size, Vector

SINGLE_TURNS = (32, 22, 42, 14, 55, 66, 80, 100, 130)
"""Degrees off a face from which it is taken; 32 shows both eyes and some profile."""

GOES_ALONG = frozenset({Move.FOLLOW, Move.TRUCK})
"""Moves that keep a walker in the frame, which then need not hold the end of the way."""

View = tuple[float, float, float]


def candidates(setup: Setup, rig: Rig) -> Iterator[Candidate]:
    """All cameras worth weighing for a set-up, by rising bias.

    Args:
        setup: What to frame.
        rig: The scene's set, cast and kit.
    """
    if setup.angle is Angle.OVERHEAD:
        yield overhead_view(setup, rig)
        return
    framing = setup.framing
    if framing is Framing.POV and setup.looker is not None:
        yield from _pov(setup, rig)
    elif framing is Framing.INSERT:
        yield from insert_views(setup, rig)
    elif framing is Framing.ESTABLISHING:
        yield from establishing_views(setup, rig)
    elif framing is Framing.OVER_SHOULDER and len(setup.subjects) > 1:
        yield from shoulder_views(setup, rig)
    elif framing is Framing.SINGLE or len(setup.subjects) == 1:
        yield from _single(setup, rig)
    else:
        yield from _several(setup, rig)


def _single(setup: Setup, rig: Rig) -> Iterator[Candidate]:
    name = setup.subjects[0] if setup.subjects else ""
    mark = setup.mark(name)
    if mark is None or name not in rig.figures:
        yield from establishing_views(setup, rig)
        return
    base = gaze_degrees(setup, mark)
    span = SPANS[setup.size]
    spread = 0.0 if setup.size in {Size.EXTREME_WIDE, Size.WIDE} else 0.3
    if mark.pose is Pose.LIE:
        yield from _lying(setup, rig, mark)
        return
    middle = rig.points(setup, name, "eye")
    points = rig.points(setup, name, span.top, span.bottom)
    views = [
        (
            base + sign * turn,
            focal,
            abs(turn - SINGLE_TURNS[0]) / 24 + against + _away(base, sign * turn),
        )
        for turn in SINGLE_TURNS
        for sign in (1, -1)
        for focal, against in lenses_of(rig, setup)
    ]
    look = facing_vector(base)
    height, held = level(setup, rig, max(0.35, middle[0][1]))
    for view in sorted(views, key=lambda view: (round(view[2], 6), view[0], view[1])):
        turn = math.radians(view[0])
        lead = look[0] * math.cos(turn) - look[2] * math.sin(turn)
        subject = Subject(
            points=tuple(points),
            focus=middle[0],
            level=height,
            anchor_x=across(setup, -spread * lead, lead),
            box=size_box(setup.size, headroom=setup.composition.headroom),
            held=held,
        )
        yield shoot(rig, subject, setup.angle, view)


def _lying(setup: Setup, rig: Rig, mark: Mark) -> Iterator[Candidate]:
    """Who lies is seen from the side and a little above, the head on one side of the frame."""
    name = setup.subjects[0]
    span = SPANS[setup.size]
    bottom = "soles" if span.bottom in {"soles", "thigh"} else span.bottom
    flat = rig.points(setup, name, span.top, bottom)
    points = [(x, y + rise, z) for x, y, z in flat for rise in (-0.1, 0.16)]
    height, held = level(setup, rig, 1.4)
    above = setup.composition.headroom
    subject = Subject(
        points=tuple(points),
        focus=rig.points(setup, name, "eye")[0],
        level=height,
        anchor_x=across(setup, None, 0.0),
        box=Box(side=0.7, top=0.55 if above is None else 1.0 - 2.0 * above, bottom=-0.55),
        held=held,
    )
    angle = Angle.HIGH if setup.angle is Angle.EYE and not held else setup.angle
    views = [
        (mark.facing + sign * (90 + turn), focal, abs(turn) / 30 + against)
        for turn in (15, 0, -20, 35, -40, 55, -60, 75, -80)
        for sign in (1, -1)
        for focal, against in lenses_of(rig, setup)
    ]
    for view in sorted(views, key=lambda view: (round(view[2], 6), view[0], view[1])):
        yield shoot(rig, subject, angle, view)


def _several(setup: Setup, rig: Rig) -> Iterator[Candidate]:
    names = [name for name in setup.subjects if setup.mark(name) and name in rig.figures]
    if not names:
        yield from establishing_views(setup, rig)
        return
    span = SPANS[setup.size]
    points: list[Vector] = []
    for name in names:
        points += rig.points(setup, name, span.top, span.bottom)
        mark = setup.mark(name)
        if mark is not None and keys_of(mark) and setup.move not in GOES_ALONG:
            points += rig.points(setup, name, span.top, span.bottom, share=1.0)
    eyes = [rig.points(setup, name, "eye")[0] for name in names]
    focus = mean(eyes)
    bases: tuple[float, ...] = (0.0,)
    if len(names) == 2 and rig.sight.plan.kind != "car":
        first, second = setup.mark(names[0]), setup.mark(names[1])
        if first is not None and second is not None:
            line = facing_towards(first.at, second.at)
            bases = (line + 90, line - 90)
    wide = setup.size in {Size.WIDE, Size.EXTREME_WIDE}
    above = setup.composition.headroom
    box = size_box(setup.size, side=0.8, headroom=above)
    if wide:
        box = Box(side=0.82, top=0.62 if above is None else box.top, bottom=-0.78)
    height, held = level(setup, rig, max(0.5, focus[1]))
    subject = Subject(
        points=tuple(points),
        focus=focus,
        level=height,
        anchor_x=across(setup, None, 0.0),
        box=box,
        held=held,
    )
    views = [
        (base + turn, focal, abs(turn) / 30 + against + 0.7 * _away(base, turn))
        for base in bases
        for turn in (0, 14, -14, 28, -28, 44, -44, 60, -60, 78, -78)
        for focal, against in lenses_of(rig, setup)
    ]
    for view in sorted(views, key=lambda view: (round(view[2], 6), view[0], view[1])):
        yield shoot(rig, subject, setup.angle, view)


def _pov(setup: Setup, rig: Rig) -> Iterator[Candidate]:
    looker = setup.looker
    if looker is None or looker.figure not in rig.figures:
        return
    figure = rig.figures[looker.figure]
    eye = landmark(figure, rig.at_rest(looker), "eye")
    seen = [point for name in setup.subjects for point in rig.points(setup, name, "eye")]
    if seen:
        span = SPANS[setup.size]
        top, bottom = rig.points(setup, setup.subjects[0], span.top, span.bottom)
        target = mean([top, bottom])
        high = math.dist(top, bottom) / (2 * span.filled * max(0.4, math.dist(eye, target)))
        focal = min(rig.lenses.kit, key=lambda f: abs(math.log(tangents(rig, f)[1] / high)))
    else:
        target = along(eye, facing_vector(looker.facing), 4.0)
        target = (target[0], target[1] - 0.35, target[2])
        focal = min(rig.lenses.kit, key=lambda f: abs(f - 32))
    wide, high = tangents(rig, focal)
    # A hand's breadth before the eyes, so that nothing of the looker is in the frame.
    start = along(eye, facing_vector(facing_towards(eye, target)), 0.12)
    aim = aim_between(start, target, wide, high)
    if seen:
        box = size_box(setup.size, headroom=setup.composition.headroom)
        place = across(setup, 0.0, 0.0) or 0.0
        seen = rig.outline(setup, setup.subjects[0], span.top, span.bottom)
        aim = tilted_to(start, seen, aim, box.top, place)
    yield Candidate(
        eye=start,
        aim=aim,
        focal_mm=focal,
        focus=target,
        bias=0.0,
    )


def gaze_degrees(setup: Setup, mark: Mark) -> float:
    """Where a figure looks: at whom it looks if that is in the set, else where it faces."""
    target = setup.mark(mark.gaze) if mark.gaze else None
    if target is None or math.dist(target.at, mark.at) < 0.2:
        return mark.facing
    return facing_towards(person_at(mark), person_at(target))


def _away(base: float, turn: float) -> float:
    """A little against cameras behind the set: rooms are dressed to be seen from the front."""
    return 0.35 * (1.0 - math.cos(math.radians(base + turn)))
