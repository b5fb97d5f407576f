"""The keys a camera move leads through after its first: framings, solved as exactly as that one."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import replace

from secondunit.film.shots.camera.geometry import (
    Aim,
    along,
    dot,
    fit,
    fit_at_height,
    minus,
    rounded,
)
from secondunit.film.shots.camera.grammar import SPANS, tighter
from secondunit.film.shots.camera.moving.pivot import tilted_to, zoomed_to
from secondunit.film.shots.camera.path import keys_of
from secondunit.film.shots.camera.setup import Rig, Setup
from secondunit.film.shots.camera.view import Candidate, Subject, size_box
from secondunit.film.shots.model import Camera, Framing, Mark, Move, Size, Vector

ARC_DEGREES = 24.0
"""How far an arc goes round its subject."""

CRANE_METRES = 1.8
"""How far a crane rises."""

LEAST_RISE = 0.6
"""Least rise of a crane that keeps its frame; with less it rises as it is."""

PEDESTAL_METRES = 0.6
"""How far a pedestal rises or sinks: the stroke of a studio pedestal."""

ROLL_DEGREES = 15.0
"""How far a roll tips a level frame; a tipped one is levelled."""

PUSH_SHARE = 0.28
"""Share of the distance that a push goes in where no size is left to go to."""

VERTIGO = 1.8
"""How far a dolly zoom changes the focal length."""

WHIP_DEGREES = 70.0
"""How far a whip swings when there is nobody to end on."""

MOST_KEYS = 13
"""Keys of a camera that follows a path of many corners."""

Way = tuple[Camera, ...]


def end_keys(setup: Setup, rig: Rig, found: Candidate, first: Camera) -> Way:
    """The keys after the first, evenly spread over the shot; none when the shot does not move.

    A push or zoom ends on the framing one size closer, solved like any other; what follows a
    figure goes as far as the figure goes, and frames it at every key as at the first.

    Args:
        setup: The set-up.
        rig: The scene's set and cast.
        found: The camera at the start.
        first: Its key.
    """
    make = _MOVES.get(setup.move)
    return () if make is None else make(setup, rig, found, first)


def is_carried(setup: Setup) -> bool:
    """True when the camera goes with a walker: it keeps the walker's speed, without easing."""
    return setup.move in {Move.FOLLOW, Move.TRUCK, Move.PAN} and mover_of(setup) is not None


def mover_of(setup: Setup) -> Mark | None:
    """The first subject that goes anywhere."""
    marks = [setup.mark(name) for name in setup.subjects]
    return next((mark for mark in marks if mark is not None and keys_of(mark)), None)


def _resized(setup: Setup, rig: Rig, found: Candidate, size: Size) -> Subject | None:
    """The subject of a set-up as another size frames it, on the same composition."""
    names = [name for name in setup.subjects if rig.points(setup, name, "eye")]
    if found.subject is None or not names or Size.INSERT in {size, setup.size}:
        return None
    span = SPANS[size]
    kept = names[:1] if setup.framing in {Framing.SINGLE, Framing.OVER_SHOULDER} else names
    points = [point for name in kept for point in rig.outline(setup, name, span.top, span.bottom)]
    box = size_box(size, side=0.8, headroom=setup.composition.headroom)
    return replace(found.subject, points=tuple(points), box=box)


def _next_size(setup: Setup) -> Size:
    return tighter(setup.size, 1 if setup.move in {Move.PUSH_IN, Move.ZOOM_IN} else -1)


def _push(setup: Setup, rig: Rig, found: Candidate, first: Camera) -> Way:
    size = _next_size(setup)
    subject = _resized(setup, rig, found, size) if size is not setup.size else None
    if subject is None:
        share = PUSH_SHARE if setup.move is Move.PUSH_IN else -PUSH_SHARE
        reach = share * math.dist(first.eye, first.target)
        return (replace(first, eye=rounded(along(first.eye, found.aim.axes[2], reach))),)
    eye = fit(subject.points, found.aim, subject.box, subject.anchor_x)
    return (_key(first, eye, found.aim, found.focus),)


