"""Passages of action: where nobody speaks for a while, what happens is cut closer."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from secondunit.film.shots.camera.grammar import size_steps
from secondunit.film.shots.coverage.draft import Draft, Rule
from secondunit.film.shots.model import Size
from secondunit.film.shots.reading.beats import Beat
from secondunit.film.shots.tables import CoverageRules

CLEARLY = 2
"""Sizes between two frames of the same people that make a cut."""

_OTHER = {
    Size.FULL: Size.MEDIUM,
    Size.COWBOY: Size.MEDIUM_CLOSE,
    Size.MEDIUM: Size.CLOSE,
    Size.MEDIUM_CLOSE: Size.COWBOY,
    Size.CLOSE: Size.MEDIUM,
    Size.WIDE: Size.COWBOY,
}


def is_passage(beats: Sequence[Beat], rules: CoverageRules) -> bool:
    """True for a run of action long enough to be cut closer than what happens between speeches."""
    told = sum(beat.words for beat in beats)
    return len(beats) >= rules.passage_sentences and told >= rules.passage_words


def apart(drafts: list[Draft]) -> list[Draft]:
    """Neighbours of the same frame two sizes apart: a cut between equal frames shows nothing.

    Source: the 30-degree rule's other half, a change of two sizes.
    """
    for place in range(1, len(drafts)):
        last, new = drafts[place - 1], drafts[place]
        if (
            new.rule is Rule.PEOPLE
            and set(new.subjects) == set(last.subjects)
            and abs(size_steps(last.size, new.size)) < CLEARLY
        ):
            size = _OTHER.get(last.size, new.size)
            if len(new.subjects) > 1:
                size = Size.WIDE if last.size is Size.COWBOY else Size.COWBOY
            drafts[place] = replace(new, size=size)
    return drafts
