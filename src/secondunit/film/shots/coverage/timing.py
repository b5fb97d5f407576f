"""How long shots last: words at speaking speed, action scaled to a minute a page.

Source: trade practice, one page is about one minute of screen time.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from secondunit.core.pages import Eighths
from secondunit.core.timecode import Frames, Rate
from secondunit.film.shots.coverage.draft import Draft
from secondunit.film.shots.model import Framing
from secondunit.film.shots.reading.beats import BeatKind
from secondunit.film.shots.tables import Timing


def time_shots(
    drafts: Sequence[Draft], eighths: Eighths, rate: Rate, timing: Timing
) -> tuple[Frames, ...]:
    """Whole frames for each shot of a scene.

    Speech keeps its speed; what is left of the scene's page length goes to action in proportion
    to its words, each shot held between the shortest and the longest allowed.

    Args:
        drafts: The scene's shots.
        eighths: Its page length.
        rate: Frames per second.
        timing: The table.
    """
    spoken = [_spoken(draft, timing) for draft in drafts]
    acted = [_acted(draft, timing) for draft in drafts]
    target = _exact(timing.seconds_per_page) * eighths / 8
    low, high = _exact(timing.shortest_seconds), _exact(timing.longest_seconds)
    wanted = sum(acted)
    scale = (target - sum(spoken)) / wanted if wanted else Fraction(1)
    scale = min(Fraction(2), max(Fraction(7, 10), scale))
    return tuple(
        rate.frames_in(max(low, said + min(high, did * scale)))
        for said, did in zip(spoken, acted, strict=True)
    )


def _spoken(draft: Draft, timing: Timing) -> Fraction:
    words = sum(beat.words for beat in draft.beats if beat.kind is BeatKind.SPEECH)
    if not words:
        return Fraction(0)
    seconds = Fraction(words) / _exact(timing.words_per_second) + _exact(timing.breath_seconds)
    return seconds * _exact(draft.share)


def _acted(draft: Draft, timing: Timing) -> Fraction:
    seconds = Fraction(draft.words) / _exact(timing.action_words_per_second) * _exact(draft.share)
    if draft.framing is Framing.ESTABLISHING:
        return max(seconds, _exact(timing.establishing_seconds))
    return seconds


def _exact(value: float) -> Fraction:
    """The decimal a table meant, as a fraction."""
    return Fraction(str(value))
