from dataclasses import replace

from tests.film.schedule.reports.builder import make_element
from tests.film.schedule.reports.test_schedule import over_a_holiday

from secondunit.film.breakdown.model import Category
from secondunit.film.schedule.reports.requirements import (
    background_of,
    background_report,
    element_report,
)

CROWD = (
    make_element(2, Category.BACKGROUND, "islander", 20),
    make_element(3, Category.BACKGROUND, "islander", 12),
    make_element(3, Category.BACKGROUND, "dancer", 2),
)


def test_the_same_background_in_two_scenes_of_a_day_is_counted_once_at_its_most() -> None:
    schedule = replace(over_a_holiday(), elements=CROWD)
    assert background_of(schedule, schedule.board.days[1]) == {"islander": 20, "dancer": 2}
    rows = background_report(schedule).rows
    assert [row.cells for row in rows[:3]] == [
        ("2", "YARD", "islander", "20"),
        ("3", "CAUSEWAY", "islander", "12"),
        ("3", "CAUSEWAY", "dancer", "2"),
    ]
    assert [row.cells[-1] for row in rows if row.style == "total"] == ["22", "22"]


def test_each_department_sees_what_it_brings_and_on_which_days() -> None:
    props = (
        make_element(1, Category.PROPS, "telephone"),
        make_element(3, Category.PROPS, "telephone", 2),
    )
    rows = element_report(replace(over_a_holiday(), elements=(*CROWD, *props))).rows
    cells = [row.cells for row in rows]
    assert ("telephone", "2", "1, 3", "2", "1, 2") in cells
    assert ("Props (1)",) in cells


def test_a_crowd_that_the_script_does_not_count_is_left_out_of_the_sums_and_said_so() -> None:
    mob = make_element(3, Category.BACKGROUND, "angry mob")
    schedule = replace(over_a_holiday(), elements=(*CROWD, mob), uncounted=("mob",))
    rows = background_report(schedule).rows
    assert ("3", "CAUSEWAY", "angry mob", "to decide") in [row.cells for row in rows]
    assert [row.cells[-1] for row in rows if row.style == "total"] == ["22+", "22+"]
