"""A board of a plan file as a board of ours: on dates, priced, with what does not fit named."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from secondunit.core.errors import InputError, NotFound
from secondunit.core.finding import Finding, Severity
from secondunit.core.ids import SceneId
from secondunit.core.money import Money, total
from secondunit.film.schedule.board import unit_words
from secondunit.film.schedule.check import price_board
from secondunit.film.schedule.exchange.model import (
    PlanBoard,
    PlanCalendar,
    PlanFile,
    PlanSheet,
    PlanStrips,
)
from secondunit.film.schedule.model import Board, Light, Problem, SceneNeed, Shift, ShootDay
from secondunit.film.schedule.rules.terms import Unit
from secondunit.film.schedule.units.bound import bound_units
from secondunit.film.schedule.units.part import in_turn, tagged

BONEYARD = "boneyard"
_LONGEST = 4 * 366
"""Days after its start in which a calendar must have found a date for every shooting day."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AdoptedBoard:
    """What was taken from a plan file.

    Args:
        name: What the file calls the board.
        board: Ours, with its price by our tables. Rules are for ``check_board`` to hold it against.
        findings: Strips that found no place.
    """

    name: str
    board: Board
    findings: tuple[Finding, ...]


def adopt_board(plan: PlanFile, problem: Problem, name: str = "") -> AdoptedBoard:
    """Put a plan file's strips on dates and price them.

    A day is a night shift when one of its scenes needs the night. Scenes in parts (``89PT1``) are
    shot where their first part stands. Strips of a unit that the production has go to its days;
    those of another go to the boneyard.

    Args:
        plan: The file.
        problem: Our scenes, people and prices.
        name: Which of its boards; its first when empty.

    Raises:
        InputError: Its calendar has no start, or no date left to shoot on.
        NotFound: It has no board, or none of that name.
    """
    chosen = _choose(plan, name)
    sheets = {sheet.key: sheet for sheet in plan.sheets}
    placing = _Placing(problem, sheets)
    units = [strips for strips in chosen.strips if strips.name.casefold() != BONEYARD]
    calendar = _calendar(plan, chosen)
    days = _days_of(placing, units[0], calendar, None) if units else []
    known = {
        name.casefold(): unit
        for unit in problem.terms.units or ()
        for name in (unit.name, unit_words(unit.name))
    }
    for strips in units[1:]:
        unit = known.get(strips.name.strip().casefold())
        if unit is None:
            placing.skip(strips.name, strips.days)
        else:
            days += _days_of(placing, strips, calendar, unit)
    board = priced_board(problem, in_turn(problem, days))
    return AdoptedBoard(name=chosen.name, board=board, findings=tuple(placing.findings))


def _days_of(
    placing: _Placing, strips: PlanStrips, calendar: PlanCalendar, unit: Unit | None
) -> list[ShootDay]:
    """A unit's strips on dates; a group without a strip passes a date over.

    Raises:
        InputError: The calendar has no date left to shoot on.
    """
    dates = _dates(calendar)
    days: list[ShootDay] = []
    for keys in strips.days:
        date = next(dates, "")
        if not date:
            raise InputError(
                f"the calendar of “{strips.name}” has no date left to shoot on",
                remedy="Leave weekdays free in it.",
            )
        scenes = placing.take(keys)
        if scenes:
            days += tagged([_day(len(days) + 1, date, scenes)], unit)
    return days


def priced_board(
    problem: Problem, days: tuple[ShootDay, ...], seed: int = 0, iterations: int = 0
) -> Board:
    """Days as a board: what is on none of them is in the boneyard, the price by our tables.

    Args:
        problem: Our scenes, people and prices.
        days: In order of date.
        seed: Of the search they came from, if any.
        iterations: Likewise.
    """
    placed = {scene for day in days for scene in day.scenes}
    on_board = [need for need in problem.scenes if need.scene in placed]
    nothing = Money(minor=0, currency=problem.costs.crew_day.currency)
    board = Board(
        days=days,
        cost=nothing,
        shares=(),
        lower_bound=nothing,
        boneyard=tuple(need.scene for need in problem.scenes if need.scene not in placed),
        seed=seed,
        iterations=iterations,
    )
    shares = price_board(problem, board)
    cost = total((share.amount for share in shares), nothing.currency)
    bound = min(bound_units(problem, on_board), cost, key=lambda money: money.minor)
    return replace(board, cost=cost, shares=shares, lower_bound=bound)


