"""Detail lines for what the board itself prices, so that board and budget can be reconciled."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from decimal import Decimal

from secondunit.core.money import Money
from secondunit.film.budget.detail.lines import Pricing
from secondunit.film.budget.detail.pay import earner
from secondunit.film.budget.formula.parse import canonical_name
from secondunit.film.budget.model import DetailLine, Earner, Nature, Phase
from secondunit.film.budget.terms import BOARD_SHARES
from secondunit.film.schedule.model import Board, CostTable, Problem
from secondunit.film.schedule.units.price import UNIT

KNOWN_SHARES = frozenset({*BOARD_SHARES, "crew"})
"""Shares of a board's cost that the budget prices by lines of its own."""


def cast_lines(problem: Problem, pricing: Pricing) -> tuple[list[DetailLine], list[Earner]]:
    """A line for each performer who plays on the board, and what each earns."""
    lines, earners = [], []
    cast = pricing.rates.cast
    for person in problem.people:
        dates = pricing.counts.cast_dates.get(person.cast, ())
        if not dates:
            continue
        line = pricing.line(
            DetailLine(
                account=pricing.rates.board.cast,
                description=f"{person.cast}. {person.name}",
                amount=Decimal(0),
                unit="day",
                multiplier=1,
                rate=person.daily,
                total=person.daily,
                driver=f"paid days of cast {person.cast}",
                fringes=cast.fringes,
                share="cast",
                expression=canonical_name("paid_days", person.cast),
                sub=cast.sub,
                phase=Phase.SHOOT,
                nature=Nature.LABOUR,
                person=f"cast {person.cast}",
            )
        )
        lines.append(line)
        years = Counter(int(date[:4]) for date in dates)
        earners.append(earner([line], pricing.rates.week_days, years.items()))
    return lines, earners


def background_lines(pricing: Pricing) -> tuple[list[DetailLine], list[Earner]]:
    """A line for each shooting day with background, everybody paid for one day."""
    lines, earners = [], []
    deal, dates = pricing.rates.background, pricing.counts.day_dates
    for day, heads in pricing.counts.background.items():
        rate, when = pricing.rates.money(deal.rate), day if isinstance(day, str) else f"day {day}"
        line = pricing.line(
            DetailLine(
                account=deal.account,
                description=f"Background, {when}",
                amount=Decimal(1),
                unit="day",
                multiplier=heads,
                rate=rate,
                total=rate,
                driver=f"background of {when}",
                fringes=deal.fringes,
                expression="1",
                sub=deal.sub,
                phase=Phase.SHOOT,
                nature=Nature.LABOUR,
                person=f"background of {when}",
            )
        )
        lines.append(line)
        years = [(int(dates[day][:4]), 1)] if day in dates else []
        earners.append(earner([line], pricing.rates.week_days, years))
    return lines, earners


def board_lines(costs: CostTable, board: Board, pricing: Pricing) -> list[DetailLine]:
    """What the board prices by its own cost table, and shares of it that only the board knows."""
    lines = [*_table_lines(costs, pricing), *_other_shares(board, pricing)]
    return [line for line in lines if line.amount and line.rate.minor]


def unknown_shares(board: Board) -> tuple[str, ...]:
    """Shares of the board's cost that the budget takes over as one sum each."""
    return tuple(s.key for s in board.shares if not is_known(s.key) and s.amount.minor)


def is_known(share: str) -> bool:
    """Whether the budget prices a share of the board by lines of its own."""
    return share in KNOWN_SHARES or share.startswith(UNIT)


def _table_lines(costs: CostTable, pricing: Pricing) -> Iterable[DetailLine]:
    accounts, counts = pricing.rates.board, pricing.counts
    yield share_line(
        pricing, "night", accounts.night, "Night premium", ("nights", costs.night_premium)
    )
    switch = ("shift_switches", costs.shift_switch)
    yield share_line(pricing, "switch", accounts.switch, "Rest day at change of shift", switch)
    yield share_line(pricing, "move", accounts.move, "Company moves", ("moves", costs.company_move))
    for place in counts.location_days:
        days = (canonical_name("location_days", place), costs.location_day)
        yield share_line(pricing, "location", accounts.location, f"{place}: fee", days)
    for place in counts.location_setups:
        setups = (canonical_name("location_setups", place), costs.location_setup)
        yield share_line(pricing, "setup", accounts.setup, f"{place}: set-up", setups)
    for key, rate in costs.team_days:
        title = key.removesuffix("-day").replace("-", " ").capitalize()
        account = accounts.teams.get(key, accounts.team)
        days = (canonical_name("team_days", key), rate)
        yield share_line(pricing, "team", account, f"{title} team", days)


def _other_shares(board: Board, pricing: Pricing) -> Iterable[DetailLine]:
    accounts = pricing.rates.board
    for share in board.shares:
        if not is_known(share.key):
            title = share.key.replace("-", " ").capitalize()
            account = accounts.shares.get(share.key, accounts.other or accounts.night)
            yield share_line(pricing, share.key, account, f"{title} (board)", ("1", share.amount))


def share_line(
    pricing: Pricing, share: str, account: str, description: str, priced: tuple[str, Money]
) -> DetailLine:
    """A line that carries a share of the board's cost; ``priced`` is its expression and rate."""
    expression, rate = priced
    return pricing.line(
        DetailLine(
            account=account,
            description=description,
            amount=Decimal(0),
            unit="each",
            multiplier=1,
            rate=rate,
            total=rate,
            driver=f"board: {share}",
            share=share,
            expression=expression,
            sub=pricing.rates.board.subs.get("unit" if share.startswith(UNIT) else share, ""),
            phase=Phase.SHOOT,
        )
    )
