"""Arrows at the edges of a frame for what the camera does, by the convention of storyboards."""

from __future__ import annotations

import math
from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from secondunit.adapters.render.drawing.pen import Pen, Spot, ribbon
from secondunit.adapters.render.lens import View, make_view
from secondunit.film.shots.model import Move, PanelRequest

_RIM = 0.075
"""Where level arrows of the camera are: at the top, clear of those on the ground."""


def _travel(view: View, request: PanelRequest) -> NDArray[np.float64]:
    """How far the eye, and where the aim, goes in the first frame: right, up, and pan, tilt."""
    first, last = request.camera[0], request.camera[-1]
    eye = np.asarray(last.eye) - np.asarray(first.eye)
    turn = make_view(request, last).forward
    return np.array([eye @ view.right, eye @ view.up, turn @ view.right, turn @ view.up])


def _sign(value: float) -> float:
    return -1.0 if value < -1e-6 else 1.0


def _pan(pen: Pen, view: View, request: PanelRequest) -> None:
    way = _sign(_travel(view, request)[2]) * 0.13
    pen.arrow(pen.at(0.5 - way, _RIM), pen.at(0.5 + way, _RIM), 0.026 * pen.width)


def _tilt(pen: Pen, view: View, request: PanelRequest) -> None:
    way = _sign(_travel(view, request)[3]) * 0.20
    pen.arrow(pen.at(0.955, 0.5 + way), pen.at(0.955, 0.5 - way), 0.026 * pen.width)


def _truck(pen: Pen, view: View, request: PanelRequest) -> None:
    way = _sign(_travel(view, request)[0]) * 0.15
    pen.arrow(pen.at(0.5 - way, _RIM), pen.at(0.5 + way, _RIM), 0.026 * pen.width)
    for x in (0.5 - way * 1.18, 0.5 - way * 1.30):  # the rails' sleepers
        pen.stroke([pen.at(x, _RIM - 0.025), pen.at(x, _RIM + 0.025)], wide=1.4)


def _crane(pen: Pen, view: View, request: PanelRequest) -> None:
    way = _sign(_travel(view, request)[1])
    spots = [
        pen.at(0.035 + 0.05 * math.sin(a) ** 2, 0.5 + way * 0.26 * math.cos(a))
        for a in np.linspace(0, math.pi, 13)
    ]
    ribbon(pen, spots, 0.022 * pen.width)


def _arc(pen: Pen, view: View, request: PanelRequest) -> None:
    way = _sign(_travel(view, request)[0])
    spots = [
        pen.at(0.5 - way * 0.20 * math.cos(a), 0.06 + 0.075 * math.sin(a))
        for a in np.linspace(0.1, math.pi - 0.1, 15)
    ]
    ribbon(pen, spots, 0.022 * pen.width)


def _push(pen: Pen, view: View, request: PanelRequest) -> None:
    """Brackets where the end frame is, with arrows from the corners of the first frame."""
    box = _end_frame(view, request)
    corners = ((0.0, 0.0), (1.0, 0.0), (1.0, 1.0), (0.0, 1.0))
    for (x, y), (a, b) in zip(box, corners, strict=True):
        dx, dy = (0.05 if a == 0 else -0.05), (0.08 if b == 0 else -0.08)
        pen.stroke([pen.at(x + dx, y), pen.at(x, y), pen.at(x, y + dy)])
        start, end = (a * 0.96 + 0.02, b * 0.94 + 0.03), (x, y)
        reach = 0.72
        tip = (start[0] + (end[0] - start[0]) * reach, start[1] + (end[1] - start[1]) * reach)
        pen.arrow(pen.at(*start), pen.at(*tip), 0.017 * pen.width)


def _pull(pen: Pen, view: View, request: PanelRequest) -> None:
    del view, request
    for a, b in ((0.0, 0.0), (1.0, 0.0), (1.0, 1.0), (0.0, 1.0)):
        start = (0.5 + (a - 0.5) * 0.70, 0.5 + (b - 0.5) * 0.70)
        tip = (0.5 + (a - 0.5) * 0.94, 0.5 + (b - 0.5) * 0.92)
        pen.arrow(pen.at(*start), pen.at(*tip), 0.017 * pen.width)


def _end_frame(
    view: View, request: PanelRequest, rim: float = 0.10, middle: float = 0.42
) -> list[Spot]:
    """The last key's frame, at its target's distance, in shares of the first frame.

    Corners are kept between a rim and the middle, so that arrows to them can be seen.
    """
    last = make_view(request, request.camera[-1])
    reach = float(
        np.linalg.norm(np.asarray(request.camera[-1].target) - np.asarray(request.camera[-1].eye))
    )
    half_x = last.window.width / 2 / last.focal_px
    half_y = last.window.height / 2 / last.focal_px
    found = []
    for x, y in ((-1, 1), (1, 1), (1, -1), (-1, -1)):
        ray = last.forward + last.right * x * half_x + last.up * y * half_y
        spot = view.project(last.eye + ray * reach)[0]
        share_x, share_y = spot[0] / view.window.width, spot[1] / view.window.height
        low, high = (rim, middle) if x < 0 else (1 - middle, 1 - rim)
        across = float(np.clip(share_x, low, high))
        low, high = (rim, middle) if y > 0 else (1 - middle, 1 - rim)
        found.append((across, float(np.clip(share_y, low, high))))
    return found


