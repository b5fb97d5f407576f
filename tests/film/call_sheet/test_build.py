import datetime
import json
import re
from dataclasses import replace

import pytest
from tests.film.call_sheet.builder import FILLED, SHIPPED, cited, make_inputs, make_sheet

from secondunit.core.errors import InputError
from secondunit.core.ids import canonical_json
from secondunit.film.call_sheet.build import check_particulars, find_day
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
