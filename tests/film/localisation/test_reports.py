import os
from dataclasses import replace
from pathlib import Path

from tests.film.localisation.builder import listed

from secondunit.film.localisation.reports import dialogue_sheet

GOLDEN = Path(__file__).parents[2] / "golden" / "localisation"


def test_each_speech_is_a_row_with_its_timecodes_from_the_first_hour() -> None:
    sheet = dialogue_sheet(listed(), production="Toast", status="PROPOSED")
    assert sheet.rows[0].cells[:3] == ("1", "01:00:02:00", sheet.rows[1].cells[1])
    assert sheet.rows[1].cells[5] == "MINA"
    assert [row.cells[7] for row in sheet.rows] == ["", "V.O.", "", "DUAL", "DUAL"]


def test_a_duration_is_seconds_and_frames() -> None:
    found = listed()
    event = replace(found.events[0], start=0, end=61)  # type: ignore[arg-type]  # whole frames
    sheet = dialogue_sheet(replace(found, events=(event,)), production="Toast", status="")
    assert sheet.rows[0].cells[3] == "2:13"


def test_how_a_line_is_said_stands_before_it() -> None:
    found = listed()
    event = replace(found.events[0], parenthetical="slowly")
    sheet = dialogue_sheet(replace(found, events=(event,)), production="Toast", status="")
    assert sheet.rows[0].cells[6] == "(slowly) Did it speak?"


def test_the_golden_dialogue_list_is_as_agreed() -> None:
    sheet = dialogue_sheet(listed(), production="Toast", status="PROPOSED")
    lines = [" | ".join(column.title for column in sheet.columns)]
    lines += [" | ".join(row.cells) for row in sheet.rows]
    text = "\n".join([sheet.title, sheet.subtitle, sheet.status, *lines, *sheet.notes]) + "\n"
    path = GOLDEN / "dialogue-list.txt"
    if os.environ.get("SECONDUNIT_GOLDEN") == "write":
        path.write_text(text, "utf-8")
    assert text == path.read_text("utf-8")
