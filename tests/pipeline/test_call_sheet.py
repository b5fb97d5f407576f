from pathlib import Path

import pytest
from tests.film.call_sheet.builder import cited
from tests.pipeline.stand_ins import make_production, sign

from secondunit.core.errors import InputError, NotFound
from secondunit.film.call_sheet.model import SourceKind
from secondunit.pipeline.call_sheet import (
    all_call_sheets,
    all_diaries,
    call_sheet_inputs,
    day_calls,
)
from secondunit.pipeline.queries import View


def test_a_day_has_a_sheet_a_form_and_a_diary_for_unit_and_cast(production: View) -> None:
    made = day_calls(production, 1)
    assert made.sheet.day.text.startswith("Day 1 of ")
    assert made.form.subtitle.startswith(made.sheet.date.text)
    assert made.diaries[0].key == "unit"
    assert all(diary.tentative for diary in made.diaries)
    assert made.findings == ()


def test_what_a_person_decided_is_cited_by_its_journal_entry(tmp_path: Path) -> None:
    view = make_production(tmp_path, through="schedule")
    kinds = {each.source.kind for each in cited(day_calls(view, 1).sheet)}
    assert SourceKind.FACT not in kinds
    sign(view, "accept", "schedule.solve")
    made = day_calls(view, 1)
    assert made.sheet.day.source.kind is SourceKind.FACT
    assert made.sheet.day.source.ref.startswith("journal entry ")
    assert not made.diaries[0].tentative


def test_an_element_that_was_renamed_still_knows_its_decision(tmp_path: Path) -> None:
    view = make_production(tmp_path, through="schedule")
    sign(view, "amend", "breakdown.tag", matching="lantern", name="oil lamp")
    sources = [
        each.source
        for number in range(1, len(call_sheet_inputs(view).schedule.board.days) + 1)
        for each in cited(day_calls(view, number).sheet)
        if each.text == "oil lamp"
    ]
    assert [source.kind for source in sources] == [SourceKind.FACT]


def test_there_is_a_call_sheet_for_every_day_and_one_diary_for_all(production: View) -> None:
    days = call_sheet_inputs(production).schedule.board.days
    assert len(all_call_sheets(production)) == len(days)
    assert len(all_diaries(production)[0].appointments) == len(days)


def test_a_day_the_board_does_not_have_is_refused(production: View) -> None:
    with pytest.raises(InputError, match="there is no shooting day 99"):
        day_calls(production, 99)


def test_without_a_board_there_is_no_call_sheet(tmp_path: Path) -> None:
    view = make_production(tmp_path, through="breakdown")
    with pytest.raises(NotFound, match=r"schedule\.solve has nothing that stands"):
        day_calls(view, 1)
