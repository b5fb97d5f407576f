"""The independent checker: is a board lawful, and does it cost what it says?

It reads a problem and a finished board, and shares no code with the search, the decoder or the
prices they use: every rule and every amount is worked out again from the model alone.
"""

from __future__ import annotations

import datetime
from collections import Counter, defaultdict
from collections.abc import Iterable
from itertools import groupby, pairwise

from secondunit.core.finding import Finding, Severity
from secondunit.core.ids import SceneId
from secondunit.core.money import Money
from secondunit.film.schedule.checking.binding import check_binding
from secondunit.film.schedule.checking.diary import keep_diary
from secondunit.film.schedule.checking.hours import check_hours
from secondunit.film.schedule.checking.rest import check_drops, check_rest, premium_days
from secondunit.film.schedule.checking.violation import Violation
from secondunit.film.schedule.model import (
    Board,
    CostShare,
    Light,
    Problem,
    SceneNeed,
    Shift,
    ShootDay,
)


def check_board(problem: Problem, board: Board) -> tuple[Finding, ...]:
    """Every rule the board breaks, naming scene, day and person; empty when it is lawful.

    A price that differs by a cent from the one worked out here is an error too. Where a date
    cannot be read, nothing that depends on dates can be checked, and only that is said.
    """
    needs = {need.scene: need for need in problem.scenes}
    unread = [day for day in board.days if _date(day.date) is None]
    if unread:
        return tuple(
            _wrong("bad-date", f"day {day.number}", f"“{day.date}” is not a date like 2027-02-14")
            for day in unread
        )
    findings = [*_unpriced(problem), *_coverage(board, needs), *_dates(problem, board)]
    if any(finding.rule == "schedule.unpriced" for finding in findings):
        return tuple(findings)
    for day in board.days:
        scenes = [needs[scene] for scene in day.scenes if scene in needs]
        findings += _day(problem, day, scenes)
    findings += [_finding(broken) for broken in check_hours_and_word(problem, board)]
    findings += _prices(problem, board)
    return tuple(findings)


def check_hours_and_word(problem: Problem, board: Board) -> tuple[Violation, ...]:
    """What the board breaks of people's hours and of the production's word, with the penalties.

    Where a call or a meal cannot be read, only that is said of the hours.
    """
    binding = (*check_binding(problem, board), *check_drops(problem, board))
    try:
        pages = keep_diary(problem, board.days)
    except ValueError as error:
        return (*binding, Violation(rule="bad-time", message=f"{error} is no time with offset"))
    return (*binding, *check_hours(problem, pages), *check_rest(problem, pages))


def _finding(broken: Violation) -> Finding:
    owed = f"; {broken.penalty} are owed" if broken.penalty.minor else ""
    return Finding(
        severity=Severity.WARNING if broken.bends else Severity.ERROR,
        rule=f"schedule.{broken.rule}",
        where=broken.where,
        message=broken.message + owed,
        remedy=broken.remedy
        or "Move the strip or the call, or change the rule in shoot.toml or work_rules.toml.",
    )


def price_board(problem: Problem, board: Board) -> tuple[CostShare, ...]:
    """What the board costs by the problem's table, part by part.

    Raises:
        ValueError: A day's date is not an ISO date; ``check_board`` finds that first.
        KeyError: A scene needs a team the table has no rate for; likewise.
    """
    needs = {need.scene: need for need in problem.scenes}
    days = [[needs[scene] for scene in day.scenes if scene in needs] for day in board.days]
    places = [list(dict.fromkeys(need.location for need in scenes)) for scenes in days]
    night = [day.shift is Shift.NIGHT for day in board.days]
    costs = problem.costs
    rates = dict(costs.team_days)
    setups = sum(
        place not in (places[index - 1] if index else [])
        for index, here in enumerate(places)
        for place in here
    )
    team = Counter(
        key for scenes in days for key in {key for need in scenes for key in need.setups}
    )
    amounts = {
        "crew": costs.crew_day.minor * len(days),
        "night": costs.night_premium.minor * sum(night),
        "location": costs.location_day.minor * sum(map(len, places)),
        "move": costs.company_move.minor * sum(max(len(here) - 1, 0) for here in places),
        "setup": costs.location_setup.minor * setups,
        "switch": costs.shift_switch.minor * sum(one != two for one, two in pairwise(night)),
        "team": sum(rates[key].minor * count for key, count in team.items()),
        "cast": _cast_pay(problem, board, needs),
    }
    if premium := premium_days(problem, board):
        amounts["premium"] = premium
    currency = costs.crew_day.currency
    return tuple(
        CostShare(key=key, amount=Money(minor=amount, currency=currency))
        for key, amount in amounts.items()
    )


def _cast_pay(problem: Problem, board: Board, needs: dict[SceneId, SceneNeed]) -> int:
    """Each from first to last working day on every work date, less the best single drop."""
    pay = 0
    for person in problem.people:
        worked = [
            datetime.date.fromisoformat(day.date)
            for day in board.days
            if any(person.cast in needs[scene].cast for scene in day.scenes if scene in needs)
        ]
        if not worked:
            continue
        paid = _work_days(problem, worked[0], worked[-1])
        unpaid = [
            _work_days(problem, one, two) - 2
            for one, two in pairwise(worked)
            if (two - one).days - 1 > problem.costs.drop_after_days
        ]
        off = max(unpaid, default=0)
        if board.drops is not None:
            named = [drop for drop in board.drops if drop.cast == person.cast]
            spans = [(_date(drop.last), _date(drop.pick_up)) for drop in named]
            off = sum(_work_days(problem, a, b) - 2 for a, b in spans if a and b)
        pay += person.daily.minor * (paid - off)
    return pay


