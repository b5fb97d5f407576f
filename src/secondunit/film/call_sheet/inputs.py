"""What call sheets are made from, and how their facts are cited."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from secondunit.core.ids import ItemId
from secondunit.film.breakdown.model import Element, element_id
from secondunit.film.call_sheet.hours import Hours, hours_of
from secondunit.film.call_sheet.model import TO_FILL, Cited, Source, SourceKind
from secondunit.film.call_sheet.particulars import FILE, Particulars
from secondunit.film.schedule.board import CastDays, all_cast_days
from secondunit.film.schedule.model import ShootDay
from secondunit.film.schedule.reports.schedule import Schedule


@dataclass(frozen=True, slots=True, kw_only=True)
class CallSheetInputs:
    """All that any day's call sheet is made from.

    Args:
        schedule: Script, problem, board, elements, events.
        particulars: The production's data file.
        board: Id of the board's item.
        script: The draft in words (``Draft 2, Blue``).
        script_ref: Digest of the draft's bytes.
        sources: The journal entry behind each decided item, by the id of what stands.
    """

    schedule: Schedule
    particulars: Particulars
    board: str
    script: str
    script_ref: str
    sources: Mapping[ItemId, Source]

    def on_board(self, text: str, place: str = "") -> Cited:
        """A fact of the board, decided or proposed."""
        return Cited(text=text, source=self.item(ItemId(self.board), place))

    def of_element(self, text: str, element: Element) -> Cited:
        """A fact of one element of the breakdown."""
        return Cited(text=text, source=self.item(element_id(element)))

    def item(self, item: ItemId, place: str = "") -> Source:
        """Where an item stands: a journal entry, or still a proposal."""
        known = self.sources.get(item) or Source(kind=SourceKind.PROPOSAL, ref=item)
        return replace(known, ref=f"{known.ref}#{place}") if place else known

    def hours(self, day: ShootDay) -> Hours:
        """The hours of a day."""
        return hours_of(day, self.schedule.problem, self.particulars)

    def days_of(self, unit: str) -> tuple[ShootDay, ...]:
        """The shooting days of a unit; empty for the main one."""
        return tuple(day for day in self.schedule.board.days if day.unit_name == unit)

    def cast_days(self) -> dict[int, CastDays]:
        """Coded dates of the cast."""
        return all_cast_days(self.schedule.problem, self.schedule.board)


def filled(text: str, field: str) -> Cited:
    """A text of the data file, or that it is to be filled in there."""
    return Cited(text=text or TO_FILL, source=data_source(field))


def data_source(field: str) -> Source:
    """A field of the data file."""
    return Source(kind=SourceKind.DATA, ref=f"{FILE}#{field}")


def rule_source(field: str) -> Source:
    """A rule of the data file."""
    return Source(kind=SourceKind.RULE, ref=f"{FILE}#{field}")


def from_script(text: str, ref: str) -> Cited:
    """A fact of the script."""
    return Cited(text=text, source=Source(kind=SourceKind.SCRIPT, ref=ref))


def computed(text: str, how: str) -> Cited:
    """A fact that follows from others by a named rule."""
    return Cited(text=text, source=Source(kind=SourceKind.COMPUTED, ref=how))
