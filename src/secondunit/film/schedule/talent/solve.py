"""The cheapest order of scenes, with its proof or how far it may be from the cheapest."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

import numpy as np

from secondunit.film.schedule.decoder.arrays import Ints
from secondunit.film.schedule.talent.anneal import anneal_order, make_climb
from secondunit.film.schedule.talent.exact import advance, rehash
from secondunit.film.schedule.talent.grid import Grid, Layer, make_grid, make_layer
from secondunit.film.schedule.talent.model import (
    TalentPlan,
    TalentProblem,
    own_work,
    price_order,
    require_sound,
)
from secondunit.film.schedule.talent.reduce import Reduced, reduce_problem

_ORDERS_A_BLOCK = 3_000
_CLIMBS = 4
_AT_ONCE = 2_000
"""Sets dealt with between two reports."""
_FIRST_ROOM = 1 << 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Advance:
    """How far the work is.

    Args:
        plan: The best order so far, with what is proved so far.
        done: Blocks of the sets dealt with, or 0 while a first order is looked for.
        blocks: How many there are.
    """

    plan: TalentPlan
    done: int
    blocks: int


Watch = Callable[[Advance], bool]
"""Is told of every advance; answers whether to go on."""


def go_on(advance: Advance) -> bool:
    """Watch that never stops the work."""
    del advance
    return True


def solve_talent(
    problem: TalentProblem, *, seed: int = 1, watch: Watch = go_on, most_sets: int = 20_000_000
) -> TalentPlan:
    """Find the order in which the cast waits least.

    Deterministic: the same problem and seed give the same plan, unless the watch stops the work.

    Args:
        problem: The scenes.
        seed: Of the search for a first order, any whole number.
        watch: Told of every advance; when it answers False, the best order so far is returned.
        most_sets: Sets of blocks to keep at the most (about 50 bytes each); past it the best
            order so far is returned without proof.

    Returns:
        The best order; ``proved`` unless the watch or the number of sets stopped the proof.

    Raises:
        InputError: The numbers of the problem mean nothing or exceed 64 bits.
    """
    require_sound(problem)
    reduced = reduce_problem(problem)
    work = _Work(problem, reduced, watch, most_sets)
    if not reduced.rates:
        return replace(work.plan, proved=True)
    return work.prove() if work.climb(seed) else work.plan


class _Work:
    """The best order of a problem so far, and the proof of it as far as it has come."""

    def __init__(
        self, problem: TalentProblem, reduced: Reduced, watch: Watch, most_sets: int
    ) -> None:
        self._problem, self._reduced, self._watch = problem, reduced, watch
        self._grid: Grid = make_grid(reduced)
        self._own, self._most_sets = own_work(problem), most_sets
        self._floor = 0
        self.plan = self._price(tuple(range(len(reduced.durations))))

    def climb(self, seed: int) -> bool:
        """Look for a good order; False when the watch stopped it."""
        climb = make_climb(self._grid, seed)
        for _ in range(_CLIMBS):
            anneal_order(self._grid, climb, _ORDERS_A_BLOCK * len(self._reduced.durations))
            self._keep(tuple(climb.best.tolist()))
            if not self._report(0):
                return False
        return True

    def prove(self) -> TalentPlan:
        """Go through the sets of blocks, and with them through every order that could be better."""
        if not self._grid.fits_words():
            return self.plan
        layer = make_layer(1)
        layer.size[0] = 1
        trail: list[tuple[Ints, Ints]] = []
        kept = 0
        for done in range(len(self._reduced.durations)):
            reached = self._next_layer(layer, done, kept)
            if reached is None:
                return self.plan
            count = int(reached.size[0])
            kept += count
            trail.append((reached.parent[:count].astype(np.int32), reached.last[:count].copy()))
            layer = reached
        if layer.size[0]:
            self._keep(_trace(trail))
        self.plan = replace(self.plan, lower_bound=self.plan.cost, proved=True)
        return self.plan

    def _next_layer(self, layer: Layer, done: int, kept: int) -> Layer | None:
        """All sets of one block more, or None when the work was stopped."""
        target, at, count = make_layer(_FIRST_ROOM), 0, int(layer.size[0])
        best = self.plan.waiting
        while at < count:
            at = int(advance(self._grid, layer, target, (at, min(at + _AT_ONCE, count)), best))
            reached = int(target.size[0])
            lows = (layer.low[at:count], target.low[:reached])
            sure = int(np.ceil(min((low.min() for low in lows if low.size), default=best) - 1e-6))
            self._floor = max(self._floor, min(best, sure))
            if kept + reached > self._most_sets or not self._report(done):
                return None
            if reached + len(self._grid.duration) > len(target.shot):
                target = _grown(target)
        return target

    def _report(self, done: int) -> bool:
        self.plan = replace(self.plan, lower_bound=self._own + self._floor)
        blocks = len(self._reduced.durations)
        return self._watch(Advance(plan=self.plan, done=done, blocks=blocks))

    def _keep(self, blocks: tuple[int, ...]) -> None:
        found = self._price(blocks)
        if found.cost < self.plan.cost:
            self.plan = found

    def _price(self, blocks: tuple[int, ...]) -> TalentPlan:
        order = self._reduced.expand(blocks)
        cost = price_order(self._problem, order)
        return TalentPlan(
            order=order,
            cost=cost,
            waiting=cost - self._own,
            lower_bound=self._own + self._floor,
            proved=cost == self._own + self._floor,
        )


def _trace(trail: list[tuple[Ints, Ints]]) -> tuple[int, ...]:
    """The order of blocks that reached the last set."""
    order, index = [], 0
    for parent, last in reversed(trail):
        order.append(int(last[index]))
        index = int(parent[index])
    return tuple(reversed(order))


def _grown(layer: Layer) -> Layer:
    """The layer in arrays of twice the size."""
    larger = make_layer(2 * len(layer.shot))
    count = int(layer.size[0])
    for old, new in zip(layer[:5], larger[:5], strict=True):
        new[:count] = old[:count]
    larger.size[0] = count
    rehash(larger)
    return larger
