"""Detail lines that follow from a schedule and a breakdown, department by department."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import ROUND_CEILING, Decimal

from secondunit.core.errors import InputError
from secondunit.core.money import Money
from secondunit.film.budget.arithmetic import quantity, times, whole_cents
from secondunit.film.budget.counts import Counts
from secondunit.film.budget.detail.pay import earner, span_years
from secondunit.film.budget.entries import Allowance, FreeLine, Post, Share
from secondunit.film.budget.exchange import Exchange
from secondunit.film.budget.formula.evaluate import evaluate
from secondunit.film.budget.model import DetailLine, Earner, Nature, Phase, Section
from secondunit.film.budget.terms import DRIVERS, Rates


@dataclass(frozen=True, slots=True, kw_only=True)
class Pricing:
    """What every line is priced with.

    Args:
        rates: The budget table.
        counts: What the board counts.
        globals: Values by name, counted and named.
        exchange: Exchange rates; None where everything is in one currency.
    """

    rates: Rates
    counts: Counts
    globals: Mapping[str, Decimal]
    exchange: Exchange | None = None

    def line(self, line: DetailLine) -> DetailLine:
        """A line with its amount reckoned from its expression, and its total.

        The amount and the total of the line given are not read.

        Raises:
            InputError: The expression is wrong, or the currency is not quoted.
        """
        base, paid_in = self.rates.currency, line.rate.currency
        try:
            amount = quantity(evaluate(line.expression, self.globals))
            fx = Decimal(1)
            if paid_in != base:
                if self.exchange is None:
                    raise InputError(
                        f"no exchange rate of {paid_in} into {base} was given",
                        remedy="Add currencies.toml to the production's tables.",
                    )
                fx = self.exchange.rate(paid_in, base)
        except InputError as error:
            raise InputError(
                f"budget line “{line.description}”, account {line.account}: {error.message}",
                remedy=error.remedy,
            ) from error
        total = times(line.rate, amount * line.multiplier, currency=base, fx=fx)
        return replace(line, amount=amount, total=total, fx=fx)

    def money(self, amount: Decimal, currency: str = "") -> Money:
        """An amount of the table, in its own currency or the table's."""
        return Money(minor=whole_cents(amount * 100), currency=currency or self.rates.currency)


def crew_lines(pricing: Pricing) -> tuple[list[DetailLine], list[Earner]]:
    """Preparation, shoot and wrap of each post, and what each person earns."""
    lines, earners = [], []
    shooting, dates = pricing.globals["shoot_days"], pricing.counts.dates
    for post in pricing.rates.crew:
        if not pricing.rates.is_on(post.groups):
            continue
        days = {
            Phase.PREP: _whole_days(post.prep, shooting),
            Phase.SHOOT: int(shooting),
            Phase.WRAP: _whole_days(post.wrap, shooting),
        }
        own = [_post_line(post, phase, pricing) for phase, count in days.items() if count]
        lines.extend(own)
        if own:
            years = span_years(dates, before=days[Phase.PREP], after=days[Phase.WRAP])
            earners.append(earner(own, pricing.rates.week_days, years.items()))
    return lines, earners


def free_lines(pricing: Pricing) -> tuple[list[DetailLine], list[Earner]]:
    """The lines a person wrote, and what each earner of them earns.

    Raises:
        InputError: An expression is wrong, or a multiplier is no whole number.
    """
    lines, earners = [], []
    for entry in pricing.rates.lines:
        if not pricing.rates.is_on(entry.groups):
            continue
        line = _free_line(entry, pricing)
        if not line.amount or not line.multiplier:
            continue
        lines.append(line)
        if entry.fringes:
            years = span_years(pricing.counts.dates).items()
            earners.append(earner([line], pricing.rates.week_days, years))
    return lines, earners


def allowance_lines(pricing: Pricing) -> list[DetailLine]:
    """A line for each allowance whose driver counts anything, or that has a least amount."""
    lines = []
    for allowance in pricing.rates.allowances:
        if not pricing.rates.is_on(allowance.groups):
            continue
        rate = pricing.money(allowance.rate, allowance.currency)
        line = pricing.line(
            DetailLine(
                account=allowance.account,
                description=allowance.description,
                amount=Decimal(0),
                unit=allowance.unit,
                multiplier=1,
                rate=rate,
                total=rate,
                driver="allowance" if allowance.driver == "flat" else allowance.driver,
                share="crew" if allowance.driver == "shooting-day" else "",
                expression=_allowance_expression(allowance),
                sub=allowance.sub,
                phase=allowance.phase or _phase(pricing.rates.section_of(allowance.account)),
                place=allowance.place,
                groups=allowance.groups,
            )
        )
        if line.amount:
            lines.append(line)
    return lines


