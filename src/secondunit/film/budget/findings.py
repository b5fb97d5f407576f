"""What a budget must tell whoever reads it: scenes left out, rates to verify, sums that differ."""

from __future__ import annotations

from collections.abc import Iterable

from secondunit.core.finding import Finding, Severity
from secondunit.core.money import Money
from secondunit.film.budget.detail.board import unknown_shares
from secondunit.film.budget.model import Budget
from secondunit.film.budget.terms import Rates
from secondunit.film.schedule.model import Board, Problem
from secondunit.film.screenplay.model import Screenplay


def check_budget(
    budget: Budget, screenplay: Screenplay, problem: Problem, board: Board, rates: Rates
) -> Iterable[Finding]:
    """Findings on a budget and what it was made from.

    Args:
        budget: The budget.
        screenplay: The script it is expected to cover.
        problem: What the board was made from.
        board: The board it prices.
        rates: The table it was priced with.
    """
    placed = {scene for day in board.days for scene in day.scenes}
    missing = [s.number for s in screenplay.shot_scenes if s.id not in placed]
    if missing:
        yield Finding(
            severity=Severity.WARNING,
            rule="budget.scenes-not-priced",
            where=f"scenes {', '.join(missing[:12])}{' ...' if len(missing) > 12 else ''}",
            message=f"{len(missing)} scenes are on no shooting day, so the budget leaves them out.",
            remedy="Find them a day on the board, then run the budget again.",
        )
    yield from _unpriced_teams(problem)
    if rates.unconfirmed:
        yield Finding(
            severity=Severity.NOTE,
            rule="budget.rates-to-verify",
            where="budget.toml",
            message=f"{rates.unconfirmed} rates are marked to be verified.",
            remedy="Put the production's own deals into its budget.toml and clear `verify`.",
        )
    yield from _crew_day(problem, budget)
    yield from _board_shares(board, budget)


def _board_shares(board: Board, budget: Budget) -> Iterable[Finding]:
    """Where the budget's lines and the board's own cost table do not come to the same."""
    unknown = unknown_shares(board)
    if unknown:
        yield Finding(
            severity=Severity.NOTE,
            rule="budget.board-share-taken-over",
            where=", ".join(unknown),
            message="The board prices these itself; the budget takes each over as one sum.",
            remedy="Name accounts for them under [board.shares] of budget.toml.",
        )
    for share in board.shares:
        priced = sum(line.total.minor for line in budget.lines if line.share == share.key)
        if share.key != "crew" and priced != share.amount.minor:
            yield Finding(
                severity=Severity.WARNING,
                rule="budget.board-differs",
                where=f"{share.key} of the board",
                message=(
                    f"The board reckons {share.amount}, the budget "
                    f"{Money(minor=priced, currency=budget.currency)}."
                ),
                remedy="Compare the rates of schedule.toml with the lines of that share.",
            )


def _unpriced_teams(problem: Problem) -> Iterable[Finding]:
    known = {key for key, _ in problem.costs.team_days}
    asked = {team for need in problem.scenes for team in need.setups}
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
    roster = sum(line.total.minor for line in budget.lines if line.share == "crew")
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
