"""Arrows of a board: in the frame for who moves, at its edges for the camera.

Source: storyboard convention; a push is drawn as the end frame inside the first one.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from secondunit.adapters.render.lens import View, make_view
from secondunit.film.shots.model import Mark, Move, PanelRequest
from secondunit.film.shots.panel import is_still
from secondunit.ports.renderer import Picture

Spot = tuple[float, float]
_INK = (38, 34, 33)
_PAPER = (252, 249, 240)
_RIM = 0.075
"""Where level arrows of the camera are: at the top, clear of those on the ground."""
_FINE = 2
"""Arrows are drawn this many times larger, and reduced."""


def draw_arrows(picture: Picture, view: View, request: PanelRequest) -> Picture:
    """A picture with the arrows of what moves in its shot; itself when nothing does."""
    if is_still(request):
        return picture
    from PIL import Image, ImageDraw

    height, width = picture.shape[:2]
    big = (width * _FINE, height * _FINE)
    sheet = Image.new("RGBA", big, (*_INK, 0))
    pen = _Pen(ImageDraw.Draw(sheet), big, 0.0028 * big[0])
    for mark in request.marks:
        if mark.to is not None and math.dist(mark.at, mark.to) > 0.05:
            _subject_arrow(pen, view, request, mark)
    camera = _CAMERA.get(request.move)
    if camera is not None:
        camera(pen, view, request)
    small = sheet.resize((width, height), Image.Resampling.BOX)
    page = Image.fromarray(picture)
    page.paste(small.convert("RGB"), mask=small.getchannel("A"))
    return np.asarray(page)


class _Pen:
    """Draws outlined shapes; positions are shares of the frame."""

    def __init__(self, draw: Any, size: tuple[int, int], line: float) -> None:
        self._draw = draw
        self.width, self.height = size
        self._line = max(2, round(line))

    def shape(self, points: Sequence[Spot], fill: tuple[int, int, int] = _PAPER) -> None:
        """A filled outline; points in fine pixels."""
        self._draw.polygon(list(points), fill=(*fill, 235))
        closed = [*points, points[0], points[1]]
        self._draw.line(closed, fill=(*_INK, 255), width=self._line, joint="curve")

    def stroke(self, points: Sequence[Spot], *, wide: float = 1.0) -> None:
        """An open line, with a pale edge so that it reads on any ground."""
        width = round(self._line * wide)
        self._draw.line(list(points), fill=(*_PAPER, 220), width=width * 3, joint="curve")
        self._draw.line(list(points), fill=(*_INK, 255), width=width, joint="curve")

    def arrow(
        self, start: Spot, end: Spot, thick: float, fill: tuple[int, int, int] = _PAPER
    ) -> None:
        """A fat arrow between two places, in fine pixels."""
        self.shape(arrow_outline(start, end, thick), fill)

    def at(self, x: float, y: float) -> Spot:
        """A place by its shares of width and height."""
        return (x * self.width, y * self.height)


def arrow_outline(start: Spot, end: Spot, thick: float) -> list[Spot]:
    """Seven corners of an arrow: a shaft of ``thick`` and a head twice as wide."""
    run = (end[0] - start[0], end[1] - start[1])
    length = math.hypot(*run) or 1.0
    along = (run[0] / length, run[1] / length)
    across = (-along[1], along[0])
    head = min(1.6 * thick, 0.6 * length)
    neck = (end[0] - along[0] * head, end[1] - along[1] * head)

    def off(spot: Spot, by: float) -> Spot:
        return (spot[0] + across[0] * by, spot[1] + across[1] * by)

    half = thick / 2
    return [
        off(start, half), off(neck, half), off(neck, 2 * half), end, off(neck, -2 * half),
        off(neck, -half), off(start, -half),
    ]  # fmt: skip


def _subject_arrow(pen: _Pen, view: View, request: PanelRequest, mark: Mark) -> None:
    """Where a figure goes: on the ground in perspective, or beside it in a close shot."""
    assert mark.to is not None  # noqa: S101 - the caller has looked
    figure = next((each for each in request.figures if each.name == mark.figure), None)
    colour = figure.colour if figure else _PAPER
    fill = tuple(round(0.72 * c + 0.28 * p) for c, p in zip(colour, _PAPER, strict=True))
    start, end = np.asarray(mark.at, dtype=np.float64), np.asarray(mark.to, dtype=np.float64)
    run = end - start
    length = float(np.linalg.norm(run))
    ahead = run / length
    flat = arrow_outline((0.0, 0.0), (0.0, max(min(length, 2.6) - 0.3, 0.5)), 0.22)
    aside = np.array([ahead[2], 0.0, -ahead[0]])
    ground = np.array([start + ahead * (0.3 + y) + aside * x + (0, 0.01, 0) for x, y in flat])
    spots = view.project(ground)
    wide, high = view.window.width, view.window.height
    inside = (spots[:, 0] > 0) & (spots[:, 0] < wide) & (spots[:, 1] > 0) & (spots[:, 1] < high)
    if bool((spots[:, 2] > 0.4).all()) and int(inside.sum()) >= 5:
        pen.shape([(x * _FINE, y * _FINE) for x, y, _ in spots], (fill[0], fill[1], fill[2]))
        return
    tall = figure.height if figure else 1.7
    high_up = start + np.array([0.0, 0.72 * tall, 0.0])
    chest = view.project(np.stack([high_up, high_up + ahead * 0.5]))
    if chest[0, 2] <= 0.2 or chest[1, 2] <= 0.2 or not -0.5 * wide < chest[0, 0] < 1.5 * wide:
        return
    way = chest[1, :2] - chest[0, :2]
    if abs(way[0]) < 0.04 * wide:  # to or from the camera: down or up the frame
        way = np.array([0.0, 1.0 if float(ahead @ view.forward) < 0 else -1.0])
    way = way / np.linalg.norm(way)
    x = float(np.clip(chest[0, 0], 0.15 * wide, 0.85 * wide))
    y = float(np.clip(chest[0, 1], 0.45 * high, 0.80 * high))
    tip = (x + way[0] * 0.17 * wide, y + way[1] * 0.17 * wide * 0.7)
    pen.arrow((x * _FINE, y * _FINE), (tip[0] * _FINE, tip[1] * _FINE), 0.03 * pen.width,
              (fill[0], fill[1], fill[2]))  # fmt: skip


def _travel(view: View, request: PanelRequest) -> NDArray[np.float64]:
    """How far the eye, and where the aim, goes in the first frame: right, up, and pan, tilt."""
    first, last = request.camera[0], request.camera[-1]
    eye = np.asarray(last.eye) - np.asarray(first.eye)
    turn = make_view(request, last).forward
    return np.array([eye @ view.right, eye @ view.up, turn @ view.right, turn @ view.up])


def _sign(value: float) -> float:
    return -1.0 if value < -1e-6 else 1.0


def _pan(pen: _Pen, view: View, request: PanelRequest) -> None:
    way = _sign(_travel(view, request)[2]) * 0.13
    pen.arrow(pen.at(0.5 - way, _RIM), pen.at(0.5 + way, _RIM), 0.026 * pen.width)


def _tilt(pen: _Pen, view: View, request: PanelRequest) -> None:
    way = _sign(_travel(view, request)[3]) * 0.20
    pen.arrow(pen.at(0.955, 0.5 + way), pen.at(0.955, 0.5 - way), 0.026 * pen.width)


def _truck(pen: _Pen, view: View, request: PanelRequest) -> None:
    way = _sign(_travel(view, request)[0]) * 0.15
    pen.arrow(pen.at(0.5 - way, _RIM), pen.at(0.5 + way, _RIM), 0.026 * pen.width)
    for x in (0.5 - way * 1.18, 0.5 - way * 1.30):  # the rails' sleepers
        pen.stroke([pen.at(x, _RIM - 0.025), pen.at(x, _RIM + 0.025)], wide=1.4)


def _crane(pen: _Pen, view: View, request: PanelRequest) -> None:
    way = _sign(_travel(view, request)[1])
    spots = [
        pen.at(0.035 + 0.05 * math.sin(a) ** 2, 0.5 + way * 0.26 * math.cos(a))
        for a in np.linspace(0, math.pi, 13)
    ]
    _ribbon(pen, spots, 0.022 * pen.width)


def _arc(pen: _Pen, view: View, request: PanelRequest) -> None:
    way = _sign(_travel(view, request)[0])
    spots = [
        pen.at(0.5 - way * 0.20 * math.cos(a), 0.06 + 0.075 * math.sin(a))
        for a in np.linspace(0.1, math.pi - 0.1, 15)
    ]
    _ribbon(pen, spots, 0.022 * pen.width)


def _ribbon(pen: _Pen, spots: Sequence[Spot], thick: float) -> None:
    """A bent arrow along a row of places."""
    path = np.array(spots)
    along = np.gradient(path, axis=0)
    along /= np.linalg.norm(along, axis=1, keepdims=True)
    across = np.stack([-along[:, 1], along[:, 0]], axis=1) * thick / 2
    neck = len(path) - 3
    left, right = path[: neck + 1] + across[: neck + 1], path[: neck + 1] - across[: neck + 1]
    tip = path[neck] + along[neck] * thick * 1.7
    outline = [*left, path[neck] + 2 * across[neck], tip, path[neck] - 2 * across[neck]]
    pen.shape([(float(x), float(y)) for x, y in [*outline, *right[::-1]]])


def _push(pen: _Pen, view: View, request: PanelRequest) -> None:
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


def _pull(pen: _Pen, view: View, request: PanelRequest) -> None:
    del view, request
    for a, b in ((0.0, 0.0), (1.0, 0.0), (1.0, 1.0), (0.0, 1.0)):
        start = (0.5 + (a - 0.5) * 0.70, 0.5 + (b - 0.5) * 0.70)
        tip = (0.5 + (a - 0.5) * 0.94, 0.5 + (b - 0.5) * 0.92)
        pen.arrow(pen.at(*start), pen.at(*tip), 0.017 * pen.width)


def _end_frame(view: View, request: PanelRequest) -> list[Spot]:
    """The last key's frame, at its target's distance, in shares of the first frame."""
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
        low, high = (0.10, 0.42) if x < 0 else (0.58, 0.90)
        across = float(np.clip(share_x, low, high))
        low, high = (0.10, 0.42) if y > 0 else (0.58, 0.90)
        found.append((across, float(np.clip(share_y, low, high))))
    return found


def _hand_held(pen: _Pen, view: View, request: PanelRequest) -> None:
    del view, request
    for side in (0.0, 1.0):
        x = 0.03 + 0.94 * side
        wave = [pen.at(x + 0.008 * math.sin(t * 9), 0.36 + 0.28 * t) for t in np.linspace(0, 1, 60)]
        pen.stroke(wave)


_CAMERA: dict[Move, Callable[[_Pen, View, PanelRequest], None]] = {
    Move.PAN: _pan,
    Move.TILT: _tilt,
    Move.PUSH_IN: _push,
    Move.PULL_OUT: _pull,
    Move.TRUCK: _truck,
    Move.FOLLOW: _truck,
    Move.CRANE: _crane,
    Move.ARC: _arc,
    Move.HANDHELD: _hand_held,
}
