from dataclasses import replace
from pathlib import Path

import pytest
from tests.pipeline.builder import make_office, make_view
from tests.pipeline.stand_ins import SIGN_OFF, open_production

from secondunit.core.errors import NotFound, RoleMayNotSign, RuleError
from secondunit.film.schedule.exchange.boards import adopt_board
from secondunit.film.schedule.model import Board
from secondunit.pipeline.catalogue import schedule_problem
from secondunit.pipeline.elements import Signature
from secondunit.pipeline.exchange import production_plan
from secondunit.pipeline.queries import State, View
from secondunit.pipeline.take_board import take_board
from secondunit.pipeline.verify import verify

ANA = Signature(by="Ana Ruiz", role="1st-ad", reason="plan.uss: Kim's board")


def our_own(view: View) -> Board:
    """The standing board, by way of a plan file."""
    return adopt_board(production_plan(view), schedule_problem(view)).board


def test_a_board_that_went_out_and_came_back_costs_the_same_and_stands(folder: Path) -> None:
    view = open_production(folder)
    proposed: Board = view.one("schedule.solve")
    taken = take_board(view, SIGN_OFF, our_own(view), ANA)
    standing: Board = view.one("schedule.solve")
    assert taken.fact.by == "Ana Ruiz"
    assert standing.cost == proposed.cost
    assert [day.scenes for day in standing.days] == [day.scenes for day in proposed.days]
    assert [row.state for row in view.standing("schedule.solve")] == [State.AMENDED]
    assert verify(view) == []


def test_a_board_that_breaks_rules_is_taken_only_knowingly(folder: Path) -> None:
    view = open_production(folder)
    board = our_own(view)
    early = replace(board.days[0], date="2001-01-01")
    wrong = replace(board, days=(early, *board.days[1:]))
    with pytest.raises(RuleError, match="the board breaks"):
        take_board(view, SIGN_OFF, wrong, ANA)
    assert [row.state for row in view.standing("schedule.solve")] == [State.PROPOSED]
    taken = take_board(view, SIGN_OFF, wrong, ANA, despite=True)
    assert "despite" in taken.fact.reason
    assert taken.findings


def test_the_price_is_that_of_the_tables_as_they_are_now(folder: Path) -> None:
    view = open_production(folder)
    board = our_own(view)
    cheap = replace(board, cost=replace(board.cost, minor=1), shares=())
    assert take_board(view, SIGN_OFF, cheap, ANA).board.cost == board.cost


def test_only_who_signs_the_schedule_takes_a_board(folder: Path) -> None:
    view = open_production(folder)
    with pytest.raises(RoleMayNotSign):
        take_board(view, SIGN_OFF, our_own(view), replace(ANA, role="writer"))


def test_without_a_board_there_is_none_to_amend(folder: Path) -> None:
    board = our_own(open_production(folder))
    empty = folder / "empty"
    empty.mkdir()
    with pytest.raises(NotFound, match="no board yet"):
        take_board(make_view(make_office(empty)), SIGN_OFF, board, ANA)