def _phase(section: Section | None) -> Phase | None:
    match section:
        case Section.POST_PRODUCTION:
            return Phase.POST
        case Section.OTHER | None:
            return None
        case _:
            return Phase.SHOOT


def _allowance_expression(allowance: Allowance) -> str:
    counted = DRIVERS[allowance.driver]
    if allowance.per != 1:
        counted = (
            _plain(allowance.per) if counted == "1" else f"{counted} * {_plain(allowance.per)}"
        )
    return f"max({counted}, {_plain(allowance.least)})" if allowance.least else counted


def _post_line(post: Post, phase: Phase, pricing: Pricing) -> DetailLine:
    rates = pricing.rates
    per = {Phase.PREP: post.prep, Phase.WRAP: post.wrap}.get(phase)
    days = "shoot_days" if per is None else f"ceil(shoot_days * {_plain(per)})"
    of_crew = phase is Phase.SHOOT and rates.section_of(post.account) is Section.PRODUCTION
    stretch = "preparation" if phase is Phase.PREP else phase.value
    rate = pricing.money(post.rate, post.currency)
    return pricing.line(
        DetailLine(
            account=post.account,
            description=f"{post.post}, {stretch}",
            amount=Decimal(0),
            unit=post.unit,
            multiplier=post.count,
            rate=rate,
            total=rate,
            driver=f"{stretch} days",
            fringes=post.fringes,
            share="crew" if of_crew else "",
            expression=f"{days} / week_days" if post.unit == "week" else days,
            sub=post.sub,
            phase=phase,
            nature=Nature.LABOUR,
            person=post.person or f"{post.post} ({post.account})",
            place=post.place,
            groups=post.groups,
        )
    )


def _free_line(entry: FreeLine, pricing: Pricing) -> DetailLine:
    try:
        count = evaluate(entry.times, pricing.globals)
        rate = pricing.money(evaluate(entry.rate, pricing.globals), entry.currency)
        if count != int(count) or count < 0:
            raise InputError(
                f"times “{entry.times}” comes to {_plain(count)}",
                remedy="The X column counts people or things: give a whole number.",
            )
    except InputError as error:
        raise InputError(
            f"budget line “{entry.description}”, account {entry.account}: {error.message}",
            remedy=error.remedy,
        ) from error
    labour = bool(entry.labour or entry.fringes)
    return pricing.line(
        DetailLine(
            account=entry.account,
            description=entry.description,
            amount=Decimal(0),
            unit=entry.unit,
            multiplier=int(count),
            rate=rate,
            total=rate,
            driver="allowance" if entry.amount.strip() == "1" else entry.amount,
            fringes=entry.fringes,
            expression=entry.amount,
            sub=entry.sub,
            phase=entry.phase,
            nature=Nature.LABOUR if labour else Nature.GOODS,
            person=entry.person or (f"{entry.description} ({entry.account})" if labour else ""),
            place=entry.place,
            groups=entry.groups,
        )
    )


def share_lines(lines: Sequence[DetailLine], rates: Rates) -> Iterable[DetailLine]:
    """Insurance, bond, overhead: shares of all lines that are none, but for excluded accounts."""
    for share in rates.shares:
        bearing = [line.total.minor for line in lines if line.account not in share.excludes]
        base = Money(minor=sum(bearing), currency=rates.currency)
        if share.percent and base.minor:
            amount = share.percent / 100
            yield DetailLine(
                account=share.account,
                description=share_title(share),
                amount=amount,
                unit="of budget",
                multiplier=1,
                rate=base,
                total=times(base, amount),
                driver="share",
                nature=Nature.SHARE,
            )


def share_title(share: Share) -> str:
    """A share as its line describes it."""
    return f"{share.description}, {_plain(share.percent)} % of the above"


def _whole_days(per_day: Decimal, shooting: Decimal) -> int:
    return int((per_day * shooting).to_integral_value(ROUND_CEILING))


def _plain(number: Decimal) -> str:
    return f"{number.normalize():f}"
