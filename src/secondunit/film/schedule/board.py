"""Questions that people ask of a board."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from secondunit.core.ids import SceneId
from secondunit.film.schedule.model import (
    Board,
    Calendar,
    Drop,
    Problem,
    SceneNeed,
    ShootDay,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class CastDays:
    """How one performer's days run.

    Args:
        codes: Day-out-of-days code by ISO date: SW, W, WF, SWF, H, and where a stretch is
            dropped SWD, WD, PW, PWF; a dropped date has none.
        worked: Days on set.
        held: Days paid and not on set.
        start: First working date.
        finish: Last working date.

    Source: day-out-of-days codes of the trade (design page ``plan``, 1.3).
    """

    codes: Mapping[str, str]
    worked: int
    held: int
    start: str
    finish: str


def working_dates(board: Board, needs: Mapping[SceneId, SceneNeed], cast: int) -> tuple[str, ...]:
    """Dates on which a cast id has a scene, with whatever unit."""
    return tuple(
        dict.fromkeys(
            day.date
            for day in board.days
            if any(cast in needs[scene].cast for scene in day.scenes if scene in needs)
        )
    )


def calendar_dates(calendar: Calendar, first: str, last: str) -> tuple[str, ...]:
    """Every date worked under the calendar from first to last, both included."""
    day, end = datetime.date.fromisoformat(first), datetime.date.fromisoformat(last)
    dates = []
    while day <= end:
        if day.isoweekday() in calendar.work_days and day.isoformat() not in calendar.holidays:
            dates.append(day.isoformat())
        day += datetime.timedelta(days=1)
    return tuple(dates)


def idle_dates(problem: Problem, days: Sequence[ShootDay]) -> int:
    """Work dates up to the last of a unit's days on which its crew stands idle.

    Dates lost do not count, nor what is left of a week that has all its days.

    Args:
        problem: Its calendar and the days of a week its work rules allow.
        days: Of one unit, in order of date.
    """
    if not days:
        return 0
    limits = [pack.most_week_days for pack in problem.terms.packs if pack.most_week_days]
    shot, worked, idle = {day.date for day in days}, 0, 0
    week: tuple[int, int] | None = None
    for date in calendar_dates(problem.calendar, problem.calendar.start, days[-1].date):
        this = datetime.date.fromisoformat(date).isocalendar()[:2]
        worked, week = worked if this == week else 0, this
        worked += date in shot
        idle += (
            date not in shot
            and date not in problem.calendar.lost
            and worked < min(limits, default=7)
        )
    return idle


def cast_days(
    worked: tuple[str, ...],
    calendar: Calendar,
    drop_after_days: int,
    drops: Sequence[Drop] | None = None,
) -> CastDays:
    """Code a performer's dates: work, hold, and what idle stretches are dropped.

    Where nobody named the drops, there is one.

    The dropped stretch is the longest (in work dates) of those longer than ``drop_after_days``
    calendar days, the first of them where several are equal.

    Args:
        worked: Working dates, ascending, at least one.
        calendar: Which dates are work dates.
        drop_after_days: Idle calendar days that a drop needs more than.
        drops: The board's own drops of this performer; None: the best lawful one is understood.
    """
    between = {
        (one, other): tuple(
            day for day in calendar_dates(calendar, one, other) if one < day < other
        )
        for one, other in pairwise(worked)
    }
    droppable = [gap for gap in between if _idle(*gap) > drop_after_days]
    best = max(droppable, key=lambda gap: len(between[gap]), default=None)
    named = None if drops is None else {(drop.last, drop.pick_up) for drop in drops}
    dropped = [gap for gap in between if (gap == best if named is None else gap in named)]
    codes = dict.fromkeys(worked, "W")
    for gap, held in between.items():
        if gap not in dropped:
            codes |= dict.fromkeys(held, "H")
    for last, pick_up in dropped:
        codes[last] += "D"
        codes[pick_up] = "P" + codes[pick_up]
    codes[worked[0]] = "S" + codes[worked[0]]
    codes[worked[-1]] += "F"
    return CastDays(
        codes=dict(sorted(codes.items())),
        worked=len(worked),
        held=sum(code == "H" for code in codes.values()),
        start=worked[0],
        finish=worked[-1],
    )


def drops_named(board: Board, cast: int) -> tuple[Drop, ...] | None:
    """The drops of a performer as the board has them; None where it names nobody's."""
    if board.drops is None:
        return None
    return tuple(drop for drop in board.drops if drop.cast == cast)


