"""The dialogue list as a sheet."""

from __future__ import annotations

from secondunit.core.sheet import Align, Column, Row, Sheet
from secondunit.core.timecode import timecode
from secondunit.film.localisation.model import DialogueEvent, DialogueList

COLUMNS = (
    Column(title="No.", width=5, align=Align.RIGHT),
    Column(title="In", width=11),
    Column(title="Out", width=11),
    Column(title="Scene", width=6),
    Column(title="Character", width=14),
    Column(title="Dialogue", width=56),
    Column(title="Notes", width=16),
)


def dialogue_sheet(listed: DialogueList, *, production: str, status: str) -> Sheet:
    """Every speech with its times, as a translator or a mixer reads it.

    Times are timecode of the cut. The dialogue is verbatim; how it is said stands in the notes.
    """
    return Sheet(
        key="dialogue-list",
        title="Dialogue List",
        production=production,
        subtitle=f"{listed.language} · {len(listed.events)} speeches · "
        f"{listed.rate.name} frames a second",
        columns=COLUMNS,
        rows=tuple(_row(listed, event) for event in listed.events),
        status=status,
        landscape=True,
        notes=("VO/OS: heard, not seen. Times are proposed from the cut until the sound is in.",),
    )


def _row(listed: DialogueList, event: DialogueEvent) -> Row:
    notes = [note for note in ("VO/OS" if event.off_screen else "", event.parenthetical) if note]
    return Row(
        cells=(
            str(event.number),
            timecode(listed.start + event.start, listed.rate),
            timecode(listed.start + event.end, listed.rate),
            event.scene_number,
            event.speaker,
            event.text,
            "; ".join(notes),
        )
    )
