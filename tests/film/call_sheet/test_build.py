import datetime
import json
import re
from dataclasses import replace

import pytest
from tests.film.call_sheet.builder import (
    FILLED,
    SHIPPED,
    cited,
    make_inputs,
    make_sheet,
    two_units,
)

from secondunit.core.errors import InputError
from secondunit.core.ids import canonical_json
from secondunit.film.call_sheet.build import build_call_sheet, check_particulars, find_day
from secondunit.film.call_sheet.form import MOVE, call_sheet_form
from secondunit.film.call_sheet.inputs import CallSheetInputs


@pytest.mark.parametrize("data", [FILLED, SHIPPED])
@pytest.mark.parametrize("number", [1, 2])
def test_every_fact_has_a_source(data: str, number: int) -> None:
    sheet = make_sheet(number, make_inputs(data))
    found = list(cited(sheet))
    assert len(found) > 30
    assert all(each.source.ref for each in found)


@pytest.mark.parametrize("number", [1, 2])
def test_every_printed_cell_is_made_of_cited_facts_and_nothing_else(number: int) -> None:
    sheet = make_sheet(number)
    labels = {row.label for row in (*sheet.times, *sheet.versions, *sheet.conditions)}
    texts = sorted({each.text for each in cited(sheet)}, key=len, reverse=True)
    for panel in call_sheet_form(sheet).panels:
        for row in panel.rows:
            for cell in row.cells:
                rest = "" if cell in labels else cell
                for text in texts:
                    rest = rest.replace(text, "") if text else rest
                assert rest.replace("Sc.", "").replace(MOVE, "").strip(" \n,;:|") in {
                    "",
                    "Total",
                }, cell


def moved(inputs: CallSheetInputs, days: int) -> CallSheetInputs:
    """The same board so many days later."""

    def later(date: str) -> str:
        day = datetime.date.fromisoformat(date) + datetime.timedelta(days=days)
        return day.isoformat()

    board = inputs.schedule.board
    shot = tuple(replace(day, date=later(day.date)) for day in board.days)
    return replace(inputs, schedule=replace(inputs.schedule, board=replace(board, days=shot)))


def test_when_the_start_moves_no_date_of_the_old_schedule_is_left() -> None:
    inputs = make_inputs()
    later = moved(inputs, 28)
    old = {day.date for day in inputs.schedule.board.days}
    for number in (1, 2):
        text = json.dumps(json.loads(canonical_json(make_sheet(number, later))))
        assert not any(date in text for date in old)
        assert re.search(r"\d+ Jan 2027", text) is None
        assert "Feb 2027" in text


def test_a_board_has_no_day_beyond_its_last() -> None:
    inputs = make_inputs()
    assert find_day(inputs, 2).date == "2027-01-20"
    with pytest.raises(InputError, match="no shooting day 3: the board has 2") as caught:
        find_day(inputs, 3)
    assert caught.value.remedy == "Give a number from 1 to 2."


def test_what_the_file_says_of_things_the_board_does_not_have_is_reported() -> None:
    data = """
[people."NOBODY"]
actor = "x"
[locations."NOWHERE"]
address = "x"
[sets]
closed = ["99"]
[[day]]
date = 2027-01-18
note = "old"
"""
    inputs = make_inputs(data)
    assert [found.where for found in check_particulars(inputs)] == [
        "call_sheet.toml#day.2027-01-18",
        "call_sheet.toml#people.NOBODY",
        "call_sheet.toml#locations.NOWHERE",
        "call_sheet.toml#sets.closed.99",
    ]
    assert "old" not in repr(make_sheet(1, inputs))
    assert check_particulars(make_inputs()) == ()


def test_a_second_unit_has_call_sheets_of_its_own_that_say_who_else_shoots() -> None:
    inputs = two_units()
    sheet = build_call_sheet(inputs, find_day(inputs, 1, "Second"))
    assert (sheet.day.text, sheet.unit) == ("Second Unit Day 1 of 1", "second")
    assert [scene.scene.text for scene in sheet.scenes] == ["3"]
    assert any(note.text.startswith("ALSO SHOOTING: Main Unit, KITCHEN") for note in sheet.notes)
    main = build_call_sheet(inputs, find_day(inputs, 1))
    assert main.day.text == "Day 1 of 2"
    assert find_day(inputs, 2, "main").date == "2027-01-20"


def test_a_units_call_sheet_has_its_own_crew_and_its_own_word_for_the_date() -> None:
    data = (
        '[[crew]]\ndepartment = "Camera"\nposition = "DoP"\nname = "Kit"\n'
        '[[crew]]\ndepartment = "Camera"\nposition = "DoP"\nname = "Lou"\nunit = "second"\n'
        '[[day]]\ndate = 2027-01-15\ncrew_call = "05:15"\nunit = "second"\n'
    )
    inputs = two_units(data)
    names = {
        unit: [member.name.text for member in build_call_sheet(inputs, day).crew]
        for unit, day in (("", find_day(inputs, 1)), ("second", find_day(inputs, 1, "second")))
    }
    assert names == {"": ["Kit"], "second": ["Lou"]}
    days = (find_day(inputs, 1), find_day(inputs, 1, "second"))
    calls = [build_call_sheet(inputs, day).times[0].value.text for day in days]
    assert calls[1] == "5:15 AM" != calls[0]


def test_a_unit_the_board_does_not_have_is_refused_by_name() -> None:
    with pytest.raises(InputError, match="no third unit shoots on the board") as caught:
        find_day(two_units(), 1, "third")
    assert caught.value.remedy == "Units: main, second."
    with pytest.raises(InputError, match="no second unit"):
        find_day(make_inputs(), 1, "second")


def test_crew_of_a_unit_nobody_knows_is_reported() -> None:
    data = '[[crew]]\ndepartment = "Camera"\nposition = "DoP"\nunit = "third"\n'
    (finding,) = check_particulars(two_units(data))
    assert "the production has no unit of that name" in finding.message
