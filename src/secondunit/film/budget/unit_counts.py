"""What the units beside the main one count: their days, nights, places, moves, teams."""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from secondunit.core.ids import SceneId
from secondunit.film.schedule.model import Board, Problem, SceneNeed, Shift, ShootDay


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitCounts:
    """Counts of one unit's days.

    Args:
        days: Shooting days.
        nights: Of these, by night.
        location_days: Places used, each day counted.
        moves: Company moves within days.
        setups: First uses of places, and returns after a day without.
        switches: Changes between day and night shifts.
        team_days: Days by special team, by key.
        sixth_days: Sixth days of calendar weeks.
        seventh_days: Seventh ones.
    """

    days: int
    nights: int
    location_days: int
    moves: int
    setups: int
    switches: int
    team_days: dict[str, int]
    sixth_days: int
    seventh_days: int


def count_units(problem: Problem, board: Board) -> dict[str, UnitCounts]:
    """The counts of every unit beside the main one, by name; of one that shoots nothing, zeros."""
    needs = {need.scene: need for need in problem.scenes}
    return {
        unit.name: _counts([day for day in board.days if day.unit_name == unit.name], needs)
        for unit in problem.terms.units or ()
    }


def _counts(days: Sequence[ShootDay], needs: Mapping[SceneId, SceneNeed]) -> UnitCounts:
    held = [[needs[scene] for scene in day.scenes if scene in needs] for day in days]
    places = [tuple(dict.fromkeys(need.location for need in scenes)) for scenes in held]
    before = [(), *places[:-1]]
    weeks = Counter(datetime.date.fromisoformat(day.date).isocalendar()[:2] for day in days)
    teams = Counter(
        key for scenes in held for key in {key for need in scenes for key in need.setups}
    )
    return UnitCounts(
        days=len(days),
        nights=sum(day.shift is Shift.NIGHT for day in days),
        location_days=sum(map(len, places)),
        moves=sum(max(len(here) - 1, 0) for here in places),
        setups=sum(
            place not in was for here, was in zip(places, before, strict=False) for place in here
        ),
        switches=sum(one.shift is not two.shift for one, two in pairwise(days)),
        team_days=dict(sorted(teams.items())),
        sixth_days=sum(count >= 6 for count in weeks.values()),
        seventh_days=sum(max(count - 6, 0) for count in weeks.values()),
    )
