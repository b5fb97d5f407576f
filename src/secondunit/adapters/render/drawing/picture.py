"""One picture: rays, tone and ink put together."""

from __future__ import annotations

from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from secondunit.adapters.render.casting.scene import Scene
from secondunit.adapters.render.casting.tracer import RAYS, Tracer
from secondunit.adapters.render.drawing.ink import Grid, draw_lines
from secondunit.adapters.render.drawing.samples import Samples, fine_grid, part_of, take_samples
from secondunit.adapters.render.lens import View
from secondunit.adapters.render.light.shade import Light, shade
from secondunit.ports.renderer import Picture


def draw(scene: Scene, light: Light, view: View, tracer: Tracer = RAYS) -> Picture:
    """The open window of a view, inked and toned."""
    samples = take_samples(scene, view, tracer)
    picture, shadow = tone(scene, light, samples)
    return print_on_paper(picture, shadow, draw_ink(scene, samples), light)


def tone(scene: Scene, light: Light, samples: Samples) -> tuple[Picture, NDArray[np.uint8]]:
    """``(h, w, 3)`` sRGB of the lit scene without a line, and ``(h, w)`` how much is shadow."""
    plain, fine = samples.plain, samples.fine
    colours, dark = shade(scene, light, (samples.view, samples.tracer), *samples.standing())
    height, width = samples.part.shape
    picture = np.empty((height * width, 3), dtype=np.uint8)
    shadow = np.empty(height * width, dtype=np.uint8)
    picture[plain], shadow[plain] = colours[: len(plain)], dark[: len(plain)]
    blended = colours[len(plain) :].reshape(4, -1, 3).astype(np.uint16).sum(axis=0)
    picture[fine] = ((blended + 2) // 4).astype(np.uint8)
    shadow[fine] = (dark[len(plain) :].reshape(4, -1).astype(np.uint16).sum(axis=0) // 4).astype(
        np.uint8
    )
    return picture.reshape(height, width, 3), shadow.reshape(height, width)


def draw_ink(scene: Scene, samples: Samples) -> NDArray[np.uint8]:
    """``(h, w)`` density of ink, 0 to 255."""
    grid = Grid(
        part=fine_grid(samples, samples.part, part_of(scene, samples.fine_hits)),
        depth=fine_grid(samples, samples.depth, samples.fine_hits.distance),
        pixel=0.5 / samples.view.focal_px,
    )
    return draw_lines(grid, scene.parts, samples.part.shape[1] / 960)


def print_on_paper(
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
