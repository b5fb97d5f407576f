from dataclasses import replace

from tests.film.schedule.reports.builder import make_schedule

from secondunit.film.breakdown.model import Category, Element
from secondunit.film.schedule.reports.shooting import shooting_schedule


def test_each_strip_is_followed_by_its_cast_and_its_elements() -> None:
    schedule = make_schedule()
    kitchen = schedule.screenplay.scenes[0].id
    elements = (
        Element(scene=kitchen, category=Category.PROPS, name="telephone"),
        Element(scene=kitchen, category=Category.PROPS, name="butter knife", quantity=2),
        Element(scene=kitchen, category=Category.ANIMAL_WRANGLER, name="wrangler", implied=True),
        Element(scene=kitchen, category=Category.SET, name="KITCHEN"),
    )
    sheet = shooting_schedule(replace(schedule, elements=elements))
    at = next(i for i, row in enumerate(sheet.rows) if row.cells[0] == "1")
    assert sheet.rows[at].style == "int-day"
    assert [row.cells[1:3] for row in sheet.rows[at + 1 : at + 4]] == [
        ("Cast", "1. OREN"),
        ("Props", "butter knife (2), telephone"),
        ("Animal Wrangler", "wrangler*"),
    ]


def test_a_day_begins_with_its_locations_and_ends_with_its_pages() -> None:
    sheet = shooting_schedule(make_schedule())
    assert sheet.rows[0].style == "banner"
    assert sheet.rows[0].cells[0].startswith("Day 1 — Mon 11 Jan 2027 — ")
    assert sheet.rows[-1].style == "day-break"
