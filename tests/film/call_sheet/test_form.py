from dataclasses import replace

from tests.film.call_sheet.builder import SHIPPED, make_inputs, make_sheet

from secondunit.film.call_sheet.form import call_sheet_form
from secondunit.film.call_sheet.model import Cited, MinorCall


def test_the_front_page_begins_with_the_call_the_hours_and_the_day() -> None:
    form = call_sheet_form(make_sheet(1))
    assert [panel.title for panel in form.panels[:3]] == ["Crew call", "Hours", "Day"]
    assert form.panels[0].rows[0].cells == ("7:00 AM",)
    assert form.subtitle == "Fri 15 Jan 2027 · Day 1 of 2"
    assert form.status == "PROPOSED · 3 decisions open"


def test_what_is_to_be_filled_in_stands_out() -> None:
    form = call_sheet_form(make_sheet(1, make_inputs(SHIPPED)))
    rows = [row for panel in form.panels for row in panel.rows if row.style == "missing"]
    assert ("Safety hotline", "TO BE FILLED IN") in [row.cells for row in rows]


def test_panels_without_anything_are_left_out() -> None:
    titles = [panel.title for panel in call_sheet_form(make_sheet(2)).panels]
    assert "Advance schedule" not in titles
    assert "Stand-ins and background" in titles


def test_a_move_between_two_scenes_stands_between_them() -> None:
    form = call_sheet_form(make_sheet(2))
    (scenes,) = [panel for panel in form.panels if panel.title == "Scenes"]
    assert [row.cells[0] for row in scenes.rows] == ["2", "Company move to CAUSEWAY", "3", ""]


def test_minors_stand_under_the_cast_and_a_day_without_cast_says_so() -> None:
    sheet = make_sheet(1)
    rule = Cited(text="law", source=sheet.date.source)
    minor = MinorCall(
        who=rule,
        age=rule,
        span=rule,
        workplace=rule,
        work=rule,
        school=rule,
        out_by=rule,
        rule=rule,
    )
    form = call_sheet_form(replace(sheet, cast=(), minors=(minor,)))
    titles = [panel.title for panel in form.panels]
    assert titles[titles.index("Cast") + 1] == "Minors"
    (cast,) = [panel for panel in form.panels if panel.title == "Cast"]
    assert cast.rows[0].cells[1] == "no cast is called"
