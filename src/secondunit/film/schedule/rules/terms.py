"""What binds a board beside its costs: the clock, places on earth, work rules, a production's word.

All times are whole minutes; times of day are minutes after local midnight.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from msgspec import UNSET, UnsetType

from secondunit.core.ids import SceneId
from secondunit.core.money import FREE, Money


@dataclass(frozen=True, slots=True, kw_only=True)
class Clock:
    """How a shooting day runs.

    Args:
        day_call: Usual crew call of a day shift, minutes after local midnight.
        night_call: Usual crew call of a night shift.
        latest_push: A call may be put off by at most this many minutes for people's rest.
        prepare: From crew call to the first shot.
        wrap_up: From the last shot to wrap.
        move: A company move.
        meal: A meal break.
        meal_within: A meal begins at most this many minutes after call or the last meal.
        longest_day: Most minutes from call to wrap; a scene that needs more has its own day.
        minutes_an_eighth: Shooting time of an eighth of a page.
        team_minutes: Extra set-up time of a scene with a special team, by key.
        twilight: Heights of the sun, in degrees, between which exteriors play as dawn and dusk.
        minor_ready: From a minor's own call, to make-up, to their first scene.
    """

    day_call: int = 420
    night_call: int = 1020
    latest_push: int = 300
    prepare: int = 45
    wrap_up: int = 15
    move: int = 45
    meal: int = 60
    meal_within: int = 360
    longest_day: int = 720
    minutes_an_eighth: int = 15
    team_minutes: tuple[tuple[str, int], ...] = ()
    twilight: tuple[float, float] = (-6.0, 6.0)
    minor_ready: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """Where on earth a location is, and when it cannot be had.

    Args:
        location: Key of the location; empty for the unit's base, which stands for all others.
        city: For people to read.
        latitude: Degrees north.
        longitude: Degrees east.
        timezone: IANA name; the unit keeps the time of its base.
        closed: ISO dates on which it cannot be shot at.
    """

    location: str = ""
    city: str = ""
    latitude: float = 0.0
    longitude: float = 0.0
    timezone: str = "UTC"
    closed: tuple[str, ...] = ()


class Covers(StrEnum):
    """Whom a set of work rules binds."""

    PERFORMERS = "performers"
    CREW = "crew"
    MINORS = "minors"


@dataclass(frozen=True, slots=True, kw_only=True)
class AgeBand:
    """Hours of minors of one age.

    Args:
        from_months: Youngest, in months.
        to_months: Not yet this old, in months.
        workplace: Most minutes at the place of work, on school days and on others.
        work: Most minutes of work, on school days and on others.
        earliest: May not work before this minute of the day.
        latest: Not after this minute of the day, before a school day and before another;
            above 1440 after midnight.
        week_days: Most days worked in a calendar week.
        school: Minutes of school within the time at the place of work, on school days and others.
        week_minutes: Most minutes of work in a calendar week; 0 for any.
    """

    from_months: int
    to_months: int
    workplace: tuple[int, int]
    work: tuple[int, int]
    earliest: int = 300
    latest: tuple[int, int] = (1320, 1320)
    week_days: int = 6
    school: tuple[int, int] = (0, 0)
    week_minutes: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkPack:
    """The work rules of one agreement or law, for one kind of people. Read from a data file.

    Args:
        key: As a production names it (``sag-aftra-theatrical``).
        title: For people to read.
        covers: Whom it binds.
        effective: First ISO date it is in force.
        expires: Last ISO date, or empty.
        daily_rest: Least minutes from a person's wrap to their next call; 0 for none.
        weekly_rest: Least minutes free once after each calendar week's work; 0 for none.
        weekly_rest_six: The same after a week of six days of work.
        most_week_days: Most days worked in a calendar week; 0 for any.
        forced_call: What each invasion of the daily rest costs for each person.
        meal_penalties: For each half hour a meal is late, the last for all that follow.
        sixth_day_percent: Added to a crew day that is the sixth of a calendar week.
        seventh_day_percent: Added to the seventh.
        drop_after_days: Idle for more than this many calendar days, a performer may be dropped
            and picked up; -1 where the pack says nothing of it.
        drops: How often in a production.
        ages: Hours of minors; empty in packs for others.
        assumed_months: Age a minor is taken to have where the production does not say.
        source: Where the figures come from, version and date.
        short_rest: Daily rest that is lawful once in a while on a location with exteriors; 0: none.
        short_rest_days: Consecutive days within which that may be once.
        verify: Must be confirmed for the production before anyone relies on it.
    """

    key: str
    title: str
    covers: Covers
    effective: str
    expires: str = ""
    daily_rest: int = 0
    weekly_rest: int = 0
    weekly_rest_six: int = 0
    most_week_days: int = 0
    forced_call: Money = FREE
    meal_penalties: tuple[Money, ...] = ()
    sixth_day_percent: int = 0
    seventh_day_percent: int = 0
    drop_after_days: int = -1
    drops: int = 1
    ages: tuple[AgeBand, ...] = ()
    assumed_months: int = 144
    source: str = ""
    verify: bool = True
    short_rest: int = 0
    short_rest_days: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Precedence:
    """One scene before another: a stunt test, a haircut, a set that must first be burnt down.

    Args:
        first: Shot first.
        then: Shot after it.
        days: Calendar days that must lie between (building, growing a beard); 0 for the next
            shooting day, or later on the same day.
        why: In a few words.
        cover: ``then`` is an interior kept for the day ``first`` is rained off, so its people
            and its place must be free on that day too.
    """

    first: SceneId
    then: SceneId
    days: int = 0
    why: str = ""
    cover: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Lock:
    """A person's word that never moves: a scene on a date, or a date with exactly its scenes.

    Args:
        date: ISO date.
        scenes: The scenes locked to it.
        whole_day: No other scene may come on that date.
        why: In a few words.
    """

    date: str
    scenes: tuple[SceneId, ...]
    whole_day: bool = False
    why: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Hired:
    """An animal, a vehicle, any element that cannot be had on some dates.

    Args:
        name: As the breakdown names it.
        scenes: The scenes that need it.
        closed: ISO dates on which it cannot be had.
    """

    name: str
    scenes: tuple[SceneId, ...]
    closed: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    """A unit beside the main one, with its own crew, dates, day and prices.

    Args:
        name: As people call it (``second``); it stands on the unit's days.
        dates: ISO dates it works on, ascending.
        crew_day: Its crew for one shooting day.
        night_premium, location_day, company_move, location_setup, shift_switch: As in the cost
            table of the schedule, for this unit.
        day_eighths: Most eighths in one of its days; a longer scene has a day to itself.
        clock: How its day runs; None where no clock is kept.
        scenes: What it shoots, and no other unit does: a person's word.
        may: Scenes it may shoot, each with the kind of scene that lets it; the search decides.
        shares_people: Grown people may work on it and on another unit on one day, hours allowing.
        travel: Minutes from one unit to another.
        shorter: It shoots all it may, to end sooner; else only what makes the board cheaper.
    """

    name: str
    dates: tuple[str, ...]
    crew_day: Money
    night_premium: Money
    location_day: Money
    company_move: Money
    location_setup: Money
    shift_switch: Money
    day_eighths: int
    clock: Clock | None = None
    scenes: tuple[SceneId, ...] = ()
    may: tuple[tuple[SceneId, str], ...] = ()
    shares_people: bool = False
    travel: int = 60
    shorter: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Terms:
    """What a production says about its shoot, beyond the schedule's own tables.

    Args:
        clock: How a shooting day runs; None: no times are derived and no hours checked.
        base: Where the unit is; None: no sun is reckoned with.
        sites: Locations that are elsewhere, or cannot be had on some dates.
        packs: Work rules in force.
        before: What must come before what.
        locks: What never moves.
        school_holidays: ISO dates on which minors have no school.
        hired: Elements that cannot be had on some dates.
        units: Units beside the main one; unset, and not written, where there is none.
    """

    clock: Clock | None = None
    base: Site | None = None
    sites: tuple[Site, ...] = ()
    packs: tuple[WorkPack, ...] = ()
    before: tuple[Precedence, ...] = ()
    locks: tuple[Lock, ...] = ()
    school_holidays: tuple[str, ...] = ()
    hired: tuple[Hired, ...] = ()
    units: tuple[Unit, ...] | UnsetType = UNSET

    def unit(self, name: str) -> Unit | None:
        """The unit of that name; None for the main one, and for one that is not there."""
        return next((unit for unit in self.units or () if unit.name == name), None)

    def clock_of(self, name: str) -> Clock | None:
        """How a day of a unit runs."""
        unit = self.unit(name)
        return self.clock if unit is None or unit.clock is None else unit.clock

    def site_of(self, location: str) -> Site | None:
        """The site of a location, else the base."""
        return next((site for site in self.sites if site.location == location), self.base)

    def pack(self, covers: Covers) -> WorkPack | None:
        """The rules that bind people of a kind."""
        return next((pack for pack in self.packs if pack.covers is covers), None)


NO_TERMS = Terms()
"""A production that says nothing: no clock, no sun, no work rules, no locks."""
