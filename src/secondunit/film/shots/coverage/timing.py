"""How long shots last: words at speaking speed, action by the room it takes on the page.

A shot's length is read from its own lines alone, so that a changed line changes no other shot.

Source: trade practice, one page is about one minute of screen time.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from secondunit.core.timecode import Frames, Rate
from secondunit.film.shots.coverage.draft import Draft
from secondunit.film.shots.model import Framing
from secondunit.film.shots.reading.beats import Beat, BeatKind
from secondunit.film.shots.tables import Timing

HEADING_ROWS = 3
"""Rows of a heading and the blank ones above it."""

PARAGRAPH_ROWS = Fraction(3, 2)
"""Blank row above a paragraph, and the half of its last row that is empty on average."""


def time_shots(drafts: Sequence[Draft], rate: Rate, timing: Timing) -> tuple[Frames, ...]:
    """Whole frames for each shot of a scene.

    Speech keeps its speed; action takes the time of the rows it fills on a page: a paragraph's
    first sentence has the blank row above and the half row that is left over at its end, the first
    shot of a scene the heading's. Each shot is held between the shortest and the longest allowed.

    Args:
        drafts: The scene's shots.
        rate: Frames per second.
        timing: The table.
    """
    low, high = _exact(timing.shortest_seconds), _exact(timing.longest_seconds)
    return tuple(
        rate.frames_in(
            max(low, _spoken(draft, timing) + min(high, _acted(draft, timing, opens=place == 0)))
        )
        for place, draft in enumerate(drafts)
    )


def _spoken(draft: Draft, timing: Timing) -> Fraction:
    words = sum(beat.words for beat in draft.beats if beat.kind is BeatKind.SPEECH)
    if not words:
        return Fraction(0)
    seconds = Fraction(words) / _exact(timing.words_per_second) + _exact(timing.breath_seconds)
    return seconds * _exact(draft.share)


def _acted(draft: Draft, timing: Timing, *, opens: bool) -> Fraction:
    rows = sum(_rows(beat, timing) for beat in draft.beats if beat.kind is not BeatKind.SPEECH)
    row = _exact(timing.seconds_per_page) / timing.rows_per_page
    seconds = (rows + HEADING_ROWS * opens) * row * _exact(draft.share)
    if draft.framing is Framing.ESTABLISHING:
        return max(seconds, _exact(timing.establishing_seconds))
    return seconds


def _rows(beat: Beat, timing: Timing) -> Fraction:
    """Rows of a page that a sentence fills, in parts of a row."""
    opens = beat.span is not None and beat.span.start == 0
    return Fraction(len(beat.text), timing.letters_per_row) + PARAGRAPH_ROWS * opens


def _exact(value: float) -> Fraction:
    """The decimal a table meant, as a fraction."""
    return Fraction(str(value))
