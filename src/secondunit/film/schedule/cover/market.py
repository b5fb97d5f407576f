"""From a problem in the trade's words to a market of days."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from secondunit.film.schedule.cover.days import Market
from secondunit.film.schedule.cover.least import Least, by_place
from secondunit.film.schedule.decoder.arrays import DAY, EITHER, NIGHT, Ints
from secondunit.film.schedule.model import Light, Problem, SceneNeed

_CODE = {Light.DAY: DAY, Light.NIGHT: NIGHT, Light.EITHER: EITHER}
_MOST_PAYEES = 10
_WORK = 600_000_000
"""Steps of one weighing of all days: about a quarter of a second, most of them passed over."""
_MOST_ROWS = 700
"""Rows of a covering; the work of a change of its basis grows with their square."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Payee:
    """A performer or a special team.

    Args:
        cast: Cast id; 0 for a team.
        team: Key; empty for a performer.
        rate: For a day, in minor units.
        days: Worked at the least.
    """

    cast: int
    team: str
    rate: int
    days: int

    @property
    def pay(self) -> int:
        """What the payee costs at the least."""
        return self.rate * self.days

    def plays(self, need: SceneNeed) -> bool:
        """Whether a scene calls the payee."""
        return self.team in need.setups if self.team else self.cast in need.cast


def find_payees(problem: Problem, scenes: Sequence[SceneNeed]) -> tuple[Payee, ...]:
    """Everybody that these scenes call, those who cost most first."""
    least = Least(problem)
    found = []
    for cast, team, rate in (
        *((person.cast, "", person.daily.minor) for person in problem.people),
        *((0, key, rate.minor) for key, rate in problem.costs.team_days),
    ):
        payee = Payee(cast=cast, team=team, rate=rate, days=0)
        own = [need for need in scenes if payee.plays(need)]
        if own:
            found.append(Payee(cast=cast, team=team, rate=rate, days=least.days(own)))
    return tuple(sorted(found, key=lambda payee: -payee.pay))


def count_payees(problem: Problem, scenes: Sequence[SceneNeed]) -> int:
    """How many payees a market can hold before it is too much work; -1 for not even none."""
    rules, places = problem.rules, len(by_place(scenes))
    if len(scenes) + places + _MOST_PAYEES > _MOST_ROWS:
        return -1
    steps = places * rules.locations_per_day * (rules.day_eighths + 1) ** 2
    return min(_MOST_PAYEES, (_WORK // max(steps, 1)).bit_length() - 1)


def open_market(
    problem: Problem,
    scenes: Sequence[SceneNeed],
    payees: Sequence[Payee],
    rooms: Sequence[int] = (),
) -> Market:
    """The market of these scenes.

    Args:
        problem: Prices and limits.
        scenes: At least one.
        payees: Who is paid by the day; nobody else is.
        rooms: Length of a day by number of places, from 0 on; none: the rules' at all.
    """
    least, costs, rules = Least(problem), problem.costs, problem.rules
    places = by_place(scenes)
    ordered = [need for held in places.values() for need in held]
    calls = [
        sum(1 << index for index, payee in enumerate(payees) if payee.plays(need))
        for need in ordered
    ]
    rows = [
        *(1 for _ in ordered),
        *(least.visits(held) for held in places.values()),
        *(payee.days for payee in payees),
        least.shift_days(scenes, Light.DAY),
        least.shift_days(scenes, Light.NIGHT),
        least.days(scenes),
    ]
    starts = [0]
    for held in places.values():
        starts.append(starts[-1] + len(held))
    return Market(
        eighths=_ints([min(need.eighths, rules.day_eighths) for need in ordered]),
        light=_ints([_CODE[least.light(need)] for need in ordered]),
        called=_ints(calls),
        place_at=_ints(starts),
        rate=_ints([payee.rate for payee in payees]),
        least=_ints(rows),
        crew_day=costs.crew_day.minor,
        night_premium=costs.night_premium.minor,
        location_day=costs.location_day.minor,
        company_move=costs.company_move.minor,
        day_eighths=rules.day_eighths,
        locations_per_day=rules.locations_per_day,
        rooms=_ints(rooms or [rules.day_eighths] * (rules.locations_per_day + 1)),
    )


def _ints(values: Sequence[int]) -> Ints:
    return np.asarray(values, dtype=np.int64)
