"""Days of a performer that are no shooting days: travel, fittings, rehearsals."""

from __future__ import annotations

import datetime
import tomllib
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from secondunit.core.errors import InputError

FILE = "events.toml"
_HEAD = frozenset({"source", "version", "checked_on"})
_REMEDY = (
    'Write an event like this: [[event]] who = "MINA" date = 2027-01-06 kind = "fitting"; '
    "kinds are travel, fitting and rehearsal."
)


class EventKind(StrEnum):
    """What happens, and its code on a day-out-of-days.

    Source: codes of the trade (design page ``plan``, 1.3).
    """

    TRAVEL = "travel"
    FITTING = "fitting"
    REHEARSAL = "rehearsal"

    @property
    def code(self) -> str:
        """TR, FT or R."""
        return {"travel": "TR", "fitting": "FT", "rehearsal": "R"}[self.value]


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """One day of one performer.

    Args:
        who: The character, in capitals.
        date: ISO date.
        kind: What happens.
    """

    who: str
    date: str
    kind: EventKind


def read_events(text: str) -> tuple[Event, ...]:
    """Read ``events.toml``.

    Raises:
        InputError: It is no TOML, or an event lacks who, date or kind.

    >>> read_events('[[event]]\\nwho = "Mina"\\ndate = 2027-01-06\\nkind = "fitting"')[0].who
    'MINA'
    """
    try:
        raw = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise InputError(f"{FILE}: {error}", remedy=_REMEDY) from error
    rows = raw.pop("event", [])
    strange = [key for key in raw if key not in _HEAD]
    if strange or not isinstance(rows, list):
        wrong = next(iter(strange), "event")
        raise InputError(f"{FILE}: “{wrong}” is no list of events", remedy=_REMEDY)
    return tuple(_event(number, row) for number, row in enumerate(rows, start=1))


def _event(number: int, row: Any) -> Event:
    where = f"{FILE}: event {number}"
    if not isinstance(row, dict) or set(row) != {"who", "date", "kind"}:
        raise InputError(f"{where} has not just who, date and kind", remedy=_REMEDY)
    kind = str(row["kind"])
    if kind not in list(EventKind):
        raise InputError(f"{where}: “{kind}” is no kind of event", remedy=_REMEDY)
    try:
        date = datetime.date.fromisoformat(str(row["date"])).isoformat()
    except ValueError as error:
        raise InputError(f"{where}: “{row['date']}” is no date", remedy=_REMEDY) from error
    return Event(who=str(row["who"]).strip().upper(), date=date, kind=EventKind(kind))
