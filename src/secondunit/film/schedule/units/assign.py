"""Which of the scenes that a unit may shoot it does shoot: those that make the board cheaper.

What a scene costs with either unit is decoded: the main unit's order without the scene, or with
it at the place where it costs least, and the other unit's order with or without it. Places are
tried whole first, then scenes one by one, from all scenes with the unit and from none, until
nothing that is tried is cheaper.

An order from which scenes are taken keeps its days, half empty, until it is searched again. So
scenes are weighed twice, once by the days there are and once by the share of a day that they
fill; the search tells which of the two ways is cheaper.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

import numpy as np

from secondunit.core.ids import SceneId
from secondunit.film.schedule.decoder.arrays import Desk, Ints, new_desk
from secondunit.film.schedule.decoder.decode import decode
from secondunit.film.schedule.decoder.encode import Encoded, encode
from secondunit.film.schedule.model import Problem
from secondunit.film.schedule.rules.terms import Unit
from secondunit.film.schedule.units.part import part_of

_PASSES = 4
"""Times that every place and scene is tried."""


def assignments(problem: Problem, order: Sequence[SceneId]) -> tuple[dict[SceneId, str], ...]:
    """The scenes that units beside the main one shoot, with the unit's name, in one way or two.

    Args:
        problem: Of all units.
        order: A good order of all scenes for the main unit alone.
    """
    ways = [_assign(problem, order, filled=filled) for filled in (False, True)]
    return tuple(ways[:1] if ways[0] == ways[1] else ways)


def _assign(problem: Problem, order: Sequence[SceneId], *, filled: bool) -> dict[SceneId, str]:
    units = problem.terms.units or ()
    found = {scene: unit.name for unit in units for scene in unit.scenes}
    shot = {scene for day in problem.past for scene in day.scenes}
    for unit in units:
        free = [scene for scene, _ in unit.may if scene not in found and scene not in shot]
        chosen = _able(problem, unit, free)
        if not unit.shorter and chosen:
            chosen = _Weighing(problem, unit, order, (set(found), chosen), filled=filled).best()
        found |= dict.fromkeys(chosen, unit.name)
    return found


def _able(problem: Problem, unit: Unit, scenes: Sequence[SceneId]) -> tuple[SceneId, ...]:
    """Those of the scenes that have a lawful day with the unit."""
    encoded = encode(part_of(problem, unit, set(scenes)))
    held = {need.scene for need in encoded.scenes}
    return tuple(scene for scene in scenes if scene in held)


class _Side:
    """One unit's part, and orders of it decoded."""

    def __init__(self, part: Problem) -> None:
        self.encoded: Encoded = encode(part)
        self.desk: Desk = new_desk(self.encoded.tables)
        self.index = {need.scene: at for at, need in enumerate(self.encoded.scenes)}

    def cost(self, order: Ints, load: int = 0) -> int:
        """What an order costs in minor units; nothing for none.

        Args:
            order: Of some of the scenes.
            load: Eighths of a usual day, where crews are paid by the share of one that is filled.
        """
        if not len(order):
            return 0
        tables = self.encoded.tables
        cost = int(decode(tables, order, self.desk))
        if load:
            eighths = int(tables.eighths[order].sum())
            days = int(self.desk.days[0])
            cost += tables.crew_day * eighths // load - tables.crew_day * days
        return cost

    def rows(self, scenes: Iterable[SceneId]) -> Ints:
        """Scenes as the decoder knows them; those with no lawful day left out."""
        found = [self.index[scene] for scene in scenes if scene in self.index]
        return np.asarray(found, dtype=np.int64)


class _Weighing:
    """Scenes that may go either way between the main unit and another."""

    def __init__(
        self,
        problem: Problem,
        unit: Unit,
        order: Sequence[SceneId],
        scenes: tuple[set[SceneId], Sequence[SceneId]],
        *,
        filled: bool,
    ) -> None:
        taken, self.free = scenes
        here = {need.scene for need in problem.scenes} - taken
        self.order = [scene for scene in order if scene in here]
        self.place = {need.scene: need.location for need in problem.scenes}
        self.main = _Side(part_of(problem, None, here))
        self.side = _Side(part_of(problem, unit, {*unit.scenes, *self.free}))
        self.given = [scene for scene in unit.scenes if scene in self.side.index]
        self.load = self._load() if filled else 0

    def best(self) -> tuple[SceneId, ...]:
        """The scenes that go to the unit."""
        ways = (self._descend(set(self.free)), self._descend(set()))
        gone = min(ways, key=lambda way: way[0])[1]
        return tuple(scene for scene in self.free if scene in gone)

    def _load(self) -> int:
        """Eighths of a usual day of the main unit."""
        rows = self.main.rows(self.order)
        self.main.cost(rows)
        eighths = int(self.main.encoded.tables.eighths[rows].sum())
        return max(eighths // max(int(self.main.desk.days[0]), 1), 1)

    def _descend(self, gone: set[SceneId]) -> tuple[int, set[SceneId]]:
        here = self.main.rows(scene for scene in self.order if scene not in gone)
        cost = self._cost(here, gone)
        for _ in range(_PASSES):
            before = cost
            for group in self._groups():
                back, away = set(group) & gone, set(group) - gone
                for trial, moved in ((self._put_back, back), (self._taken_out, away)):
                    if not moved:
                        continue
                    then = gone - moved if moved is back else gone | moved
                    order = trial(here, moved)
                    found = self._cost(order, then)
                    if found < cost:
                        cost, here, gone = found, order, then
            if cost == before:
                break
        return cost, gone

    def _groups(self) -> list[list[SceneId]]:
        places: dict[str, list[SceneId]] = {}
        for scene in self.free:
            places.setdefault(self.place[scene], []).append(scene)
        whole = [held for held in places.values() if len(held) > 1]
        return [*whole, *([scene] for scene in self.free)]

    def _cost(self, here: Ints, gone: set[SceneId]) -> int:
        there = [*self.given, *(scene for scene in self.free if scene in gone)]
        return self.main.cost(here, self.load) + self.side.cost(self._gathered(there))

    def _gathered(self, scenes: Sequence[SceneId]) -> Ints:
        """Scenes place by place, as the unit would shoot them."""
        first = {self.place[scene]: at for at, scene in reversed(list(enumerate(scenes)))}
        lights = self.side.encoded.tables.light
        ranks: Mapping[int, int] = {0: 0, 2: 1, 1: 2}
        ordered = sorted(
            scenes,
            key=lambda scene: (
                first[self.place[scene]],
                ranks[int(lights[self.side.index[scene]])],
            ),
        )
        return self.side.rows(ordered)

    def _taken_out(self, here: Ints, scenes: set[SceneId]) -> Ints:
        return here[~np.isin(here, self.main.rows(scenes))]

    def _put_back(self, here: Ints, scenes: set[SceneId]) -> Ints:
        """The scenes together at the place in the order where they cost least."""
        block = self.main.rows(scene for scene in self.order if scene in scenes)
        best, least = here, -1
        for at in range(len(here) + 1):
            trial = np.concatenate([here[:at], block, here[at:]])
            cost = self.main.cost(trial, self.load)
            if least < 0 or cost < least:
                best, least = trial, cost
        return best
