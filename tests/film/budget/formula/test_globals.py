from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from secondunit.film.budget.counts import count
from secondunit.film.budget.entries import NamedExpression
from secondunit.film.budget.estimate import EstimateInputs
from secondunit.film.budget.formula.globals import all_globals, count_globals


def figures_of(inputs: EstimateInputs) -> dict[str, Decimal]:
    counts = count(inputs.problem, inputs.board, inputs.elements, week_days=5)
    return count_globals(inputs.problem, counts, week_days=5)


def test_the_four_day_board_counts_as_by_hand(inputs: EstimateInputs) -> None:
    wanted = {
        "shoot_days": 4,
        "nights": 1,
        "paid_days[1]": 3,
        "paid_days": 6,
        "location_days[PIER]": 3,
        "location_days": 5,
        "location_setups[BARN]": 1,
        "team_days[stunt-day]": 1,
        "background[2]": 6,
        "calendar_days": 16,
        "element_days[vehicles]": 2,
    }
    figures = figures_of(inputs)
    assert {name: figures[name] for name in wanted} == wanted


def test_a_place_that_no_day_uses_is_known_at_nothing(inputs: EstimateInputs) -> None:
    shorter = replace(inputs, board=replace(inputs.board, days=inputs.board.days[:1]))
    assert figures_of(shorter)["location_days[BARN]"] == 0


def test_globals_stand_after_what_is_counted(inputs: EstimateInputs) -> None:
    found = all_globals(
        figures_of(inputs), [NamedExpression(name="meals", value="shoot_days * 50")]
    )
    assert (found[-1].name, found[-1].value, found[-1].expression) == (
        "meals",
        Decimal(200),
        "shoot_days * 50",
    )
