"""What moves during a shot: the camera between its keys, and figures along their paths."""

from __future__ import annotations

import math
from dataclasses import replace

from secondunit.adapters.render.lens import View
from secondunit.adapters.render.staged.stage import Player
from secondunit.core.ids import digest
from secondunit.film.shots.model import Camera, Mark, Move, PanelRequest, Pose, Vector
from secondunit.film.shots.panel import stays

_STEP = {Pose.WALK: 1.45, Pose.RUN: 2.5}
"""Metres of two steps, for a grown-up of 1.75 m."""
_SHAKE = ((0.55, 1.0), (0.9, 0.55), (1.7, 0.28), (3.1, 0.10))
"""Hertz and share of the sums that a hand-held camera sways by."""
_SWAY = 0.0065
"""Size of the sway, as a share of the distance to the target."""
_ROLL = 60.0
"""Degrees of roll for a sway of one."""


def only_shakes(request: PanelRequest) -> bool:
    """True when nothing moves but a camera that sways in the hand."""
    return stays(request) and request.move is Move.HANDHELD


def sway_pixels(view: View) -> int:
    """The most that a hand-held camera's sway moves a pixel of a view, in pixels."""
    most = _SWAY * sum(size for _, size in _SHAKE)
    turn = math.hypot(view.window.width, view.window.height) / 2 * math.radians(most * _ROLL)
    return math.ceil(1.1 * (view.focal_px * most + turn)) + 2


def camera_at(request: PanelRequest, share: float, seconds: float) -> Camera:
    """The camera at a share of the shot, eased in and out, with its shake."""
    keys = request.camera
    found = keys[0]
    if len(keys) > 1:
        spot = eased(share) * (len(keys) - 1)
        before = min(int(spot), len(keys) - 2)
        found = _between(keys[before], keys[before + 1], spot - before, request.move)
    if request.move is Move.HANDHELD:
        found = _shaken(found, request.shot, seconds)
    return found


def players_at(request: PanelRequest, share: float) -> list[Player]:
    """Every marked figure where it is at a share of the shot."""
    figures = {figure.name: figure for figure in request.figures}
    players = []
    for mark in request.marks:
        if mark.figure in figures:
            figure = figures[mark.figure]
            now, phase = _walked(mark, share, figure.height)
            players.append(Player(figure=figure, mark=now, phase=phase))
    return players


def eased(share: float) -> float:
    """Ease in and out.

    >>> eased(0.0), eased(0.5), eased(1.0)
    (0.0, 0.5, 1.0)
    """
    bounded = min(max(share, 0.0), 1.0)
    return bounded * bounded * (3 - 2 * bounded)


def _walked(mark: Mark, share: float, height: float) -> tuple[Mark, float]:
    """A mark on its way, and the phase of its step there."""
    phase = (int(digest([mark.figure])[:4], 16) % 100) / 400 + 0.06
    if mark.to is None:
        return mark, phase
    run = math.dist(mark.at, mark.to)
    if run < 1e-6:
        return mark, phase
    at = _mix(mark.at, mark.to, share)
    pose = mark.pose if mark.pose in _STEP else Pose.WALK
    facing = math.degrees(math.atan2(mark.to[0] - mark.at[0], mark.to[2] - mark.at[2]))
    pace = _STEP[pose] * height / 1.75
    moved = mark if mark.pose in {Pose.DRIVE, Pose.SIT} else replace(mark, pose=pose, facing=facing)
    return replace(moved, at=at), phase + share * run / pace


def _between(first: Camera, second: Camera, share: float, move: Move) -> Camera:
    if move is Move.ARC:
        eye = _round_about(first, second, share)
    else:
        eye = _mix(first.eye, second.eye, share)
    return Camera(
        eye=eye,
        target=_mix(first.target, second.target, share),
        roll=first.roll + (second.roll - first.roll) * share,
        focal_mm=first.focal_mm * (second.focal_mm / first.focal_mm) ** share,
    )


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


def _shaken(camera: Camera, seed: str, seconds: float) -> Camera:
    reach = math.dist(camera.eye, camera.target)
    phases = digest([seed, "hand-held"])
    sway = []
    for axis in range(3):
        total = 0.0
        for place, (hertz, size) in enumerate(_SHAKE):
            turn = int(phases[8 * axis + 2 * place : 8 * axis + 2 * place + 2], 16) / 256
            total += size * math.sin(2 * math.pi * (hertz * seconds + turn))
        sway.append(total * _SWAY)
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
