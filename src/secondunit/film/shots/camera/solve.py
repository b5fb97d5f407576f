"""Solve the camera of a set-up: lens, place and direction, clear of the set, on the right side.

Every candidate frames the size exactly; what is weighed is the lens, the room there is, what
stands in the way, the side of the line and the angle to the shot before. The same set-up in the
same scene always gets the same camera.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from secondunit.film.shots.camera.angles import candidates
from secondunit.film.shots.camera.body import SHOULDER_HALF, facing_towards, landmark
from secondunit.film.shots.camera.geometry import (
    Aim,
    along,
    dot,
    minus,
    project,
    rounded,
    turn_between,
)
from secondunit.film.shots.camera.grammar import DUTCH_ROLL, SPANS, size_steps
from secondunit.film.shots.camera.moving.moves import end_keys, is_carried
from secondunit.film.shots.camera.setup import Rig, Setup
from secondunit.film.shots.camera.shoulder import shoulder_cover
from secondunit.film.shots.camera.sight import CLEARANCE
from secondunit.film.shots.camera.view import Candidate, fitted_to
from secondunit.film.shots.cast.figures import is_extra
from secondunit.film.shots.model import Angle, Camera, Framing, Pose, Size, Vector

GOOD_ENOUGH = 0.9
"""Cost below which the search stops: nothing is in the way and the lens is the first choice."""

LEAST_COVER = 0.07
"""Share of the width below which a shoulder at the edge is an accident, not a composition."""

NEAR_SHARE = 0.6
"""What stands nearer than this share of the distance to the subject is before it."""

JUMP_DEGREES = 30.0
"""Least turn between two shots of the same subject whose sizes lie less than two classes apart."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Solved:
    """A solved camera.

    Args:
        keys: One, or first and last for a move.
        focal_mm: Lens.
        azimuth: Where it stands from the subject, degrees.
        size: The size framed.
        framing: The framing reached: an over-shoulder without a shoulder is a single.
        lawful: False when no place on the scene's side of the line was found.
        carried: The camera goes with a walker, at the walker's speed.
    """

    keys: tuple[Camera, ...]
    focal_mm: float
    azimuth: float
    size: Size
    framing: Framing
    lawful: bool
    carried: bool = False


def solve_camera(setup: Setup, rig: Rig) -> Solved:
    """Find the camera of a set-up and remember it in the rig.

    Args:
        setup: What to frame.
        rig: The scene's set, cast, kit and history.
    """
    best: tuple[float, Candidate] | None = None
    for found in candidates(setup, rig):
        cost = found.bias
        if best is not None and cost >= best[0]:
            continue
        cost += _cost(setup, rig, found)
        if best is None or cost < best[0]:
            best = (cost, found)
        if cost < GOOD_ENOUGH:
            break
    chosen = best[1] if best is not None else _fallback(rig)
    chosen = _refined(setup, rig, chosen)
    lawful = rig.is_lawful(setup, chosen.eye)
    first = _key(setup, chosen)
    way = end_keys(setup, rig, chosen, first)
    if not all(_may_stand(setup, rig, key) for key in way):
        way = ()
    final = way[-1] if way else first
    rig.remember(setup, chosen.eye, facing_towards(final.target, final.eye))
    return Solved(
        keys=(first, *way),
        focal_mm=chosen.focal_mm,
        azimuth=chosen.aim.azimuth,
        size=setup.size,
        framing=_reached(setup, rig, chosen),
        lawful=lawful or setup.framing is Framing.POV,
        carried=bool(way) and is_carried(setup),
    )


def _refined(setup: Setup, rig: Rig, chosen: Candidate) -> Candidate:
    """The camera again, framed on the outline of the figures and not on their axes.

    It moves by centimetres; where those would put it into something, it stays.
    """
    subject = chosen.subject
    if subject is None or setup.size is Size.INSERT or setup.framing is Framing.INSERT:
        return chosen
    names = [name for name in setup.subjects if rig.points(setup, name, "eye")]
    if setup.framing in {Framing.SINGLE, Framing.OVER_SHOULDER}:
        names = names[:1]
    marks = [setup.mark(name) for name in names]
    if any(mark is not None and mark.pose is Pose.LIE for mark in marks):
        return chosen
    span = SPANS[setup.size]
    shares = (0.0, 1.0) if len(subject.points) > 2 * len(names) else (0.0,)
    points = tuple(
        point
        for share in shares
        for name in names
        for point in rig.outline(setup, name, span.top, span.bottom, share=share)
    )
    fitted = replace(subject, points=points)
    eye, aim = fitted_to(fitted, chosen, setup.angle)
    clear = rig.sight.fixed.clearance
    if clear(eye) < CLEARANCE <= clear(chosen.eye) or not rig.is_lawful(setup, eye):
        return chosen
    return replace(chosen, eye=eye, aim=aim, subject=fitted)


def _may_stand(setup: Setup, rig: Rig, last: Camera) -> bool:
    """A move that would lead across the line or into the furniture is not made."""
    if setup.framing is Framing.POV:
        return True
    return rig.is_lawful(setup, last.eye) and rig.sight.fixed.clearance(last.eye) >= CLEARANCE


def _reached(setup: Setup, rig: Rig, chosen: Candidate) -> Framing:
    if setup.framing is not Framing.OVER_SHOULDER or len(setup.subjects) < 2:
        return setup.framing
    seen = shoulder_cover(setup, rig, chosen.eye, chosen.aim) > LEAST_COVER
    return Framing.OVER_SHOULDER if seen else Framing.SINGLE


def _key(setup: Setup, found: Candidate) -> Camera:
    forward = found.aim.axes[2]
    reach = max(0.3, dot(minus(found.focus, found.eye), forward))
    return Camera(
        eye=rounded(found.eye),
        target=rounded(along(found.eye, forward, reach)),
        roll=found.aim.roll or (DUTCH_ROLL if setup.angle is Angle.DUTCH else 0.0),
        focal_mm=found.focal_mm,
    )


