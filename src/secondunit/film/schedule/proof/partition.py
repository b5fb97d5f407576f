"""Every way to divide scenes into days that costs little more than the covering does. Compiled.

Days are chosen one by one, each for the scarcest scene that is still without one. A day's price
above what its scenes are worth to the covering, and the order of the days chosen, only add up: a
way that has spent the allowance is left.

Source: Baldacci, Christofides and Mingozzi, An exact algorithm for the vehicle routing problem
based on the set partitioning formulation with additional cuts (2008), for days instead of routes.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from secondunit.film.schedule.decoder.arrays import Ints
from secondunit.film.schedule.decoder.compiled import lean, lean_over
from secondunit.film.schedule.proof.order import MOST_DAYS, Days, Table, order_cost

_ORDERED_EARLY = 6
"""Days up to which the order is reckoned with before all scenes have one."""

BEST, EFFORT, COMPLETE = range(3)
"""Cells of what ``divide`` finds: the least above the covering, steps of work, 1 where no way was
left for want of effort."""


class Stack(NamedTuple):
    """Working memory, by number of days chosen.

    Args:
        done: Scenes that have a day.
        spent: Above the covering.
        at: The next day to try.
        end: Where those for the scene at hand end.
        chosen: The day chosen.
    """

    done: Ints
    spent: Ints
    at: Ints
    end: Ints
    chosen: Ints


class Lot(NamedTuple):
    """What is to be divided.

    Args:
        begins: By scene, scarcest first: where the days begin whose scarcest it is, cheapest
            first; and one past the last.
        above: By day: price above what its scenes are worth.
        fewest: Days there must be.
        more: What each day beyond these costs above its price.
        never_let: People too often called to be let go between, as a set.
        idle: Days off that let somebody go; see ``held_in``.
        both: 1 where a change of shift is sure.
    """

    begins: Ints
    above: Ints
    fewest: int
    more: int
    never_let: int
    idle: int
    both: int


def make_stack(scenes: int) -> Stack:
    """Working memory for so many scenes."""
    return Stack(*(np.zeros(scenes + 1, dtype=np.int64) for _ in range(5)))


@lean
def held_in(days: Days, which: Ints, count: int, idle: int) -> int:
    """Who cannot be let go between the days of a whole board, having too few of them off."""
    found = 0
    person = 0
    while 1 << person < len(days.held):
        off = 0
        for index in range(count):
            off += 1 - (days.cast[which[index]] >> person & 1)
        if off < idle:
            found |= 1 << person
        person += 1
    return found


@lean_over(order_cost)
def _order(days: Days, lot: Lot, table: Table, chosen: Ints, whole: tuple[int, int]) -> int:
    """What the order of the chosen days costs at the least."""
    count, is_whole = whole
    charged = lot.never_let
    if is_whole:
        charged |= held_in(days, chosen, count, lot.idle)
    return int(order_cost(days, table, chosen, count, charged, lot.both))


@lean_over(order_cost)
def divide(
    days: Days, lot: Lot, memory: tuple[Stack, Table], limits: tuple[int, int], found: Ints
) -> None:
    """Find the cheapest way to divide all scenes, order included, within an allowance.

    Args:
        days: All that could be shot.
        lot: What is to be divided.
        memory: Overwritten.
        limits: Most above the covering, and most steps of work.
        found: Cells by the names above; BEST stays where nothing cheaper is found.
    """
    stack, table = memory
    allowance, effort = limits
    every = (1 << (len(lot.begins) - 1)) - 1
    depth = 0
    found[COMPLETE] = 1
    stack.done[0], stack.spent[0] = 0, 0
    stack.at[0], stack.end[0] = lot.begins[0], lot.begins[1]
    while depth >= 0:
        day = stack.at[depth]
        most = min(allowance, found[BEST] - 1)
        if day >= stack.end[depth] or stack.spent[depth] + lot.above[day] > most:
            depth -= 1
            continue
        stack.at[depth] += 1
        if days.scenes[day] & stack.done[depth]:
            continue
        found[EFFORT] += 1
        if found[EFFORT] > effort:
            found[COMPLETE] = 0
            return
        spent = stack.spent[depth] + lot.above[day]
        spent += lot.more if depth >= lot.fewest else 0
        done = stack.done[depth] | days.scenes[day]
        stack.chosen[depth] = day
        count, is_whole = depth + 1, int(done == every)
        if spent <= most and count <= (MOST_DAYS if is_whole else _ORDERED_EARLY):
            found[EFFORT] += (1 << count) * count // 8
            order = _order(days, lot, table, stack.chosen, (count, is_whole))
            if spent + order > most:
                continue
            spent_whole = spent + order
        else:
            spent_whole = spent
        if is_whole and spent_whole <= most:
            found[BEST] = spent_whole
        if is_whole or spent > most:
            continue
        scene = 0
        while done >> scene & 1:
            scene += 1
        depth += 1
        stack.done[depth], stack.spent[depth] = done, spent
        stack.at[depth], stack.end[depth] = lot.begins[scene], lot.begins[scene + 1]
