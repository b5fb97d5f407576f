"""What stands together in a Fountain script with no empty line inside: a paragraph or a speech."""

from __future__ import annotations

from collections.abc import Sequence

from secondunit.film.screenplay.model import Line, LineKind, Screenplay

SPEECH = frozenset({LineKind.PARENTHETICAL, LineKind.DIALOGUE, LineKind.LYRIC})
"""Kinds that stand under a cue."""

ASIDES = frozenset({LineKind.NOTE, LineKind.BONEYARD})
"""Kinds that may stand inside another line."""

SPACED = frozenset({LineKind.ACTION, LineKind.CENTERED, LineKind.ACT})
"""Kinds before which empty rows are part of the script, where one of them stands above."""


def all_lines(script: Screenplay) -> list[Line]:
    """Every line of a script in order."""
    return [*script.opening, *(line for scene in script.scenes for line in scene.lines)]


def group_blocks(lines: Sequence[Line]) -> list[tuple[Line, ...]]:
    """Part a script's lines into blocks, each with the comments that stand in it."""
    blocks: list[tuple[Line, ...]] = []
    index = 0
    while index < len(lines):
        end = index + 1
        if lines[index].kind is LineKind.CUE:
            end = _speech_end(lines, index)
        elif lines[index].kind not in ASIDES:
            end = _asides_end(lines, end)
        blocks.append(tuple(lines[index:end]))
        index = end
    return blocks


def _asides_end(lines: Sequence[Line], index: int) -> int:
    while index < len(lines) and lines[index].kind in ASIDES and lines[index].anchor is not None:
        index += 1
    return index


def _speech_end(lines: Sequence[Line], start: int) -> int:
    side, said = lines[start].side, LineKind.CUE
    end = _asides_end(lines, start + 1)
    while end < len(lines):
        ahead = end
        while ahead < len(lines) and _may_lie_between(lines[ahead], said):
            ahead += 1
        is_said = ahead < len(lines) and lines[ahead].kind in SPEECH and lines[ahead].side is side
        if not is_said:
            break
        said = lines[ahead].kind
        end = _asides_end(lines, ahead + 1)
    return end


def _may_lie_between(line: Line, said: LineKind) -> bool:
    """A page break or a comment on a row of its own inside a speech."""
    if line.kind is LineKind.PAGE_BREAK:
        return True
    return line.kind in ASIDES and line.anchor is None and said is not LineKind.DIALOGUE
