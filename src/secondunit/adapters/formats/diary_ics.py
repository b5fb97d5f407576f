"""Diaries as iCalendar (RFC 5545): every calendar program takes them in.

Times carry the time zone of the production; where none is known they float, which means the wall
clock of whoever reads them.
"""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from secondunit.film.call_sheet.diary import Diary


@dataclass(frozen=True, slots=True, kw_only=True)
class DiaryIcs:
    """Writes one diary as one calendar."""

    key: str = "diary-ics"
    suffix: str = ".ics"
    media_type: str = "text/calendar"

    def write(self, document: Diary) -> bytes:
        """The calendar. Equal diaries give equal bytes."""
        from icalendar import Calendar, Event

        calendar = Calendar()
        calendar.add("prodid", "-//Second Unit//Call sheets//EN")
        calendar.add("version", "2.0")
        calendar.add("method", "PUBLISH")
        calendar.add("x-wr-calname", document.name)
        made = datetime.datetime.fromisoformat(document.made_at).astimezone(datetime.UTC)
        for each in document.appointments:
            event = Event()
            event.add("uid", f"{each.id}@secondunit")
            event.add("dtstamp", made)
            event.add("dtstart", each.start)
            event.add("dtend", each.end)
            event.add("summary", each.title)
            event.add("location", each.place)
            event.add("description", each.words)
            event.add("status", "TENTATIVE" if document.tentative else "CONFIRMED")
            calendar.add_component(event)
        calendar.add_missing_timezones()
        return bytes(calendar.to_ical())


FORMAT = DiaryIcs()
"""The format."""
