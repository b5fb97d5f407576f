"""What days that stand have cost and leave behind: where the decoder begins after the past."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from itertools import pairwise

import numpy as np

from secondunit.core.errors import InputError
from secondunit.core.ids import SceneId
from secondunit.film.schedule.board import idle_dates
from secondunit.film.schedule.day_times import times_of
from secondunit.film.schedule.decoder import arrays
from secondunit.film.schedule.decoder.arrays import NEVER, Begin
from secondunit.film.schedule.model import Problem, SceneNeed, Shift


def begin_after(
    problem: Problem, dates: Sequence[date], places: Mapping[str, int], premiums: tuple[int, int]
) -> Begin:
    """Add up the days of the past.

    Args:
        problem: Whose ``past`` stands.
        dates: Work dates of the calendar.
        places: Numbers of the locations.
        premiums: What a sixth and a seventh day of a week add.

    Raises:
        InputError: A day of the past is no work date of the calendar, or holds an unknown scene.
    """
    index = {day.isoformat(): at for at, day in enumerate(dates)}
    needs = {need.scene: need for need in problem.scenes}
    for day in problem.past:
        if day.date not in index or any(scene not in needs for scene in day.scenes):
            raise InputError(
                f"day {day.number} of the past ({day.date}) is no work date, or holds a scene that"
                " is not in the script",
                remedy="Make its date a work date in schedule.toml, or leave out what was cut.",
            )
    held = [[needs[scene] for scene in day.scenes] for day in problem.past]
    shares, worked = _shares(problem, held, premiums)
    last_used = np.full(max(len(places), 1), -9, dtype=np.int64)
    for at, scenes in enumerate(held):
        for need in scenes:
            if need.location in places:
                last_used[places[need.location]] = at - len(held)
    state = [-1, arrays.DAY, -NEVER, 0]
    if problem.past:
        last = problem.past[-1]
        state = [
            index[last.date],
            arrays.NIGHT if last.shift is Shift.NIGHT else arrays.DAY,
            _wrap(problem, date.fromisoformat(last.date)),
            worked,
        ]
    return Begin(
        people=_people(problem, index, needs),
        places=last_used,
        shares=shares,
        state=np.asarray(state, dtype=np.int64),
    )


def _wrap(problem: Problem, last: date) -> int:
    """Wrap of the last day; without a clock, its midnight as the arrays have it."""
    times = times_of(problem, problem.past[-1])
    return last.toordinal() * 1440 if times is None else times.wrap


def _people(
    problem: Problem, index: Mapping[str, int], needs: Mapping[SceneId, SceneNeed]
) -> arrays.Ints:
    """First and last date of everybody, and the longest lawful idle stretch between."""
    rows = np.full((max(len(problem.people), 1), 3), -1, dtype=np.int64)
    rows[:, 2] = 0
    for row, person in zip(rows, problem.people, strict=False):
        worked = [
            day.date
            for day in problem.past
            if any(person.cast in needs[scene].cast for scene in day.scenes)
        ]
        if not worked:
            continue
        row[0], row[1] = index[worked[0]], index[worked[-1]]
        for one, two in pairwise(worked):
            gap = date.fromisoformat(two) - date.fromisoformat(one)
            if gap.days - 1 > problem.costs.drop_after_days:
                row[2] = max(int(row[2]), index[two] - index[one] - 1)
    return rows


def _shares(
    problem: Problem, held: list[list[SceneNeed]], premiums: tuple[int, int]
) -> tuple[arrays.Ints, int]:
    """Money spent, cast apart, and the days worked in the last week."""
    costs, shares = problem.costs, np.zeros(10, dtype=np.int64)
    rates = dict(costs.team_days)
    before: set[str] = set()
    week: tuple[int, int] | None = None
    worked = 0
    for day, scenes in zip(problem.past, held, strict=True):
        places = {need.location for need in scenes}
        shares[arrays.CREW] += costs.crew_day.minor
        shares[arrays.LOCATION] += costs.location_day.minor * len(places)
        shares[arrays.MOVE] += costs.company_move.minor * max(len(places) - 1, 0)
        shares[arrays.SETUP] += costs.location_setup.minor * len(places - before)
        shares[arrays.TEAM] += sum(
            rates[key].minor for key in {key for need in scenes for key in need.setups}
        )
        if day.shift is Shift.NIGHT:
            shares[arrays.SHIFT] += costs.night_premium.minor
        calendar = date.fromisoformat(day.date).isocalendar()
        worked = worked + 1 if week == calendar[:2] else 1
        week, before = calendar[:2], places
        if worked >= 6:
            shares[arrays.PREMIUM] += premiums[0 if worked == 6 else 1]
    switches = sum(one.shift is not two.shift for one, two in pairwise(problem.past))
    shares[arrays.SHIFT] += costs.shift_switch.minor * switches
    shares[arrays.SHIFT] += costs.idle_day.minor * idle_dates(problem, problem.past)
    return shares, worked
