from dataclasses import replace

import pytest
from tests.film.schedule.builder import make_unit, with_units

from secondunit.core.errors import Conflict, InputError
from secondunit.core.ids import Digest, SceneId
from secondunit.pipeline.queries import View
from secondunit.pipeline.screens.strips import TriedDay, open_bench, screen_board, try_board


def _as_it_stands(view: View) -> list[TriedDay]:
    return [TriedDay(date=day.date, scenes=day.scenes) for day in open_bench(view).board.days]


def test_the_board_as_it_stands_is_tried_at_its_own_price(production: View) -> None:
    bench = open_bench(production)
    board, trial = try_board(bench, bench.base, _as_it_stands(production))
    assert board.days == bench.board.days
    assert trial.than_standing.minor == 0
    assert trial.cost == bench.board.cost


def test_the_screen_has_every_scene_once(production: View) -> None:
    bench = open_bench(production)
    shown = screen_board(production, bench)
    strips = [strip.id for day in shown.days for strip in day.scenes]
    strips += [strip.id for strip in shown.boneyard]
    assert sorted(strips) == sorted(need.scene for need in bench.problem.scenes)


def test_an_emptied_day_is_no_shooting_day_and_its_scenes_are_missed(production: View) -> None:
    bench = open_bench(production)
    days = _as_it_stands(production)
    days[0] = TriedDay(date=days[0].date, scenes=())
    board, trial = try_board(bench, bench.base, days)
    assert len(board.days) == len(bench.board.days) - 1
    assert board.boneyard
    assert trial.findings


def test_a_move_on_a_board_that_has_changed_is_refused(production: View) -> None:
    with pytest.raises(Conflict, match="somebody else"):
        try_board(open_bench(production), Digest("0" * 64), [])


def test_an_unknown_scene_is_refused(production: View) -> None:
    bench = open_bench(production)
    days = [*_as_it_stands(production), TriedDay(date="2030-01-01", scenes=(SceneId("sc-x"),))]
    with pytest.raises(InputError, match="no draft"):
        try_board(bench, bench.base, days)


def test_each_units_days_are_numbered_and_priced_for_themselves(production: View) -> None:
    bench = open_bench(production)
    first, *_ = bench.board.days
    unit = make_unit(scenes=first.scenes, dates=(first.date,))
    two = replace(bench, problem=with_units(bench.problem, unit))
    days = _as_it_stands(production)
    days[0] = replace(days[0], unit="second")
    board, _ = try_board(two, bench.base, days)
    assert (board.days[0].unit_name, board.days[0].number) == ("second", 1)
    assert "unit-second" in {share.key for share in board.shares}
    shown = screen_board(production, replace(two, board=board))
    assert (shown.days[0].place, shown.days[0].unit) == (f"{first.date} second", "second")
