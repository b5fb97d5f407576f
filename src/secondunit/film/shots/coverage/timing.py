"""How long shots last: words at speaking speed, action by the room it takes on the page.

A shot's length is read from its own lines alone, so that a changed line changes no other shot.

Source: trade practice, one page is about one minute of screen time.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from secondunit.core.ids import LineId
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

    Speech keeps its speed; action takes the time of the rows it fills on a page, its share of the
    blank row above its paragraph and of the half row left over at the end among them; the first
    shot of a scene has the heading's. Each is held between the shortest and the longest allowed.

    Args:
        drafts: The scene's shots.
        rate: Frames per second.
        timing: The table.
    """
    low, high = _exact(timing.shortest_seconds), _exact(timing.longest_seconds)
    letters = _letters(drafts)
    frames = []
    for place, draft in enumerate(drafts):
        rows = (
            sum(_rows(beat, letters, timing) for beat in draft.beats) + (place == 0) * HEADING_ROWS
        )
        acted = rows * _exact(timing.seconds_per_page) / timing.rows_per_page * _exact(draft.share)
        if draft.framing is Framing.ESTABLISHING:
            acted = max(acted, _exact(timing.establishing_seconds))
        least = _exact(timing.travel_seconds) if draft.travel[0] or draft.walkers else low
        frames.append(rate.frames_in(max(least, _spoken(draft, timing) + min(high, acted))))
    return tuple(frames)


def _spoken(draft: Draft, timing: Timing) -> Fraction:
    words = sum(beat.words for beat in draft.beats if beat.kind is BeatKind.SPEECH)
    if not words:
        return Fraction(0)
    seconds = Fraction(words) / _exact(timing.words_per_second) + _exact(timing.breath_seconds)
    return seconds * _exact(draft.share)


def _letters(drafts: Sequence[Draft]) -> dict[LineId, int]:
    """Letters of each paragraph of action, by its line."""
    beats = {beat.span: beat for draft in drafts for beat in draft.beats if beat.span is not None}
    found: dict[LineId, int] = {}
    for span, beat in beats.items():
        found[span.line] = found.get(span.line, 0) + len(beat.text)
    return found


def _rows(beat: Beat, letters: dict[LineId, int], timing: Timing) -> Fraction:
    """Rows of a page that a sentence of action fills, in parts of a row."""
    if beat.kind is BeatKind.SPEECH or beat.span is None or not beat.text:
        return Fraction(0)
    own = len(beat.text)
    return Fraction(own, timing.letters_per_row) + PARAGRAPH_ROWS * own / letters[beat.span.line]


def _exact(value: float) -> Fraction:
    """The decimal a table meant, as a fraction."""
    return Fraction(str(value))
