from dataclasses import replace

from tests.film.schedule.builder import make_need, make_person, make_problem

from secondunit.film.schedule.cover.market import count_payees, find_payees, open_market

NEEDS = (
    make_need(1, place="PIER", cast=(1, 3), setups=("stunt-day",)),
    make_need(2, place="HOUSE", cast=(2,)),
    make_need(3, place="PIER", cast=(3,)),
)
PROBLEM = make_problem(*NEEDS)


def test_payees_stand_by_what_they_cost_at_the_least() -> None:
    payees = find_payees(PROBLEM, NEEDS)
    assert [payee.team or payee.cast for payee in payees] == ["stunt-day", 3, 2, 1]
    assert all(payee.days == 1 for payee in payees)


def test_scenes_of_a_place_stand_together_and_call_who_plays() -> None:
    market = open_market(PROBLEM, NEEDS, find_payees(PROBLEM, NEEDS)[:2])
    assert market.place_at.tolist() == [0, 2, 3]
    assert market.called.tolist() == [0b11, 0b10, 0b00]
    assert len(market.least) == 3 + 2 + 2 + 3


def test_a_place_is_visited_as_often_as_its_scenes_need() -> None:
    needs = tuple(make_need(n, eighths=20) for n in range(1, 4))
    assert open_market(make_problem(*needs), needs, ()).least[3] == 2


def test_a_market_too_large_holds_fewer_payees_or_is_not_opened() -> None:
    assert count_payees(PROBLEM, NEEDS) == 10
    many = tuple(make_need(n, place=f"PLACE {n}") for n in range(1, 301))
    assert 0 <= count_payees(make_problem(*many), many) < 10
    more = tuple(make_need(n, place=f"PLACE {n}") for n in range(1, 1001))
    assert count_payees(make_problem(*more), more) == -1
    long = make_problem(*NEEDS)
    long = replace(long, rules=replace(long.rules, day_eighths=20_000))
    assert count_payees(long, NEEDS) == -1


def test_a_person_who_plays_nowhere_is_no_payee() -> None:
    problem = make_problem(make_need(1), people=(make_person(1), make_person(2)))
    assert [payee.cast for payee in find_payees(problem, problem.scenes)] == [1]
