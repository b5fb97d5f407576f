"""The head and the foot of a call sheet: times, versions, conditions, places, days to come."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from secondunit.core.ids import ItemId
from secondunit.film.call_sheet.hours import Hours, clock_words
from secondunit.film.call_sheet.inputs import (
    CallSheetInputs,
    computed,
    data_source,
    filled,
    from_script,
    rule_source,
)
from secondunit.film.call_sheet.model import (
    TO_FILL,
    AdvanceDay,
    Cited,
    Named,
    PlaceCall,
    Source,
    SourceKind,
)
from secondunit.film.call_sheet.particulars import PlaceData
from secondunit.film.call_sheet.sun import Sun, sun_of
from secondunit.film.schedule.board import day_words, locations_of
from secondunit.film.schedule.day_times import twilight_of_site
from secondunit.film.schedule.hours.sun import Twilight
from secondunit.film.schedule.model import SceneNeed, ShootDay
from secondunit.film.schedule.reports.words import (
    date_words,
    day_name,
    day_pages,
    light_words,
    unit_title,
)
from secondunit.film.schedule.rules.terms import Site
from secondunit.film.screenplay.model import IntExt, TimeOfDay

NO_LUNCH = "wrap before it is due"
NO_FORECAST = "unknown (no forecast provider)"
_BASE = Source(kind=SourceKind.DATA, ref="shoot.toml#base")


def times(hours: Hours) -> Iterator[Named]:
    """General crew call, shooting call, lunch, estimated wrap."""
    yield Named(label="Crew call", value=Cited(text=hours.words(0), source=hours.call_source))
    is_due = hours.lunch < hours.wrap
    for label, text, source in (
        ("Shooting call", hours.words(hours.shooting), hours.clock_source),
        ("Lunch by", hours.words(hours.lunch) if is_due else NO_LUNCH, hours.lunch_source),
        (
            "Est. wrap",
            hours.words(hours.wrap),
            hours.clock_source,
        ),
    ):
        yield Named(label=label, value=Cited(text=text, source=source))


def versions(inputs: CallSheetInputs) -> Iterator[Named]:
    """Script and schedule in force, and the heads of the production."""
    heads = inputs.particulars.production
    yield Named(label="Script", value=from_script(inputs.script, inputs.script_ref))
    known = inputs.item(ItemId(inputs.board))
    state = "approved" if known.kind is SourceKind.FACT else "proposed"
    short = inputs.board.removeprefix("board-")[:8]
    words = f"{day_words(inputs.schedule.board.days)} · {state} · board {short}"
    yield Named(label="Schedule", value=inputs.on_board(words))
    for label, text, field in (
        ("Schedule colour", heads.schedule_color, "schedule_color"),
        ("Company", heads.company, "company"),
        ("Production office", heads.office, "office"),
        ("Director", heads.director, "director"),
        ("Producer", heads.producer, "producer"),
        ("1st AD", heads.first_ad, "first_ad"),
    ):
        yield Named(label=label, value=filled(text, f"production.{field}"))


def conditions(inputs: CallSheetInputs, day: ShootDay) -> Iterator[Named]:
    """Weather, sun, hotline, radio."""
    data = inputs.particulars
    special = data.on(day.date, day.unit_name)
    weather = special.weather if special else ""
    if weather:
        said = Cited(text=weather, source=data_source(f"day.{day.date}.weather"))
    else:
        said = computed(NO_FORECAST, "no weather is made up")
    yield Named(label="Weather", value=said)
    yield from _sun(inputs, day)
    hotline = filled(data.production.safety_hotline, "production.safety_hotline")
    yield Named(label="Safety hotline", value=hotline)
    channels = ", ".join(f"{number} {use}" for number, use in data.radio.items())
    yield Named(label="Radio channels", value=filled(channels, "radio"))


def _sun(inputs: CallSheetInputs, day: ShootDay) -> Iterator[Named]:
    """First light, sunrise, sunset and last light, each with the place it is reckoned for."""
    sun, site = day_sun(inputs, day)
    if sun is None or site is None:
        for label in ("Sunrise", "Sunset"):
            yield Named(label=label, value=Cited(text=TO_FILL, source=_BASE))
        return
    field = f"sites.{site.location}" if site.location else "base"
    how = f"sun at shoot.toml#{field} on {day.date}"
    clock = inputs.particulars.hours.clock
    pairs = (("Sunrise", sun.rise, sun.first_light), ("Sunset", sun.set, sun.last_light))
    for label, time, light in pairs:
        text = sun.why if time is None else clock_words(time, clock)
        if light is not None:
            said = "first light" if label == "Sunrise" else "last light"
            text += f" · {said} {clock_words(light, clock)}"
        where = f" ({site.city})" if site.city else ""
        yield Named(label=label, value=computed(text + where, how))


def day_sun(inputs: CallSheetInputs, day: ShootDay) -> tuple[Sun | None, Site | None]:
    """The sun at the day's first location, and where that is; None where nobody said."""
    name = inputs.schedule.needs[day.scenes[0]].location
    site = inputs.schedule.problem.terms.site_of(name)
    return (None, None) if site is None else (sun_of(day.date, site), site)


