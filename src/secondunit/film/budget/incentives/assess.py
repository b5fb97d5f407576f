"""What a program of incentives gives a budget: qualifying spend by line, gross, net, and when."""

from __future__ import annotations

import calendar
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from secondunit.core.errors import InputError
from secondunit.core.finding import Finding, Severity
from secondunit.core.money import Money, total
from secondunit.film.budget.arithmetic import times
from secondunit.film.budget.exchange import Exchange
from secondunit.film.budget.incentives.program import Program, Programs, Rate
from secondunit.film.budget.incentives.qualify import Amounts, QualifyingLine, qualify_lines
from secondunit.film.budget.model import Budget, Section


@dataclass(frozen=True, slots=True, kw_only=True)
class Earned:
    """One rate applied: of so much, so much."""

    rate: Rate
    base: Money
    amount: Money


@dataclass(frozen=True, slots=True, kw_only=True)
class Assessment:
    """What a program gives.

    Args:
        program: The program.
        lines: Every line of the budget.
        core: Core spend, wherever spent.
        local: Core spend in the jurisdiction, after caps on persons.
        qualifying: What the rates are applied to, after all caps.
        earned: By rate; all nothing where the production does not qualify.
        gross: Their sum.
        tax: Tax on it.
        discount: What is lost on payout or sale.
        audit: Fee of the audit.
        net: Gross less tax, discount and audit.
        financing: Interest until the money comes.
        cash_date: ISO date on which it comes; empty without a shooting day.
        findings: Conditions not met (errors), and what is taken for granted (notes).
    """

    program: Program
    lines: tuple[QualifyingLine, ...]
    core: Money
    local: Money
    qualifying: Money
    earned: tuple[Earned, ...]
    gross: Money
    tax: Money
    discount: Money
    audit: Money
    net: Money
    financing: Money
    cash_date: str
    findings: tuple[Finding, ...]

    @property
    def after_financing(self) -> Money:
        """Net less the interest."""
        return self.net - self.financing


@dataclass(frozen=True, slots=True, kw_only=True)
class Terms:
    """What an assessment is made with.

    Args:
        programs: The data file.
        exchange: Exchange rates, for programs in another currency; None where there are none.
        uplifts: Keys of the rates asked for beyond those assumed.
    """

    programs: Programs
    exchange: Exchange | None = None
    uplifts: tuple[str, ...] = ()


def assess(budget: Budget, program: Program, terms: Terms) -> Assessment:
    """Assess a budget under a program.

    A line without a place is taken as spent in the program's jurisdiction: the question is what
    the film would earn if it were shot there.

    Raises:
        InputError: A currency is not quoted, or an uplift is unknown to the program.
    """
    amounts = Amounts(program=program, currency=budget.currency, exchange=terms.exchange)
    rates = _rates(program, terms.uplifts)
    lines = qualify_lines(budget, program, amounts)
    core = total((line.core for line in lines), budget.currency)
    local = total((line.qualifying for line in lines), budget.currency)
    findings = tuple(_conditions(budget, program, core, local, amounts))
    blocked = any(finding.severity is Severity.ERROR for finding in findings)
    bases = _bases(lines, rates, core, program, amounts)
    earned = tuple(
        Earned(
            rate=rate,
            base=base,
            amount=times(base, Decimal(0) if blocked else rate.percent / 100),
        )
        for rate, base in bases
    )
    gross = total((each.amount for each in earned), budget.currency)
    tax = times(gross, program.tax_percent / 100)
    discount = times(gross - tax, 1 - program.realised_percent / 100)
    audit = amounts.money(program.audit_fee) if gross.minor else amounts.money(Decimal(0))
    net = gross - tax - discount - audit
    months = terms.programs.post_months + program.months
    interest = terms.programs.interest_percent / 100 * months / 12
    return Assessment(
        program=program,
        lines=lines,
        core=core,
        local=local,
        qualifying=total(
            (base for rate, base in bases if rate.assumed or rate.instead), budget.currency
        ),
        earned=earned,
        gross=gross,
        tax=tax,
        discount=discount,
        audit=audit,
        net=net,
        financing=times(net, interest) if net.minor > 0 else amounts.money(Decimal(0)),
        cash_date=_later(budget.shoot.last, months),
        findings=findings,
    )


