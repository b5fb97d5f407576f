"""Limbs: does everybody hold arms and legs as asked?

Each arm and leg is looked for where it should be: its outline, and its colours. And its cloth and
skin are looked for beside the body, where nobody's arm should be.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from secondunit.film.generation.scoring.expected import Floats, Seen
from secondunit.film.generation.scoring.reading.blocking import components
from secondunit.film.generation.scoring.reading.colour import difference
from secondunit.film.generation.scoring.reading.compiled import compiled
from secondunit.film.generation.scoring.reading.framing import Fit, Outlines
from secondunit.film.generation.scoring.reading.surfaces import Surfaces

LIMBS = {
    "right arm": (2, 3, 4), "left arm": (5, 6, 7),
    "right leg": (8, 9, 10), "left leg": (11, 12, 13),
}  # fmt: skip
"""Joints of each limb. Source: OpenPose's order of COCO keypoints."""
THICK = 0.045
"""Half the width of a limb by the standing height."""
_APART = 0.3
"""Weight of a stray that does not touch the body: clutter seldom does."""
_SEEN = 0.06
"""Usual difference of a stray from what should be there."""
LEAST = 10
"""Pixels at half size of a limb that is judged."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Limb:
    """How a limb is where it should be.

    Args:
        figure: Place among the figures.
        name: ``right arm`` ...
        gone: Mean oddness of its pixels, beyond that of the set.
        lines: Mean distance of its outline to the nearest edge, pixels.
        box: Left, top, right, bottom at half size.
    """

    figure: int
    name: str
    gone: float
    lines: float
    box: tuple[int, int, int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Bearing:
    """How a person holds themselves.

    Args:
        figure: Place among the figures.
        limbs: Their limbs.
        stray: How much of their own cloth and skin is where something else should be, over the
            root of an arm's pixels.
        worst: Largest mean oddness of a patch of their body as wide as an arm.
        lines: Mean distance of their whole outline, pixels.
        new_lines: Length of edges within them that nothing of them explains, by their height.
        height: As they would be seen standing, pixels.
        stray_box: Where the strays are, at half size, or None.
    """

    figure: int
    limbs: tuple[Limb, ...]
    stray: float
    worst: float
    lines: float
    new_lines: float
    height: float
    stray_box: tuple[int, int, int, int] | None


def bearings(
    found: Surfaces, lines: Outlines, fit: Fit, new: NDArray[np.bool_]
) -> tuple[Bearing, ...]:
    """Everybody who is large enough to be judged.

    Args:
        found: The surfaces.
        lines: The outlines as asked.
        fit: How they lie on the take.
        new: ``(h, w)`` edges of the take that no edge of the expectation explains.
    """
    return tuple(
        _bearing(found, person, (lines, fit), new)
        for person in found.asked.frame.people
        if person.height >= 24 and (found.asked.owner == person.figure).sum() >= 60
    )


def _bearing(
    found: Surfaces, person: Seen, laid: tuple[Outlines, Fit], new: NDArray[np.bool_]
) -> Bearing:
    asked, (lines, fit) = found.asked, laid
    mine = asked.owner == person.figure
    bounds = lines.owner == person.figure
    stray, box = _strays(found, person, mine)
    size = max(int(THICK * person.height / 2 * 1.6), 2)
    return Bearing(
        figure=person.figure,
        limbs=tuple(_limbs(found, person, mine, lines, fit)),
        stray=stray,
        worst=_worst_patch(found.odd, mine, size) - found.noise,
        lines=float(fit.each[bounds].mean()) if bounds.any() else 0.0,
        new_lines=float((new & (asked.frame.owner == person.figure)).sum()) / person.height,
        height=person.height,
        stray_box=box,
    )


def _limbs(
    found: Surfaces, person: Seen, mine: NDArray[np.bool_], lines: Outlines, fit: Fit
) -> list[Limb]:
    height, width = mine.shape
    row, column = np.mgrid[0:height, 0:width].astype(np.float32)
    reach = max(THICK * person.height / 2, 1.5)
    inner = found.asked.part >= 0
    made = []
    for name, joints in LIMBS.items():
        if person.visible[list(joints)].sum() < 2:
            continue
        places = person.places[list(joints)]
        if name.endswith("arm"):  # the hand lies beyond the wrist
            places = np.concatenate([places, [places[2] + 0.45 * (places[2] - places[1])]])
        along = _to_path(column, row, places / 2)
        limb = (along <= reach) & mine & inner
        if limb.sum() < LEAST:
            continue
        near = _to_path(lines.places[:, 0], lines.places[:, 1], places) <= 2.4 * reach
        on = near & (lines.owner == person.figure)
        where = np.argwhere(limb)
        (top, left), (bottom, right) = where.min(axis=0), where.max(axis=0)
        odd = np.sort(found.odd[limb])
        made.append(
            Limb(
                figure=person.figure,
                name=name,
                gone=float(odd[len(odd) // 3 :].mean()) - found.noise,
                lines=float(fit.each[on].mean()) if on.sum() >= 6 else 0.0,
                box=(int(left), int(top), int(right) + 1, int(bottom) + 1),
            )
        )
    return made


def _to_path(x: Floats, y: Floats, places: NDArray[np.float64]) -> NDArray[np.float64]:
    """Distance of points from a path of straight pieces."""
    best = np.full(x.shape, np.inf)
    for start, end in pairwise(places):
        way = end - start
        length = max(float(way @ way), 1e-6)
        share = np.clip(((x - start[0]) * way[0] + (y - start[1]) * way[1]) / length, 0, 1)
        best = np.minimum(
            best, np.hypot(x - start[0] - share * way[0], y - start[1] - share * way[1])
        )
    return best


def _strays(
    found: Surfaces, person: Seen, mine: NDArray[np.bool_]
) -> tuple[float, tuple[int, int, int, int] | None]:
    """Own cloth and skin where something else should be, near the body."""
    asked = found.asked
    reach = int(0.5 * person.height / 2)
    where = np.argwhere(mine)
    (top, left), (bottom, right) = where.min(axis=0), where.max(axis=0)
    top, left = max(top - reach, 0), max(left - reach, 0)
    bottom, right = min(bottom + reach // 2, mine.shape[0]), min(right + reach, mine.shape[1])
    window = (slice(top, bottom), slice(left, right))
    own = [
        place
        for place, part in enumerate(asked.parts)
        if part.owner == person.figure
        and part.region in {"arms", "hands", "skin", "torso"}
        and asked.sizes[place] >= 12
    ]
    if not own:
        return 0.0, None
    lab, odd = found.lab[window], found.odd[window]
    nearest = np.min([difference(lab, found.own[place]) for place in own], axis=0)
    least = max(2.2 * found.noise + 0.015, 0.035)
    taken = (odd > least) & (nearest < 0.85 * odd)
    label = np.zeros(taken.shape, dtype=np.int32)
    boxes = np.zeros((1024, 5), dtype=np.int32)
    count = components(taken, label, boxes)
    if not count:
        return 0.0, None
    body = _grown(mine[window], 3)
    held = np.bincount(label[body], minlength=count + 1) > 0
    mass = np.bincount(label.ravel(), (odd - nearest).ravel(), minlength=count + 1)
    mass = np.where(held, mass, _APART * mass)
    mass[0] = 0.0
    most = int(np.argmax(mass[: count + 1]))
    arm = max(2 * THICK * person.height / 2 * 0.44 * person.height / 2, 8.0)
    x0, y0, x1, y1, _ = (int(each) for each in boxes[most - 1])
    left, top = int(left), int(top)
    return float(mass[most]) / _SEEN / arm**0.5, (
        left + x0, top + y0, left + x1 + 1, top + y1 + 1,
    )  # fmt: skip


def _grown(mask: NDArray[np.bool_], by: int) -> NDArray[np.bool_]:
    near = mask
    for _ in range(by):
        grown = near.copy()
        grown[1:] |= near[:-1]
        grown[:-1] |= near[1:]
        grown[:, 1:] |= near[:, :-1]
        grown[:, :-1] |= near[:, 1:]
        near = grown
    return near


def _worst_patch(odd: Floats, mine: NDArray[np.bool_], size: int) -> float:
    """The largest mean of a square of the body that is at least half body."""
    return float(_patch(odd, mine, size))


@compiled
def _patch(odd: Floats, mine: NDArray[np.bool_], size: int) -> float:
    height, width = odd.shape
    total = np.zeros((height + 1, width + 1))
    count = np.zeros((height + 1, width + 1))
    for y in range(height):
        for x in range(width):
            value = odd[y, x] if mine[y, x] else 0.0
            total[y + 1, x + 1] = value + total[y, x + 1] + total[y + 1, x] - total[y, x]
            there = 1.0 if mine[y, x] else 0.0
            count[y + 1, x + 1] = there + count[y, x + 1] + count[y + 1, x] - count[y, x]
    best = 0.0
    for y in range(height - size + 1):
        for x in range(width - size + 1):
            held = count[y + size, x + size] - count[y, x + size] - count[y + size, x] + count[y, x]
            if held >= 0.6 * size * size:
                mean = (
                    total[y + size, x + size]
                    - total[y, x + size]
                    - total[y + size, x]
                    + total[y, x]
                ) / held
                best = max(best, mean)
    return best
