"""Detail lines that follow from a schedule and a breakdown, department by department."""

from __future__ import annotations

from dataclasses import replace
from decimal import ROUND_CEILING, Decimal

from secondunit.core.money import Money
from secondunit.film.budget.counts import Counts
from secondunit.film.budget.fringe import Pay, price_line
from secondunit.film.budget.model import DetailLine, Section
from secondunit.film.budget.terms import Allowance, Post, Rates
from secondunit.film.schedule.model import CostTable, Problem


def cast_lines(
    problem: Problem, counts: Counts, rates: Rates
) -> tuple[list[DetailLine], list[Pay]]:
    """A line for each performer who plays on the board, and what each earns."""
    lines, pays = [], []
    for person in problem.people:
        days = Decimal(counts.cast_days.get(person.cast, 0))
        if not days:
            continue
        line = _line(rates.board.cast, f"{person.cast}. {person.name}", days, "day", person.daily)
        line = _with(line, f"paid days of cast {person.cast}", "cast", rates.cast.fringes)
        lines.append(line)
        pays.append(_pay(line, days, rates.cast.fringes))
    return lines, pays


def crew_lines(counts: Counts, rates: Rates) -> tuple[list[DetailLine], list[Pay]]:
    """Preparation, shoot and wrap of each post, and what each person earns."""
    lines, pays = [], []
    shooting = counts.drivers["shooting-day"]
    for post in rates.crew:
        of_crew = rates.section_of(post.account) is Section.PRODUCTION
        stretches = (
            ("preparation", _whole_days(post.prep, shooting), ""),
            ("shoot", shooting, "crew" if of_crew else ""),
            ("wrap", _whole_days(post.wrap, shooting), ""),
        )
        own = [
            _post_line(post, stretch, days, share, rates)
            for stretch, days, share in stretches
            if days
        ]
        lines.extend(own)
        earned = sum(line.total.minor for line in own) // post.count
        pays.append(
            Pay(
                account=post.account,
                people=post.count,
                earned=Money(minor=earned, currency=rates.currency),
                days=sum((days for _, days, _ in stretches), Decimal(0)),
                fringes=post.fringes,
            )
        )
    return lines, pays


def background_lines(counts: Counts, rates: Rates) -> tuple[list[DetailLine], list[Pay]]:
    """A line for each shooting day with background, everybody paid for one day."""
    lines, pays = [], []
    deal = rates.background
    for day, heads in counts.background.items():
        rate = rates.money(deal.rate)
        line = _line(deal.account, f"Background, day {day}", Decimal(1), "day", rate)
        line = _times(_with(line, f"background of day {day}", "", deal.fringes), heads)
        lines.append(line)
        pays.append(
            Pay(
                account=line.account,
                people=heads,
                earned=line.rate,
                days=Decimal(1),
                fringes=deal.fringes,
            )
        )
    return lines, pays


def allowance_lines(counts: Counts, rates: Rates) -> list[DetailLine]:
    """A line for each allowance whose driver counts anything, or that has a least amount."""
    lines = []
    for allowance in rates.allowances:
        amount = max(counts.drivers[allowance.driver] * allowance.per, allowance.least)
        if amount:
            line = _line(
                allowance.account,
                allowance.description,
                amount,
                allowance.unit,
                rates.money(allowance.rate),
            )
            lines.append(_with(line, _allowance_driver(allowance), _share(allowance), ()))
    return lines


def board_lines(costs: CostTable, counts: Counts, rates: Rates) -> list[DetailLine]:
    """What the board prices by its own cost table, so that the two can be reconciled."""
    accounts = rates.board
    lines = [
        _board(accounts.night, "Night premium", counts.drivers["night"], costs.night_premium),
        _board(accounts.switch, "Rest day at change of shift", counts.switches, costs.shift_switch),
        _board(accounts.move, "Company moves", counts.moves, costs.company_move),
    ]
    shares = ["night", "switch", "move"]
    for place, days in counts.location_days.items():
        lines.append(_board(accounts.location, f"{place}: fee", days, costs.location_day))
        shares.append("location")
    for place, setups in counts.location_setups.items():
        lines.append(_board(accounts.setup, f"{place}: set-up", setups, costs.location_setup))
        shares.append("setup")
    for key, rate in costs.team_days:
        account = accounts.teams.get(key, accounts.team)
        title = key.removesuffix("-day").replace("-", " ").capitalize()
        lines.append(_board(account, f"{title} team", counts.team_days.get(key, 0), rate))
        shares.append("team")
    return [
        _with(line, f"board: {share}", share, ())
        for line, share in zip(lines, shares, strict=True)
        if line.amount
    ]


def _line(account: str, description: str, amount: Decimal, unit: str, rate: Money) -> DetailLine:
    return price_line(
        DetailLine(
            account=account,
            description=description,
            amount=amount,
            unit=unit,
            multiplier=1,
            rate=rate,
            total=rate,
        )
    )


def _times(line: DetailLine, people: int) -> DetailLine:
    return price_line(replace(line, multiplier=people))


def _with(line: DetailLine, driver: str, share: str, fringes: tuple[str, ...]) -> DetailLine:
    return replace(line, driver=driver, share=share, fringes=fringes)


def _post_line(post: Post, stretch: str, days: Decimal, share: str, rates: Rates) -> DetailLine:
    amount = days / rates.week_days if post.unit == "week" else days
    rate = rates.money(post.rate)
    line = _line(post.account, f"{post.post}, {stretch}", amount, post.unit, rate)
    return _times(_with(line, f"{stretch} days", share, post.fringes), post.count)


def _pay(line: DetailLine, days: Decimal, fringes: tuple[str, ...]) -> Pay:
    return Pay(account=line.account, people=1, earned=line.total, days=days, fringes=fringes)


def _board(account: str, description: str, amount: Decimal | int, rate: Money) -> DetailLine:
    return _line(account, description, Decimal(amount), "each", rate)


def _whole_days(per_day: Decimal, shooting: Decimal) -> Decimal:
    return (per_day * shooting).to_integral_value(ROUND_CEILING)


def _share(allowance: Allowance) -> str:
    """What is paid for every shooting day is part of what the board calls a crew day."""
    return "crew" if allowance.driver == "shooting-day" else ""


def _allowance_driver(allowance: Allowance) -> str:
    return "allowance" if allowance.driver == "flat" else allowance.driver