def _zoom(setup: Setup, rig: Rig, found: Candidate, first: Camera) -> Way:
    size = _next_size(setup)
    subject = _resized(setup, rig, found, size) if size is not setup.size else None
    if subject is None:
        scale = 1.5 if setup.move is Move.ZOOM_IN else 1 / 1.5
        return (replace(first, focal_mm=round(first.focal_mm * scale, 3)),)
    place = subject.anchor_x if subject.anchor_x is not None else 0.0
    aim = zoomed_to(found.eye, subject.points, found.aim, subject.box, place)
    focal = first.focal_mm * found.aim.high / aim.high
    return (replace(_key(first, found.eye, aim, found.focus), focal_mm=round(focal, 4)),)


def _dolly_zoom(setup: Setup, rig: Rig, found: Candidate, first: Camera) -> Way:
    """In with a wider lens, or out with a longer one where no zoom is wide enough.

    Source: S / tan(fov / 2) stays as it is: the subject keeps its height in the frame.
    """
    del setup
    shorter = rig.lenses.zoom_over(first.focal_mm, first.focal_mm / VERTIGO)
    scale = VERTIGO if shorter is not None else 1 / VERTIGO
    focal = first.focal_mm / scale
    aim = replace(found.aim, wide=found.aim.wide * scale, high=found.aim.high * scale)
    if found.subject is None:
        reach = (1 - 1 / scale) * math.dist(first.eye, first.target)
        eye = along(first.eye, found.aim.axes[2], reach)
    else:
        eye = fit(found.subject.points, aim, found.subject.box, found.subject.anchor_x)
    return (replace(_key(first, eye, aim, found.focus), focal_mm=round(focal, 4)),)


def _carry(setup: Setup, rig: Rig, found: Candidate, first: Camera) -> Way:
    mover = mover_of(setup)
    if mover is None:
        return _alone(setup, found, first)
    return tuple(_with(setup, rig, found, (first, mover, share)) for share in _shares(mover))


def _with(setup: Setup, rig: Rig, found: Candidate, at: tuple[Camera, Mark, float]) -> Camera:
    """The framing of the first key, on the figures where they are then."""
    first, mover, share = at
    span = SPANS[setup.size]
    head = rig.points(setup, mover.figure, "eye", share=share)[0]
    if found.subject is None or setup.size is Size.INSERT:
        run = minus(head, rig.points(setup, mover.figure, "eye")[0])
        eye = first.eye if setup.move is Move.PAN else along(first.eye, run, 1.0)
        return replace(first, eye=rounded(eye), target=rounded(along(first.target, run, 1.0)))
    names = [name for name in setup.subjects if rig.points(setup, name, "eye")]
    if setup.framing in {Framing.SINGLE, Framing.OVER_SHOULDER}:
        names = [mover.figure]
    points = [
        point
        for name in names
        for point in rig.outline(setup, name, span.top, span.bottom, share=share)
    ]
    subject = found.subject
    place = subject.anchor_x if subject.anchor_x is not None else 0.0
    if setup.move is Move.PAN:
        aim = tilted_to(found.eye, points, found.aim, subject.box.top, place)
        return _key(first, found.eye, aim, head)
    eye = fit(points, found.aim, subject.box, subject.anchor_x)
    return _key(first, eye, found.aim, head)


def _shares(mover: Mark) -> list[float]:
    """Even shares of the shot that meet every corner of a path."""
    corners = [key.share for key in keys_of(mover)]
    for count in range(1, MOST_KEYS):
        if all(abs(share * count - round(share * count)) < 1e-6 for share in corners):
            return [step / count for step in range(1, count + 1)]
    return [step / (MOST_KEYS - 1) for step in range(1, MOST_KEYS)]


def _alone(setup: Setup, found: Candidate, first: Camera) -> Way:
    """A pan or truck with nobody to go with; a follow is none."""
    if setup.move is Move.PAN:
        return (replace(first, target=_turned(first.target, first.eye, 16.0)),)
    if setup.move is Move.TRUCK:
        right = found.aim.axes[0]
        ends = (along(at, right, 1.2) for at in (first.eye, first.target))
        eye, target = (rounded(end) for end in ends)
        return (replace(first, eye=eye, target=target),)
    return ()


def _crane(setup: Setup, rig: Rig, found: Candidate, first: Camera) -> Way:
    """Up, the frame kept on its subject as the camera tips down."""
    del setup, rig
    level = first.eye[1] + CRANE_METRES
    subject = found.subject
    if subject is not None:
        eye, aim = fit_at_height(subject.points, found.aim, subject.box, level, subject.anchor_x)
        if eye[1] - first.eye[1] > LEAST_RISE:
            return (_key(first, eye, aim, found.focus),)
    return (replace(first, eye=(first.eye[0], round(level, 4), first.eye[2])),)


