from pathlib import Path

import pytest
from tests.pipeline.stand_ins import (
    SCRIPT,
    make_production,
    open_production,
    read,
    run_through,
    sign,
    sign_everything,
)

from secondunit.core.errors import InputError
from secondunit.pipeline.queries import State, View
from secondunit.pipeline.revise import Carried, RevisionReport, revise
from secondunit.pipeline.stale import stale_stages
from secondunit.ports.formats import Reading

BLUE = SCRIPT.replace(b"A dog barks. ", b"") + b"\nEXT. PIER - DAY\n\nMINA\nThere it is.\n"


def _revise(view: View, text: bytes = BLUE) -> RevisionReport:
    return revise(view, *read(text, "blue.fountain"), "Lea Roy")


def _carried(report: RevisionReport, stage: str) -> Carried:
    return next(row for row in report.carried if row.stage == stage)


def test_each_scene_that_is_not_the_same_is_named_and_the_others_counted(production: View) -> None:
    report = _revise(production)
    assert report.draft == 2
    assert [(each.number, each.what) for each in report.scenes] == [
        ("2", "rewritten"),
        ("3", "new"),
    ]
    assert report.unchanged == 1


def test_the_new_draft_is_in_force_and_no_proposal_is_touched(production: View) -> None:
    def kept() -> list[object]:
        return [production.office.records.latest_proposal(stage) for stage in production.shapes]

    before, runs = kept(), len(production.office.records.runs())
    _revise(production)
    assert [draft.name for draft in production.office.records.drafts()] == [
        "script.fountain",
        "blue.fountain",
    ]
    assert production.newest_draft().name == "blue.fountain"
    assert (kept(), len(production.office.records.runs())) == (before, runs)


def test_what_is_promised_of_decisions_is_what_the_next_run_finds(folder: Path) -> None:
    view = open_production(folder)
    sign_everything(view)
    promised = _carried(_revise(view), "breakdown.tag")
    fresh = open_production(folder)
    run_through(fresh, folder, "breakdown")
    states = [row.state for row in fresh.standing("breakdown.tag")]
    assert promised.kept == states.count(State.ACCEPTED) > 0
    assert promised.stale == states.count(State.STALE) + states.count(State.GONE) > 0
    assert promised.new == states.count(State.PROPOSED) > 0
    assert promised.dropped == 0


def test_what_nobody_had_decided_on_is_dropped_and_not_called_stale(production: View) -> None:
    row = _carried(_revise(production), "breakdown.tag")
    assert (row.kept, row.stale) == (0, 0)
    assert row.dropped > 0


def test_days_and_money_are_told_before_and_after_with_the_difference(production: View) -> None:
    before = production.one("budget.estimate").grand_total
    measures = {each.name: each for each in _revise(production).measures}
    assert (measures["scenes"].before, measures["scenes"].after) == ("2", "3")
    assert measures["budget"].before == str(before)
    difference = measures["budget difference"].after
    assert difference.startswith(("+", "-"))


def test_the_same_words_in_another_file_ask_for_the_draft_alone_to_be_signed_again(
    production: View,
) -> None:
    sign_everything(production)
    report = _revise(production, SCRIPT + b"\n")
    assert (report.scenes, report.unchanged) == ((), 2)
    assert {row.stage: (row.stale, row.new) for row in report.carried} == {
        "screenplay.draft": (1, 1),
        "breakdown.tag": (0, 0),
        "schedule.solve": (0, 0),
        "budget.estimate": (0, 0),
        "shots.shot_list": (0, 0),
    }
    measures = {each.name: each for each in report.measures}
    assert measures["budget difference"].after == "0.00 USD"


def test_stages_said_to_be_behind_are_those_the_next_run_does(folder: Path) -> None:
    behind = _revise(open_production(folder)).behind
    assert set(stale_stages(open_production(folder))) <= set(behind)
    assert {"screenplay.draft", "breakdown.tag", "schedule.solve", "shots.shot_list"} <= set(behind)


def test_only_what_was_made_before_is_tried(tmp_path: Path) -> None:
    view = make_production(tmp_path, through="breakdown")
    report = _revise(view)
    assert [row.stage for row in report.carried] == ["screenplay.draft", "breakdown.tag"]
    assert [each.name for each in report.measures] == ["scenes", "pages"]


def test_a_file_without_a_script_leaves_the_draft_in_force(production: View) -> None:
    file, _ = read(BLUE, "bad.fountain")
    with pytest.raises(InputError, match=r"bad\.fountain"):
        revise(production, file, Reading(screenplay=None), "Lea Roy")
    assert len(production.office.records.drafts()) == 1
    assert production.newest_draft().name == "script.fountain"


def test_a_script_can_be_revised_when_its_board_was_turned_down(production: View) -> None:
    sign(production, "reject", "schedule.solve")
    report = _revise(production)
    assert production.newest_draft().name == "blue.fountain"
    assert "board cost" not in {each.name for each in report.measures}
    assert "budget.estimate" in report.behind
