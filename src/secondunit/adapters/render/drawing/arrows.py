"""Arrows of a board: in the frame for who moves, at its edges for the camera.

Source: storyboard convention; a push is drawn as the end frame inside the first one.
"""

from __future__ import annotations

import math
from dataclasses import replace

import numpy as np

from secondunit.adapters.render.drawing.camera_arrows import CAMERA_ARROWS
from secondunit.adapters.render.drawing.pen import FINE, INK, PAPER, Pen, arrow_outline
from secondunit.adapters.render.lens import View
from secondunit.film.shots.camera.path import legs_of
from secondunit.film.shots.model import Mark, PanelRequest, Vector
from secondunit.film.shots.panel import is_still
from secondunit.ports.renderer import Picture


def draw_arrows(picture: Picture, view: View, request: PanelRequest) -> Picture:
    """A picture with the arrows of what moves in its shot; itself when nothing does."""
    if is_still(request):
        return picture
    from PIL import Image, ImageDraw

    height, width = picture.shape[:2]
    big = (width * FINE, height * FINE)
    sheet = Image.new("RGBA", big, (*INK, 0))
    pen = Pen(ImageDraw.Draw(sheet), big, 0.0028 * big[0])
    for mark in request.marks:
        legs = [leg for leg in legs_of(mark) if math.dist(leg[0], leg[1]) > 0.05]
        for start, end, _ in legs[:-1]:
            _trail(pen, view, start, end)
        for start, end, _ in legs[-1:]:
            _subject_arrow(pen, view, request, replace(mark, at=start, to=end))
    camera = CAMERA_ARROWS.get(request.move)
    if camera is not None:
        camera(pen, view, request)
    small = sheet.resize((width, height), Image.Resampling.BOX)
    page = Image.fromarray(picture)
    page.paste(small.convert("RGB"), mask=small.getchannel("A"))
    return np.asarray(page)


def _subject_arrow(pen: Pen, view: View, request: PanelRequest, mark: Mark) -> None:
    """Where a figure goes: on the ground in perspective, or beside it in a close shot."""
    assert mark.to is not None  # noqa: S101 - the caller has looked
    figure = next((each for each in request.figures if each.name == mark.figure), None)
    colour = figure.colour if figure else PAPER
    fill = tuple(round(0.72 * c + 0.28 * p) for c, p in zip(colour, PAPER, strict=True))
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
        pen.shape([(x * FINE, y * FINE) for x, y, _ in spots], (fill[0], fill[1], fill[2]))
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
    pen.arrow((x * FINE, y * FINE), (tip[0] * FINE, tip[1] * FINE), 0.03 * pen.width,
              (fill[0], fill[1], fill[2]))  # fmt: skip


def _trail(pen: Pen, view: View, start: Vector, end: Vector) -> None:
    """A part of a way before its last: a line on the ground."""
    spots = view.project(np.array([(x, y + 0.01, z) for x, y, z in (start, end)], dtype=np.float64))
    if bool((spots[:, 2] > 0.4).all()):
        pen.stroke([(x * FINE, y * FINE) for x, y, _ in spots], wide=1.6)
