"""The way on foot from one place of a set to another, round what stands there."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence

from secondunit.film.shots.camera.sight import Solids
from secondunit.film.shots.model import Piece, SetPlan, Vector

STEP_OVER = 0.30
"""Height of what feet step over, metres."""

REACH = 2.0
"""Height up to which a solid is in the way of a body, metres."""

BODY_HALF = 0.16
"""Half the breadth of a body that turns sideways to pass, metres."""

AT_THE_ENDS = 0.5
"""Metres at both ends of a way in which nothing is bumped into: who gets up stands at the seat."""

ROOM = 0.12
"""Metres left between a body and what it walks round."""

MOST_PIECES = 12
"""Pieces walked round on one way; a set that needs more has no way."""

OPEN_BY_NAME = frozenset(
    {"floor", "ground", "rug", "door", "window", "curtain", "ceiling", "roof", "water", "road"}
)
"""Pieces nobody bumps into: flat, or open when somebody comes."""


def in_the_way(plan: SetPlan) -> Solids:
    """What of a set a body bumps into."""
    return Solids(
        [
            piece
            for piece in plan.pieces
            if piece.name not in OPEN_BY_NAME
            and not piece.wild
            and piece.centre[1] + piece.size[1] / 2 > STEP_OVER
            and piece.centre[1] - piece.size[1] / 2 < REACH
        ]
    )


def met(start: Vector, end: Vector, solids: Solids) -> str:
    """Name of a piece on a straight way, away from both its ends; "" when it is clear."""
    return _met(start, end, solids, (AT_THE_ENDS, AT_THE_ENDS))


def way_round(start: Vector, end: Vector, plan: SetPlan) -> tuple[Vector, ...]:
    """Corners of the shortest way between two places that meets nothing; none where it is straight.

    None either where there is no way: whoever checks the shot says so.

    Source: the shortest way among convex obstacles goes over their corners. T. Lozano-Pérez and
    M. Wesley, An algorithm for planning collision-free paths (1979).

    Args:
        start: Where somebody sets out.
        end: Where they go.
        plan: The set.
    """
    solids = in_the_way(plan)
    if not met(start, end, solids):
        return ()
    corners = [at for at in _corners(solids.pieces, start, end) if _is_free(at, solids, plan)]
    places = [start, *corners, end]
    last = len(places) - 1
    best = {0: 0.0}
    came: dict[int, int] = {}
    seen: set[int] = set()
    while best.keys() - seen:
        here = min(best.keys() - seen, key=best.__getitem__)
        seen.add(here)
        if here == last:
            return tuple(_back(came, places))
        for there in range(1, last + 1):
            if there in seen:
                continue
            ends = (AT_THE_ENDS * (here == 0), AT_THE_ENDS * (there == last))
            far = best[here] + math.dist(places[here], places[there])
            if far < best.get(there, math.inf) and not _met(
                places[here], places[there], solids, ends
            ):
                best[there], came[there] = far, here
    return ()


def _met(start: Vector, end: Vector, solids: Solids, ends: tuple[float, float]) -> str:
    length = math.dist(start, end)
    steps = max(2, math.ceil(length / 0.15))
    for step in range(steps + 1):
        share = step / steps
        if share * length < ends[0] or (1 - share) * length < ends[1]:
            continue
        at = (start[0] + (end[0] - start[0]) * share, 0.6, start[2] + (end[2] - start[2]) * share)
        name = solids.inside(at, BODY_HALF)
        if name:
            return name
    return ""


def _corners(pieces: Sequence[Piece], start: Vector, end: Vector) -> Iterator[Vector]:
    """Corners to go round, of the pieces nearest to the way."""
    middle = ((start[0] + end[0]) / 2, 0.0, (start[2] + end[2]) / 2)
    near = sorted(
        pieces, key=lambda piece: math.dist(middle, (piece.centre[0], 0, piece.centre[2]))
    )
    for piece in near[:MOST_PIECES]:
        turn = math.radians(piece.turn)
        half_x = piece.size[0] / 2 + BODY_HALF + ROOM
        half_z = piece.size[2] / 2 + BODY_HALF + ROOM
        for x, z in ((half_x, half_z), (half_x, -half_z), (-half_x, half_z), (-half_x, -half_z)):
            yield (
                round(piece.centre[0] + x * math.cos(turn) + z * math.sin(turn), 3),
                start[1],
                round(piece.centre[2] - x * math.sin(turn) + z * math.cos(turn), 3),
            )


def _is_free(at: Vector, solids: Solids, plan: SetPlan) -> bool:
    inside = abs(at[0]) < plan.width / 2 - BODY_HALF and abs(at[2]) < plan.depth / 2 - BODY_HALF
    return inside and not solids.inside((at[0], 0.6, at[2]), BODY_HALF)


def _back(came: dict[int, int], places: Sequence[Vector]) -> list[Vector]:
    """The corners of the way that was found, from its start."""
    found: list[Vector] = []
    here = came[len(places) - 1]
    while here:
        found.append(places[here])
        here = came[here]
    return found[::-1]
