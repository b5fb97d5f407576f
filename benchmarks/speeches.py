"""A script's printed lines, and its speeches set side by side, for probes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from secondunit.film.screenplay.model import PRINTED, Line, LineKind, Screenplay, Side

_SPEECH = {LineKind.PARENTHETICAL, LineKind.DIALOGUE, LineKind.LYRIC}


def printed_lines(script: Screenplay) -> list[Line]:
    """What is set: the opening and the scenes, without notes and the like."""
    lines = [*script.opening, *(line for scene in script.scenes for line in scene.lines)]
    return [line for line in lines if line.kind in PRINTED]


def pair_speeches(lines: Sequence[Line]) -> list[Line]:
    """The lines with every second speech moved beside the one before it, where both are short."""
    speeches: list[list[int]] = []
    for index, line in enumerate(lines):
        if line.kind is LineKind.CUE:
            speeches.append([index])
        elif line.kind in _SPEECH and speeches and speeches[-1][-1] == index - 1:
            speeches[-1].append(index)
    found = list(lines)
    at = 0
    while at + 1 < len(speeches):
        left, right = speeches[at], speeches[at + 1]
        is_short = all(sum(len(lines[i].text) for i in each) < 500 for each in (left, right))
        if left[-1] + 1 != right[0] or not is_short or min(len(left), len(right)) < 2:
            at += 1
            continue
        for side, each in ((Side.LEFT, left), (Side.RIGHT, right)):
            for index in each:
                found[index] = replace(lines[index], side=side)
        at += 2
    return found
