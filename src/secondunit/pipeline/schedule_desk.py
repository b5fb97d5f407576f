"""Check, plan again and compare the board that stands in a production."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from secondunit.core.errors import InputError
from secondunit.core.finding import Finding
from secondunit.core.ids import read_json
from secondunit.core.money import Money
from secondunit.film.schedule.check import check_board
from secondunit.film.schedule.model import Board, CostShare, Problem
from secondunit.film.schedule.rules.parts import read_dates
from secondunit.film.schedule.search.replan import Alternative, Moved, Upset, board_moves, replan
from secondunit.pipeline.catalogue import schedule_problem
from secondunit.pipeline.queries import View

SOLVE = "schedule.solve"


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """What the checker says of a board.

    Args:
        days: Shooting days.
        cost: Of the board.
        findings: Rules broken; empty when it is lawful.
        sources: Work rules it was held against, with what is still to be verified.
    """

    days: int
    cost: Money
    findings: tuple[Finding, ...]
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Compared:
    """Two boards side by side.

    Args:
        days: Shooting days of each.
        last: Last ISO date of each.
        costs: Of each.
        shares: Each part of the cost: before and after.
        moves: Strips on another date.
    """

    days: tuple[int, int]
    last: tuple[str, str]
    costs: tuple[Money, Money]
    shares: tuple[tuple[str, Money, Money], ...]
    moves: tuple[Moved, ...]


def standing_board(view: View) -> tuple[Problem, Board]:
    """The problem as it is now, and the board that stands.

    Raises:
        NotFound: There is no board yet.
    """
    board: Board = view.one(SOLVE)
    return schedule_problem(view), board


def read_board(data: bytes, name: str) -> Board:
    """A board as a file of ``schedule replan --save`` holds it.

    Raises:
        InputError: It is none.
    """
    try:
        return read_json(data, Board)
    except ValueError as error:  # msgspec.ValidationError is one
        raise InputError(
            f"{name} is no board: {error}", remedy="Name a file that schedule replan --save wrote."
        ) from error


def check_standing(view: View, board: Board | None = None) -> Checked:
    """Hold the board that stands, or another, against every rule.

    Raises:
        NotFound: There is no board yet.
    """
    problem, standing = standing_board(view)
    held = board or standing
    return Checked(
        days=len(held.days),
        cost=held.cost,
        findings=check_board(problem, held),
        sources=tuple(pack.source for pack in problem.terms.packs),
    )


def plan_again(
    view: View, today: str, lost: Iterable[str], ill: Iterable[str], seed: int
) -> tuple[Alternative, ...]:
    """Three ways on from the board that stands.

    Args:
        view: The production.
        today: First ISO date that may change.
        lost: Dates or spans of dates that cannot be shot on.
        ill: ``NAME=dates`` of people who cannot work.
        seed: Of the search.

    Raises:
        InputError: A date or a name cannot be read, or lies before today.
        NotFound: There is no board yet.
    """
    problem, board = standing_board(view)
    first = read_dates([today], "--today")[0]
    away = []
    for text in ill:
        name, sign, spans = text.rpartition("=")
        known = {person.name.casefold(): person.cast for person in problem.people}
        if not sign or name.strip().casefold() not in known:
            raise InputError(
                f"--ill “{text}” names nobody of the cast",
                remedy='Write it as --ill "MINA=2027-01-20 to 2027-01-22".',
            )
        away.append((known[name.strip().casefold()], read_dates([spans], "--ill")))
    upset = Upset(today=first, lost=read_dates(lost, "--lost"), ill=tuple(away))
    return replan(problem, board, upset, seed=seed)


def compare_boards(view: View, before: Board, after: Board) -> Compared:
    """Days, money part by part, and every strip that moves, with what the move is worth.

    Raises:
        NotFound: There is no board yet.
    """
    problem, _ = standing_board(view)
    keys = dict.fromkeys(share.key for share in (*before.shares, *after.shares))
    return Compared(
        days=(len(before.days), len(after.days)),
        last=(_last(before), _last(after)),
        costs=(before.cost, after.cost),
        shares=tuple((key, _share(before, key), _share(after, key)) for key in keys),
        moves=board_moves(problem, before, after),
    )


def _last(board: Board) -> str:
    return board.days[-1].date if board.days else ""


def _share(board: Board, key: str) -> Money:
    nothing = CostShare(key=key, amount=Money(minor=0, currency=board.cost.currency))
    return next((share for share in board.shares if share.key == key), nothing).amount