def _zoom(pen: Pen, view: View, request: PanelRequest) -> None:
    """The end frame inside the first, its corners joined to it: the lens moves, not the camera."""
    wider = request.camera[-1].focal_mm < request.camera[0].focal_mm
    box = [(0.15, 0.15), (0.85, 0.15), (0.85, 0.85), (0.15, 0.85)]
    box = box if wider else _end_frame(view, request, rim=0.015, middle=0.48)
    pen.stroke([pen.at(x, y) for x, y in [*box, box[0]]], wide=0.8)
    for (x, y), (a, b) in zip(box, ((0.0, 0.0), (1.0, 0.0), (1.0, 1.0), (0.0, 1.0)), strict=True):
        rim = pen.at(a * 0.96 + 0.02, b * 0.94 + 0.03)
        start, end = (pen.at(x, y), rim) if wider else (rim, pen.at(x, y))
        pen.arrow(start, end, 0.007 * pen.width)


def _dolly_zoom(pen: Pen, view: View, request: PanelRequest) -> None:
    """Arrows of the dolly on the rails below, against those of the lens on the rim."""
    first, last = request.camera[0], request.camera[-1]
    inward = last.focal_mm < first.focal_mm
    near, far = (0.80, 0.94) if inward else (0.94, 0.80)
    for side in (-1, 1):
        rail = 0.5 + side * (0.13 if inward else 0.09), 0.5 + side * (0.09 if inward else 0.13)
        pen.arrow(pen.at(rail[0], far), pen.at(rail[1], near), 0.02 * pen.width)
        start, end = (0.5 + side * 0.36, 0.5 + side * 0.46)
        if not inward:
            start, end = end, start
        pen.arrow(pen.at(start, _RIM), pen.at(end, _RIM), 0.02 * pen.width)
    del view


def _whip(pen: Pen, view: View, request: PanelRequest) -> None:
    """A pan with the streaks of its speed."""
    way = _sign(_travel(view, request)[2])
    for row, reach in ((-0.032, 0.10), (0.0, 0.16), (0.032, 0.10)):
        tail = 0.5 - way * 0.16
        pen.stroke([pen.at(tail, _RIM + row), pen.at(tail - way * reach, _RIM + row)], wide=1.2)
    pen.arrow(pen.at(0.5 - way * 0.13, _RIM), pen.at(0.5 + way * 0.2, _RIM), 0.034 * pen.width)


def _pedestal(pen: Pen, view: View, request: PanelRequest) -> None:
    way = _sign(_travel(view, request)[1]) * 0.20
    pen.arrow(pen.at(0.045, 0.5 + way), pen.at(0.045, 0.5 - way), 0.026 * pen.width)
    foot = 0.5 + way * 1.15
    pen.stroke([pen.at(0.025, foot), pen.at(0.065, foot)], wide=1.6)


def _roll(pen: Pen, view: View, request: PanelRequest) -> None:
    """Bent arrows on both sides, the way the picture tips."""
    del view
    way = _sign(request.camera[-1].roll - request.camera[0].roll)
    for side in (0.0, math.pi):
        spots = [
            pen.at(0.5 + 0.44 * math.cos(side + way * a), 0.5 + 0.42 * math.sin(side + way * a))
            for a in np.linspace(-0.34, 0.34, 11)
        ]
        ribbon(pen, spots, 0.018 * pen.width)


def _hand_held(pen: Pen, view: View, request: PanelRequest) -> None:
    del view, request
    for side in (0.0, 1.0):
        x = 0.03 + 0.94 * side
        wave = [pen.at(x + 0.008 * math.sin(t * 9), 0.36 + 0.28 * t) for t in np.linspace(0, 1, 60)]
        pen.stroke(wave)


CAMERA_ARROWS: dict[Move, Callable[[Pen, View, PanelRequest], None]] = {
    Move.PAN: _pan,
    Move.TILT: _tilt,
    Move.PUSH_IN: _push,
    Move.PULL_OUT: _pull,
    Move.TRUCK: _truck,
    Move.FOLLOW: _truck,
    Move.CRANE: _crane,
    Move.ARC: _arc,
    Move.HANDHELD: _hand_held,
    Move.ZOOM_IN: _zoom,
    Move.ZOOM_OUT: _zoom,
    Move.DOLLY_ZOOM: _dolly_zoom,
    Move.WHIP: _whip,
    Move.PEDESTAL: _pedestal,
    Move.ROLL: _roll,
}
"""By move; what does not move has none."""
