"""One picture: rays, tone and ink put together."""

from __future__ import annotations

from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from secondunit.adapters.render.casting.rays import Hits
from secondunit.adapters.render.casting.scene import Scene
from secondunit.adapters.render.drawing.ink import NOTHING, Grid, draw_lines, edge_pixels
from secondunit.adapters.render.lens import View
from secondunit.adapters.render.light.shade import Light, shade
from secondunit.adapters.render.mesh import Floats
from secondunit.ports.renderer import Picture

_CORNERS = ((-0.25, -0.25), (0.25, -0.25), (-0.25, 0.25), (0.25, 0.25))
"""Fine samples of a pixel, from its centre."""


def draw(scene: Scene, light: Light, view: View) -> Picture:
    """The open window of a view, inked and toned."""
    height, width = view.window.height, view.window.width
    x, y = _centres(height, width)
    rays = view.directions(x, y)
    hits = _cast(scene, view, rays)
    part = _part_of(scene, hits).reshape(height, width)
    depth = hits.distance.reshape(height, width)
    edges = edge_pixels(part)
    fine = np.flatnonzero(edges)
    plain = np.flatnonzero(~edges)
    fine_x = np.concatenate([x[fine] + np.float32(dx) for dx, _ in _CORNERS])
    fine_y = np.concatenate([y[fine] + np.float32(dy) for _, dy in _CORNERS])
    fine_rays = view.directions(fine_x, fine_y)
    fine_hits = _cast(scene, view, fine_rays)
    samples = Hits(
        face=np.concatenate([hits.face[plain], fine_hits.face]),
        distance=np.concatenate([hits.distance[plain], fine_hits.distance]),
        u=np.concatenate([hits.u[plain], fine_hits.u]),
        v=np.concatenate([hits.v[plain], fine_hits.v]),
    )
    colours, dark = shade(scene, light, view.eye, np.concatenate([rays[plain], fine_rays]), samples)
    picture = np.empty((height * width, 3), dtype=np.uint8)
    shadow = np.empty(height * width, dtype=np.uint8)
    picture[plain], shadow[plain] = colours[: len(plain)], dark[: len(plain)]
    blended = colours[len(plain) :].reshape(4, -1, 3).astype(np.uint16).sum(axis=0)
    picture[fine] = ((blended + 2) // 4).astype(np.uint8)
    shadow[fine] = (dark[len(plain) :].reshape(4, -1).astype(np.uint16).sum(axis=0) // 4).astype(
        np.uint8
    )
    grid = _grid(scene, view, part, depth, (fine, fine_hits))
    ink = draw_lines(grid, scene.parts, width / 960)
    return _printed(picture.reshape(height, width, 3), shadow.reshape(height, width), ink, light)


def _grid(
    scene: Scene,
    view: View,
    part: NDArray[np.int16],
    depth: Floats,
    fine: tuple[NDArray[np.intp], Hits],
) -> Grid:
    """The fine grid: pixels doubled, and fine samples where they were taken."""
    width = part.shape[1]
    index, hits = fine
    row, column = 2 * (index // width), 2 * (index % width)
    parts = _part_of(scene, hits).reshape(4, -1)
    depths = hits.distance.reshape(4, -1)
    big_part = part.repeat(2, axis=0).repeat(2, axis=1)
    big_depth = depth.repeat(2, axis=0).repeat(2, axis=1)
    for place, (dx, dy) in enumerate(_CORNERS):
        below, right = int(dy > 0), int(dx > 0)
        big_part[row + below, column + right] = parts[place]
        big_depth[row + below, column + right] = depths[place]
    return Grid(part=big_part, depth=big_depth, pixel=0.5 / view.focal_px)


def _printed(
    picture: Picture, shadow: NDArray[np.uint8], ink: NDArray[np.uint8], light: Light
) -> Picture:
    """Tone on paper with a pencil's hatching in the shadows, then ink on top."""
    height, width = ink.shape
    grain, hatch = _paper(height, width)
    tone = picture.astype(np.int16)
    tone += grain[..., None]
    tone -= ((shadow.astype(np.int16) * hatch) >> 8)[..., None]
    density = (ink >> 1).astype(np.int16)[..., None]  # 7 bits: the product stays in 16
    line = np.array(light.mood.ink, dtype=np.int16)
    tone += ((line - tone) * density) >> 7
    return np.clip(tone, 0, 255).astype(np.uint8)


def _cast(scene: Scene, view: View, rays: Floats) -> Hits:
    origins = np.empty_like(rays)
    origins[:] = view.eye.astype(np.float32)
    return scene.caster.cast(origins, rays)


def _part_of(scene: Scene, hits: Hits) -> NDArray[np.int16]:
    part = scene.part[hits.face]
    part[hits.face < 0] = NOTHING
    return part


@lru_cache(maxsize=4)
def _centres(height: int, width: int) -> tuple[Floats, Floats]:
    row, column = np.mgrid[0:height, 0:width]
    return (
        (column.ravel() + 0.5).astype(np.float32),
        (row.ravel() + 0.5).astype(np.float32),
    )


@lru_cache(maxsize=4)
def _paper(height: int, width: int) -> tuple[NDArray[np.int16], NDArray[np.int16]]:
    """The tooth of the paper, and slanted pencil strokes; the same on every sheet."""
    rng = np.random.Generator(np.random.PCG64(1))
    noise = rng.integers(-3, 4, size=(height, width), dtype=np.int16)
    row, column = np.mgrid[0:height, 0:width]
    wobble = np.sin(row / 37.0) * 1.5 + np.sin(column / 53.0) * 1.2
    wave = np.sin((column + row * 0.75 + wobble) * (2 * np.pi / 6.5))
    strokes = np.clip((wave - 0.15) * 30, 0, 24) * (0.8 + 0.2 * np.sin(row / 11.0 + column / 29.0))
    return noise, strokes.astype(np.int16)
