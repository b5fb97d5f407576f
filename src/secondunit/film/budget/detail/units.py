"""Detail lines for what the board prices of the units beside the main one."""

from __future__ import annotations

from collections.abc import Iterable

from secondunit.core.money import Money
from secondunit.film.budget.detail.board import share_line
from secondunit.film.budget.detail.lines import Pricing
from secondunit.film.budget.formula.parse import canonical_name
from secondunit.film.budget.model import DetailLine
from secondunit.film.schedule.board import unit_words
from secondunit.film.schedule.model import Problem
from secondunit.film.schedule.rules.terms import Covers, Unit
from secondunit.film.schedule.units.price import UNIT

SHARE = "unit"
"""Name, under ``[board.shares]`` and ``[board.subs]``, of what other units cost."""


def unit_lines(problem: Problem, pricing: Pricing) -> list[DetailLine]:
    """The lines of every unit that shoots; together they are the unit's share of the board."""
    lines = [line for unit in problem.terms.units or () for line in _lines(problem, unit, pricing)]
    return [line for line in lines if line.amount and line.rate.minor]


def _lines(problem: Problem, unit: Unit, pricing: Pricing) -> Iterable[DetailLine]:
    accounts, title = pricing.rates.board, unit_words(unit.name).capitalize()
    account = accounts.shares.get(SHARE) or accounts.other or accounts.night

    def priced(family: str, what: str, rate: Money, key: str = unit.name) -> DetailLine:
        line = (canonical_name(family, key), rate)
        return share_line(pricing, f"{UNIT}{unit.name}", account, f"{title}: {what}", line)

    yield priced("unit_days", "crew", unit.crew_day)
    yield priced("unit_nights", "night premium", unit.night_premium)
    yield priced("unit_location_days", "locations", unit.location_day)
    yield priced("unit_setups", "set-ups", unit.location_setup)
    yield priced("unit_moves", "company moves", unit.company_move)
    yield priced("unit_switches", "rest day at change of shift", unit.shift_switch)
    pack, crew = problem.terms.pack(Covers.CREW), unit.crew_day
    if pack is not None:
        for family, what, percent in (
            ("unit_sixth_days", "sixth days", pack.sixth_day_percent),
            ("unit_seventh_days", "seventh days", pack.seventh_day_percent),
        ):
            premium = Money(minor=crew.minor * percent // 100, currency=crew.currency)
            yield priced(family, what, premium)
    for team, rate in problem.costs.team_days:
        name = team.removesuffix("-day").replace("-", " ")
        yield priced("unit_team_days", f"{name} team", rate, f"{unit.name} {team}")
