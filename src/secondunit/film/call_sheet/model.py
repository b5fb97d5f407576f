"""The nouns of the call sheet. Every fact that is printed knows where it comes from."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

TO_FILL = "TO BE FILLED IN"
"""Printed where only the production can know; nothing is made up in its place."""


class SourceKind(StrEnum):
    """What kind of thing a printed fact rests on."""

    SCRIPT = "script"
    BOARD = "board"
    PROPOSAL = "proposal"
    FACT = "fact"
    DATA = "data"
    RULE = "rule"
    COMPUTED = "computed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Where a printed fact comes from.

    Args:
        kind: Of what kind it is.
        ref: A scene id, item id, journal entry, or ``file#field``.
    """

    kind: SourceKind
    ref: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Cited:
    """A printed text with its source."""

    text: str
    source: Source

    @property
    def missing(self) -> bool:
        """True where the production has to fill it in."""
        return self.text == TO_FILL


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """A printed fact under its label (``Nearest hospital``)."""

    label: str
    value: Cited


@dataclass(frozen=True, slots=True, kw_only=True)
class SceneCall:
    """One scene of the day; ``style`` is the theme's name of its strip colour."""

    style: str
    scene: Cited
    set: Cited
    synopsis: Cited
    light: Cited
    pages: Cited
    cast: Cited
    location: Cited
    start: Cited


@dataclass(frozen=True, slots=True, kw_only=True)
class CastCall:
    """One performer's day. ``status`` is SW, W, WF, SWF, H, or a travel or fitting code."""

    number: Cited
    character: Cited
    actor: Cited
    status: Cited
    pickup: Cited
    makeup: Cited
    on_set: Cited
    remarks: tuple[Cited, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class MinorCall:
    """What a minor who works may do that day, and the rule that says so.

    Args:
        who: The character.
        age: In years, or the age that is assumed.
        span: Earliest begin and latest end by law.
        workplace: Most time at the place of work, from the first call.
        work: Most time of work within it.
        school: Time of school within it.
        out_by: Latest dismissal, by whichever of span and workplace comes first.
        rule: The set of work rules.
    """

    who: Cited
    age: Cited
    span: Cited
    workplace: Cited
    work: Cited
    school: Cited
    out_by: Cited
    rule: Cited


@dataclass(frozen=True, slots=True, kw_only=True)
class CrowdCall:
    """Stand-ins or one kind of background."""

    who: Cited
    count: Cited
    call: Cited
    scenes: Cited


@dataclass(frozen=True, slots=True, kw_only=True)
class SceneWants:
    """What one scene wants of a department."""

    scene: Cited
    wants: tuple[Cited, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DepartmentCall:
    """A department's call and what the breakdown asks of it."""

    department: Cited
    call: Cited
    scenes: tuple[SceneWants, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CrewCall:
    """One member of the crew."""

    department: Cited
    position: Cited
    name: Cited
    call: Cited


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceCall:
    """One location of the day."""

    location: Cited
    address: Cited
    basecamp: Cited
    parking: Cited
    hospital: Cited


@dataclass(frozen=True, slots=True, kw_only=True)
class AdvanceDay:
    """A day to come, in short."""

    day: Cited
    date: Cited
    call: Cited
    locations: Cited
    pages: Cited
    scenes: tuple[Cited, ...]
    cast: Cited


@dataclass(frozen=True, slots=True, kw_only=True)
class CallSheet:
    """The call sheet of one shooting day.

    Args:
        production: Title of the production.
        status: What is proposed and what is approved.
        number: Shooting day, from 1.
        iso_date: Its date.
        date: Its date in words.
        day: ``Day 3 of 32``.
        times: General crew call, shooting call, lunch, estimated wrap.
        versions: Script and schedule, with their colours; company and heads.
        conditions: Weather, sunrise, sunset, safety hotline, radio channels.
        places: The day's locations in shooting order.
        scenes: In shooting order.
        total: Pages of the day.
        cast: By cast id: who works, then who is held, travels or is fitted.
        crowd: Stand-ins and background.
        departments: Their calls and what is wanted of them.
        crew: As far as the production has listed it.
        advance: The next shooting days.
        notes: Safety, closed set, minors, the day's own.
        minors: Hours of the minors who work, where rules for minors are in force.
        unit: Name of the unit; empty for the main one.
    """

    production: str
    status: str
    number: int
    iso_date: str
    date: Cited
    day: Cited
    times: tuple[Named, ...]
    versions: tuple[Named, ...]
    conditions: tuple[Named, ...]
    places: tuple[PlaceCall, ...]
    scenes: tuple[SceneCall, ...]
    total: Cited
    cast: tuple[CastCall, ...]
    crowd: tuple[CrowdCall, ...]
    departments: tuple[DepartmentCall, ...]
    crew: tuple[CrewCall, ...]
    advance: tuple[AdvanceDay, ...]
    notes: tuple[Cited, ...]
    minors: tuple[MinorCall, ...] = ()
    unit: str = ""
