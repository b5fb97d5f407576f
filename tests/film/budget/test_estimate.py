from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from secondunit.core.errors import InputError
from secondunit.core.ids import canonical_json, read_json
from secondunit.core.money import Money, total
from secondunit.film.budget.arithmetic import times
from secondunit.film.budget.estimate import STAGE, EstimateInputs, price
from secondunit.film.budget.model import Budget, Section
from secondunit.film.schedule.model import ShootDay

SAME_FIXTURE = settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


def check_conserved(budget: Budget, percent: Decimal) -> None:
    for account in budget.accounts:
        assert account.total.minor == sum(line.total.minor for line in account.lines)
        assert all(line.account == account.code for line in account.lines)
        for line in account.lines:
            assert line.total == times(line.rate, line.amount * line.multiplier)
    accounts = total(account.total for account in budget.accounts)
    assert total(budget.subtotal(section) for section in Section) == accounts
    bare = budget.contingency_excludes
    bearing = total(a.total for a in budget.accounts if a.code not in bare)
    assert budget.contingency == times(bearing, percent / 100)
    assert budget.grand_total == accounts + budget.contingency


def test_the_proposal_is_one_budget_with_its_reasons(inputs: EstimateInputs) -> None:
    assert not STAGE.plan(inputs)
    proposal = STAGE.propose(inputs, ())
    (item,) = proposal.items
    assert item.label == f"Budget · {item.fact.grand_total} · 4 days"
    assert item.id == STAGE.propose(inputs, ()).items[0].id
    assert [evidence.kind for evidence in item.evidence] == ["fact", "fact", "rule"]


def test_the_same_inputs_give_the_same_proposal(inputs: EstimateInputs) -> None:
    assert STAGE.propose(inputs, ()).digest == STAGE.propose(inputs, ()).digest


def test_a_budget_survives_its_way_through_json(inputs: EstimateInputs) -> None:
    budget = price(inputs)
    assert read_json(canonical_json(budget), Budget) == budget


@SAME_FIXTURE
@given(
    daily=st.integers(0, 10**8),
    percent=st.decimals("0", "40", places=2),
    fringe=st.decimals("0", "40", places=3),
    days=st.permutations([0, 1, 2, 3]),
    kept=st.integers(0, 4),
)
def test_every_total_is_conserved_to_the_cent(
    inputs: EstimateInputs,
    daily: int,
    percent: Decimal,
    fringe: Decimal,
    days: list[int],
    kept: int,
) -> None:
    board, rates = inputs.board, inputs.rates
    shuffled: tuple[ShootDay, ...] = tuple(
        replace(board.days[place], scenes=board.days[source].scenes)
        for place, source in enumerate(days[:kept])
    )
    people = tuple(replace(p, daily=Money(minor=daily)) for p in inputs.problem.people)
    fringes = tuple(replace(f, percent=fringe) for f in rates.fringes)
    budget = price(
        replace(
            inputs,
            problem=replace(inputs.problem, people=people),
            board=replace(board, days=shuffled),
            rates=replace(rates, contingency_percent=percent, fringes=fringes),
        )
    )
    check_conserved(budget, percent)


def test_another_shooting_day_never_makes_the_film_cheaper(inputs: EstimateInputs) -> None:
    days = inputs.board.days
    totals = [
        price(replace(inputs, board=replace(inputs.board, days=days[:count]))).grand_total
        for count in range(5)
    ]
    assert totals == sorted(totals)
    assert len(set(totals)) == 5


def test_scenes_without_a_day_are_reported(inputs: EstimateInputs) -> None:
    board = replace(inputs.board, days=inputs.board.days[:3])
    findings = STAGE.propose(replace(inputs, board=board), ()).findings
    (finding,) = [f for f in findings if f.rule == "budget.scenes-not-priced"]
    assert finding.where == "scenes 5"


def test_a_team_without_a_rate_is_reported(inputs: EstimateInputs) -> None:
    costs = replace(inputs.problem.costs, team_days=())
    problem = replace(inputs.problem, costs=costs)
    findings = STAGE.propose(replace(inputs, problem=problem), ()).findings
    where = [f.where for f in findings if f.rule == "budget.team-not-priced"]
    assert where == ["special team animal-day", "special team stunt-day"]


def test_unverified_rates_and_a_differing_crew_day_are_reported(inputs: EstimateInputs) -> None:
    rules = {finding.rule for finding in STAGE.propose(inputs, ()).findings}
    assert {"budget.rates-to-verify", "budget.crew-day-differs"} <= rules
    near = replace(inputs.problem.costs, crew_day=Money(minor=45_000_00))
    problem = replace(inputs.problem, costs=near)
    rules = {f.rule for f in STAGE.propose(replace(inputs, problem=problem), ()).findings}
    assert "budget.crew-day-differs" not in rules


def test_two_currencies_are_refused(inputs: EstimateInputs) -> None:
    rates = replace(inputs.rates, currency="EUR")
    with pytest.raises(InputError, match="EUR") as caught:
        price(replace(inputs, rates=rates))
    assert "one currency" in caught.value.remedy
