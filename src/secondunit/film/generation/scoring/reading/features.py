"""The numbers of one frame that judgements rest on, by detector."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from secondunit.film.generation.scoring.expected import ExpectedFrame, Floats, Part, Picture
from secondunit.film.generation.scoring.reading.blocking import (
    Presence,
    Stranger,
    presences,
    strangers,
)
from secondunit.film.generation.scoring.reading.framing import Fit, Outlines, lay, outlines
from secondunit.film.generation.scoring.reading.limbs import Bearing, bearings
from secondunit.film.generation.scoring.reading.lines import distances, edges
from secondunit.film.generation.scoring.reading.surfaces import Asked, Surfaces, compare, read_asked
from secondunit.film.generation.scoring.reading.wardrobe import Garb, garbs, swaps


@dataclass(frozen=True, slots=True, kw_only=True)
class Plate:
    """A frame as it was ordered, read once for all takes of its shot.

    Args:
        asked: Its surfaces.
        lines: Its outlines.
        far: Distances of all its edges, those of its shadows too.
    """

    asked: Asked
    lines: Outlines
    far: Floats


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """All that was read of one frame of a take.

    Args:
        surfaces: Its surfaces.
        fit: How the outlines lie on it.
        presences: Who is there.
        strangers: Who was not asked for.
        garbs: What is worn.
        swaps: Pairs that look exchanged.
        bearings: How people hold themselves.
    """

    surfaces: Surfaces
    fit: Fit
    presences: tuple[Presence, ...]
    strangers: tuple[Stranger, ...]
    garbs: tuple[Garb, ...]
    swaps: tuple[tuple[float, int, int], ...]
    bearings: tuple[Bearing, ...]


def read_plate(frame: ExpectedFrame, parts: tuple[Part, ...]) -> Plate:
    """What was asked of a frame."""
    return Plate(
        asked=read_asked(frame, parts),
        lines=outlines(frame),
        far=distances(edges(frame.picture, share=0.15)),
    )


def read_frame(plate: Plate, picture: Picture) -> Reading:
    """What a frame of a take shows, against what was asked."""
    surfaces = compare(plate.asked, picture)
    found = edges(picture)
    fit = lay(plate.lines, distances(found), picture.shape[1])
    row, column = np.nonzero(found >= 0)
    new = np.zeros(found.shape, dtype=np.bool_)
    new[row, column] = plate.far[found[row, column], row, column] > 3
    return Reading(
        surfaces=surfaces,
        fit=fit,
        presences=presences(surfaces, plate.lines, fit),
        strangers=strangers(surfaces),
        garbs=garbs(surfaces),
        swaps=swaps(surfaces),
        bearings=bearings(surfaces, plate.lines, fit, new),
    )


Rows = tuple[tuple[float, ...], ...]
"""Candidates of a detector, each with its features: the take is as good as its worst."""


def features(reading: Reading) -> Mapping[str, Rows]:
    """Features of the candidates of each detector; none where there is nothing to judge."""
    fit = reading.fit
    enough = len(fit.each) >= 40
    framed = (fit.there, fit.z, fit.there - fit.best, float(np.log1p(fit.moved_px)))
    return {
        "framing": (framed,) if enough else (),
        "mirror": ((fit.mirrored, fit.there, fit.there - fit.best),) if enough else (),
        "missing": tuple(
            (each.background, each.unlike, each.lines - fit.there, each.lines)
            for each in reading.presences
        ),
        "extra": tuple(_stranger(each) for each in reading.strangers) or (_NOBODY,),
        "swap": tuple((pair[0],) for pair in reading.swaps),
        "wardrobe": tuple(
            (each.apart, each.apart * float(np.sqrt(min(each.pixels, 400) / 400)))
            for each in reading.garbs
        ),
        "pose": tuple(_held(each, fit.there) for each in reading.bearings),
    }


_NOBODY = (3.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0)
"""What is said of a set on which nothing stands that was not asked for."""


def _stranger(each: Stranger) -> tuple[float, ...]:
    left, top, right, bottom = each.box
    tall, size = min(each.tall, 1.5), float(np.log1p(each.pixels))
    return (
        size,
        tall,
        each.varied,
        each.skin,
        each.odd,
        float(np.log((bottom - top) / (right - left))),
        size * each.varied,
    )


def _held(each: Bearing, there: float) -> tuple[float, ...]:
    return (
        max((limb.gone for limb in each.limbs), default=0.0),
        max((limb.lines for limb in each.limbs), default=0.0),
        float(np.log1p(each.stray)),
        each.worst,
        each.lines,
        each.lines - there,
        each.new_lines,
        float(np.log(each.height)),
    )