def _fallback(rig: Rig) -> Candidate:
    """A wide view of the set, for a set-up with nobody to frame."""
    plan = rig.sight.plan
    return Candidate(
        eye=(0.0, 1.8, plan.depth / 2 + 1.5),
        aim=Aim(azimuth=0.0, pitch=-6.0, wide=0.5, high=0.27),
        focal_mm=rig.lenses.kit[0],
        focus=(0.0, 1.2, 0.0),
        bias=0.0,
    )


def _cost(setup: Setup, rig: Rig, found: Candidate) -> float:
    return sum(_faults(setup, rig, found))


def _faults(setup: Setup, rig: Rig, found: Candidate) -> Iterator[float]:
    """What speaks against a candidate, in points; 1 is about one lens of the kit away."""
    eye = found.eye
    if setup.framing is not Framing.POV:
        if not rig.is_lawful(setup, eye):
            yield 400.0
        if eye[1] < 0.12:
            yield 100.0 * (0.12 - eye[1]) + 20.0
        clear = rig.sight.fixed.clearance(eye)
        if clear < CLEARANCE:
            yield 120.0
        outside = rig.sight.outside(eye)
        if rig.sight.plan.interior and rig.sight.plan.kind != "car":
            step = 0.2 if setup.framing is Framing.ESTABLISHING else 0.5
            yield step * (1.0 + 1.6 * outside) if outside else 0.0
        elif outside > 14:
            yield outside - 14
    yield from _hidden(setup, rig, found)
    yield 14.0 * _cluttered(rig, found)
    yield from _crowded(setup, rig, found)
    yield 30.0 if jumps(rig.last, setup, found.aim.azimuth) else 0.0


def _hidden(setup: Setup, rig: Rig, found: Candidate) -> Iterator[float]:
    """Faces and chests of the subjects that solids or other people hide."""
    seen: list[Vector] = []
    for name in setup.subjects[: 1 if setup.framing is Framing.OVER_SHOULDER else None]:
        faces = rig.points(setup, name, "eye", "chin")
        seen += faces
        if setup.size not in {Size.CLOSE, Size.EXTREME_CLOSE, Size.INSERT}:
            seen += rig.points(setup, name, "chest")
        over = setup.subjects if setup.framing is Framing.OVER_SHOULDER else ()
        yield 45.0 * len(rig.hiders(setup, found.eye, name, over)) if faces else 0.0
    if setup.framing is Framing.MASTER:
        for mark in setup.marks:
            if mark.figure not in setup.subjects and not is_extra(mark.figure):
                yield 20.0 * bool(rig.hiders(setup, found.eye, mark.figure))
    if setup.framing is Framing.ESTABLISHING or not seen:
        seen += [found.focus]
        for mark in setup.marks:
            if setup.framing is not Framing.INSERT:
                seen += rig.points(setup, mark.figure, "eye", "waist")
    yield 70.0 * rig.sight.fixed.blocked(found.eye, seen) / len(seen)


def _cluttered(rig: Rig, found: Candidate) -> float:
    """Share of the frame that pieces of the set near the lens cover, by five samples."""
    right, up, forward = found.aim.axes
    depth = NEAR_SHARE * dot(minus(found.focus, found.eye), forward)
    if depth <= 0:
        return 0.0
    middle = along(found.eye, forward, depth)
    samples = [
        along(along(middle, right, x * found.aim.wide * depth), up, y * found.aim.high * depth)
        for x, y in ((-0.6, 0.5), (0.6, 0.5), (-0.6, -0.5), (0.6, -0.5), (0.0, 0.0))
    ]
    return rig.sight.fixed.blocked(found.eye, samples) / len(samples)


def _crowded(setup: Setup, rig: Rig, found: Candidate) -> Iterator[float]:
    """Other people near the lens who fill the frame."""
    focus = dot(minus(found.focus, found.eye), found.aim.axes[2])
    for mark in setup.marks:
        if mark.figure in setup.subjects or mark.figure not in rig.figures:
            continue
        figure = rig.figures[mark.figure]
        head = landmark(figure, mark, "shoulder")
        x, _, depth = project(head, found.eye, found.aim)
        if depth < 0.1:
            continue
        top = project(landmark(figure, mark, "crown"), found.eye, found.aim)[1]
        half = SHOULDER_HALF * figure.height / (depth * found.aim.wide)
        cover = (min(1.0, x + half) - max(-1.0, x - half)) / 2
        if cover > 0 and top > -0.9 and depth < focus - 0.25:
            yield 26.0 * cover + 2.0
        elif cover > 0.02 and top > 1.05 and depth < focus + 1.0:
            yield 3.0  # a body without a head
        elif cover > 0 and setup.framing is Framing.SINGLE and depth > focus and top > -0.9:
            yield 1.2 * cover


def jumps(before: tuple[tuple[str, ...], Size, float] | None, setup: Setup, azimuth: float) -> bool:
    """True when a cut from the shot before would jump.

    Source: the 30-degree rule: the same subject again needs 30 degrees or two sizes of change.
    """
    if before is None or not before[0] or not setup.subjects:
        return False
    subjects, size, angle = before
    again = subjects[0] == setup.subjects[0] or _are_the_same(subjects, setup.subjects)
    if not again or size_steps(size, setup.size) >= 2:
        return False
    return turn_between(angle, azimuth) < JUMP_DEGREES + 0.5


def _are_the_same(first: tuple[str, ...], second: tuple[str, ...]) -> bool:
    """The same two or more people, whoever is named first."""
    return len(first) > 1 and set(first) == set(second)
