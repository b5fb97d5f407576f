"""What a judgement shows: the place in the picture, and words for what was asked and what came."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from secondunit.film.generation.scoring.calibration import Calibration
from secondunit.film.generation.scoring.expected import Expectation
from secondunit.film.generation.scoring.model import EvidenceMark, Fault
from secondunit.film.generation.scoring.reading.colour import srgb
from secondunit.film.generation.scoring.reading.features import Reading
from secondunit.film.generation.scoring.reading.motion import Moved


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """What is judged.

    Args:
        asked: The shot as it was ordered.
        frames: The frames that were looked at.
        readings: What was read of each.
        moved: How each moved; None where it could not be followed.
        calibration: What the numbers mean.
    """

    asked: Expectation
    frames: tuple[int, ...]
    readings: tuple[Reading, ...]
    moved: tuple[Moved | None, ...]
    calibration: Calibration


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """What a detector says of a take.

    Args:
        excess: How far it is past its threshold: above 0 the fault is called.
        value: 0 to 1, how sure that the fault is not there.
        frame: Place of the frame that says so most clearly.
        candidate: Place of the candidate there.
    """

    excess: float
    value: float
    frame: int
    candidate: int


def where(shift: tuple[float, float], size: float) -> str:
    """Where the picture is instead, in shares of the frame."""
    words = []
    if abs(size - 1) >= 0.03:
        words.append(f"{100 * abs(size - 1):.0f} % {'tighter' if size > 1 else 'wider'}")
    across, down = shift
    if abs(across) >= 4:
        words.append(f"{abs(across) / 4.8:.1f} % of the width to the "
                     f"{'right' if across > 0 else 'left'}")  # fmt: skip
    if abs(down) >= 4:
        words.append(f"{abs(down) / 2.6:.1f} % of the height {'down' if down > 0 else 'up'}")
    return ("the picture is " + ", ".join(words)) if words else "lines lie elsewhere"


def garment(case: Case, found: Verdict) -> tuple[str, EvidenceMark]:
    """The garment that is not as asked."""
    reading = case.readings[found.frame]
    garb = reading.garbs[found.candidate]
    surfaces = reading.surfaces
    asked = srgb(surfaces.grade.of(surfaces.asked.colours[garb.part]))
    came = srgb(surfaces.colours[garb.part])
    place = surfaces.asked.whole == garb.part
    mark = mark_at(case, found.frame, _box(place), garb.region, "another colour", asked, came)
    return f"{garb.region} of {case.asked.names[garb.figure]} has another colour", mark


def bearing(case: Case, found: Verdict) -> tuple[str, EvidenceMark]:
    """The limb that is not as asked."""
    bearing = case.readings[found.frame].bearings[found.candidate]
    name = case.asked.names[bearing.figure]
    limb = max(bearing.limbs, key=lambda each: each.gone + 0.02 * each.lines, default=None)
    box = bearing.stray_box or (limb.box if limb else None)
    what = limb.name if limb else "body"
    if box is None:
        return f"{name} holds themselves otherwise", of_figure(
            case, found.frame, bearing.figure, what, "another pose"
        )
    return f"{name} holds the {what} otherwise", mark_at(
        case, found.frame, box, f"{name}: {what} as asked", "another pose"
    )


def whole(
    case: Case, place: int, expected: str, came: str, faults: Sequence[Fault]
) -> EvidenceMark:
    """The whole picture."""
    return EvidenceMark(
        frame=case.frames[place],
        box=(0.0, 0.0, 1.0, 1.0),
        expected=expected,
        came=came,
        wrong=bool(faults),
    )


def of_figure(case: Case, place: int, figure: int, expected: str, came: str) -> EvidenceMark:
    """Where a figure should be."""
    owner = case.readings[place].surfaces.asked.owner
    return mark_at(case, place, _box(owner == figure), expected, came)


def _box(mask: NDArray[np.bool_]) -> tuple[int, int, int, int]:
    where = np.argwhere(mask)
    if not len(where):
        return (0, 0, 1, 1)
    (top, left), (bottom, right) = where.min(axis=0), where.max(axis=0)
    return int(left), int(top), int(right) + 1, int(bottom) + 1


def mark_at(
    case: Case,
    place: int,
    box: tuple[int, int, int, int],
    expected: str,
    came: str,
    expected_colour: tuple[int, int, int] | None = None,
    came_colour: tuple[int, int, int] | None = None,
) -> EvidenceMark:
    """A place by its box at half size."""
    height, width = case.readings[place].surfaces.asked.owner.shape
    left, top, right, bottom = box
    return EvidenceMark(
        frame=case.frames[place],
        box=(
            float(left / width),
            float(top / height),
            float(right / width),
            float(bottom / height),
        ),
        expected=expected,
        came=came,
        expected_colour=expected_colour,
        came_colour=came_colour,
    )
