from dataclasses import replace
from pathlib import Path

import pytest
from tests.pipeline.stand_ins import SIGN_OFF, make_production, run_through, sign

from secondunit.core.decision import GENESIS
from secondunit.core.finding import Finding, Severity
from secondunit.core.ids import canonical_json
from secondunit.film.delivery.model import ProductionReport, StageRow
from secondunit.pipeline import report
from secondunit.pipeline.queries import View
from secondunit.pipeline.report import Occasion, make_report, stage_rows

OCCASION = Occasion(
    at="2026-11-26T09:00:00Z", by="Kim Oduya", draft=True, missing=("Cut: open",), entries=()
)


def _report(view: View) -> ProductionReport:
    return make_report(view, SIGN_OFF, OCCASION)


def _row(view: View, stage: str) -> StageRow:
    return next(row for row in stage_rows(view, SIGN_OFF) if row.stage == stage)


def test_every_state_of_a_stage_is_counted_apart(production: View) -> None:
    items = len(production.standing("shots.shot_list"))
    sign(production, "accept", "shots.shot_list", matching="1A")
    sign(production, "amend", "shots.shot_list", matching="1B", action="She waits.")
    sign(production, "reject", "shots.shot_list", matching="2A")
    row = _row(production, "shots.shot_list")
    assert (row.accepted, row.amended, row.rejected) == (1, 1, 1)
    assert row.proposed == items - 3


def test_a_stage_says_who_signs_it_and_whether_delivery_waits(production: View) -> None:
    row = _row(production, "budget.estimate")
    assert (row.required, row.signers) == (True, ("Line Producer", "Producer"))
    row = _row(production, "shots.board")
    assert (row.required, row.signers) == (False, ())


def test_runs_and_their_time_add_up(folder: Path, production: View) -> None:
    before = _row(production, "generation.take")
    sign(production, "reject", "shots.shot_list", matching="2A")
    run_through(production, folder)
    after = _row(production, "generation.take")
    assert (before.runs, after.runs) == (1, 2)
    assert after.milliseconds > before.milliseconds


def test_a_stage_made_from_superseded_inputs_is_behind(production: View) -> None:
    sign(production, "amend", "shots.shot_list", matching="1A", action="She waits.")
    assert _row(production, "shots.shot_list").behind is False
    assert _row(production, "schedule.solve").behind is False
    assert _row(production, "generation.order").behind is True


def test_the_figures_are_those_of_what_stands(production: View) -> None:
    figures = {each.name: each for each in _report(production).figures}
    board, budget = (production.one(stage) for stage in ("schedule.solve", "budget.estimate"))
    assert figures["Scenes"].value == "2"
    assert figures["Shooting days"].value == str(len(board.days))
    assert figures["Board cost"].value == str(board.cost)
    assert figures["Budget"].value == str(budget.grand_total)


def test_a_stage_that_never_ran_has_no_figure_and_no_provider(tmp_path: Path) -> None:
    made = _report(make_production(tmp_path, through="breakdown"))
    assert [each.name for each in made.figures] == ["Scenes", "Pages"]
    assert [each.work for each in made.providers] == ["2 × breakdown"]
    assert [card.picture for card in made.scenes] == [b"", b""]


def test_a_scene_card_shows_its_first_panel_its_day_and_its_cast(production: View) -> None:
    kitchen, yard = _report(production).scenes
    panel = production.values("shots.board")[0]
    assert kitchen.picture == production.office.media.fetch_media(panel.media.digest)
    assert (kitchen.number, kitchen.cast, yard.cast) == ("1", ("MINA",), ("DES",))
    assert kitchen.day.startswith("Day ")
    shots = production.values("shots.shot_list")
    assert kitchen.shots + yard.shots == len(shots)


def test_decisions_taken_together_are_one_row_and_the_newest_stands_first(
    production: View,
) -> None:
    sign(production, "accept", "breakdown.tag")
    count = len(production.standing("breakdown.tag"))
    (row,) = _report(production).decisions
    assert (row.by, row.role, row.stage) == ("Ana Ruiz", "1st Assistant Director", "Breakdown")
    assert (row.verdict, row.count, len(row.items)) == ("accept", count, 3)
    first = production.office.records.facts("breakdown.tag")[0]
    later = replace(first, at="2026-11-26T08:00:00Z", entry=9_999)
    with production.office.records.transaction():
        production.office.records.add_facts([later])
    assert [row.at[:10] for row in _report(production).decisions] == ["2026-11-26", "2026-11-25"]


def test_open_items_are_listed_up_to_a_limit_and_counted_whole(
    production: View, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(report, "MOST_OPEN", 3)
    made = _report(production)
    waiting = production.open_items(list(SIGN_OFF.stages))
    assert len(made.open_items) == 3
    assert made.open_count == len(waiting) > 3
    assert made.open_items[0] == ("Screenplay", waiting[0].label)


def test_findings_stand_worst_first_each_once_and_notes_are_left_out(production: View) -> None:
    note, warning, error = (
        Finding(severity=severity, rule="x", where="line 1", message=severity.value)
        for severity in (Severity.NOTE, Severity.WARNING, Severity.ERROR)
    )
    found = canonical_json([note, warning, error, warning]).decode()
    production.draft = replace(production.newest_draft(), findings=found)
    made = _report(production).findings
    assert made[0] == error
    assert made.count(warning) == 1
    assert note not in made


def test_only_the_provider_of_takes_can_send_anything_out(production: View) -> None:
    assert not any(row.left_the_machine for row in _report(production).providers)
    terms = replace(
        production.office.provider, key="stand-in", leaves_the_machine=True, trains_on_inputs=True
    )
    office = replace(production.office, provider=terms)
    rows = _report(View(office=office, shapes=production.shapes)).providers
    assert all(row.trains_on_inputs == row.left_the_machine for row in rows)
    assert any(row.left_the_machine for row in rows)


def test_the_occasion_and_the_head_of_the_journal_are_on_the_report(production: View) -> None:
    made = _report(production)
    last = production.office.records.last_entry()
    assert last is not None
    assert (made.journal_length, made.journal_head) == (last.sequence, last.hash)
    assert made.journal_head != GENESIS
    assert (made.made_by, made.missing) == ("Kim Oduya", ("Cut: open",))
    assert made.script == "Draft 1, script.fountain"


def test_a_report_can_be_made_while_a_rejected_board_leaves_the_budget_without_one(
    production: View,
) -> None:
    sign(production, "reject", "schedule.solve")
    made = _report(production)
    assert {row.stage for row in made.stages if row.behind} >= {"budget.estimate"}
