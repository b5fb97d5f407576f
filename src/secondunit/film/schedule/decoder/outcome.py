"""From the arrays of a decoded order back to a board in the trade's words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from secondunit.core.ids import SceneId
from secondunit.core.money import Money
from secondunit.film.schedule.board import all_cast_days, idle_dates
from secondunit.film.schedule.day_times import (
    DayTimes,
    keeps_twilight,
    times_of,
    twilight_of_site,
)
from secondunit.film.schedule.decoder import arrays
from secondunit.film.schedule.decoder.arrange import arrange
from secondunit.film.schedule.decoder.arrays import Desk, Ints
from secondunit.film.schedule.decoder.decode import last_shift
from secondunit.film.schedule.decoder.encode import Encoded
from secondunit.film.schedule.hours.dates import light_window, local_time, minor_hours
from secondunit.film.schedule.hours.sun import Twilight
from secondunit.film.schedule.model import (
    Board,
    CostShare,
    Drop,
    Light,
    Problem,
    SceneNeed,
    Shift,
    ShootDay,
)

_SHIFTS = (Shift.DAY, Shift.NIGHT)
_TURN = {Twilight.DAWN: -1, Twilight.NONE: 0, Twilight.DUSK: 1}


@dataclass(frozen=True, slots=True, kw_only=True)
class Decoded:
    """A decoded order in words.

    Args:
        days: The past, then the days of the order.
        shares: The cost by category.
        crowded_out: Scenes that found no date, in script order.
    """

    days: tuple[ShootDay, ...]
    shares: tuple[CostShare, ...]
    crowded_out: tuple[SceneNeed, ...]


def read_desk(problem: Problem, encoded: Encoded, order: Ints, desk: Desk) -> Decoded:
    """Read the desk of an order that was just decoded."""
    count = int(desk.days[0])
    held: list[list[int]] = [[] for _ in range(count)]
    crowded_out: list[SceneNeed] = []
    for scene, day in zip(order.tolist(), desk.day_of.tolist(), strict=False):
        if day >= 0:
            held[day].append(scene)
        else:
            crowded_out.append(encoded.scenes[scene])
    shifts = _shifts(desk, count)
    place = {need.scene: index for index, need in enumerate(problem.scenes)}
    known = {need.scene: need for need in problem.scenes}
    past = [[known[scene] for scene in day.scenes] for day in problem.past]
    all_held = [*past[-1:], *([encoded.scenes[scene] for scene in scenes] for scenes in held)]
    offset = len(past[-1:])
    days = []
    for at, scenes in enumerate(held):
        day = ShootDay(
            number=len(problem.past) + at + 1,
            date=encoded.dates[int(desk.date_of[at])].isoformat(),
            shift=shifts[at],
            scenes=(),
            call=_call(problem, int(desk.calls[at, _SHIFTS.index(shifts[at])])),
        )
        wished = [need.scene for need in _arranged(all_held, at + offset, place)]
        lawful = replace(day, scenes=tuple(wished))
        if not _keeps_hours(problem, known, lawful):
            lawful = replace(day, scenes=_lay(encoded, desk, scenes, shifts[at]))
        days.append(lawful)
    crowded_out.sort(key=lambda need: place[need.scene])
    return Decoded(
        days=(*problem.past, *days),
        shares=_shares(problem, desk, (*problem.past, *days)),
        crowded_out=tuple(crowded_out),
    )


def drops_of(problem: Problem, board: Board) -> tuple[Drop, ...]:
    """Who is dropped after which date and picked up on which: the best lawful drop of each."""
    found = []
    for cast, days in all_cast_days(problem, board).items():
        codes = list(days.codes.items())
        for (last, code), (pick_up, _) in pairwise(codes):
            if code.endswith("D"):
                found.append(Drop(cast=cast, last=last, pick_up=pick_up))
    return tuple(found)


def _call(problem: Problem, minute: int) -> str:
    base = problem.terms.base
    if problem.terms.clock is None or base is None:
        return ""
    return local_time(minute, base.timezone)


def _shifts(desk: Desk, count: int) -> list[Shift]:
    """The shift of each day, from the last one back along the cheapest way."""
    found: list[Shift] = []
    shift = int(last_shift(desk.slate)) if count else 0
    for day in range(count - 1, -1, -1):
        found.append(_SHIFTS[shift])
        shift = int(desk.came[day, shift])
    return found[::-1]


def _lay(encoded: Encoded, desk: Desk, scenes: list[int], shift: Shift) -> tuple[SceneId, ...]:
    """The order in which the decoder found the day lawful."""
    today = desk.work
    today[: len(scenes), arrays.JOINED] = scenes
    arrange(encoded.tables.book, today, len(scenes), _SHIFTS.index(shift))
    return tuple(encoded.scenes[scene].scene for scene in today[: len(scenes), arrays.LAY].tolist())


def _keeps_hours(problem: Problem, known: Mapping[SceneId, SceneNeed], day: ShootDay) -> bool:
    """Whether light and minors' hours hold in this order of the day's scenes."""
    times, clock = times_of(problem, day), problem.terms.clock
    if times is None or clock is None:
        return True
    for row in times.scenes:
        need = known[row.scene]
        if need.twilight:
            span = twilight_of_site(problem, need, day.date)
            if span is None or not keeps_twilight(clock, need, span, row):
                return False
            continue
        site = problem.terms.site_of(need.location)
        if need.light is Light.EITHER or site is None:
            continue
        window = light_window(site, day.date, night=day.shift is Shift.NIGHT)
        if window is None or row.start < window[0] or row.end > window[1]:
            return False
    return all(
        _minor_may(problem, known, day, (times, person.cast, person.age_months))
        for person in problem.people
        if person.minor
    )


def _minor_may(
    problem: Problem,
    known: Mapping[SceneId, SceneNeed],
    day: ShootDay,
    who: tuple[DayTimes, int, int | None],
) -> bool:
    times, cast, age = who
    span = times.presence(known, cast)
    hours = minor_hours(problem.terms, age, day.date, problem.calendar.holidays)
    if span is None or hours is None:
        return True
    last = [known[row.scene] for row in times.scenes if cast in known[row.scene].cast][-1]
    leaves = span[1] - max(last.minutes - hours[0], 0)
    return hours[2] <= span[0] and leaves <= hours[3] and leaves - span[0] <= hours[1]


def _arranged(
    held: Sequence[Sequence[SceneNeed]], day: int, place: Mapping[SceneId, int]
) -> list[SceneNeed]:
    """A day's scenes in shooting order: place by place, set by set, else as in the script.

    A place kept from the day before comes first, one kept for the next day last: the company
    moves, but does not move back. Dawn goes before all of it, dusk after all of it.
    """
    today = sorted(held[day], key=lambda need: place[need.scene])
    before = {need.location for need in held[day - 1]} if day else set()
    after = {need.location for need in held[day + 1]} if day + 1 < len(held) else set()
    first: dict[tuple[str, str], int] = {}
    for need in today:
        first.setdefault((need.location, ""), place[need.scene])
        first.setdefault((need.location, need.set), place[need.scene])
    turn: dict[str, int] = {}
    for need in today:
        turn[need.location] = turn.get(need.location, 0) or _TURN[need.twilight]
    return sorted(
        today,
        key=lambda need: (
            turn[need.location],
            (need.location in after) - (need.location in before),
            first[need.location, ""],
            _TURN[need.twilight],
            first[need.location, need.set],
            place[need.scene],
        ),
    )


def _shares(problem: Problem, desk: Desk, days: Sequence[ShootDay]) -> tuple[CostShare, ...]:
    costs, cells = problem.costs, desk.shares.tolist()
    every = [day.shift for day in days]
    nights = sum(shift is Shift.NIGHT for shift in every)
    switches = sum(one is not next_one for one, next_one in pairwise(every))
    amounts = {
        "crew": cells[arrays.CREW],
        "night": nights * costs.night_premium.minor,
        "location": cells[arrays.LOCATION],
        "move": cells[arrays.MOVE],
        "setup": cells[arrays.SETUP],
        "switch": switches * costs.shift_switch.minor,
        "team": cells[arrays.TEAM],
        "cast": cells[arrays.CAST],
    }
    if cells[arrays.PREMIUM]:
        amounts["premium"] = cells[arrays.PREMIUM]
    if idle := costs.idle_day.minor * idle_dates(problem, days):
        amounts["idle"] = idle
    currency = costs.crew_day.currency
    return tuple(
        CostShare(key=key, amount=Money(minor=int(amount), currency=currency))
        for key, amount in amounts.items()
    )
