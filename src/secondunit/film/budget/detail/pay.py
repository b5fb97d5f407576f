"""Who earns what, and in which calendar year: what fringes and their ceilings are reckoned on."""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Iterable, Sequence
from decimal import Decimal

from secondunit.core.money import Money
from secondunit.film.budget.arithmetic import whole_cents
from secondunit.film.budget.model import DetailLine, Earner

_WEEKEND = 6


def earner(lines: Sequence[DetailLine], week_days: int, years: Iterable[tuple[int, int]]) -> Earner:
    """What the person of these lines earns in their account.

    Args:
        lines: At least one, all of one account and one person (or several alike).
        week_days: Working days in a paid week.
        years: Days by calendar year in proportion to which pay falls into them.
    """
    first = lines[0]
    total = sum(line.total.minor for line in lines)
    return Earner(
        account=first.account,
        person=first.person,
        people=first.multiplier,
        earned=Money(
            minor=whole_cents(Decimal(total) / first.multiplier), currency=first.total.currency
        ),
        days=sum((paid_days(line, week_days) for line in lines), Decimal(0)),
        fringes=first.fringes,
        years=tuple(sorted(years)),
    )


def paid_days(line: DetailLine, week_days: int) -> Decimal:
    """Paid days of a line, for fringes by the day: an allowance counts one."""
    match line.unit:
        case "day":
            return line.amount
        case "week":
            return line.amount * week_days
        case _:
            return Decimal(1)


def earned_by_year(one: Earner) -> tuple[tuple[int, Money], ...]:
    """Pay by calendar year, in proportion to its days; the last year takes the odd cents."""
    whole = sum(days for _, days in one.years)
    left, parts = one.earned.minor, []
    for number, (year, days) in enumerate(one.years):
        last = number == len(one.years) - 1
        part = left if last else whole_cents(Decimal(one.earned.minor) * days / whole)
        left -= part
        parts.append((year, Money(minor=part, currency=one.earned.currency)))
    return tuple(parts) or ((0, one.earned),)


def span_years(
    dates: Sequence[str], *, before: int = 0, after: int = 0, during: bool = True
) -> Counter[int]:
    """Days by calendar year: preparation before a shoot, the shoot, wrap after it.

    Args:
        dates: ISO dates of the shooting days, ascending.
        before: Weekdays of preparation, counted back from the first.
        after: Weekdays of wrap, counted on from the last.
        during: Whether the shooting days count.
    """
    if not dates:
        return Counter()
    years = Counter(int(date[:4]) for date in dates) if during else Counter()
    years.update(_weekdays(dates[0], -1, before))
    years.update(_weekdays(dates[-1], 1, after))
    return years


def _weekdays(start: str, step: int, count: int) -> Iterable[int]:
    day = datetime.date.fromisoformat(start)
    while count > 0:
        day += datetime.timedelta(days=step)
        if day.isoweekday() < _WEEKEND:
            count -= 1
            yield day.year
