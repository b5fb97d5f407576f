"""Every figure an amount may be reckoned from, by the name expressions use."""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from decimal import Decimal

from secondunit.film.budget.counts import Counts
from secondunit.film.budget.entries import NamedExpression
from secondunit.film.budget.formula.evaluate import resolve
from secondunit.film.budget.formula.parse import canonical_name
from secondunit.film.budget.model import Global
from secondunit.film.budget.terms import DRIVERS
from secondunit.film.schedule.model import Problem

UNITS = {
    "shoot_days": "days",
    "shoot_weeks": "weeks",
    "nights": "nights",
    "pages": "pages",
    "location_days": "days",
    "paid_days": "days",
    "team_days": "days",
    "calendar_days": "days",
    "unit_days": "days",
    "unit_nights": "nights",
    "unit_location_days": "days",
    "unit_sixth_days": "days",
    "unit_seventh_days": "days",
    "unit_team_days": "days",
}
"""What counted figures are in, where that is not a plain number."""


def count_globals(problem: Problem, counts: Counts, *, week_days: int) -> dict[str, Decimal]:
    """What the schedule and the breakdown count, by the name expressions use.

    Everything the script knows has a figure, at 0 where the board does not use it, so that no
    swap of the board makes a name unknown: ``shoot_days``, ``shoot_weeks``, ``nights``,
    ``pages``, ``scenes``, ``sets``, ``locations``, ``location_days`` and ``location_days[place]``,
    ``location_setups[place]``, ``cast_members``, ``paid_days`` and ``paid_days[cast id]``,
    ``minor_days``, ``moves``, ``shift_switches``, ``team_days[team]``, ``background`` and
    ``background[day]``, ``element_count[category]``, ``element_days[category]``,
    ``element_scenes[category]``, ``calendar_days`` and ``week_days``. Days, nights, weeks, location
    days and set-ups, moves and team days are the main unit's; each unit beside it has
    ``unit_days[name]``, ``unit_nights``, ``unit_location_days``, ``unit_moves``, ``unit_setups``,
    ``unit_switches``, ``unit_sixth_days``, ``unit_seventh_days`` and ``unit_team_days[name team]``.
    """
    figures = {name: counts.drivers[driver] for driver, name in DRIVERS.items() if driver != "flat"}
    figures |= {
        "week_days": Decimal(week_days),
        "moves": Decimal(counts.moves),
        "shift_switches": Decimal(counts.switches),
        "calendar_days": Decimal(_calendar_days(counts.dates)),
        "paid_days": Decimal(sum(counts.cast_days.values())),
        "background": Decimal(sum(counts.background.values())),
    }
    places = dict.fromkeys(need.location for need in problem.scenes)
    teams = dict.fromkeys([*(key for key, _ in problem.costs.team_days), *counts.team_days])
    for person in problem.people:
        days = counts.cast_days.get(person.cast, 0)
        figures[canonical_name("paid_days", person.cast)] = Decimal(days)
    for family, keys, counted in (
        ("location_days", places, counts.location_days),
        ("location_setups", places, counts.location_setups),
        ("team_days", teams, counts.team_days),
    ):
        for key in keys:
            figures[canonical_name(family, key)] = Decimal(counted.get(key, 0))
    for day, heads in counts.background.items():
        figures[canonical_name("background", day)] = Decimal(heads)
    for unit, own in counts.units.items():
        for family, count in (
            ("unit_days", own.days),
            ("unit_nights", own.nights),
            ("unit_location_days", own.location_days),
            ("unit_moves", own.moves),
            ("unit_setups", own.setups),
            ("unit_switches", own.switches),
            ("unit_sixth_days", own.sixth_days),
            ("unit_seventh_days", own.seventh_days),
        ):
            figures[canonical_name(family, unit)] = Decimal(count)
        for team in teams:
            name = canonical_name("unit_team_days", f"{unit} {team}")
            figures[name] = Decimal(own.team_days.get(team, 0))
    return figures


def all_globals(
    counted: Mapping[str, Decimal], named: Sequence[NamedExpression]
) -> tuple[Global, ...]:
    """Counted figures, then the production's globals in the order of its table.

    Raises:
        InputError: A global is wrong, already counted, or goes round in a circle.
    """
    values = resolve(counted, {each.name: each.value for each in named})
    found = [
        Global(name=name, value=value, unit=UNITS.get(name.partition("[")[0], ""))
        for name, value in counted.items()
    ]
    found += [
        Global(name=each.name, value=values[each.name], expression=each.value, unit=each.unit)
        for each in named
    ]
    return tuple(found)


def _calendar_days(dates: Sequence[str]) -> int:
    """Days on the calendar from the first shooting day to the last, both counted."""
    if not dates:
        return 0
    first, last = (datetime.date.fromisoformat(date) for date in (dates[0], dates[-1]))
    return (last - first).days + 1
