"""Passes seen by OpenGL against the same passes seen by rays, and what each costs.

Run it with ``python -m benchmarks.opengl``; it needs the ``gl`` extra and a driver of OpenGL 3.3.
"""

from __future__ import annotations

import io
import time
from unittest.mock import patch

import numpy as np
from benchmarks.boards import requests
from benchmarks.passes import FIVE, asked, overlap, read_exr, read_png, sample
from numpy.typing import NDArray

from secondunit.adapters.opengl.tracer import OpenGLTracer
from secondunit.adapters.render.casting import rays, scene
from secondunit.adapters.render.passes.maker import ShotPasses
from secondunit.adapters.render.staged import shot
from secondunit.core.errors import NotConfigured
from secondunit.film.shots.passes import PassKind, PassRequest
from secondunit.ports.passes import MadePass

KINDS = (PassKind.BEAUTY, PassKind.BOARD, PassKind.DEPTH, PassKind.NORMALS, PassKind.IDS)
APART = 12
"""Levels of 255 within which nobody tells two pictures apart."""
LEAST = 200
"""Pixels of a mask that is held against another."""
SLOW = 2
"""Boards drawn by the caster of machines without embreex: it takes its time."""


def rows() -> list[tuple[str, str, str]]:
    """Rows of what, measured, bar."""
    try:
        tracer = OpenGLTracer.opened()
    except NotConfigured as error:
        return [("passes by OpenGL", str(error), "-")]
    drawn, cast = ShotPasses(tracer=tracer), ShotPasses()
    figures: list[float] = []
    sets: list[float] = []
    depth: list[NDArray[np.float64]] = []
    apart: dict[PassKind, list[float]] = {kind: [] for kind in KINDS}
    for panel in sample():
        request = asked(panel, KINDS)
        for mine, theirs in zip(drawn.make_passes(request), cast.make_passes(request), strict=True):
            if mine.suffix == ".exr":
                if mine.kind is PassKind.DEPTH:
                    first, second = read_exr(mine)["Z"], read_exr(theirs)["Z"]
                    both = (first < 1e9) & (second < 1e9)
                    depth.append(np.abs(first[both] - second[both]))
            elif mine.part:
                first, second = read_png(mine) / 255, read_png(theirs) / 255
                if second.sum() >= LEAST:
                    (sets if mine.part == "set" else figures).append(overlap(first, second))
            else:
                apart[mine.kind].append(differing(mine, theirs))
    metres = np.concatenate(depth)
    shares = {kind: 100 * float(np.max(found)) for kind, found in apart.items()}
    return [
        (f"OpenGL ({tracer.version}): masks of {len(figures)} figures",
         f"{min(figures):.4f} least, {np.median(figures):.4f} median", ">= 0.985"),
        ("  masks of sets", f"{min(sets):.4f} least", ">= 0.995"),
        ("  depth", f"{1000 * np.median(metres):.4f} mm median, "
         f"{100 * float((metres < 0.001).mean()):.2f} % within 1 mm", "<= 1 mm"),
        *((f"  {kind.value}: pixels that differ", f"{share:.3f} % most", "printed")
          for kind, share in shares.items()),
        *spent(drawn, cast),
    ]  # fmt: skip


def differing(first: MadePass, second: MadePass) -> float:
    """Share of the pixels of two PNG that can be told apart."""
    from PIL import Image

    pictures = []
    for each in (first, second):
        with Image.open(io.BytesIO(each.data)) as opened:
            pictures.append(np.asarray(opened).astype(np.int64))
    away = np.abs(pictures[0] - pictures[1])
    return float((away.reshape(*away.shape[:2], -1).max(axis=2) > APART).mean())


def spent(drawn: ShotPasses, cast: ShotPasses) -> list[tuple[str, str, str]]:
    """What a board with five passes costs, by OpenGL, by rays, and by rays without embreex."""
    asks = [asked(panel, FIVE, 0) for panel in requests()[::12]]
    costs = [seconds(maker, asks) for maker in (drawn, cast)]
    shot._standing.cache_clear()
    with patch.object(scene, "make_caster", rays.make_slow_caster):
        slow = seconds(ShotPasses(), asks[:SLOW])
    shot._standing.cache_clear()
    names = ("by OpenGL", "by rays", "by rays without embreex")
    return [
        (f"  board with 5 passes, 960x540, {name}", f"{cpu:.2f} CPU-s, {wall:.2f} s", "printed")
        for name, (cpu, wall) in zip(names, (*costs, slow), strict=True)
    ]


def seconds(maker: ShotPasses, asks: list[PassRequest]) -> tuple[float, float]:
    """Processor and clock seconds of one of them, the first left out: it warms up."""
    list(maker.make_passes(asks[0]))
    cpu, wall = time.process_time(), time.perf_counter()
    for each in asks:
        list(maker.make_passes(each))
    return (time.process_time() - cpu) / len(asks), (time.perf_counter() - wall) / len(asks)


if __name__ == "__main__":
    for what, measured, bar in rows():
        print(f"{what:<68} {measured:>46}   {bar}")
