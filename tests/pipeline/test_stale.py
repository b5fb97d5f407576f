from dataclasses import replace
from pathlib import Path

from tests.pipeline.stand_ins import make_production, open_production, run_through, sign

from secondunit.pipeline.queries import View
from secondunit.pipeline.stale import stale_stages


def test_after_a_run_nothing_is_behind(production: View) -> None:
    assert stale_stages(production) == ()


def test_a_stage_that_never_ran_is_not_behind(tmp_path: Path) -> None:
    view = make_production(tmp_path, through="breakdown")
    assert stale_stages(view) == ()


def test_an_amended_element_leaves_behind_what_reads_the_breakdown_and_nothing_else(
    production: View,
) -> None:
    sign(production, "amend", "breakdown.tag", matching="lantern", quantity="2")
    behind = stale_stages(production)
    assert "schedule.solve" in behind
    assert "shots.shot_list" in behind
    assert not {"screenplay.draft", "breakdown.tag", "localisation.spot"} & set(behind)


def test_to_accept_what_is_proposed_leaves_nothing_behind(production: View) -> None:
    sign(production, "accept", "breakdown.tag")
    assert stale_stages(production) == ()


def test_another_frame_rate_leaves_the_shots_behind_and_not_the_money(production: View) -> None:
    office = production.office
    settings = replace(office.settings, rate="25")
    view = View(office=replace(office, settings=settings), shapes=production.shapes)
    behind = stale_stages(view)
    assert "shots.shot_list" in behind
    assert not {"breakdown.tag", "schedule.solve", "budget.estimate"} & set(behind)


def test_a_stage_whose_inputs_were_turned_down_is_behind_and_no_error(production: View) -> None:
    sign(production, "reject", "schedule.solve")
    assert stale_stages(production) == ("budget.estimate",)


def test_a_run_brings_up_what_was_behind(folder: Path) -> None:
    view = open_production(folder)
    sign(view, "amend", "shots.shot_list", matching="1A", action="She lifts it, slowly.")
    assert stale_stages(view) != ()
    run_through(view, folder)
    assert stale_stages(view) == ()
