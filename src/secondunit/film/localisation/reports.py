"""The dialogue list as a sheet."""

from __future__ import annotations

from secondunit.core.sheet import Align, Column, Row, Sheet
from secondunit.core.timecode import timecode
from secondunit.film.localisation.model import DialogueEvent, DialogueList

COLUMNS = (
    Column(title="No.", width=5, align=Align.RIGHT),
    Column(title="In", width=11),
    Column(title="Out", width=11),
    Column(title="Duration", width=8, align=Align.RIGHT),
    Column(title="Scene", width=6),
    Column(title="Character", width=14),
    Column(title="Dialogue", width=56),
    Column(title="Notes", width=12),
)


def dialogue_sheet(listed: DialogueList, *, production: str, status: str) -> Sheet:
    """Every speech with its times, as a translator or a mixer reads it.

    Times are timecode of the cut, durations seconds and frames. How a line is said stands before
    it in brackets, as in the script.
    """
    return Sheet(
        key="dialogue-list",
        title="Dialogue List",
        production=production,
        subtitle=f"{listed.language} · {len(listed.events)} speeches · "
        f"{timecode(listed.duration, listed.rate)} at {listed.rate.name} frames a second",
        columns=COLUMNS,
        rows=tuple(_row(listed, event) for event in listed.events),
        status=status,
        landscape=True,
        notes=(
            "V.O., O.S., O.C.: heard, not seen. DUAL: said at the same time as its neighbour.",
            "Times are proposed from the cut until the sound is in.",
        ),
    )


def _row(listed: DialogueList, event: DialogueEvent) -> Row:
    seconds, frames = divmod(event.end - event.start, listed.rate.nominal)
    aside = f"({event.parenthetical}) " if event.parenthetical else ""
    unseen = (event.extension or "V.O.") if event.off_screen else ""
    notes = [note for note in (unseen, "DUAL" if event.dual else "") if note]
    return Row(
        cells=(
            str(event.number),
            timecode(listed.start + event.start, listed.rate),
            timecode(listed.start + event.end, listed.rate),
            f"{seconds}:{frames:02d}",
            event.scene_number,
            event.speaker,
            f"{aside}{event.text}",
            ", ".join(notes),
        )
    )