def _rates(program: Program, uplifts: Sequence[str]) -> tuple[Rate, ...]:
    known = {rate.key for rate in program.rates}
    for key in uplifts:
        if key not in known:
            raise InputError(
                f"{program.title} has no rate “{key}”",
                remedy=f"Use one of {', '.join(sorted(known))}.",
            )
    return tuple(rate for rate in program.rates if rate.assumed or rate.key in uplifts)


def _bases(
    lines: Sequence[QualifyingLine],
    rates: Sequence[Rate],
    core: Money,
    program: Program,
    amounts: Amounts,
) -> list[tuple[Rate, Money]]:
    """What each rate is applied to, after the caps on sums.

    Source of the order: AVEC takes the lower of local core spend and a percentage of all core
    spend; the IFTC lays that percentage on core spend up to its cap (gov.uk policy note).
    """
    sums: dict[str, Money] = defaultdict(lambda: amounts.money(Decimal(0)))
    replaced = {rate.instead: rate for rate in rates if rate.instead}
    above: dict[str, Money] = defaultdict(lambda: amounts.money(Decimal(0)))
    for line in lines:
        for rate in rates:
            other = replaced.get(rate.key)
            if _bears(rate, line) and not (other and _bears(other, line)):
                sums[rate.key] += line.qualifying
                if line.section is Section.ABOVE_THE_LINE:
                    above[rate.key] += line.qualifying
    free = {rate.key for rate in rates if rate.outside_core_cap}
    outside = total((sums[key] for key in free), core.currency)
    limit = core - outside
    if program.core_cap is not None:
        limit = min(limit, amounts.money(program.core_cap))
    limit = times(limit, program.core_percent / 100)
    if program.spend_cap is not None:
        limit = min(limit, amounts.money(program.spend_cap))
    bases = []
    for rate in rates:
        base = sums[rate.key]
        if program.above_percent is not None:
            below = base - above[rate.key]
            base = below + min(above[rate.key], times(below, program.above_percent / 100))
        bases.append((rate, base if rate.key in free else min(base, limit)))
    return bases


def _bears(rate: Rate, line: QualifyingLine) -> bool:
    return (not rate.kinds or line.kind in rate.kinds) and (
        not rate.natures or line.nature in rate.natures
    )


def _conditions(
    budget: Budget, program: Program, core: Money, local: Money, amounts: Amounts
) -> list[Finding]:
    found = []
    first = budget.shoot.first
    if first and (
        first < program.effective_from or (program.effective_to and first > program.effective_to)
    ):
        until = program.effective_to or "no end"
        found.append(
            _unmet(
                program,
                f"shooting begins on {first}, the program runs from {program.effective_from} to "
                f"{until}",
            )
        )
    least = amounts.money(program.minimum_spend)
    if local < least:
        found.append(_unmet(program, f"qualifying spend is {local}, it asks for {least}"))
    least = amounts.money(program.minimum_budget)
    if budget.grand_total < least:
        found.append(_unmet(program, f"the budget is {budget.grand_total}, it asks for {least}"))
    if program.core_limit is not None and core > amounts.money(program.core_limit):
        most = amounts.money(program.core_limit)
        found.append(_unmet(program, f"core spend is {core}, it allows {most}"))
    return found


def _unmet(program: Program, message: str) -> Finding:
    return Finding(
        severity=Severity.ERROR,
        rule="budget.incentive-not-met",
        where=program.title,
        message=message,
        remedy="It was reckoned at nothing; see the program's page.",
    )


def _later(iso: str, months: int) -> str:
    """A date so many months later, the last of the month where it has no such day."""
    if not iso:
        return ""
    start = date.fromisoformat(iso)
    year, month = divmod(start.year * 12 + start.month - 1 + months, 12)
    day = min(start.day, calendar.monthrange(year, month + 1)[1])
    return date(year, month + 1, day).isoformat()
