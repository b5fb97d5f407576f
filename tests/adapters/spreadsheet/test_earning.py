from __future__ import annotations

from dataclasses import replace

from tests.film.budget.conftest import board, elements, inputs, problem

from secondunit.adapters.spreadsheet.cells import lay_out
from secondunit.adapters.spreadsheet.earning import (
    base_formula,
    days_formula,
    earned_formula,
    fringe_columns,
)
from secondunit.film.budget.estimate import EstimateInputs, price

__all__ = ["board", "elements", "inputs", "problem"]


def test_a_weekly_post_counts_its_days_by_the_week(inputs: EstimateInputs) -> None:
    layout = lay_out(price(inputs))
    director = next(
        at for at in layout.earners if "Director (" in layout.budget.earners[at.number].person
    )
    assert days_formula(layout, director).count("*5") == 3


def test_the_last_year_of_an_earner_takes_the_odd_cents(inputs: EstimateInputs) -> None:
    days = tuple(
        replace(day, date=f"2026-12-{28 + number}") for number, day in enumerate(inputs.board.days)
    )
    layout = lay_out(price(replace(inputs, board=replace(inputs.board, days=days))))
    two = [at for at in layout.earners if not (at.is_first and at.is_last)]
    assert two
    for at in two:
        text = earned_formula(layout, at)
        assert ("-SUM(" in text) == at.is_last


def test_a_second_post_has_what_the_first_left_of_the_ceiling(inputs: EstimateInputs) -> None:
    crew = tuple(replace(post, person="Kim") for post in inputs.rates.crew[:2])
    rates = replace(inputs.rates, crew=crew)
    layout = lay_out(price(replace(inputs, rates=rates)))
    oasdi, column, _ = next(each for each in fringe_columns(layout) if each[0].key == "oasdi")
    first, second = [
        base_formula(layout, at, oasdi, "K")
        for at in layout.earners
        if layout.budget.earners[at.number].person == "Kim" and at.year == 2027
    ]
    assert column > 5
    assert "-(" not in first
    assert "-(K" in second
