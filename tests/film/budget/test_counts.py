from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from secondunit.film.breakdown.model import Element
from secondunit.film.budget.counts import Counts, count, paid_dates, paid_days, work_dates
from secondunit.film.schedule.model import Board, Calendar, Drop, Problem, Shift, ShootDay

DATES = [f"2027-03-{day:02d}" for day in range(1, 32)]


@pytest.fixture
def counts(problem: Problem, board: Board, elements: tuple[Element, ...]) -> Counts:
    return count(problem, board, elements, week_days=5)


def test_days_weeks_nights_and_pages_follow_the_board(counts: Counts) -> None:
    wanted = {
        "shooting-day": Decimal(4),
        "shooting-week": Decimal("0.8"),
        "night": Decimal(1),
        "page": Decimal(4),
        "scene": Decimal(5),
        "set": Decimal(5),
        "location": Decimal(3),
        "location-day": Decimal(5),
        "cast-member": Decimal(3),
        "minor-day": Decimal(1),
    }
    assert {key: counts.drivers[key] for key in wanted} == wanted


def test_a_performer_idle_for_more_than_ten_days_is_dropped_once(counts: Counts) -> None:
    assert counts.cast_days == {1: 3, 2: 2, 3: 1}


def test_moves_setups_switches_and_teams_follow_the_board(counts: Counts) -> None:
    assert counts.location_days == {"PIER": 3, "HOUSE": 1, "BARN": 1}
    assert counts.location_setups == {"PIER": 1, "HOUSE": 1, "BARN": 1}
    assert (counts.moves, counts.switches) == (1, 1)
    assert counts.team_days == {"animal-day": 1, "stunt-day": 1}


def test_a_return_to_a_location_is_a_new_setup(problem: Problem, board: Board) -> None:
    second, third, fourth = board.days[1], board.days[2], board.days[3]
    swapped = replace(
        board,
        days=(
            board.days[0],
            replace(second, scenes=fourth.scenes),
            third,
            replace(fourth, scenes=second.scenes[1:]),
        ),
    )
    assert count(problem, swapped, (), week_days=5).location_setups["PIER"] == 2


def test_background_is_the_fullest_scene_of_each_day(counts: Counts) -> None:
    assert counts.background == {1: 6, 2: 6}


def test_things_are_counted_once_however_they_are_spelt(counts: Counts) -> None:
    assert counts.drivers["element-count:props"] == 2
    assert counts.drivers["element-days:vehicles"] == 2
    assert counts.drivers["element-scenes:visual-effects"] == 1
    assert counts.drivers["element-count:visual-effects"] == 2


def test_scenes_in_the_boneyard_count_for_nothing(
    problem: Problem, board: Board, elements: tuple[Element, ...]
) -> None:
    shorter = replace(board, days=board.days[:3])
    counts = count(problem, shorter, elements, week_days=5)
    assert counts.drivers["page"] == Decimal("3.5")
    assert counts.drivers["element-days:vehicles"] == 1


def test_work_dates_leave_out_weekends_and_holidays_but_no_shooting_day(board: Board) -> None:
    days = tuple(
        ShootDay(number=number, date=date, shift=Shift.DAY, scenes=())
        for number, date in enumerate(("2027-01-15", "2027-01-23", "2027-01-25"), start=1)
    )
    calendar = Calendar(start="2027-01-11", holidays=("2027-01-18",))
    assert work_dates(calendar, replace(board, days=days)) == [
        "2027-01-15",
        "2027-01-19",
        "2027-01-20",
        "2027-01-21",
        "2027-01-22",
        "2027-01-23",
        "2027-01-25",
    ]


@given(st.sets(st.sampled_from(DATES), min_size=1), st.integers(0, 31))
def test_paid_days_lie_between_days_worked_and_the_whole_span(worked: set[str], drop: int) -> None:
    dates = sorted(worked)
    span = DATES.index(dates[-1]) - DATES.index(dates[0]) + 1
    paid = paid_days(dates, DATES, drop)
    assert len(dates) <= paid <= span
    assert paid_days(dates, DATES, 31) == span
    gaps = [DATES.index(b) - DATES.index(a) - 1 for a, b in pairwise(dates)]
    assert paid == span - max((gap for gap in gaps if gap > drop), default=0)


def test_every_drop_that_the_board_names_is_unpaid_and_no_other() -> None:
    worked = [DATES[0], DATES[12], DATES[24]]
    one = Drop(cast=1, last=DATES[0], pick_up=DATES[12])
    two = Drop(cast=1, last=DATES[12], pick_up=DATES[24])
    assert len(paid_dates(worked, DATES, 10)) == 14
    assert paid_dates(worked, DATES, 10, (one, two)) == tuple(worked)
    assert len(paid_dates(worked, DATES, 10, ())) == 25
