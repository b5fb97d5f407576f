"""What moves during a shot: the camera between its keys, and figures along their paths."""

from __future__ import annotations

import math
from dataclasses import replace

from secondunit.adapters.render.lens import View
from secondunit.adapters.render.staged.stage import Player
from secondunit.core.ids import digest
from secondunit.film.shots.camera.body import phase_of
from secondunit.film.shots.camera.path import keys_of, mark_at, walked
from secondunit.film.shots.model import Camera, Easing, Mark, Move, PanelRequest, Pose, Vector
from secondunit.film.shots.panel import stays, sways

_STEP = {Pose.WALK: 1.45, Pose.RUN: 2.5}
"""Metres of two steps, for a grown-up of 1.75 m."""
_SHAKE = ((0.55, 1.0), (0.9, 0.55), (1.7, 0.28), (3.1, 0.10))
"""Hertz and share of the sums that a hand-held camera sways by."""
_SWAY = 0.0065
"""Size of the sway, as a share of the distance to the target, where nobody asked for another."""
_ROLL = 60.0
"""Degrees of roll for a sway of one."""
_WHIP = (0.38, 0.62)
"""Shares of a shot between which a whip swings; it rests before and after."""


def only_shakes(request: PanelRequest) -> bool:
    """True when nothing moves but a camera that sways in the hand."""
    return stays(request) and sways(request)


def sway_pixels(view: View, request: PanelRequest) -> int:
    """The most that a hand-held camera's sway moves a pixel of a view, in pixels."""
    most = _sway(request) * sum(size for _, size in _SHAKE)
    turn = math.hypot(view.window.width, view.window.height) / 2 * math.radians(most * _ROLL)
    return math.ceil(1.1 * (view.focal_px * most + turn)) + 2


def camera_at(request: PanelRequest, share: float, seconds: float) -> Camera:
    """The camera at a share of the shot, eased as the motion says, with its sway.

    Args:
        request: The shot.
        share: Of the shot, 0 to 1.
        seconds: Since its start, for the sway.
    """
    keys = request.camera
    found = keys[0]
    if len(keys) > 1:
        spot = _paced(request, share) * (len(keys) - 1)
        before = min(int(spot), len(keys) - 2)
        found = _between(keys[before], keys[before + 1], spot - before, request.move)
    return _shaken(found, request, seconds) if sways(request) else found


def players_at(request: PanelRequest, share: float) -> list[Player]:
    """Every marked figure where it is at a share of the shot."""
    figures = {figure.name: figure for figure in request.figures}
    return [_player(request, mark, share) for mark in request.marks if mark.figure in figures]


def eased(share: float, easing: Easing = Easing.EASE) -> float:
    """How far a move has come at a share of its time.

    >>> eased(0.0), eased(0.5), eased(1.0)
    (0.0, 0.5, 1.0)
    >>> eased(0.5, Easing.EASE_IN), eased(0.5, Easing.EASE_OUT), eased(0.5, Easing.LINEAR)
    (0.25, 0.75, 0.5)
    """
    bounded = min(max(share, 0.0), 1.0)
    if easing is Easing.LINEAR:
        return bounded
    if easing is Easing.EASE_IN:
        return bounded * bounded
    if easing is Easing.EASE_OUT:
        return bounded * (2 - bounded)
    return bounded * bounded * (3 - 2 * bounded)


def _paced(request: PanelRequest, share: float) -> float:
    if request.move is Move.WHIP:
        share = (share - _WHIP[0]) / (_WHIP[1] - _WHIP[0])
    return eased(share, request.motion.easing)


def _player(request: PanelRequest, mark: Mark, share: float) -> Player:
    """A figure on its way, and the phase of its step there."""
    figure = next(each for each in request.figures if each.name == mark.figure)
    phase = phase_of(mark.figure)
    if not keys_of(mark):
        return Player(figure=figure, mark=mark, phase=phase)
    now = mark_at(mark, share)
    pace = _STEP.get(now.pose, _STEP[Pose.WALK]) * figure.height / 1.75
    return Player(figure=figure, mark=now, phase=phase + walked(mark, share) / pace)