@dataclass(slots=True)
class _Placing:
    """Scenes that have their place so far, and what had none."""

    problem: Problem
    sheets: dict[str, PlanSheet]
    placed: set[SceneId] = field(default_factory=set)
    findings: list[Finding] = field(default_factory=list)

    def take(self, keys: Sequence[str]) -> list[SceneNeed]:
        """The scenes of a day's strips, in their order."""
        taken = []
        for key in keys:
            sheet = self.sheets.get(key)
            if sheet is None or sheet.is_banner:
                continue
            need = self._need(sheet.scene)
            if need is None:
                self._say(sheet.scene, "unknown-scene", "is in no scene of the draft in force")
            elif need.scene in self.placed:
                self._say(sheet.scene, "placed-twice", f"scene {need.number} is placed already")
            else:
                self.placed.add(need.scene)
                taken.append(need)
        return taken

    def skip(self, unit: str, days: Sequence[Sequence[str]]) -> None:
        """Leave another unit's strips out, and say so."""
        scenes = [
            sheet.scene
            for keys in days
            for key in keys
            if (sheet := self.sheets.get(key)) is not None and not sheet.is_banner
        ]
        if scenes:
            self._say(", ".join(scenes), "other-unit", f"is of “{unit}”; it is in the boneyard")

    def _need(self, number: str) -> SceneNeed | None:
        by_number = {need.number.upper(): need for need in self.problem.scenes}
        wanted = number.strip().upper()
        return by_number.get(wanted) or by_number.get(wanted.partition("PT")[0].strip())

    def _say(self, scene: str, rule: str, message: str) -> None:
        self.findings.append(
            Finding(
                severity=Severity.WARNING,
                rule=f"plan.{rule}",
                where=f"strip {scene}",
                message=message,
                remedy="Move the strip in the program that made the file, or on the board here.",
            )
        )


def _choose(plan: PlanFile, name: str) -> PlanBoard:
    for board in plan.boards:
        if name.casefold() in {"", board.name.casefold()}:
            return board
    names = ", ".join(f"“{board.name}”" for board in plan.boards)
    raise NotFound(
        f"the file has no board “{name}”" if name else "the file has no board",
        remedy=f"It has {names}." if names else "Export it with its stripboards.",
    )


def _calendar(plan: PlanFile, board: PlanBoard) -> PlanCalendar:
    """The calendar of a board.

    Raises:
        InputError: There is none, or it has no start.
    """
    for calendar in plan.calendars:
        if calendar.key == board.calendar and calendar.start:
            return calendar
    raise InputError(
        f"the board “{board.name}” has no calendar with a start",
        remedy="Give it one in the program that made the file.",
    )


def _dates(calendar: PlanCalendar) -> Iterator[str]:
    """Dates that are worked, from the start: not its days off, not its holidays."""
    off = {
        event.date
        for event in calendar.events
        if event.kind == "dayOff" or event.name.casefold() in {"holiday", "dayoff"}
    }
    first = datetime.date.fromisoformat(calendar.start)
    for after in range(_LONGEST):
        date = first + datetime.timedelta(days=after)
        if date.isoweekday() not in calendar.days_off and date.isoformat() not in off:
            yield date.isoformat()


def _day(number: int, date: str, needs: Sequence[SceneNeed]) -> ShootDay:
    night = any(need.light is Light.NIGHT for need in needs)
    return ShootDay(
        number=number,
        date=date,
        shift=Shift.NIGHT if night else Shift.DAY,
        scenes=tuple(need.scene for need in needs),
    )