def _work_days(problem: Problem, first: datetime.date, last: datetime.date) -> int:
    """Work dates from first to last, both included."""
    span = (first + datetime.timedelta(days=n) for n in range((last - first).days + 1))
    return sum(_is_work_day(problem, date) for date in span)


def _is_work_day(problem: Problem, date: datetime.date) -> bool:
    calendar = problem.calendar
    return date.isoweekday() in calendar.work_days and date.isoformat() not in calendar.holidays


def _date(text: str) -> datetime.date | None:
    try:
        return datetime.date.fromisoformat(text)
    except ValueError:
        return None


def _unpriced(problem: Problem) -> Iterable[Finding]:
    """People and teams that scenes need and the tables have no rate for."""
    people = {person.cast for person in problem.people}
    teams = {key for key, _ in problem.costs.team_days}
    for need in problem.scenes:
        for cast in need.cast:
            if cast not in people:
                yield _wrong("unpriced", f"scene {need.number}", f"cast id {cast} has no rate")
        for key in need.setups:
            if key not in teams:
                yield _wrong("unpriced", f"scene {need.number}", f"team {key} has no rate")


def _coverage(board: Board, needs: dict[SceneId, SceneNeed]) -> Iterable[Finding]:
    placed = Counter(scene for day in board.days for scene in day.scenes)
    placed.update(board.boneyard)
    for scene, need in needs.items():
        if placed[scene] == 0:
            yield _wrong("missing", f"scene {need.number}", "is on no day and not in the boneyard")
        elif placed[scene] > 1:
            yield _wrong("twice", f"scene {need.number}", f"is on the board {placed[scene]} times")
    for scene in placed:
        if scene not in needs:
            yield _wrong("unknown", f"scene {scene}", "is not in the script")


def _dates(problem: Problem, board: Board) -> Iterable[Finding]:
    before = ""
    for position, day in enumerate(board.days, start=1):
        where = f"day {day.number}"
        if day.number != position:
            yield _wrong("numbering", where, f"stands at place {position}")
        if day.date <= before:
            yield _wrong("order", where, f"{day.date} does not come after {before}")
        before = day.date
        if day.date < problem.calendar.start:
            yield _wrong("early", where, f"{day.date} is before the first shooting date")
        date = datetime.date.fromisoformat(day.date)
        start = datetime.date.fromisoformat(problem.calendar.start)
        if date >= start + datetime.timedelta(weeks=problem.calendar.weeks):
            yield _wrong("late", where, f"{day.date} is after the last week of the calendar")
        if not _is_work_day(problem, date):
            yield _wrong("day-off", where, f"{day.date} is not worked")
        if day.date in problem.calendar.lost:
            yield _wrong("lost", where, f"{day.date} is lost to shooting")
        if not day.scenes:
            yield _wrong("empty-day", where, "has no scene")


def _day(problem: Problem, day: ShootDay, scenes: list[SceneNeed]) -> Iterable[Finding]:
    rules, where = problem.rules, f"day {day.number} ({day.date})"
    length = sum(need.eighths for need in scenes)
    if length > rules.day_eighths and len(scenes) > 1:
        yield _wrong("capacity", where, f"holds {length}/8, {rules.day_eighths}/8 are allowed")
    places = list(dict.fromkeys(need.location for need in scenes))
    if len(places) > rules.locations_per_day:
        yield _wrong("locations", where, f"visits {len(places)} locations: {', '.join(places)}")
    visits = [place for place, _ in groupby(need.location for need in scenes)]
    for place in places:
        if visits.count(place) > 1:
            yield _wrong("apart", where, f"comes back to {place} after another location")
    for need in scenes:
        if need.light is not Light.EITHER and need.light.value != day.shift.value:
            yield _wrong(
                "light", where, f"scene {need.number} needs {need.light}, the shift is {day.shift}"
            )
    yield from _people(problem, day, scenes)


def _people(problem: Problem, day: ShootDay, scenes: list[SceneNeed]) -> Iterable[Finding]:
    where = f"day {day.number} ({day.date})"
    playing: dict[int, list[SceneNeed]] = defaultdict(list)
    for need in scenes:
        for cast in need.cast:
            playing[cast].append(need)
    for person in problem.people:
        own = playing.get(person.cast, [])
        if not own:
            continue
        numbers = ", ".join(need.number for need in own)
        if day.date in person.unavailable:
            yield _wrong(
                "unavailable", where, f"{person.name} cannot work, but plays in scene {numbers}"
            )
        if not person.minor:
            continue
        if day.shift is Shift.NIGHT and not problem.rules.minors_at_night:
            yield _wrong(
                "minor-at-night", where, f"{person.name} is a minor, scene {numbers} is at night"
            )
        length = sum(need.eighths for need in own)
        most = problem.rules.minor_day_eighths
        if length > most and len(own) > 1:
            yield _wrong(
                "minor-hours", where, f"{person.name} is a minor with {length}/8, {most}/8 allowed"
            )


def _prices(problem: Problem, board: Board) -> Iterable[Finding]:
    said = {share.key: share.amount.minor for share in board.shares}
    for share in price_board(problem, board):
        if said.get(share.key) != share.amount.minor:
            yield _wrong(
                "price", f"{share.key} cost", f"is {share.amount}, not what the board says"
            )
    if board.cost.minor != sum(said.values()):
        yield _wrong("total", "the cost", f"{board.cost} is not the sum of its parts")
    if board.lower_bound > board.cost:
        yield _wrong("bound", "the lower bound", f"{board.lower_bound} is above the cost")


def _wrong(rule: str, where: str, message: str) -> Finding:
    return Finding(
        severity=Severity.ERROR,
        rule=f"schedule.{rule}",
        where=where,
        message=message,
        remedy="Move the strip to a lawful day, or change the rule in schedule.toml.",
    )