def _between(first: Camera, second: Camera, share: float, move: Move) -> Camera:
    if move is Move.ARC:
        eye = _round_about(first, second, share)
    else:
        eye = _mix(first.eye, second.eye, share)
    target = _mix(first.target, second.target, share)
    if move in {Move.WHIP, Move.PAN}:
        target = _swung(first, second, eye, share)
    focal = first.focal_mm * (second.focal_mm / first.focal_mm) ** share
    if move is Move.DOLLY_ZOOM:
        focal = _held(first, second, math.dist(eye, target), share)
    return Camera(
        eye=eye,
        target=target,
        roll=first.roll + (second.roll - first.roll) * share,
        focal_mm=focal,
    )


def _held(first: Camera, second: Camera, away: float, share: float) -> float:
    """The focal length that keeps the subject's size at a distance: f over d stays as it is.

    Source: a span S at distance d fills f S / (h d) of the frame height.
    """
    start = first.focal_mm / max(math.dist(first.eye, first.target), 1e-6)
    end = second.focal_mm / max(math.dist(second.eye, second.target), 1e-6)
    return (start + (end - start) * share) * away


def _swung(first: Camera, second: Camera, eye: Vector, share: float) -> Vector:
    """The target of a head that turns evenly, whatever the distances of what it looks at."""
    start, end = _bearing(first), _bearing(second)
    turn = (end[1] - start[1] + math.pi) % (2 * math.pi) - math.pi
    reach = start[0] * (end[0] / max(start[0], 1e-6)) ** share
    angle = start[1] + turn * share
    tip = start[2] + (end[2] - start[2]) * share
    level = reach * math.cos(tip)
    return (
        eye[0] + level * math.sin(angle),
        eye[1] + reach * math.sin(tip),
        eye[2] + level * math.cos(angle),
    )


def _bearing(key: Camera) -> tuple[float, float, float]:
    """Distance, azimuth and elevation of a key's target, metres and radians."""
    x, y, z = (b - a for a, b in zip(key.eye, key.target, strict=True))
    level = math.hypot(x, z)
    return max(math.hypot(level, y), 1e-6), math.atan2(x, z), math.atan2(y, level)


def _round_about(first: Camera, second: Camera, share: float) -> Vector:
    """The eye on its way round the target, at the keys' distances."""
    start = _polar(first)
    end = _polar(second)
    turn = (end[1] - start[1] + math.pi) % (2 * math.pi) - math.pi
    angle = start[1] + turn * share
    reach = start[0] + (end[0] - start[0]) * share
    target = _mix(first.target, second.target, share)
    rise = first.eye[1] + (second.eye[1] - first.eye[1]) * share
    return (target[0] + reach * math.sin(angle), rise, target[2] + reach * math.cos(angle))


def _polar(key: Camera) -> tuple[float, float]:
    x, z = key.eye[0] - key.target[0], key.eye[2] - key.target[2]
    return math.hypot(x, z), math.atan2(x, z)


def _sway(request: PanelRequest) -> float:
    """Size of a sway of one, as a share of the distance to the target."""
    asked = request.motion.sway_degrees
    most = sum(size for _, size in _SHAKE)
    return math.tan(math.radians(asked)) / most if asked > 0 else _SWAY


def _shaken(camera: Camera, request: PanelRequest, seconds: float) -> Camera:
    reach = math.dist(camera.eye, camera.target)
    motion = request.motion
    phases = digest([motion.seed or request.shot, "hand-held"])
    speed = motion.sway_hertz / _SHAKE[0][0] if motion.sway_hertz > 0 else 1.0
    sway = []
    for axis in range(3):
        total = 0.0
        for place, (hertz, size) in enumerate(_SHAKE):
            turn = int(phases[8 * axis + 2 * place : 8 * axis + 2 * place + 2], 16) / 256
            total += size * math.sin(2 * math.pi * (speed * hertz * seconds + turn))
        sway.append(total * _sway(request))
    x, y, z = camera.target
    return replace(
        camera,
        target=(x + sway[0] * reach, y + sway[1] * reach, z + sway[0] * reach * 0.3),
        roll=camera.roll + sway[2] * _ROLL,
    )


def _mix(first: Vector, second: Vector, share: float) -> Vector:
    return (
        first[0] + (second[0] - first[0]) * share,
        first[1] + (second[1] - first[1]) * share,
        first[2] + (second[2] - first[2]) * share,
    )
