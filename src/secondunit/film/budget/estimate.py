"""Price a board: every line of the budget follows from the schedule or the breakdown."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from secondunit.core.errors import InputError
from secondunit.core.evidence import from_fact, from_rule
from secondunit.core.ids import ItemId, digest, stable_id
from secondunit.core.money import total
from secondunit.core.pages import format_eighths
from secondunit.core.proposal import Item, Proposal
from secondunit.core.stage import Answer, Ask
from secondunit.film.breakdown.model import Element
from secondunit.film.budget.arithmetic import times
from secondunit.film.budget.counts import Counts, count
from secondunit.film.budget.detail.board import (
    background_lines,
    board_lines,
    cast_lines,
)
from secondunit.film.budget.detail.fringe import fringe_lines, fringe_terms
from secondunit.film.budget.detail.lines import (
    Pricing,
    allowance_lines,
    crew_lines,
    free_lines,
    share_lines,
    share_title,
)
from secondunit.film.budget.detail.units import unit_lines
from secondunit.film.budget.exchange import Exchange
from secondunit.film.budget.findings import check_budget
from secondunit.film.budget.formula.globals import all_globals, count_globals
from secondunit.film.budget.model import Account, Budget, DetailLine, Earner, Shoot
from secondunit.film.budget.terms import Rates
from secondunit.film.schedule.model import Board, Problem
from secondunit.film.screenplay.model import Screenplay


@dataclass(frozen=True, slots=True, kw_only=True)
class EstimateInputs:
    """What a budget is made from.

    Args:
        screenplay: The script; its scenes are what the budget is expected to cover.
        elements: The breakdown.
        problem: What the board was made from, with its cost table.
        board: The schedule to price.
        rates: The budget table.
        exchange: Exchange rates; None where everything is in one currency.
    """

    screenplay: Screenplay
    elements: tuple[Element, ...]
    problem: Problem
    board: Board
    rates: Rates
    exchange: Exchange | None = None


def price(inputs: EstimateInputs) -> Budget:
    """The budget of a board.

    Money is conserved: each account is the sum of its lines, each section the sum of its
    accounts, and the grand total the sum of the sections and the contingency.

    Raises:
        InputError: The cost table and the budget table are in different currencies, a currency
            is not quoted, or an expression of the budget table is wrong.
    """
    problem, rates, board = inputs.problem, inputs.rates, inputs.board
    _require_one_currency(problem, rates)
    counts = count(problem, board, inputs.elements, week_days=rates.week_days)
    counted = count_globals(problem, counts, week_days=rates.week_days)
    known = all_globals(counted, rates.globals)
    pricing = Pricing(
        rates=rates,
        counts=counts,
        globals={each.name: each.value for each in known},
        exchange=inputs.exchange,
    )
    lines, earners = _priced(inputs, pricing)
    accounts = tuple(_accounts(lines, rates))
    subtotal = total((line.total for line in lines), rates.currency)
    bearing = total(
        (line.total for line in lines if line.account not in rates.contingency_excludes),
        rates.currency,
    )
    contingency = times(bearing, rates.contingency_percent / 100)
    return Budget(
        accounts=accounts,
        contingency=contingency,
        grand_total=subtotal + contingency,
        currency=rates.currency,
        shooting_days=sum(not day.unit_name for day in board.days),
        board_cost=board.cost,
        rates_source=f"{rates.source} Checked {rates.checked_on}.",
        contingency_percent=rates.contingency_percent,
        contingency_excludes=rates.contingency_excludes,
        share_excludes=tuple((share_title(s), s.excludes) for s in rates.shares if s.excludes),
        globals=known,
        earners=tuple(earners),
        fringes=fringe_terms(rates),
        groups=tuple((group.key, rates.is_on((group.key,))) for group in rates.groups),
        shoot=_shoot(inputs, counts),
        places=tuple((place.key, place.jurisdiction) for place in rates.places),
        fx_note=_fx_note(lines, inputs),
        week_days=rates.week_days,
    )


def _priced(inputs: EstimateInputs, pricing: Pricing) -> tuple[list[DetailLine], list[Earner]]:
    """Every line, shares last, and every earner."""
    cast, cast_pay = cast_lines(inputs.problem, pricing)
    crew, crew_pay = crew_lines(pricing)
    background, background_pay = background_lines(pricing)
    written, written_pay = free_lines(pricing)
    earners = [*cast_pay, *crew_pay, *background_pay, *written_pay]
    earners.sort(key=lambda one: one.account)
    lines = [
        *cast,
        *crew,
        *background,
        *written,
        *board_lines(inputs.problem.costs, inputs.board, pricing),
        *unit_lines(inputs.problem, pricing),
        *allowance_lines(pricing),
        *fringe_lines(earners, inputs.rates),
    ]
    lines.extend(list(share_lines(lines, inputs.rates)))
    return lines, earners


def _shoot(inputs: EstimateInputs, counts: Counts) -> Shoot:
    ranked = sorted(counts.location_days.items(), key=lambda place: -place[1])
    pages = counts.drivers["page"]
    return Shoot(
        first=counts.dates[0] if counts.dates else "",
        last=counts.dates[-1] if counts.dates else "",
        nights=int(counts.drivers["night"]),
        pages=format_eighths(int(pages * 8)),
        locations=tuple(place for place, _ in ranked),
        board=digest(inputs.board),
    )


def _fx_note(lines: Sequence[DetailLine], inputs: EstimateInputs) -> str:
    base = inputs.rates.currency
    foreign = dict.fromkeys(line.rate.currency for line in lines if line.rate.currency != base)
    if not foreign or inputs.exchange is None:
        return ""
    exchange = inputs.exchange
    notes = "; ".join(exchange.note(currency, base) for currency in foreign)
    return f"{notes}. {exchange.source}."


class Estimate:
    """Proposes the budget that follows from a board. Asks nothing."""

    key = "budget.estimate"
    version = 2

    def plan(self, inputs: EstimateInputs) -> Sequence[Ask]:  # noqa: ARG002 -- the Stage protocol
        """Nothing is asked: a budget is arithmetic."""
        return ()

    def propose(
        self,
        inputs: EstimateInputs,
        answers: Sequence[Answer],  # noqa: ARG002 -- the Stage protocol
    ) -> Proposal[Budget]:
        """One item: the budget.

        Raises:
            InputError: The cost table and the budget table are in different currencies, a
                currency is not quoted, or an expression of the budget table is wrong.
        """
        budget = price(inputs)
        days = "day" if budget.shooting_days == 1 else "days"
        item = Item(
            id=ItemId(stable_id("budget", "main")),
            label=f"Budget · {budget.grand_total} · {budget.shooting_days} {days}",
            fact=budget,
            evidence=(
                from_fact(digest(inputs.board), "priced board"),
                from_fact(digest(inputs.elements), "breakdown"),
                from_rule(
                    f"budget table {inputs.rates.version}, checked {inputs.rates.checked_on}",
                    digest(inputs.rates),
                ),
            ),
        )
        return Proposal(
            stage=self.key,
            version=self.version,
            inputs=digest(inputs),
            items=(item,),
            findings=tuple(
                check_budget(budget, inputs.screenplay, inputs.problem, inputs.board, inputs.rates)
            ),
        )


def _accounts(lines: Sequence[DetailLine], rates: Rates) -> Iterable[Account]:
    """The chart with its lines, by code; accounts without lines stay, at nothing."""
    own: dict[str, list[DetailLine]] = {account.code: [] for account in rates.accounts}
    subs: dict[str, list[tuple[str, str]]] = {}
    for sub in rates.sub_accounts:
        subs.setdefault(sub.account, []).append((sub.code, sub.title))
    for line in lines:
        own[line.account].append(line)
    for account in sorted(rates.accounts, key=lambda account: account.code):
        yield Account(
            code=account.code,
            title=account.title,
            section=account.section,
            lines=tuple(sorted(own[account.code], key=_sub_order)),
            kind=account.kind,
            subs=tuple(subs.get(account.code, ())),
        )


def _sub_order(line: DetailLine) -> tuple[bool, str]:
    """Sub-accounts in the order of their codes, then lines without one."""
    return (not line.sub, line.sub)


def _require_one_currency(problem: Problem, rates: Rates) -> None:
    currencies = {problem.costs.crew_day.currency, *(p.daily.currency for p in problem.people)}
    if currencies != {rates.currency}:
        raise InputError(
            f"the schedule is costed in {', '.join(sorted(currencies))}, the budget table in "
            f"{rates.currency}",
            remedy="Give both tables in one currency.",
        )


STAGE = Estimate()