def light_notes(inputs: CallSheetInputs, day: ShootDay, hours: Hours) -> Iterator[Cited]:
    """Exteriors whose planned start has the wrong light: day before sunrise or after sunset,
    night between them, dawn and dusk at another hour."""
    sun, _ = day_sun(inputs, day)
    for scene_id in day.scenes:
        scene, need = inputs.schedule.scenes[scene_id], inputs.schedule.needs[scene_id]
        if scene.heading.int_ext is IntExt.INT:
            continue
        if need.twilight:
            told = _missed(inputs, need, day, hours)
        elif sun is None or sun.rise is None or sun.set is None:
            continue
        else:
            start = hours.at(hours.starts[scene_id])
            is_light = sun.rise.time() <= start.time() <= sun.set.time()
            wanted = scene.heading.time_of_day is not TimeOfDay.NIGHT
            told = "" if wanted == is_light else _sun_words(sun.rise, sun.set, hours.clock)
        if told:
            text = (
                f"LIGHT: Sc. {scene.number} plays by {light_words(scene).lower()} outside and is "
                f"planned for {hours.words(hours.starts[scene_id])}; {told}."
            )
            yield computed(text, f"planned start of {scene_id} against the sun")


def _missed(inputs: CallSheetInputs, need: SceneNeed, day: ShootDay, hours: Hours) -> str:
    """What a dawn or dusk scene misses at its planned hour; empty where it has its light."""
    window = twilight_of_site(inputs.schedule.problem, need, day.date)
    if inputs.schedule.problem.terms.base is None:
        return ""
    if window is None:
        return f"there is no {need.twilight.value} on this date"
    begin, end = (
        datetime.datetime.fromtimestamp(minute * 60, tz=hours.call.tzinfo) for minute in window
    )
    at = hours.starts if need.twilight is Twilight.DAWN else hours.ends
    if begin <= hours.at(at[need.scene]) <= end:
        return ""
    return (
        f"{need.twilight.value} is {clock_words(begin, hours.clock)} to"
        f" {clock_words(end, hours.clock)}"
    )


def _sun_words(rise: datetime.datetime, set_: datetime.datetime, clock: int) -> str:
    return f"sunrise {clock_words(rise, clock)}, sunset {clock_words(set_, clock)}"


def places(inputs: CallSheetInputs, day: ShootDay) -> Iterator[PlaceCall]:
    """The day's locations in shooting order."""
    needs = inputs.schedule.needs
    for name in locations_of(needs[scene] for scene in day.scenes):
        data, field = inputs.particulars.locations.get(name, PlaceData()), f"locations.{name}"
        yield PlaceCall(
            location=inputs.on_board(name, f"day {day.date}"),
            address=filled(data.address, f"{field}.address"),
            basecamp=filled(data.basecamp, f"{field}.basecamp"),
            parking=filled(data.parking, f"{field}.parking"),
            hospital=filled(data.hospital, f"{field}.hospital"),
        )


def advance(inputs: CallSheetInputs, day: ShootDay) -> Iterator[AdvanceDay]:
    """The next shooting days in short."""
    schedule = inputs.schedule
    needs, scenes = schedule.needs, schedule.scenes
    later = [each for each in inputs.days_of(day.unit_name) if each.number > day.number]
    for each in later[: inputs.particulars.hours.advance_days]:
        held = [needs[scene] for scene in each.scenes]
        cast = sorted({number for need in held for number in need.cast})
        place, hours = f"day {each.date}", inputs.hours(each)
        yield AdvanceDay(
            day=inputs.on_board(day_name(each), place),
            date=inputs.on_board(date_words(each.date), place),
            call=Cited(text=hours.words(0), source=hours.call_source),
            locations=inputs.on_board(" / ".join(locations_of(held)), place),
            pages=inputs.on_board(day_pages(each, needs), place),
            scenes=tuple(
                from_script(f"{scenes[s].number} {scenes[s].heading.set}", s) for s in each.scenes
            ),
            cast=inputs.on_board(", ".join(map(str, cast)), place),
        )


def notes(inputs: CallSheetInputs, day: ShootDay) -> Iterator[Cited]:
    """The day's own note, safety by what the breakdown has, closed set, minors, every day's."""
    data, schedule = inputs.particulars, inputs.schedule
    if (special := data.on(day.date, day.unit_name)) and special.note:
        yield Cited(text=special.note, source=data_source(f"day.{day.date}.note"))
    yield from _also_shooting(inputs, day)
    held = [schedule.needs[scene] for scene in day.scenes]
    wanted = schedule.wanted
    present = {element.category for need in held for element in wanted.get(need.scene, [])}
    said = {text: category for category, text in data.safety.items() if category in present}
    for text, category in said.items():
        yield Cited(text=text, source=rule_source(f"safety.{category.value}"))
    closed = [need.number for need in held if need.number in data.sets.closed]
    if closed and data.notes.closed_set:
        text = f"Sc. {', '.join(closed)}: {data.notes.closed_set}"
        yield Cited(text=text, source=data_source("sets.closed, notes.closed_set"))
    minors = [
        person.name
        for person in schedule.problem.people
        if person.minor and any(person.cast in need.cast for need in held)
    ]
    if minors and data.notes.minor:
        text = f"{', '.join(minors)}: {data.notes.minor}"
        yield Cited(text=text, source=rule_source("notes.minor"))
    for number, text in enumerate(data.notes.every_day, start=1):
        yield Cited(text=text or TO_FILL, source=data_source(f"notes.every_day.{number}"))


def _also_shooting(inputs: CallSheetInputs, day: ShootDay) -> Iterator[Cited]:
    """Where the other units are on the date."""
    needs = inputs.schedule.needs
    for other in inputs.schedule.board.days:
        if other.date == day.date and other.unit_name != day.unit_name:
            places = " / ".join(locations_of(needs[scene] for scene in other.scenes))
            call = inputs.hours(other).words(0)
            yield inputs.on_board(
                f"ALSO SHOOTING: {unit_title(other.unit_name)}, {places}, crew call {call}.",
                f"day {other.date}",
            )
