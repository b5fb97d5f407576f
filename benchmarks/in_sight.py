"""Who a frame of several people shows: how many of those it is built on are hidden by others.

Run it with ``python -m benchmarks.in_sight [SCRIPT]``; the worked production by default.

Every master, group and two-shot of the proposed list is staged as the renderer stages it. Each
subject, in a master everybody of the cast, is drawn at its first frame with everybody, and alone:
the share of its head and shoulders that is left, in pixels of what the frame holds of them.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from benchmarks.shot_list import WORKED, read_inputs
from numpy.typing import NDArray

from secondunit.adapters.render.casting.tracer import RAYS
from secondunit.adapters.render.drawing.samples import part_of, take_samples
from secondunit.adapters.render.lens import make_view
from secondunit.adapters.render.staged.shot import Staged
from secondunit.film.shots.board import set_of_shot
from secondunit.film.shots.cast.figures import is_extra
from secondunit.film.shots.model import Framing, PanelRequest, ShotSpec
from secondunit.film.shots.panel import panel_request
from secondunit.film.shots.shot_list import STAGE
from secondunit.film.shots.stage_plan import plan_stage

SEVERAL = frozenset({Framing.MASTER, Framing.GROUP, Framing.TWO_SHOT})
SEEN = 0.5
"""Share of head and shoulders below which somebody is hidden."""
HEAD = 0.28
"""Share of a figure's height in its picture, from the top, that is head and shoulders."""
LEAST = 6
"""Pixels of head and shoulders below which nobody can be told from anything."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sight:
    """How much of somebody a frame shows.

    Args:
        shot: The shot.
        name: Who.
        share: Of head and shoulders, 0 to 1; 1 for what is too small to tell.
    """

    shot: ShotSpec
    name: str
    share: float


def sights(script: Path = WORKED) -> Iterator[Sight]:
    """Every subject of every frame that is built on several."""
    inputs = read_inputs(script)
    stage = plan_stage(inputs.screenplay, inputs.elements, inputs.tables, inputs.library)
    for shot in (item.fact for item in STAGE.propose(inputs, ()).items):
        if shot.framing not in SEVERAL or len(shot.subjects) < 2 or shot.place:
            continue
        plan = set_of_shot(shot, stage.sets, stage.set_of)
        request = panel_request(shot, plan, stage.figures, 320, 180)
        together = owners(request)
        cast = [mark.figure for mark in shot.marks if not is_extra(mark.figure)]
        for name in cast if shot.framing is Framing.MASTER else shot.subjects:
            alone = replace(
                request, marks=tuple(mark for mark in request.marks if mark.figure == name)
            )
            if alone.marks:
                yield Sight(shot=shot, name=name, share=_left(owners(alone), together, name))


def owners(request: PanelRequest) -> NDArray[np.str_]:
    """``(h, w)`` whose each pixel is at the first frame; "" for the sky, a number for the set."""
    scene = Staged(request).scene()
    samples = take_samples(scene, make_view(request, request.camera[0]), RAYS)
    names = np.array([*scene.names, ""])
    thing = np.where(
        samples.centres.face < 0, -1, scene.parts.object[part_of(scene, samples.centres)]
    )
    found: NDArray[np.str_] = names[thing].reshape(samples.part.shape)
    return found


def _left(alone: NDArray[np.str_], together: NDArray[np.str_], name: str) -> float:
    mask = alone == name
    rows = np.flatnonzero(mask.any(axis=1))
    if not len(rows):
        return 0.0
    head = mask.copy()
    head[rows[0] + max(2, round(HEAD * (rows[-1] - rows[0] + 1))) :] = False
    if head.sum() < LEAST:
        return 1.0
    return float((head & (together == name)).sum() / head.sum())


def rows(script: Path = WORKED) -> list[tuple[str, str, str]]:
    """Rows of what, measured, bar."""
    found = list(sights(script))
    shots = {each.shot.id: each.shot for each in found}
    hidden = [each for each in found if each.share < SEEN]
    masters = [key for key, shot in shots.items() if shot.framing is Framing.MASTER]
    bad = {each.shot.id for each in hidden}
    return [
        (
            f"frames of several people, {len(shots)}: with somebody hidden",
            f"{len(bad)} ({len(bad) / max(len(shots), 1):.1%})",
            "0 unsaid",
        ),
        (
            f"  masters, {len(masters)}",
            f"{len(bad & set(masters))} ({len(bad & set(masters)) / max(len(masters), 1):.1%})",
            "0 unsaid",
        ),
        (f"  people in them, {len(found)}: hidden", f"{len(hidden)}", "printed"),
    ]


if __name__ == "__main__":
    chosen = Path(sys.argv[1]) if len(sys.argv) > 1 else WORKED
    for each in sights(chosen):
        if each.share < SEEN:
            print(f"{each.shot.number:<6} {each.shot.framing:<10} {each.name:<16} {each.share:.2f}")
    for what, measured, bar in rows(chosen):
        print(f"{what:<58} {measured:>28}   {bar}")