def _pedestal(setup: Setup, rig: Rig, found: Candidate, first: Camera) -> Way:
    """Straight up, without a tilt; down from above a standing eye."""
    del setup, rig, found
    rise = PEDESTAL_METRES if first.eye[1] < 1.7 else -PEDESTAL_METRES
    eye, target = ((at[0], round(at[1] + rise, 4), at[2]) for at in (first.eye, first.target))
    return (replace(first, eye=eye, target=target),)


def _roll(setup: Setup, rig: Rig, found: Candidate, first: Camera) -> Way:
    del setup, rig, found
    return (replace(first, roll=0.0 if abs(first.roll) > 1 else ROLL_DEGREES),)


def _tilt(setup: Setup, rig: Rig, found: Candidate, first: Camera) -> Way:
    del setup, rig, found
    return (replace(first, target=_lifted(first, 22.0)),)


def _arc(setup: Setup, rig: Rig, found: Candidate, first: Camera) -> Way:
    del setup, rig
    subject = found.subject
    if subject is None:
        return (replace(first, eye=_turned(first.eye, first.target, ARC_DEGREES)),)
    aim = replace(found.aim, azimuth=(found.aim.azimuth + ARC_DEGREES) % 360)
    eye = fit(subject.points, aim, subject.box, subject.anchor_x)
    return (_key(first, eye, aim, found.focus),)


def _whip(setup: Setup, rig: Rig, found: Candidate, first: Camera) -> Way:
    """To who is looked at, else to another of the subjects, framed on the headroom of the size."""
    names = list(setup.subjects)
    mark = setup.mark(names[0]) if names else None
    others = [mark.gaze] if mark is not None and mark.gaze else []
    others += names[1:] + [each.figure for each in setup.marks if each.figure not in names]
    span = SPANS[setup.size]
    for name in others:
        points = rig.outline(setup, name, span.top, span.bottom)
        if points:
            box = size_box(setup.size, headroom=setup.composition.headroom)
            aim = tilted_to(found.eye, points, found.aim, box.top, 0.0)
            return (_key(first, found.eye, aim, rig.points(setup, name, "eye")[0]),)
    return (replace(first, target=_turned(first.target, first.eye, WHIP_DEGREES)),)


def _key(first: Camera, eye: Vector, aim: Aim, focus: Vector) -> Camera:
    forward = aim.axes[2]
    reach = max(0.3, dot(minus(focus, eye), forward))
    return replace(first, eye=rounded(eye), target=rounded(along(eye, forward, reach)))


def _turned(point: Vector, about: Vector, degrees: float) -> Vector:
    x, z = point[0] - about[0], point[2] - about[2]
    c, s = math.cos(math.radians(degrees)), math.sin(math.radians(degrees))
    return rounded((about[0] + x * c + z * s, point[1], about[2] + z * c - x * s))


def _lifted(first: Camera, degrees: float) -> Vector:
    away = minus(first.target, first.eye)
    level = math.hypot(away[0], away[2])
    pitch = math.atan2(away[1], level) + math.radians(degrees)
    aim = Aim(
        azimuth=math.degrees(math.atan2(-away[0], -away[2])),
        pitch=math.degrees(min(pitch, math.radians(80))),
        wide=1.0,
        high=1.0,
    )
    return rounded(along(first.eye, aim.axes[2], math.dist(first.eye, first.target)))


_MOVES: dict[Move, Callable[[Setup, Rig, Candidate, Camera], Way]] = {
    Move.PUSH_IN: _push,
    Move.PULL_OUT: _push,
    Move.ZOOM_IN: _zoom,
    Move.ZOOM_OUT: _zoom,
    Move.DOLLY_ZOOM: _dolly_zoom,
    Move.TRUCK: _carry,
    Move.FOLLOW: _carry,
    Move.PAN: _carry,
    Move.CRANE: _crane,
    Move.PEDESTAL: _pedestal,
    Move.ROLL: _roll,
    Move.TILT: _tilt,
    Move.ARC: _arc,
    Move.WHIP: _whip,
}
