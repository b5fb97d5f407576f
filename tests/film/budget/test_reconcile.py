from __future__ import annotations

import datetime
import os
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from secondunit.core.ids import SceneId
from secondunit.core.money import Money, total
from secondunit.core.pages import Eighths
from secondunit.film.budget.estimate import EstimateInputs, price
from secondunit.film.budget.reconcile import priced_share, reconcile
from secondunit.film.schedule.model import Light, Person, Problem, SceneNeed
from secondunit.film.schedule.search.find import search_board

GOLDEN = Path(__file__).parents[2] / "golden" / "budget" / "reconciliation.txt"
NOT_THE_CREW = ("night", "location", "move", "setup", "switch", "team", "cast")


def cents(text: str) -> int:
    return int(text.replace(",", "").replace(".", "")) if text else 0


def test_the_reconciliation_of_the_four_day_board_is_as_agreed(inputs: EstimateInputs) -> None:
    sheet = reconcile(price(inputs), inputs.board)
    lines = [" | ".join(row.cells).rstrip() for row in sheet.rows]
    text = "\n".join(lines) + "\n"
    if os.environ.get("SECONDUNIT_GOLDEN") == "write":
        GOLDEN.write_text(text, "utf-8")
    assert text == GOLDEN.read_text("utf-8")


def test_it_leads_from_the_board_to_the_grand_total(inputs: EstimateInputs) -> None:
    budget = price(inputs)
    rows = [[cents(cell) for cell in r.cells[1:4]] for r in reconcile(budget, inputs.board).rows]
    *shares, board, rest, contingency, grand = rows
    assert [sum(column) for column in zip(*shares, strict=True)] == board
    assert [sum(column) for column in zip(board, rest, contingency, strict=True)] == grand
    assert grand[:2] == [inputs.board.cost.minor, budget.grand_total.minor]


@pytest.mark.parametrize("share", NOT_THE_CREW)
def test_every_share_but_the_crew_agrees_to_the_cent(inputs: EstimateInputs, share: str) -> None:
    (on_board,) = [entry.amount for entry in inputs.board.shares if entry.key == share]
    assert priced_share(price(inputs), share) == on_board


SCENE = st.tuples(
    st.sampled_from(["PIER", "HOUSE", "BARN", "ROAD"]),
    st.sampled_from(Light),
    st.integers(1, 20),
    st.sets(st.integers(1, 4), max_size=3),
    st.sets(st.sampled_from(["animal-day", "stunt-day"]), max_size=2),
)


def problem_of(base: Problem, scenes: list[tuple[str, Light, int, set[int], set[str]]]) -> Problem:
    start = datetime.date(2027, 1, 12)
    away = tuple((start + datetime.timedelta(days=n)).isoformat() for n in range(24))
    people = tuple(
        Person(
            cast=cast,
            name=f"PART {cast}",
            daily=Money(minor=100_007 * cast),
            unavailable=away if cast == 4 else (),
        )
        for cast in range(1, 5)
    )
    needs = tuple(
        SceneNeed(
            scene=SceneId(f"sc-{number}"),
            number=str(number),
            eighths=Eighths(eighths),
            location=place,
            set=place,
            light=light,
            cast=tuple(sorted(cast)),
            setups=tuple(sorted(teams)),
        )
        for number, (place, light, eighths, cast, teams) in enumerate(scenes, start=1)
    )
    return replace(base, scenes=needs, people=people)


@settings(
    max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(scenes=st.lists(SCENE, min_size=1, max_size=12), seed=st.integers(0, 99))
def test_boards_of_the_solver_are_priced_as_the_solver_priced_them(
    inputs: EstimateInputs,
    scenes: list[tuple[str, Light, int, set[int], set[str]]],
    seed: int,
) -> None:
    problem = problem_of(inputs.problem, scenes)
    board = search_board(problem, seed=seed, iterations=200).board
    budget = price(replace(inputs, problem=problem, board=board))
    for share in board.shares:
        if share.key in NOT_THE_CREW:
            assert (share.key, priced_share(budget, share.key)) == (share.key, share.amount)
    assert total(share.amount for share in board.shares) == board.cost
