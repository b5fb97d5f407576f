from dataclasses import replace

from tests.film.call_sheet.builder import FILLED, SHIPPED, make_inputs, make_sheet, timed

from secondunit.film.call_sheet.day import (
    NO_FORECAST,
    NO_LUNCH,
    advance,
    conditions,
    light_notes,
    notes,
    places,
    times,
    versions,
)
from secondunit.film.call_sheet.model import TO_FILL, Cited, Named
from secondunit.film.schedule.rules.terms import Site, Terms


def by_label(rows: tuple[Named, ...]) -> dict[str, Cited]:
    return {row.label: row.value for row in rows}


def test_the_sun_is_computed_for_the_date_and_place_and_weather_is_unknown() -> None:
    found = by_label(make_sheet(1).conditions)
    assert found["Weather"].text == NO_FORECAST
    assert found["Sunrise"].text == "7:54 AM · first light 7:16 AM (Rye)"
    assert found["Sunrise"].source.ref == "sun at shoot.toml#base on 2027-01-15"
    assert found["Safety hotline"].text == "555"


def test_without_a_base_the_sun_is_to_be_filled_in() -> None:
    inputs = make_inputs(SHIPPED)
    bare = replace(inputs.schedule.problem, terms=Terms())
    inputs = replace(inputs, schedule=replace(inputs.schedule, problem=bare))
    found = by_label(make_sheet(1, inputs).conditions)
    assert found["Sunrise"].text == TO_FILL
    assert found["Sunrise"].source.ref == "shoot.toml#base"


def test_in_polar_night_the_sheet_says_that_the_sun_does_not_rise() -> None:
    north = Site(latitude=78.2, longitude=15.6, timezone="Arctic/Longyearbyen")
    inputs = make_inputs()
    problem = timed(inputs.schedule.problem, base=north)
    inputs = replace(inputs, schedule=replace(inputs.schedule, problem=problem))
    found = by_label(tuple(conditions(inputs, inputs.schedule.board.days[0])))
    assert found["Sunset"].text == "the sun does not rise on this date"


def test_a_forecast_of_the_production_is_printed_for_its_date_alone() -> None:
    data = FILLED + '[[day]]\ndate = 2027-01-15\nweather = "rain"\nnote = "Bring boots."\n'
    inputs = make_inputs(data)
    assert by_label(make_sheet(1, inputs).conditions)["Weather"].text == "rain"
    assert by_label(make_sheet(2, inputs).conditions)["Weather"].text == NO_FORECAST
    assert next(notes(inputs, inputs.schedule.board.days[0])).text == "Bring boots."


def test_notes_have_safety_closed_set_and_every_days() -> None:
    inputs = make_inputs()
    said = [note.text for note in notes(inputs, inputs.schedule.board.days[1])]
    assert said == ["STUNTS: safety meeting first.", "Sc. 3: CLOSED SET.", "No visitors."]
    assert [note.text for note in notes(inputs, inputs.schedule.board.days[0])] == ["No visitors."]


def test_a_minor_of_the_day_is_named() -> None:
    inputs = make_inputs()
    people = tuple(replace(p, minor=True) for p in inputs.schedule.problem.people)
    problem = replace(inputs.schedule.problem, people=people)
    inputs = replace(inputs, schedule=replace(inputs.schedule, problem=problem))
    said = [note.text for note in notes(inputs, inputs.schedule.board.days[0])]
    assert "OREN: Hours for minors." in said


def test_an_exterior_in_the_wrong_light_is_pointed_out() -> None:
    late = FILLED + '[[day]]\ndate = 2027-01-20\ncrew_call = "10:00"\n'
    inputs = make_inputs(late)
    day = inputs.schedule.board.days[1]
    said, dawn = light_notes(inputs, day, inputs.hours(day))
    assert said.text.startswith("LIGHT: Sc. 2 plays by night outside and is planned for 10:45 AM")
    assert "Sc. 3 plays by dawn" in dawn.text
    assert "dawn is 7:10 AM to" in dawn.text
    usual = make_inputs()
    by_night = [note.text for note in light_notes(usual, day, usual.hours(day))]
    assert [text[:13] for text in by_night] == ["LIGHT: Sc. 3 "]


def test_the_days_to_come_are_those_of_the_board() -> None:
    inputs = make_inputs()
    first, last = inputs.schedule.board.days
    (later,) = advance(inputs, first)
    assert (later.day.text, later.date.text) == ("Day 2", "Wed 20 Jan 2027")
    assert later.cast.text == "1, 2"
    assert list(advance(inputs, last)) == []


def test_places_have_their_hospital_or_say_what_is_missing() -> None:
    inputs = make_inputs()
    yard, causeway = places(inputs, inputs.schedule.board.days[1])
    assert yard.hospital.text == "Conquest"
    assert causeway.hospital.text == TO_FILL
    assert causeway.hospital.source.ref == "call_sheet.toml#locations.CAUSEWAY.hospital"


def test_the_head_names_script_and_schedule_and_the_hours_their_rules() -> None:
    inputs = make_inputs()
    found = by_label(tuple(versions(inputs)))
    assert found["Script"].text == "Draft 1 · toast.fountain"
    assert found["Schedule"].text == "2 days · proposed · board 1"
    hours = by_label(tuple(times(inputs.hours(inputs.schedule.board.days[0]))))
    assert hours["Crew call"].source.ref == "shoot.toml#clock"


def test_no_lunch_is_called_where_the_day_wraps_before_it_is_due() -> None:
    assert by_label(make_sheet(1).times)["Lunch by"].text == NO_LUNCH
