"""Price a board: every line of the budget follows from the schedule or the breakdown."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from secondunit.core.errors import InputError
from secondunit.core.evidence import from_fact, from_rule
from secondunit.core.finding import Finding, Severity
from secondunit.core.ids import ItemId, digest, stable_id
from secondunit.core.money import Money, total
from secondunit.core.proposal import Item, Proposal
from secondunit.core.stage import Answer, Ask
from secondunit.film.breakdown.model import Element
from secondunit.film.budget.counts import count
from secondunit.film.budget.fringe import fringe_lines, price_line
from secondunit.film.budget.lines import (
    allowance_lines,
    background_lines,
    board_lines,
    cast_lines,
    crew_lines,
)
from secondunit.film.budget.model import Account, Budget, DetailLine
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
    """

    screenplay: Screenplay
    elements: tuple[Element, ...]
    problem: Problem
    board: Board
    rates: Rates


def price(inputs: EstimateInputs) -> Budget:
    """The budget of a board.

    Money is conserved: each account is the sum of its lines, each section the sum of its
    accounts, and the grand total the sum of the sections and the contingency.

    Raises:
        InputError: The cost table and the budget table are in different currencies.
    """
    problem, rates = inputs.problem, inputs.rates
    _require_one_currency(problem, rates)
    counts = count(problem, inputs.board, inputs.elements, week_days=rates.week_days)
    cast, cast_pay = cast_lines(problem, counts, rates)
    crew, crew_pay = crew_lines(counts, rates)
    background, background_pay = background_lines(counts, rates)
    lines = [
        *cast,
        *crew,
        *background,
        *board_lines(problem.costs, counts, rates),
        *allowance_lines(counts, rates),
        *fringe_lines([*cast_pay, *crew_pay, *background_pay], rates),
    ]
    lines.extend(_share_lines(lines, rates))
    accounts = tuple(_accounts(lines, rates))
    subtotal = total((line.total for line in lines), rates.currency)
    contingency = subtotal.part(rates.contingency_percent / 100)
    return Budget(
        accounts=accounts,
        contingency=contingency,
        grand_total=subtotal + contingency,
        currency=rates.currency,
        shooting_days=len(inputs.board.days),
        board_cost=inputs.board.cost,
        rates_source=f"{rates.source} Checked {rates.checked_on}.",
    )


class Estimate:
    """Proposes the budget that follows from a board. Asks nothing."""

    key = "budget.estimate"
    version = 1

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
            InputError: The cost table and the budget table are in different currencies.
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
            findings=tuple(_findings(inputs, budget)),
        )


def _share_lines(lines: Sequence[DetailLine], rates: Rates) -> list[DetailLine]:
    """Insurance and bond: shares of all the other lines."""
    base = total((line.total for line in lines), rates.currency)
    return [
        price_line(
            DetailLine(
                account=share.account,
                description=f"{share.description}, {share.percent.normalize():f} % of the above",
                amount=share.percent / 100,
                unit="of budget",
                multiplier=1,
                rate=base,
                total=base,
                driver="share",
            )
        )
        for share in rates.shares
        if share.percent and base.minor
    ]


def _accounts(lines: Sequence[DetailLine], rates: Rates) -> Iterable[Account]:
    """The chart with its lines, by code; accounts without lines stay, at nothing."""
    own: dict[str, list[DetailLine]] = {account.code: [] for account in rates.accounts}
    for line in lines:
        own[line.account].append(line)
    for account in sorted(rates.accounts, key=lambda account: account.code):
        yield Account(
            code=account.code,
            title=account.title,
            section=account.section,
            lines=tuple(own[account.code]),
        )


def _require_one_currency(problem: Problem, rates: Rates) -> None:
    currencies = {problem.costs.crew_day.currency, *(p.daily.currency for p in problem.people)}
    if currencies != {rates.currency}:
        raise InputError(
            f"the schedule is costed in {', '.join(sorted(currencies))}, the budget table in "
            f"{rates.currency}",
            remedy="Give both tables in one currency.",
        )


def _findings(inputs: EstimateInputs, budget: Budget) -> Iterable[Finding]:
    rates, board = inputs.rates, inputs.board
    placed = {scene for day in board.days for scene in day.scenes}
    missing = [s.number for s in inputs.screenplay.shot_scenes if s.id not in placed]
    if missing:
        yield Finding(
            severity=Severity.WARNING,
            rule="budget.scenes-not-priced",
            where=f"scenes {', '.join(missing[:12])}{' ...' if len(missing) > 12 else ''}",
            message=f"{len(missing)} scenes are on no shooting day, so the budget leaves them out.",
            remedy="Find them a day on the board, then run the budget again.",
        )
    yield from _unpriced_teams(inputs)
    if rates.unconfirmed:
        yield Finding(
            severity=Severity.NOTE,
            rule="budget.rates-to-verify",
            where="budget.toml",
            message=f"{rates.unconfirmed} rates are marked to be verified.",
            remedy="Put the production's own deals into its budget.toml and clear `verify`.",
        )
    yield from _crew_day(inputs.problem, budget)


def _unpriced_teams(inputs: EstimateInputs) -> Iterable[Finding]:
    known = {key for key, _ in inputs.problem.costs.team_days}
    asked = {team for need in inputs.problem.scenes for team in need.setups}
    for key in sorted(asked - known):
        yield Finding(
            severity=Severity.WARNING,
            rule="budget.team-not-priced",
            where=f"special team {key}",
            message="Scenes ask for this team, but the cost table has no rate for it.",
            remedy="Add its day rate to the cost table of the schedule.",
        )


def _crew_day(problem: Problem, budget: Budget) -> Iterable[Finding]:
    """The board's flat crew day and the roster's are two estimates of one thing."""
    if not budget.shooting_days:
        return
    lines = [line for account in budget.accounts for line in account.lines]
    roster = sum(line.total.minor for line in lines if line.share == "crew")
    a_day = Money(minor=roster // budget.shooting_days, currency=budget.currency)
    flat = problem.costs.crew_day
    if abs(a_day.minor - flat.minor) * 4 > flat.minor:
        yield Finding(
            severity=Severity.NOTE,
            rule="budget.crew-day-differs",
            where="crew day",
            message=(
                f"The board reckons {flat} a crew day; roster and equipment come to {a_day} "
                "before fringes."
            ),
            remedy="Bring the cost table of the schedule and the roster of the budget together.",
        )


STAGE = Estimate()
