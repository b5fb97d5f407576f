from dataclasses import replace

from tests.film.call_sheet.builder import make_inputs, make_sheet
from tests.film.schedule.reports.builder import make_element

from secondunit.film.breakdown.model import Category
from secondunit.film.call_sheet.model import TO_FILL, CastCall
from secondunit.film.call_sheet.people import cast_calls, crowd_calls, times_of
from secondunit.film.schedule.events import Event, EventKind
from secondunit.film.schedule.model import ShootDay


def cast_of(number: int) -> dict[str, CastCall]:
    return {each.character.text: each for each in make_sheet(number).cast}


def test_pick_up_comes_before_makeup_and_makeup_before_the_set() -> None:
    mina = cast_of(2)["MINA"]
    calls = (mina.pickup.text, mina.makeup.text, mina.on_set.text)
    assert calls == ("4:15 PM", "4:45 PM", "5:30 PM")


def test_the_status_is_that_of_the_day_out_of_days() -> None:
    assert cast_of(1)["OREN"].status.text == "SW"
    assert cast_of(2)["OREN"].status.text == "WF"
    assert cast_of(2)["MINA"].status.text == "SWF"


def test_who_is_not_known_to_be_played_by_anybody_is_to_be_filled_in() -> None:
    assert cast_of(1)["OREN"].actor.text == TO_FILL
    assert cast_of(2)["MINA"].actor.text == "Ada Finch"


def test_somebody_in_a_fitting_is_listed_after_those_who_work_and_not_called() -> None:
    event = Event(who="MINA", date="2027-01-15", kind=EventKind.FITTING)
    sheet = make_sheet(1, make_inputs(events=(event,)))
    assert [each.status.text for each in sheet.cast] == ["SW", "FT"]
    assert sheet.cast[1].makeup.text == "–"


def test_a_held_performer_stands_on_the_sheet() -> None:
    inputs = make_inputs()
    first, second = inputs.schedule.board.days
    middle = ShootDay(number=2, date="2027-01-19", shift=first.shift, scenes=second.scenes[:1])
    last = replace(second, number=3, scenes=second.scenes[1:])
    board = replace(inputs.schedule.board, days=(first, middle, last))
    inputs = replace(inputs, schedule=replace(inputs.schedule, board=board))
    calls = list(cast_calls(inputs, middle, inputs.hours(middle)))
    assert [(c.character.text, c.status.text) for c in calls] == [("MINA", "SWF"), ("OREN", "H")]


def test_background_is_counted_once_for_the_day_and_stand_ins_come_first() -> None:
    inputs = make_inputs()
    day = inputs.schedule.board.days[1]
    calls = [
        (each.who.text, each.count.text, each.scenes.text)
        for each in crowd_calls(inputs, day, inputs.hours(day))
    ]
    assert calls == [("Stand-in: Bo Lamb", "1", "2"), ("islander", "20", "2, 3")]


def test_a_performers_own_makeup_time_is_used() -> None:
    inputs = make_inputs()
    day = inputs.schedule.board.days[1]
    mina = next(p for p in inputs.schedule.problem.people if p.name == "MINA")
    times = times_of(inputs, day, inputs.hours(day), mina)
    assert times.on_set - times.makeup == 45


def test_a_crowd_that_the_script_does_not_count_is_to_be_filled_in() -> None:
    crowd = make_element(1, Category.BACKGROUND, "crowd")
    inputs = make_inputs(uncounted=("crowd",))
    inputs = replace(inputs, schedule=replace(inputs.schedule, elements=(crowd,)))
    day = inputs.schedule.board.days[0]
    (call,) = crowd_calls(inputs, day, inputs.hours(day))
    assert (call.who.text, call.count.text) == ("crowd", TO_FILL)
