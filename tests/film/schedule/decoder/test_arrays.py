import numpy as np
from hypothesis import given, settings
from tests.film.schedule.builder import COSTS, make_need, make_problem, problems

from secondunit.film.schedule.decoder.arrays import (
    CAST,
    CHANGE,
    CREW,
    LEFT_OUT,
    LOCATION,
    MOVE,
    PENALTY,
    PREMIUM,
    QUANTILES,
    SETUP,
    SHIFT,
    TEAM,
    new_desk,
)
from secondunit.film.schedule.decoder.decode import decode
from secondunit.film.schedule.decoder.encode import encode
from secondunit.film.schedule.model import Problem


def test_every_category_of_cost_has_a_cell_of_its_own() -> None:
    cells = [CREW, LOCATION, MOVE, SETUP, TEAM, CAST, SHIFT, LEFT_OUT, PREMIUM, CHANGE]
    assert sorted(cells) == list(range(len(new_desk(encode(make_problem()).tables).shares)))


def test_a_problem_without_scenes_people_or_teams_still_has_a_desk_to_work_at() -> None:
    encoded = encode(make_problem())
    desk = new_desk(encoded.tables)
    assert int(decode(encoded.tables, np.arange(0), desk)) == 0
    assert int(desk.days[0]) == 0
    assert all(len(cells) >= 1 for cells in desk)


@given(problems())
def test_a_desk_has_room_for_every_scene_person_place_and_team(problem: Problem) -> None:
    tables = encode(problem).tables
    desk = new_desk(tables)
    assert len(desk.day_of) >= len(tables.eighths)
    assert len(desk.date_of) >= len(tables.eighths)
    assert len(desk.first) == len(desk.last) == len(desk.dropped) >= len(tables.rate)
    assert len(desk.work) >= tables.places > tables.place.max(initial=-1)
    assert len(desk.team_day) >= len(tables.team_rate)
    assert all(cells.dtype == np.int64 for cells in desk)


@settings(max_examples=40, deadline=None)
@given(problems())
def test_a_desk_that_was_used_gives_what_a_new_one_gives(problem: Problem) -> None:
    encoded = encode(problem)
    order = np.arange(len(encoded.scenes))
    used = new_desk(encoded.tables)
    decode(encoded.tables, order[::-1].copy(), used)
    again, fresh = decode(encoded.tables, order, used), new_desk(encoded.tables)
    assert int(again) == int(decode(encoded.tables, order, fresh))
    assert used.shares.tolist() == fresh.shares.tolist()
    assert used.day_of.tolist() == fresh.day_of.tolist()


def test_leaving_one_scene_out_costs_more_than_any_board_and_all_of_them_fit_64_bits() -> None:
    needs = [make_need(number, eighths=32, place=f"PLACE {number}") for number in range(1, 200)]
    days = len(needs) * 10
    assert days * (COSTS.crew_day.minor + COSTS.location_setup.minor) * 100 < PENALTY
    assert 9_000 * PENALTY < 2**63
    assert QUANTILES & (QUANTILES - 1) == 0
