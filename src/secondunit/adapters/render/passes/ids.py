"""Ids: whose each pixel is, and how much of it, from the samples within it."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from secondunit.adapters.render.casting.tracer import CORNERS
from secondunit.adapters.render.drawing.ink import NOTHING
from secondunit.adapters.render.drawing.samples import part_of
from secondunit.adapters.render.mesh import Floats
from secondunit.adapters.render.passes.moment import Moment
from secondunit.film.shots.passes import PassRequest

SET = "set"
"""What belongs to no figure and is no numbered piece; also the mask of the whole set."""
_SET_TONE = (72, 72, 72)
_SKY_TONE = (0, 0, 0)
Bytes = NDArray[np.uint8]


@dataclass(frozen=True, slots=True, kw_only=True)
class Ids:
    """Whose the pixels of a frame are.

    Args:
        names: The figures as the request calls them, then what there is of the set.
        figures: How many of the names are figures.
        ids: ``(4, h, w)`` places in ``names``, the largest share first; -1 for nothing.
        coverage: ``(4, h, w)`` shares of the pixel, 0 to 1, in quarters.
    """

    names: tuple[str, ...]
    figures: int
    ids: NDArray[np.int16]
    coverage: Floats


def find_ids(moment: Moment, request: PassRequest) -> Ids:
    """The ids of a frame."""
    names, place_of = _named(moment, request)
    samples, scene = moment.samples, moment.stand.scene
    height, width = samples.part.shape
    label = np.append(place_of[scene.parts.object], NOTHING).astype(np.int16)  # -1 is the last
    ids = np.full((len(CORNERS), height * width), NOTHING, dtype=np.int16)
    coverage = np.zeros((len(CORNERS), height * width), dtype=np.float32)
    whole = label[samples.part.ravel()[samples.plain]]
    ids[0, samples.plain] = whole
    coverage[0, samples.plain] = whole != NOTHING
    fine = label[part_of(scene, samples.fine_hits)].reshape(len(CORNERS), -1)
    ids[:, samples.fine], coverage[:, samples.fine] = _ranked(fine)
    return Ids(
        names=names,
        figures=len(request.labels),
        ids=ids.reshape(-1, height, width),
        coverage=coverage.reshape(-1, height, width),
    )


def id_colours(ids: Ids, request: PassRequest) -> Bytes:
    """``(h, w, 3)`` sRGB: each figure in its own colour, the set grey, the rest black."""
    table = np.array(
        [figure.colour for figure in request.panel.figures]
        + [_SET_TONE] * (len(ids.names) - ids.figures)
        + [_SKY_TONE],
        dtype=np.uint8,
    )
    colours: Bytes = table[ids.ids[0]]
    return colours


def masks(ids: Ids, wanted: Collection[str]) -> list[tuple[str, Bytes]]:
    """``(h, w)`` share of each pixel, 0 to 255, for the figures wanted and for the whole set."""
    seen = set(np.unique(ids.ids[0]).tolist())
    found = [
        (name, _share(ids, ids.ids == place) if place in seen else _none(ids))
        for place, name in enumerate(ids.names[: ids.figures])
        if name in wanted or place in seen
    ]
    return [*found, (SET, _share(ids, ids.ids >= ids.figures))]


def _named(moment: Moment, request: PassRequest) -> tuple[tuple[str, ...], NDArray[np.int16]]:
    """Names, and the place among them of each object of the scene."""
    scene = moment.stand.scene
    is_figure = dict(zip(scene.parts.object.tolist(), scene.parts.figure.tolist(), strict=True))
    figures = {
        figure.name: label
        for figure, label in zip(request.panel.figures, request.labels, strict=True)
    }
    names = dict.fromkeys(request.labels)
    called = []
    for number, name in enumerate(scene.names):
        if is_figure.get(number, False):
            called.append(figures[name])
        else:
            called.append(f"{SET}-{int(name):03d}" if name.isdecimal() else SET)
        names.setdefault(called[-1])
    place = {name: number for number, name in enumerate(names)}
    return tuple(names), np.array([place[name] for name in called], dtype=np.int16)


def _ranked(fine: NDArray[np.int16]) -> tuple[NDArray[np.int16], Floats]:
    """``(4, f)`` ids of samples as ids by rank and their shares; equal shares by place."""
    same = (fine[:, None] == fine[None, :]).sum(axis=1)
    first = np.stack([(fine[:place] != fine[place]).all(axis=0) for place in range(len(fine))])
    count = np.where(first & (fine != NOTHING), same, 0)
    order = np.argsort(-count * np.int32(1 << 16) + fine, axis=0, kind="stable")
    counts = np.take_along_axis(count, order, axis=0)
    ids = np.where(counts > 0, np.take_along_axis(fine, order, axis=0), np.int16(NOTHING))
    return ids, (counts / len(fine)).astype(np.float32)


def _share(ids: Ids, chosen: NDArray[np.bool_]) -> Bytes:
    total = np.where(chosen, ids.coverage, np.float32(0)).sum(axis=0)
    return np.asarray(total * np.float32(255) + np.float32(0.5), dtype=np.uint8)


def _none(ids: Ids) -> Bytes:
    return np.zeros(ids.ids.shape[1:], dtype=np.uint8)
