"""The independent checker: is a board lawful, and does it cost what it says?

It reads a problem and a finished board, and shares no code with the search, the decoder or the
prices they use: every rule and every amount is worked out again from the model alone.
"""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Iterable
from itertools import pairwise

from secondunit.core.finding import Finding, Severity
from secondunit.core.ids import SceneId
from secondunit.core.money import Money
from secondunit.film.schedule.checking.binding import check_binding
from secondunit.film.schedule.checking.diary import keep_diary
from secondunit.film.schedule.checking.hours import check_hours
from secondunit.film.schedule.checking.rest import check_drops, check_rest, premium_of, stands_idle
from secondunit.film.schedule.checking.sides import Side, sides_of
from secondunit.film.schedule.checking.strips import check_strips, is_work_day
from secondunit.film.schedule.checking.units import check_shared_hours, check_units
from secondunit.film.schedule.checking.violation import Violation
from secondunit.film.schedule.model import Board, CostShare, Problem, SceneNeed, Shift


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
    findings = [*_unpriced(problem)]
    findings += [_finding(broken) for broken in check_strips(problem, board, needs)]
    if any(finding.rule == "schedule.unpriced" for finding in findings):
        return tuple(findings)
    findings += [_finding(broken) for broken in check_hours_and_word(problem, board)]
    findings += _prices(problem, board)
    return tuple(findings)


def check_hours_and_word(problem: Problem, board: Board) -> tuple[Violation, ...]:
    """What the board breaks of people's hours and of the production's word, with the penalties.

    Where a call or a meal cannot be read, only that is said of the hours.
    """
    binding = (
        *check_units(problem, board),
        *check_binding(problem, board),
        *check_drops(problem, board),
    )
    try:
        pages = keep_diary(problem, board.days)
    except ValueError as error:
        return (*binding, Violation(rule="bad-time", message=f"{error} is no time with offset"))
    return (
        *binding,
        *check_hours(problem, pages),
        *check_rest(problem, pages),
        *check_shared_hours(problem, pages),
    )


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
    main, *others = sides_of(problem, board.days)
    amounts = _side_pay(main, needs)
    amounts["cast"] = _cast_pay(problem, board, needs)
    if premium := premium_of(problem, main.days):
        amounts["premium"] = premium
    if idle := problem.costs.idle_day.minor * stands_idle(problem, main.days):
        amounts["idle"] = idle
    for side in others:
        if side.days:
            owed = premium_of(side.problem, side.days)
            amounts[f"unit-{side.unit}"] = sum(_side_pay(side, needs).values()) + owed
    currency = problem.costs.crew_day.currency
    return tuple(
        CostShare(key=key, amount=Money(minor=amount, currency=currency))
        for key, amount in amounts.items()
    )


def _side_pay(side: Side, needs: dict[SceneId, SceneNeed]) -> dict[str, int]:
    """What a unit's days cost beside its sixth and seventh ones, part by part."""
    days = [[needs[scene] for scene in day.scenes if scene in needs] for day in side.days]
    places = [list(dict.fromkeys(need.location for need in scenes)) for scenes in days]
    night = [day.shift is Shift.NIGHT for day in side.days]
    costs = side.problem.costs
    rates = dict(costs.team_days)
    setups = sum(
        place not in (places[index - 1] if index else [])
        for index, here in enumerate(places)
        for place in here
    )
    team = Counter(
        key for scenes in days for key in {key for need in scenes for key in need.setups}
    )
    return {
        "crew": costs.crew_day.minor * len(days),
        "night": costs.night_premium.minor * sum(night),
        "location": costs.location_day.minor * sum(map(len, places)),
        "move": costs.company_move.minor * sum(max(len(here) - 1, 0) for here in places),
        "setup": costs.location_setup.minor * setups,
        "switch": costs.shift_switch.minor * sum(one != two for one, two in pairwise(night)),
        "team": sum(rates[key].minor * count for key, count in team.items()),
    }


def _cast_pay(problem: Problem, board: Board, needs: dict[SceneId, SceneNeed]) -> int:
    """Each from first to last working day on every work date, less the best single drop.

    A date that only another unit works is paid to those who work it.
    """
    pay = 0
    for person in problem.people:
        worked = sorted(
            {
                datetime.date.fromisoformat(day.date)
                for day in board.days
                if any(person.cast in needs[scene].cast for scene in day.scenes if scene in needs)
            }
        )
        if not worked:
            continue
        paid = _work_days(problem, worked[0], worked[-1])
        paid += sum(not is_work_day(problem, date) for date in worked)
        unpaid = [
            _between(problem, one, two)
            for one, two in pairwise(worked)
            if (two - one).days - 1 > problem.costs.drop_after_days
        ]
        off = max(unpaid, default=0)
        if board.drops is not None:
            named = [drop for drop in board.drops if drop.cast == person.cast]
            spans = [(_date(drop.last), _date(drop.pick_up)) for drop in named]
            off = sum(_between(problem, a, b) for a, b in spans if a and b)
        pay += person.daily.minor * (paid - off)
    return pay


def _between(problem: Problem, one: datetime.date, two: datetime.date) -> int:
    """Work dates strictly between two dates."""
    day = datetime.timedelta(days=1)
    return _work_days(problem, one + day, two - day)


def _work_days(problem: Problem, first: datetime.date, last: datetime.date) -> int:
    """Work dates from first to last, both included."""
    span = (first + datetime.timedelta(days=n) for n in range((last - first).days + 1))
    return sum(is_work_day(problem, date) for date in span)


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
