from dataclasses import replace

from tests.film.call_sheet.builder import make_inputs, timed

from secondunit.adapters.tables import PackagedTables
from secondunit.film.call_sheet.inputs import CallSheetInputs
from secondunit.film.call_sheet.minors import late_minors, minor_calls
from secondunit.film.call_sheet.people import cast_calls
from secondunit.film.schedule.rules.packs import FILE, choose_packs, read_packs

LAW = choose_packs(
    read_packs(PackagedTables().fetch_table(FILE)), ("california-minors",), file="shoot.toml"
)


def with_minor(months: int | None) -> CallSheetInputs:
    inputs = make_inputs()
    problem = timed(inputs.schedule.problem, packs=LAW)
    people = tuple(replace(p, minor=True, age_months=months) for p in problem.people)
    problem = replace(problem, people=people)
    return replace(inputs, schedule=replace(inputs.schedule, problem=problem))


def test_a_minor_has_hours_school_and_latest_dismissal_with_the_law() -> None:
    inputs = with_minor(108)
    day = inputs.schedule.board.days[0]
    (minor,) = minor_calls(inputs, day, inputs.hours(day))
    assert minor.age.text == "9"
    assert minor.workplace.text == "9:00 h (school day)"
    assert minor.work.text == "5:00 h"
    assert minor.school.text == "3:00 h"
    assert minor.span.text == "5:00 AM to 12:30 AM"
    assert minor.out_by.text == "3:30 PM"
    assert "California minors" in minor.rule.text
    assert "to be verified" in minor.rule.text


def test_an_age_that_nobody_said_is_named_as_assumed() -> None:
    inputs = with_minor(None)
    day = inputs.schedule.board.days[0]
    (minor,) = minor_calls(inputs, day, inputs.hours(day))
    assert minor.age.text == "taken as 12"
    assert minor.age.source.ref == "shoot.toml#ages"
    (call,) = [c for c in cast_calls(inputs, day, inputs.hours(day)) if c.status.text != "H"]
    assert [remark.text for remark in call.remarks][:2] == ["MINOR", "age taken as 12"]


def test_a_minor_planned_past_dismissal_is_pointed_out() -> None:
    inputs = with_minor(3)
    day = inputs.schedule.board.days[0]
    hours = inputs.hours(day)
    late = replace(hours, ends={scene: end + 300 for scene, end in hours.ends.items()})
    (said,) = late_minors(inputs, day, late)
    assert "must be out by" in said.text
    assert list(late_minors(with_minor(200), day, hours)) == []


def test_where_no_rules_for_minors_are_in_force_none_are_printed() -> None:
    inputs = with_minor(108)
    problem = timed(inputs.schedule.problem)
    inputs = replace(inputs, schedule=replace(inputs.schedule, problem=problem))
    day = inputs.schedule.board.days[0]
    assert list(minor_calls(inputs, day, inputs.hours(day))) == []
