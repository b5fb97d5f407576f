"""Practicals: the lamps of a set, by the names a director calls them."""

from __future__ import annotations

import math
from collections.abc import Sequence

from secondunit.film.shots.model import Piece, SetPlan

ONE_LAMP = 0.6
"""Metres on the floor within which pieces of one name are one lamp: foot, stem and shade."""


def lamps_named(plan: SetPlan, names: Sequence[str]) -> tuple[Piece, ...]:
    """The piece that burns of each lamp so named: of foot, stem and shade the highest.

    Args:
        plan: The set.
        names: As in `Lighting.practicals`; a piece whose name holds all of a name's words burns.
    """
    found: list[Piece] = []
    asked = [set(name.lower().split()) for name in names if name.strip()]
    named = [p for p in plan.pieces if any(w <= set(p.name.lower().split()) for w in asked)]
    for piece in sorted(named, key=lambda each: (-each.centre[1], each.centre)):
        x, _, z = piece.centre
        if all(math.hypot(x - o.centre[0], z - o.centre[2]) > ONE_LAMP for o in found):
            found.append(piece)
    return tuple(found)
