from __future__ import annotations

from dataclasses import replace

from tests.film.schedule.builder import PACKS, make_unit

from secondunit.core.ids import SceneId
from secondunit.core.money import Money, total
from secondunit.film.budget.estimate import EstimateInputs, price
from secondunit.film.budget.reconcile import priced_share, reconcile
from secondunit.film.schedule.check import price_board
from secondunit.film.schedule.model import ShootDay


def _with_a_unit(inputs: EstimateInputs) -> EstimateInputs:
    """The last day of the board given to a second unit."""
    *main, last = inputs.board.days
    unit = make_unit(scenes=last.scenes, dates=(last.date,), night_premium=Money(minor=123_45))
    terms = replace(inputs.problem.terms, units=(unit,), packs=PACKS)
    problem = replace(inputs.problem, terms=terms)
    days: tuple[ShootDay, ...] = (*main, replace(last, number=1, unit="second"))
    board = replace(inputs.board, days=days)
    shares = price_board(problem, board)
    cost = total(share.amount for share in shares)
    return replace(inputs, problem=problem, board=replace(board, shares=shares, cost=cost))


def test_a_second_unit_is_priced_line_by_line_to_the_cent_of_its_share(
    inputs: EstimateInputs,
) -> None:
    two = _with_a_unit(inputs)
    budget = price(two)
    share = next(share for share in two.board.shares if share.key == "unit-second")
    assert priced_share(budget, "unit-second") == share.amount
    (account,) = [account for account in budget.accounts if account.code == "4000"]
    told = [line.description for line in account.lines]
    assert told[0] == "Second unit: crew"
    assert "Second unit: locations" in told


def test_a_days_price_leaves_the_main_units_lines(inputs: EstimateInputs) -> None:
    one, two = price(inputs), price(_with_a_unit(inputs))
    assert two.shooting_days == one.shooting_days - 1
    for key in ("location", "setup", "team", "cast"):
        (share,) = [s for s in _with_a_unit(inputs).board.shares if s.key == key]
        assert priced_share(two, key) == share.amount


def test_the_units_figures_can_be_named_in_other_lines(inputs: EstimateInputs) -> None:
    figures = {each.name: each.value for each in price(_with_a_unit(inputs)).globals}
    assert figures["unit_days[second]"] == 1
    assert figures["shoot_days"] == 3


def test_the_reconciliation_names_the_unit(inputs: EstimateInputs) -> None:
    two = _with_a_unit(inputs)
    rows = {row.cells[0]: row.cells for row in reconcile(price(two), two.board).rows}
    assert rows["Second unit"][-1] == "4000"


def test_where_the_chart_has_no_account_for_it_the_unit_goes_to_the_other_one(
    inputs: EstimateInputs,
) -> None:
    two = _with_a_unit(inputs)
    board = replace(two.rates.board, shares={})
    budget = price(replace(two, rates=replace(two.rates, board=board)))
    codes = {a.code for a in budget.accounts for line in a.lines if line.share == "unit-second"}
    assert codes == {"2500"}
    assert SceneId("x") not in codes
