"""What is odd about a script, whatever format it came in."""

from __future__ import annotations

from collections.abc import Sequence

from secondunit.film.screenplay.model import Heading, Line, LineKind
from secondunit.film.screenplay.remarks import Remarks

_SPEECH = frozenset({LineKind.PARENTHETICAL, LineKind.DIALOGUE, LineKind.LYRIC})
_UNSEEN = frozenset({LineKind.NOTE, LineKind.BONEYARD, LineKind.PAGE_BREAK})


def check_lines(lines: Sequence[Line], remarks: Remarks) -> None:
    """Remark on a script without words or headings, and on cues and speeches left alone."""
    if not any(line.text.strip() for line in lines):
        remarks.block(0, "empty", "the script is empty", "Export the script again.")
        return
    if not any(line.kind is LineKind.HEADING for line in lines):
        remarks.block(
            0,
            "no-headings",
            "no scene heading was found",
            "Begin each scene with a heading such as INT. KITCHEN - DAY, an empty line before "
            "and after it.",
        )
    cue: Line | None = None
    speaking = False
    for line in lines:
        if line.kind in _UNSEEN:
            continue
        if cue is not None and line.kind not in _SPEECH:
            _silent_cue(cue, remarks)
        cue = line if line.kind is LineKind.CUE else None
        if line.kind in {LineKind.DIALOGUE, LineKind.PARENTHETICAL} and not speaking:
            remarks.warn(
                line.row, "no-cue", f"nobody is named for “{_start(line.text)}”", "Add a cue."
            )
        speaking = line.kind in _SPEECH or line.kind is LineKind.CUE
    if cue is not None:
        _silent_cue(cue, remarks)


def _silent_cue(cue: Line, remarks: Remarks) -> None:
    remarks.warn(
        cue.row,
        "cue-without-dialogue",
        f"the cue {_start(cue.text)} has no dialogue",
        "Add what is said, or make the line action.",
    )


def check_heading(line: Line, heading: Heading, remarks: Remarks) -> None:
    """Remark on what a heading leaves open: it decides the strip, the set and the light."""
    where = f"the heading {_start(line.text)}"
    if heading.int_ext is None:
        remarks.warn(
            line.row, "no-int-ext", f"{where} says neither INT. nor EXT.", "Begin it with one."
        )
    if not heading.time:
        remarks.warn(
            line.row,
            "no-time",
            f"{where} names no time of day; {heading.time_of_day.value} is assumed",
            "End it with a time, such as - DAY.",
        )
    if not heading.set:
        remarks.warn(line.row, "no-set", f"{where} names no set", "Name the set.")
    is_shouted = line.text[:3] == line.text[:3].upper() and line.text != line.text.lower()
    if line.text != line.text.upper() and not is_shouted:
        remarks.note(line.row, "lower-case-heading", f"{where} is not in capitals")


def check_numbers(numbers: Sequence[tuple[int, str]], remarks: Remarks) -> None:
    """Remark on scene numbers that stand twice, and on scenes left out of the numbering.

    Args:
        numbers: Row and written number of each scene, the number empty where none is written.
        remarks: Where the findings go.
    """
    seen: dict[str, int] = {}
    is_numbered = any(number for _, number in numbers)
    for row, number in numbers:
        if not number:
            if is_numbered:
                remarks.warn(
                    row,
                    "no-number",
                    "this scene has no number while others have",
                    "Number it, such as 12A after 12.",
                )
        elif number.upper() in seen:
            remarks.warn(
                row,
                "duplicate-number",
                f"scene number {number} stands on {remarks.place(seen[number.upper()])} already",
                "Give one of the two another number.",
            )
        else:
            seen[number.upper()] = row


def _start(text: str) -> str:
    first = text.split("\n", 1)[0]
    return first if len(first) <= 40 else f"{first[:39]}…"
