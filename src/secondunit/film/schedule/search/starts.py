"""Strip orders to begin a search at: the script's, by location, or a board's."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from secondunit.core.ids import SceneId
from secondunit.film.schedule.decoder import arrays
from secondunit.film.schedule.decoder.arrays import Desk, Ints
from secondunit.film.schedule.decoder.cells import listed, of
from secondunit.film.schedule.decoder.decode import decode
from secondunit.film.schedule.decoder.encode import Encoded

_ROUNDS = 12
"""Times that scenes left out are moved to where their date is open."""


def in_script_order(encoded: Encoded) -> Ints:
    """Scenes as the script has them."""
    return np.arange(len(encoded.scenes), dtype=np.int64)


def by_location(encoded: Encoded) -> Ints:
    """Places in order of first appearance; in a place day, either, night, each in script order."""
    rank = {arrays.DAY: 0, arrays.EITHER: 1, arrays.NIGHT: 2}
    tables = encoded.tables
    order = sorted(
        range(len(encoded.scenes)),
        key=lambda scene: (tables.place[scene], rank[int(tables.light[scene])], scene),
    )
    return np.asarray(order, dtype=np.int64)


def completed(encoded: Encoded, start: Sequence[SceneId]) -> Ints:
    """An order of all scenes: those of ``start`` as they stand, the rest beside their place."""
    index = {need.scene: scene for scene, need in enumerate(encoded.scenes)}
    order = [index[scene] for scene in start if scene in index]
    held = set(order)
    for scene in range(len(encoded.scenes)):
        if scene not in held:
            place = encoded.tables.place[scene]
            kin = [at for at, other in enumerate(order) if encoded.tables.place[other] == place]
            order.insert(kin[-1] + 1 if kin else len(order), scene)
    return np.asarray(order, dtype=np.int64)


def mended(encoded: Encoded, order: Ints, desk: Desk) -> Ints:
    """The order with what must come first before, and scenes left out where their date is.

    Scenes that are still left out stay so; the search goes on from there.
    """
    best = _in_turn(encoded, order)
    least = int(decode(encoded.tables, best, desk))
    for _ in range(_ROUNDS):
        if desk.shares[arrays.LEFT_OUT] == 0:
            break
        trial = _in_turn(encoded, _carried(encoded, best, desk))
        cost = int(decode(encoded.tables, trial, desk))
        if cost >= least:
            decode(encoded.tables, best, desk)
            break
        best, least = trial, cost
    return best


def _carried(encoded: Encoded, order: Ints, desk: Desk) -> Ints:
    """Scenes left out, carried before the first scene of their first open date or a later one."""
    dates = [
        int(desk.date_of[day]) if day >= 0 else -1 for day in desk.day_of[: len(order)].tolist()
    ]
    last = len(encoded.dates)
    firsts = [
        (int(encoded.tables.next_open[scene, 0]) if date < 0 else date, date >= 0, at)
        for at, (scene, date) in enumerate(zip(order.tolist(), dates, strict=True))
    ]
    ranked = sorted(firsts, key=lambda key: (min(key[0], last), key[1], key[2]))
    return np.asarray([order[at] for _, _, at in ranked], dtype=np.int64)


def _in_turn(encoded: Encoded, order: Ints) -> Ints:
    """The order with each scene after all that must come before it; stable otherwise."""
    tables = encoded.tables
    waiting = {
        scene: {
            int(listed(tables.book, at))
            for at in range(
                of(tables.book, scene, arrays.BEFORE_AT),
                of(tables.book, scene, arrays.BEFORE_END),
                2,
            )
        }
        for scene in order.tolist()
    }
    if not any(waiting.values()):
        return order
    found: list[int] = []
    rest = order.tolist()
    while rest:
        ready = [scene for scene in rest if waiting[scene] <= set(found)]
        if not ready:  # a circle: leave the others as they are
            found += rest
            break
        first = rest.index(ready[0])
        found.append(rest.pop(first))
    return np.asarray(found, dtype=np.int64)
