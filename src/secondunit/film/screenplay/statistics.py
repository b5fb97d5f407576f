"""Counting what a script holds."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from itertools import pairwise

from secondunit.core.pages import Eighths
from secondunit.film.screenplay.model import PRINTED, Line, LineKind, Screenplay, Side


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """A script in numbers.

    Args:
        scenes: Scene headings, omitted ones included.
        omitted: Scenes kept only for their number.
        cues: Character cues.
        speakers: Different names in cues, whatever their extensions.
        parentheticals: Bracketed lines within speeches.
        transitions: Lines such as CUT TO:.
        lyrics: Sung lines.
        dual_blocks: Pairs of speeches side by side.
        notes: Notes, wherever they stand.
        boneyards: Stretches taken out of the script but kept in the file.
        sections: Outline headings.
        synopses: Outline summaries.
        words: Printed words.
        pages: Length in pages, rounded up.
        eighths: Sum of the scenes' lengths.
    """

    scenes: int
    omitted: int
    cues: int
    speakers: int
    parentheticals: int
    transitions: int
    lyrics: int
    dual_blocks: int
    notes: int
    boneyards: int
    sections: int
    synopses: int
    words: int
    pages: int
    eighths: Eighths


def count(screenplay: Screenplay) -> Counts:
    """Count a script, what stands before its first scene included."""
    lines = [*screenplay.opening, *(line for scene in screenplay.scenes for line in scene.lines)]
    kinds = Counter(line.kind for line in lines)
    return Counts(
        scenes=len(screenplay.scenes),
        omitted=len(screenplay.scenes) - len(screenplay.shot_scenes),
        cues=kinds[LineKind.CUE],
        speakers=len({line.text for line in lines if line.kind is LineKind.CUE}),
        parentheticals=kinds[LineKind.PARENTHETICAL],
        transitions=kinds[LineKind.TRANSITION],
        lyrics=kinds[LineKind.LYRIC],
        dual_blocks=_dual_blocks(lines),
        notes=kinds[LineKind.NOTE],
        boneyards=kinds[LineKind.BONEYARD],
        sections=kinds[LineKind.SECTION],
        synopses=kinds[LineKind.SYNOPSIS],
        words=sum(len(line.text.split()) for line in lines if line.kind in PRINTED),
        pages=screenplay.pages,
        eighths=Eighths(sum(scene.eighths for scene in screenplay.scenes)),
    )


def _dual_blocks(lines: list[Line]) -> int:
    """How often the left column gives way to the right one."""
    sides = [line.side for line in lines if line.kind in PRINTED]
    return sum(pair == (Side.LEFT, Side.RIGHT) for pair in pairwise(sides))