def all_cast_days(problem: Problem, board: Board) -> dict[int, CastDays]:
    """Coded dates of everybody on the board, by cast id."""
    needs = {need.scene: need for need in problem.scenes}
    found = {}
    for person in problem.people:
        worked = working_dates(board, needs, person.cast)
        if worked:
            drop = problem.costs.drop_after_days
            own = drops_named(board, person.cast)
            found[person.cast] = cast_days(worked, problem.calendar, drop, own)
    return found


def board_dates(problem: Problem, board: Board) -> tuple[str, ...]:
    """Every work date from the first shooting day to the last."""
    if not board.days:
        return ()
    return calendar_dates(problem.calendar, board.days[0].date, board.days[-1].date)


def day_words(days: Iterable[ShootDay]) -> str:
    """How many shooting days, unit by unit: ``28 days and 5 of the second unit``."""
    counts: dict[str, int] = {"": 0}
    for day in days:
        counts[day.unit_name] = counts.get(day.unit_name, 0) + 1
    main = counts.pop("")
    words = [f"{main} day{'s' if main != 1 else ''}"] if main or not counts else []
    words += [f"{count} of the {unit_words(name)}" for name, count in counts.items()]
    return " and ".join(words)


def unit_words(unit: str) -> str:
    """A unit as sentences have it.

    >>> unit_words("second"), unit_words("")
    ('second unit', 'main unit')
    """
    return unit if unit.casefold().endswith("unit") else f"{unit or 'main'} unit"


def saving(board: Board) -> str:
    """How much cheaper than the cheaper of the boards people start from, in words, or ""."""
    base = min(board.baselines, key=lambda share: share.amount, default=None)
    if base is None or base.amount.minor <= 0 or board.cost.minor >= base.amount.minor:
        return ""
    percent = 100 - -(-100 * board.cost.minor // base.amount.minor)
    return f"{percent} % under {base.key}"


def certificate(board: Board) -> str:
    """How far from the least possible the board can be, in words.

    The gap is the share of the cost that a better board might still save, rounded up to a tenth
    of a percent; "proved" where there is none.
    """
    bound = f"no lawful board costs less than {board.lower_bound}"
    if board.cost.minor <= board.lower_bound.minor:
        return f"{bound}: proved the cheapest"
    tenths = -(-1000 * (board.cost.minor - board.lower_bound.minor) // board.cost.minor)
    return f"{bound}: gap {tenths // 10}.{tenths % 10} %"


def spans(dates: Iterable[str]) -> str:
    """ISO dates in words, days in a row as one span.

    >>> spans(["2027-01-11", "2027-01-12", "2027-02-01"])
    '2027-01-11 to 2027-01-12, 2027-02-01'
    """
    runs: list[tuple[datetime.date, datetime.date]] = []
    for day in sorted(map(datetime.date.fromisoformat, set(dates))):
        if runs and (day - runs[-1][1]).days == 1:
            runs[-1] = (runs[-1][0], day)
        else:
            runs.append((day, day))
    return ", ".join(
        first.isoformat() if first == last else f"{first.isoformat()} to {last.isoformat()}"
        for first, last in runs
    )


def locations_of(scenes: Iterable[SceneNeed]) -> tuple[str, ...]:
    """Locations in shooting order, each once."""
    return tuple(dict.fromkeys(need.location for need in scenes))


def _idle(one: str, other: str) -> int:
    """Calendar days strictly between two dates."""
    gap = datetime.date.fromisoformat(other) - datetime.date.fromisoformat(one)
    return gap.days - 1
