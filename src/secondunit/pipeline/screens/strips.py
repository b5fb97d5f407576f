"""The stripboard as an instrument: strips by day, tried in any order before anybody signs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from msgspec import UNSET

from secondunit.core.errors import Conflict, InputError
from secondunit.core.finding import Finding, Severity, blocking
from secondunit.core.ids import Digest, SceneId, digest
from secondunit.core.money import Money
from secondunit.core.pages import format_eighths
from secondunit.film.schedule.check import check_board
from secondunit.film.schedule.exchange.boards import priced_board
from secondunit.film.schedule.model import Board, Light, Problem, SceneNeed, Shift, ShootDay
from secondunit.film.schedule.reports.words import (
    date_words,
    inside,
    light_words,
    strip_style,
    synopsis,
)
from secondunit.film.schedule.units.part import in_turn
from secondunit.film.screenplay.model import Scene
from secondunit.pipeline.queries import View
from secondunit.pipeline.schedule_desk import standing_board


@dataclass(frozen=True, slots=True, kw_only=True)
class ScreenStrip:
    """One strip: ``id`` is its scene's, ``number`` as printed on it.

    Args:
        style: Theme name of its colour.
        inside: INT, EXT or INT/EXT.
        set: Its set.
        light: Its time of day, in words.
        pages: Its length.
        eighths: The same, counted.
        cast: Cast ids.
        location: Where it is shot.
        synopsis: One row.
        locked: True when a person locked it to its date.
    """

    id: SceneId
    number: str
    style: str
    inside: str
    set: str
    light: str
    pages: str
    eighths: int
    cast: tuple[int, ...]
    location: str
    synopsis: str
    locked: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ScreenDay:
    """One shooting day.

    Args:
        number: From 1.
        date: ISO date.
        words: The date in words.
        night: True for a night shift.
        pages: Pages of the day.
        scenes: Its strips.
        locked: True when nobody may change it.
        unit: Whose day it is; empty for the main unit.
    """

    number: int
    date: str
    words: str
    night: bool
    pages: str
    scenes: tuple[ScreenStrip, ...]
    locked: bool
    unit: str = ""

    @property
    def place(self) -> str:
        """What names the day on the screen: its date, and its unit beside the main one."""
        return f"{self.date} {self.unit}".strip()


@dataclass(frozen=True, slots=True, kw_only=True)
class ScreenBoard:
    """The board that stands, as strips.

    Args:
        base: Digest of the board, sent back with every move.
        days: In order of date.
        boneyard: Strips on no day.
        cast: Cast id and name.
        trial: What it costs and breaks.
    """

    base: Digest
    days: tuple[ScreenDay, ...]
    boneyard: tuple[ScreenStrip, ...]
    cast: tuple[tuple[int, str], ...]
    trial: Trial


@dataclass(frozen=True, slots=True, kw_only=True)
class Trial:
    """What an arrangement comes to.

    Args:
        base: Digest of the board it started from.
        cost: Of the arrangement.
        than_standing: Against the board that stands; negative is cheaper.
        bound: No lawful board costs less.
        shares: Part, cost, and difference to the board that stands.
        days: Shooting days.
        pages: Pages by day number.
        findings: Rules that it breaks, and what it leaves out.
        blocked: How many of those forbid it.
    """

    base: Digest
    cost: Money
    than_standing: Money
    bound: Money
    shares: tuple[tuple[str, Money, Money], ...]
    days: int
    pages: tuple[str, ...]
    findings: tuple[Finding, ...]
    blocked: int


@dataclass(frozen=True, slots=True, kw_only=True)
class TriedDay:
    """A day as the screen sends it back: ISO date, scene ids in shooting order, and the unit, empty
    for the main one."""

    date: str
    scenes: tuple[SceneId, ...]
    unit: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bench:
    """The board that stands with its problem and its digest, read once for many tries."""

    problem: Problem
    board: Board
    base: Digest


def open_bench(view: View) -> Bench:
    """The board that stands, ready to be tried.

    Raises:
        NotFound: There is no board yet.
    """
    problem, board = standing_board(view)
    return Bench(problem=problem, board=board, base=digest(board))


def screen_board(view: View, bench: Bench) -> ScreenBoard:
    """The board that stands, as the screen draws it."""
    scenes = {scene.id: scene for scene in view.screenplay().shot_scenes}
    needs = {need.scene: need for need in bench.problem.scenes}
    locked = {scene for lock in bench.problem.terms.locks for scene in lock.scenes}
    frozen = {day.date for day in bench.problem.past}

    def strips(ids: Sequence[SceneId]) -> tuple[ScreenStrip, ...]:
        return tuple(_strip(scenes[each], needs[each], locked=each in locked) for each in ids)

    return ScreenBoard(
        base=bench.base,
        days=tuple(
            ScreenDay(
                number=day.number,
                date=day.date,
                words=date_words(day.date),
                night=day.shift is Shift.NIGHT,
                pages=_pages(day, needs),
                scenes=strips(day.scenes),
                locked=day.date in frozen,
                unit=day.unit_name,
            )
            for day in bench.board.days
        ),
        boneyard=strips(bench.board.boneyard),
        cast=tuple((person.cast, person.name) for person in bench.problem.people),
        trial=_trial(bench, bench.board),
    )


def try_board(bench: Bench, base: Digest, days: Sequence[TriedDay]) -> tuple[Board, Trial]:
    """Price an arrangement and hold it against every rule; nothing is kept.

    Args:
        bench: The board that stands.
        base: Digest of the board that the person saw.
        days: Every day, empty ones too.

    Raises:
        Conflict: Another board stands by now.
        InputError: A scene is unknown or twice on the board.
    """
    if base != bench.base:
        raise Conflict(
            "the board was changed by somebody else while you moved strips",
            remedy="Look at the board that stands now, then move again or keep yours as another.",
        )
    needs = {need.scene: need for need in bench.problem.scenes}
    counts = Counter(scene for day in days for scene in day.scenes)
    for scene, count in counts.items():
        if scene not in needs or count > 1:
            what = "is twice on the board" if scene in needs else "is in no draft"
            raise InputError(f"scene {scene} {what}", remedy="Open the board again.")
    before = {(day.date, day.unit_name): day for day in bench.board.days}
    numbers, made = Counter[str](), []
    for day in sorted(days, key=lambda day: day.date):
        if day.scenes:
            numbers[day.unit] += 1
            made.append(_day(numbers[day.unit], day, needs, before.get((day.date, day.unit))))
    ordered = in_turn(bench.problem, made)
    board = priced_board(bench.problem, ordered, bench.board.seed, bench.board.iterations)
    return board, _trial(bench, board)


def _day(
    number: int, tried: TriedDay, needs: dict[SceneId, SceneNeed], before: ShootDay | None
) -> ShootDay:
    """A day as it was where its scenes are the same; else with its clock to be reckoned anew."""
    if before is not None and before.scenes == tried.scenes:
        return replace(before, number=number)
    night = any(needs[scene].light is Light.NIGHT for scene in tried.scenes)
    return ShootDay(
        number=number,
        date=tried.date,
        shift=Shift.NIGHT if night else Shift.DAY,
        scenes=tried.scenes,
        call=before.call if before is not None and (before.shift is Shift.NIGHT) is night else "",
        unit=tried.unit or UNSET,
    )


def _trial(bench: Bench, board: Board) -> Trial:
    needs = {need.scene: need for need in bench.problem.scenes}
    left_out = tuple(_left_out(needs[scene]) for scene in board.boneyard)
    findings = (*check_board(bench.problem, board), *left_out)
    stands = {share.key: share.amount for share in bench.board.shares}
    nothing = Money(minor=0, currency=board.cost.currency)
    return Trial(
        base=bench.base,
        cost=board.cost,
        than_standing=board.cost - bench.board.cost,
        bound=min(bench.board.lower_bound, board.cost, key=lambda money: money.minor),
        shares=tuple(
            (share.key, share.amount, share.amount - stands.get(share.key, nothing))
            for share in board.shares
        ),
        days=len(board.days),
        pages=tuple(_pages(day, needs) for day in board.days),
        findings=findings,
        blocked=len(blocking(findings)),
    )


def _left_out(need: SceneNeed) -> Finding:
    return Finding(
        severity=Severity.WARNING,
        rule="board.not-scheduled",
        where=f"scene {need.number}",
        message="is on no day",
        remedy="Move its strip to a day.",
    )


def _pages(day: ShootDay, needs: dict[SceneId, SceneNeed]) -> str:
    return format_eighths(sum(needs[scene].eighths for scene in day.scenes))


def _strip(scene: Scene, need: SceneNeed, *, locked: bool) -> ScreenStrip:
    return ScreenStrip(
        id=scene.id,
        number=scene.number,
        style=strip_style(scene),
        inside=inside(scene),
        set=scene.heading.set,
        light=light_words(scene),
        pages=format_eighths(scene.eighths),
        eighths=scene.eighths,
        cast=need.cast,
        location=need.location,
        synopsis=synopsis(scene),
        locked=locked,
    )
