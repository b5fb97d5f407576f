from __future__ import annotations

from decimal import Decimal

import pytest

from secondunit.core.money import total
from secondunit.film.budget.counts import Counts, count
from secondunit.film.budget.estimate import EstimateInputs
from secondunit.film.budget.lines import (
    allowance_lines,
    background_lines,
    board_lines,
    cast_lines,
    crew_lines,
)


@pytest.fixture
def counts(inputs: EstimateInputs) -> Counts:
    return count(inputs.problem, inputs.board, inputs.elements, week_days=5)


def test_cast_is_paid_by_the_paid_days_of_the_board(inputs: EstimateInputs, counts: Counts) -> None:
    lines, pays = cast_lines(inputs.problem, counts, inputs.rates)
    assert [(line.description, line.amount, line.driver) for line in lines] == [
        ("1. MINA", Decimal(3), "paid days of cast 1"),
        ("2. OLD TOM", Decimal(2), "paid days of cast 2"),
        ("3. ELSIE", Decimal(1), "paid days of cast 3"),
    ]
    assert [pay.earned for pay in pays] == [line.total for line in lines]


def test_crew_is_paid_for_preparation_shoot_and_wrap(
    inputs: EstimateInputs, counts: Counts
) -> None:
    lines, pays = crew_lines(counts, inputs.rates)
    designer = [line for line in lines if line.description.startswith("Production designer")]
    assert [(line.description, line.amount, line.share) for line in designer] == [
        ("Production designer, preparation", Decimal(6), ""),
        ("Production designer, shoot", Decimal(4), "crew"),
        ("Production designer, wrap", Decimal(1), ""),
    ]
    (director,) = [line for line in lines if line.description == "Director, shoot"]
    assert (director.amount, director.unit, director.share) == (Decimal("0.8"), "week", "")
    paid = sum(pay.earned.minor * pay.people for pay in pays)
    assert paid == sum(line.total.minor for line in lines)


def test_several_alike_are_multiplied(inputs: EstimateInputs, counts: Counts) -> None:
    lines, _ = crew_lines(counts, inputs.rates)
    (drivers,) = [line for line in lines if line.description == "Driver, shoot"]
    assert (drivers.multiplier, drivers.total.minor) == (8, 8 * 4 * 380_00)


def test_background_has_a_line_a_day(inputs: EstimateInputs, counts: Counts) -> None:
    lines, _ = background_lines(counts, inputs.rates)
    assert [(line.driver, line.multiplier, line.total.minor) for line in lines] == [
        ("background of day 1", 6, 6 * 224_00),
        ("background of day 2", 6, 6 * 224_00),
    ]


def test_allowances_follow_their_drivers_and_keep_their_least(
    inputs: EstimateInputs, counts: Counts
) -> None:
    lines = {line.description: line for line in allowance_lines(counts, inputs.rates)}
    assert lines["Properties, purchase and rental"].amount == 2
    assert lines["Editor"].amount == 1
    assert lines["Studio teacher"].driver == "minor-day"
    assert "Greenery" not in lines


@pytest.mark.parametrize("share", ["night", "location", "move", "setup", "switch", "team"])
def test_what_the_board_prices_is_in_the_budget_to_the_cent(
    inputs: EstimateInputs, counts: Counts, share: str
) -> None:
    lines = board_lines(inputs.problem.costs, counts, inputs.rates)
    (wanted,) = [entry.amount for entry in inputs.board.shares if entry.key == share]
    assert total(line.total for line in lines if line.share == share) == wanted


def test_a_team_is_charged_to_its_own_account(inputs: EstimateInputs, counts: Counts) -> None:
    lines = board_lines(inputs.problem.costs, counts, inputs.rates)
    accounts = {line.description: line.account for line in lines}
    assert (accounts["Animal team"], accounts["Stunt team"]) == ("4100", "1500")
