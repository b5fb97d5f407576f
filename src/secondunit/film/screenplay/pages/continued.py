"""Cues that say a speech goes on: (CONT'D) after action and over the end of a page.

Source: pages printed by Final Draft, which leaves voices over alone.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from secondunit.film.screenplay.model import Line, LineKind

CONTINUED = "CONT'D"

_VOICE_OVER = "V.O."


def cue_text(name: str, extension: str) -> str:
    """A cue as it is typed.

    >>> cue_text("OREN", "V.O., CONT'D"), cue_text("MINA", "on radio, low")
    ("OREN (V.O.) (CONT'D)", 'MINA (on radio, low)')
    """
    parts = extension.split(", ") if extension else []
    marks = [part for part in parts if _says_continued(part)]
    others = ", ".join(part for part in parts if not _says_continued(part))
    return " ".join([name, *(f"({each})" for each in (others, *marks) if each)])


def repeat_cue(name: str, extension: str) -> str:
    """A cue as the next page repeats it, marked as continued once.

    >>> repeat_cue("OREN", "V.O., cont'd")
    "OREN (V.O.) (CONT'D)"
    """
    others = [part for part in extension.split(", ") if part and not _says_continued(part)]
    return cue_text(name, ", ".join([*others, CONTINUED]))


def mark_continued(lines: Sequence[Line]) -> tuple[Line, ...]:
    """Lines in which a cue says so when the same speaker had the word before, in the same scene."""
    marked, speaker = [], ""
    for line in lines:
        said = line
        if line.kind is LineKind.HEADING:
            speaker = ""
        elif line.kind is LineKind.CUE:
            is_alone = line.side is None and _VOICE_OVER not in line.extension.upper()
            name = line.text.casefold() if is_alone else ""
            parts = line.extension.split(", ") if line.extension else []
            if name and name == speaker and not any(map(_says_continued, parts)):
                said = replace(line, extension=", ".join([*parts, CONTINUED]))
            speaker = name
        marked.append(said)
    return tuple(marked)


def _says_continued(part: str) -> bool:
    return part.casefold().replace("\u2019", "'") in {
        "cont'd",
        "cont",
        "contd",
        "continued",
        "cont.",
    }
