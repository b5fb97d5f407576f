from dataclasses import replace

from tests.film.schedule.reports.builder import make_schedule
from tests.film.schedule.reports.test_schedule import over_a_holiday

from secondunit.film.schedule.reports.one_liner import one_liner


def test_the_one_liner_tells_each_scene_in_a_row() -> None:
    rows = {row.cells[0]: row.cells for row in one_liner(make_schedule()).rows if not row.style}
    assert rows["1"][-1] == "Oren does not hear the telephone."
    assert rows["1"][1:3] == ("INT KITCHEN", "Day")
    assert rows["3"][4] == "1"


def test_the_banner_of_a_day_comes_after_its_work_and_holidays_after_that() -> None:
    styles = [row.style for row in one_liner(over_a_holiday()).rows]
    assert styles == ["", "day-break", "holiday", "free-day", "", "", "day-break"]


def test_scenes_without_a_day_are_named_at_the_end() -> None:
    schedule = over_a_holiday()
    board = replace(schedule.board, boneyard=schedule.board.days[1].scenes)
    assert one_liner(replace(schedule, board=board)).rows[-1].cells == (
        "Boneyard: not scheduled — Sc. 2, 3",
    )
