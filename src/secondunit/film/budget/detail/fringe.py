"""Fringes: what is paid on top of wages, account by account, within each person's ceiling."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal

from secondunit.core.money import Money, total
from secondunit.film.budget.arithmetic import times
from secondunit.film.budget.detail.pay import earned_by_year
from secondunit.film.budget.model import DetailLine, Earner, FringeTerms, Nature
from secondunit.film.budget.terms import Rates


def fringe_terms(rates: Rates) -> tuple[FringeTerms, ...]:
    """The table's fringes, in money."""
    return tuple(
        FringeTerms(
            key=fringe.key,
            title=fringe.title,
            percent=fringe.percent,
            per_day=rates.money(fringe.per_day),
            ceiling=None if fringe.ceiling is None else rates.money(fringe.ceiling),
            by_year=fringe.basis == "person-year",
        )
        for fringe in rates.fringes
    )


def fringe_lines(earners: Sequence[Earner], rates: Rates) -> list[DetailLine]:
    """One line for each fringe of each account, in the table's order."""
    terms = fringe_terms(rates)
    bases = {fringe.key: fringe_bases(earners, fringe) for fringe in terms}
    lines: list[DetailLine] = []
    for account in sorted({one.account for one in earners}):
        own = [number for number, one in enumerate(earners) if one.account == account]
        for fringe in terms:
            lines.extend(_lines(account, fringe, own, earners, bases[fringe.key], rates))
    return lines


def fringe_bases(earners: Sequence[Earner], fringe: FringeTerms) -> tuple[Money, ...]:
    """What a fringe's percentage is taken of, for each earner and all people alike."""
    return tuple(
        total(years, one.earned.currency)
        for one, years in zip(earners, bases_by_year(earners, fringe), strict=True)
    )


def bases_by_year(earners: Sequence[Earner], fringe: FringeTerms) -> tuple[tuple[Money, ...], ...]:
    """The same, by the years of each earner.

    Pay above the ceiling bears none. A ceiling is one person's: on this production, or in each
    calendar year of it, over all accounts, used up in the order of the accounts.
    """
    left: dict[tuple[str, int], int] = {}
    bases = []
    for one in earners:
        own = []
        for year, pay in earned_by_year(one):
            base = 0
            if fringe.key in one.fringes:
                key = (one.person, year if fringe.by_year else 0)
                base = _within(pay.minor, key, left, fringe.ceiling) * one.people
            own.append(Money(minor=base, currency=one.earned.currency))
        bases.append(tuple(own))
    return tuple(bases)


def _within(
    pay: int, key: tuple[str, int], left: dict[tuple[str, int], int], ceiling: Money | None
) -> int:
    if ceiling is None:
        return pay
    room = left.setdefault(key, ceiling.minor)
    taken = max(min(pay, room), 0)
    left[key] = room - taken
    return taken


def _lines(
    account: str,
    fringe: FringeTerms,
    own: Sequence[int],
    earners: Sequence[Earner],
    bases: Sequence[Money],
    rates: Rates,
) -> Iterable[DetailLine]:
    base = total((bases[number] for number in own), rates.currency)
    subs = rates.fringe_subs
    if fringe.percent and base.minor:
        yield _line(account, fringe, fringe.percent / 100, ("of pay", base), subs)
    paid = [earners[number] for number in own if fringe.key in earners[number].fringes]
    days = sum((one.days * one.people for one in paid), Decimal(0))
    if fringe.per_day.minor and days:
        yield _line(account, fringe, days, ("day", fringe.per_day), subs)


def _line(
    account: str,
    fringe: FringeTerms,
    amount: Decimal,
    unit_rate: tuple[str, Money],
    subs: Mapping[str, str],
) -> DetailLine:
    unit, rate = unit_rate
    percent = f" {_plain(fringe.percent)} %" if unit == "of pay" else ""
    span = "a year" if fringe.by_year else "a person"
    ceiling = f" up to {_figure(fringe.ceiling)} {span}" if percent and fringe.ceiling else ""
    return DetailLine(
        account=account,
        description=f"Fringe: {fringe.title}{percent}{ceiling}",
        amount=amount,
        unit=unit,
        multiplier=1,
        rate=rate,
        total=times(rate, amount),
        driver=f"fringe {fringe.key}",
        nature=Nature.FRINGE,
        person=account,
        sub=subs.get(account, ""),
    )


def _figure(money: Money) -> str:
    return str(money).rpartition(" ")[0]


def _plain(number: Decimal) -> str:
    return f"{number.normalize():f}"
