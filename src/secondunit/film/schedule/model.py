"""The nouns of the schedule."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from msgspec import UNSET, UnsetType

from secondunit.core.ids import SceneId
from secondunit.core.money import FREE, Money
from secondunit.core.pages import Eighths
from secondunit.film.breakdown.model import Category
from secondunit.film.schedule.hours.sun import Twilight
from secondunit.film.schedule.rules.terms import NO_TERMS, Terms


class Light(StrEnum):
    """What a scene needs from the sky; an interior can be shot in either shift."""

    DAY = "day"
    NIGHT = "night"
    EITHER = "either"


class Shift(StrEnum):
    """When a crew works."""

    DAY = "day"
    NIGHT = "night"


@dataclass(frozen=True, slots=True, kw_only=True)
class SceneNeed:
    """A scene as the scheduler sees it.

    Args:
        scene: Its id.
        number: As on the strip.
        eighths: Its length.
        location: Key of the location it is shot at: the first of the script's places there.
        set: The set within it.
        light: What it needs from the sky.
        cast: Cast ids that play in it, ascending.
        setups: Special teams it has a day of, by key of the cost table (``stunt-day``).
        minutes: Shooting time, meals and moves not counted.
        twilight: At which end of the day it plays, outside; it is shot in a day shift.
    """

    scene: SceneId
    number: str
    eighths: Eighths
    location: str
    set: str
    light: Light
    cast: tuple[int, ...]
    setups: tuple[str, ...] = ()
    minutes: int = 0
    twilight: Twilight = Twilight.NONE


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """A performer as the scheduler sees one.

    Args:
        cast: Cast id.
        name: The character.
        daily: Rate for each paid day.
        minor: Works under minors' hours.
        unavailable: ISO dates on which the person cannot work.
        age_months: Age of a minor on the first shooting day; None where nobody said.
    """

    cast: int
    name: str
    daily: Money
    minor: bool = False
    unavailable: tuple[str, ...] = ()
    age_months: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Calendar:
    """Which dates can be shot on.

    Args:
        start: First shooting date, ISO.
        work_days: ISO weekday numbers worked (1 = Monday).
        holidays: ISO dates not worked.
        lost: ISO dates on which nothing could be shot, though people were held and paid.
        weeks: Length of the shooting window in calendar weeks from ``start``.
    """

    start: str
    work_days: tuple[int, ...] = (1, 2, 3, 4, 5)
    holidays: tuple[str, ...] = ()
    weeks: int = 52
    lost: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class CostTable:
    """What a board costs, each in one currency. Read from a data file; source in its head.

    Args:
        crew_day: The crew for one shooting day.
        night_premium: Added for a night shift.
        location_day: Each location used on a day.
        company_move: Each move within a day after the first location.
        location_setup: First use of a location, and each return after another day without it.
        shift_switch: A day shift after a night shift or the reverse: a rest day lost.
        team_days: Rate of a special team on each day it works, by key.
        drop_after_days: Idle for more calendar days than this, a performer is dropped once and
            picked up, unpaid between; otherwise held and paid each work day of the calendar.
        idle_day: The main crew kept on a work date without shooting, from the calendar's first to
            the last shooting day; not for dates lost, nor for what is left of a full week.
    """

    crew_day: Money
    night_premium: Money
    location_day: Money
    company_move: Money
    location_setup: Money
    shift_switch: Money
    team_days: tuple[tuple[str, Money], ...]
    drop_after_days: int = 10
    idle_day: Money = FREE


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkRules:
    """Hard limits. Read from a data file.

    Args:
        day_eighths: Most eighths in a shooting day; a longer scene has a day to itself.
        locations_per_day: Most locations in a day.
        minor_day_eighths: Most eighths in a day of the scenes that one minor plays in; a longer
            scene is that minor's only one of the day.
        minors_at_night: False: no minor in a night shift.
        source: Where the numbers come from, with the date they were checked.
    """

    day_eighths: int = 32
    locations_per_day: int = 2
    minor_day_eighths: int = 20
    minors_at_night: bool = False
    source: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """What a performer is paid for a day, by the least share and number of scenes they play.

    ``key`` is ``principal``, ``supporting`` or ``day-player``.
    """

    key: str
    least_share_percent: int
    least_scenes: int
    daily: Money


@dataclass(frozen=True, slots=True, kw_only=True)
class Team:
    """A special team, by its key in ``CostTable.team_days``, and the categories that call it."""

    key: str
    categories: tuple[Category, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class LocationWords:
    """Words, in capitals, by which places of a script are put together at one location: ``leading``
    passed over at the beginning of a name, ``rooms`` cut from its end (rooms, kinds of building);
    a bare room finds its building at most ``carry_scenes`` scenes back."""

    leading: tuple[str, ...] = ()
    rooms: tuple[str, ...] = ()
    carry_scenes: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class ScheduleTable:
    """The data file of the schedule as read.

    Args:
        calendar: Which dates can be shot on.
        costs: The cost table.
        rules: The hard limits.
        standings: By falling share; the last fits everybody.
        teams: Special teams.
        source: Where the figures come from, with the date and what is still to be verified.
        locations: Words that put places together; none of them: each place is a location.
    """

    calendar: Calendar
    costs: CostTable
    rules: WorkRules
    standings: tuple[Standing, ...]
    teams: tuple[Team, ...]
    source: str
    locations: LocationWords = LocationWords()


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """Everything a board is made from.

    Args:
        scenes: In script order.
        people: Cast, by ascending cast id.
        calendar: Which dates can be shot on.
        costs: The cost table.
        rules: The hard limits.
        terms: Clock, places, work rules, precedence and locks.
        past: Days already shot, or frozen: part of every board, never moved.
    """

    scenes: tuple[SceneNeed, ...]
    people: tuple[Person, ...]
    calendar: Calendar
    costs: CostTable
    rules: WorkRules
    terms: Terms = NO_TERMS
    past: tuple[ShootDay, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ShootDay:
    """One day of the board.

    Args:
        number: Shooting day of its unit, from 1.
        date: ISO date.
        shift: Day or night.
        scenes: In shooting order; scenes of one location stand together.
        call: Crew call, local with offset (``2027-01-11T07:00-08:00``); empty: no clock is kept.
        meal: A first meal set by a person, likewise; empty: as the day's clock has it.
        unit: Whose day it is; unset, and not written, for the main unit: decisions bind to that.
    """

    number: int
    date: str
    shift: Shift
    scenes: tuple[SceneId, ...]
    call: str = ""
    meal: str = ""
    unit: str | UnsetType = UNSET

    @property
    def unit_name(self) -> str:
        """Name of its unit; empty for the main one."""
        return self.unit or ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Drop:
    """A performer let go after the ISO date ``last`` and picked up on another, unpaid between."""

    cast: int
    last: str
    pick_up: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CostShare:
    """One part of a board's cost (``crew``, ``night``, ``location``, ``move``, ``setup``,
    ``switch``, ``team``, ``cast``, ``premium`` of sixth and seventh days, ``idle`` of a crew kept,
    all the main unit's but ``cast``; ``unit-NAME`` is all that another unit's days cost)."""

    key: str
    amount: Money


@dataclass(frozen=True, slots=True, kw_only=True)
class Board:
    """A shooting schedule.

    Args:
        days: In order of date; on one date the main unit's first, then as the units are listed.
        cost: Sum of ``shares``.
        shares: The cost by category, every category present.
        lower_bound: No lawful board can cost less than this.
        boneyard: Scenes left out because no lawful day exists for them; each has a finding.
        seed: Seed of the search.
        iterations: Length of the search: same seed and iterations, same board.
        baselines: Cost of the boards people start from (``script-order``, ``by-location``).
        drops: Who is dropped and picked up; None: the best lawful drop of each is understood.
    """

    days: tuple[ShootDay, ...]
    cost: Money
    shares: tuple[CostShare, ...]
    lower_bound: Money
    boneyard: tuple[SceneId, ...] = ()
    seed: int = 0
    iterations: int = 0
    baselines: tuple[CostShare, ...] = ()
    drops: tuple[Drop, ...] | None = None
