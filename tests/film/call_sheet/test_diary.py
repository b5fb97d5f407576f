from dataclasses import replace

from tests.film.call_sheet.builder import make_inputs, two_units
from tests.film.call_sheet.test_build import moved

from secondunit.film.call_sheet.diary import Diary, diaries
from secondunit.film.call_sheet.inputs import CallSheetInputs

MADE = "2026-11-25T12:00:00Z"


def make_diaries(inputs: CallSheetInputs) -> dict[str, Diary]:
    days = inputs.schedule.board.days
    return {each.key: each for each in diaries(inputs, days, MADE, tentative=True)}


def test_the_unit_has_every_day_and_a_performer_their_own() -> None:
    found = make_diaries(make_inputs())
    assert {key: len(each.appointments) for key, each in found.items()} == {
        "unit": 2,
        "01-oren": 2,
        "02-mina": 1,
    }


def test_a_performers_appointment_begins_at_the_pick_up_and_names_the_scenes() -> None:
    (call,) = make_diaries(make_inputs())["02-mina"].appointments
    assert call.start.isoformat() == "2027-01-20T16:15:00+00:00"
    assert "Sc. 2: YARD" in call.words
    assert call.place == "YARD"


def test_when_the_board_moves_the_appointment_moves_and_is_not_doubled() -> None:
    inputs = make_inputs()
    (before,) = make_diaries(inputs)["02-mina"].appointments
    (after,) = make_diaries(moved(inputs, 7))["02-mina"].appointments
    assert after.id == before.id
    assert (after.start - before.start).days == 7


def test_a_day_without_a_performer_is_not_in_their_diary() -> None:
    inputs = make_inputs()
    board = replace(inputs.schedule.board, days=inputs.schedule.board.days[:1])
    inputs = replace(inputs, schedule=replace(inputs.schedule, board=board))
    assert "02-mina" not in make_diaries(inputs)


def test_an_appointment_ends_when_the_last_scene_does_by_the_clock() -> None:
    inputs = make_inputs()
    (call,) = make_diaries(inputs)["02-mina"].appointments
    day = inputs.schedule.board.days[1]
    hours = inputs.hours(day)
    assert call.end == hours.at(hours.ends[day.scenes[0]])


def test_each_unit_has_a_diary_of_its_own() -> None:
    inputs = two_units()
    found = diaries(inputs, inputs.schedule.board.days, "2027-01-01T00:00:00Z", tentative=True)
    kept = {diary.key: [each.title for each in diary.appointments] for diary in found}
    assert kept["unit-second"] == ["Toast, second unit day 1 of 1: second unit"]
    assert len(kept["unit"]) == 2
    ids = [each.id for diary in found for each in diary.appointments]
    assert len(ids) == len(set(ids))
