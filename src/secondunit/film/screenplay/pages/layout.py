"""A whole script laid out on pages, as the typed lines that a printer draws.

Source: Final Draft's default elements (action at 1.5 inches, dialogue at 2.5, parentheticals at 3
with the bracket hanging, cues at 3.5, transitions to the right of 7.1; dual dialogue at 1.5 and
4.625) and the pages it prints: (MORE) below the last line, the repeated cue above the first.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from secondunit.film.screenplay.model import Line, LineKind, Paper, Screenplay, Side
from secondunit.film.screenplay.pages.block import LINE, Block, Part
from secondunit.film.screenplay.pages.continued import mark_continued, repeat_cue
from secondunit.film.screenplay.pages.lengths import line_scenes, scene_starts
from secondunit.film.screenplay.pages.page import Page, Placed, lay_out
from secondunit.film.screenplay.pages.sizes import usual_left
from secondunit.film.screenplay.pages.typed import set_lines
from secondunit.film.screenplay.pages.wrap import wrap

__all__ = [
    "MORE",
    "TypedLine",
    "TypedRole",
    "TypedScript",
    "lay_out_script",
    "set_script",
    "type_pages",
]

MORE = "(MORE)"

_RIGHT_OF_TRANSITIONS = 71.0
_MIDDLE = 45.0
_CENTERED = frozenset({LineKind.CENTERED, LineKind.ACT})
_DUAL_LEFT = {Side.LEFT: 15.0, Side.RIGHT: 46.25}
_DUAL_CUE = 13.75  # where a cue of no letters stands in its column; each letter moves it left
_DUAL_CUE_LETTER = 15 / 32
_DUAL_PARENTHETICAL = 2.5


class TypedRole(StrEnum):
    """Whose words a typed line holds: the writer's, or those that a page break adds."""

    TEXT = "text"
    MORE = "more"
    CONTINUED = "continued"


@dataclass(frozen=True, slots=True, kw_only=True)
class TypedLine:
    """One line of type on a page.

    Args:
        page: Page, from 1.
        row: Lines below the first of the page, six to the inch: 0 is the first; -1 a cue repeated
            above it; (MORE) may stand one below the last; halves occur. What is set on more than
            one line (a double-spaced speech) stands on the lowest of them.
        column: Left edge in tenths of an inch from the left edge of the paper.
        text: Its words, without spaces at its end; a transition's and a centred line's are set by
            ten characters to the inch.
        kind: What it is; of (MORE) and of a repeated cue ``CUE``.
        role: Whether a page break added it.
        line: Index of its paragraph in ``script.lines``.
        start: Character of that paragraph's text at which ``text`` begins, for emphasis; in a cue
            the extension follows the name. 0 where the role is not ``TEXT``.
        scene: Index of its scene in ``script.scenes``, -1 before the first.
        side: Column of a dual dialogue, or None.
        opens_line: True on the first typed line of a paragraph, where its scene number or its
            revision mark stands.
    """

    page: int
    row: float
    column: float
    text: str
    kind: LineKind
    role: TypedRole
    line: int
    start: int
    scene: int
    side: Side | None = None
    opens_line: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class TypedScript:
    """A script on pages.

    Args:
        lines: Every typed line, page by page, from the head down; of a dual dialogue the whole left
            column and then the right one.
        pages: How many pages it fills; at least 1.
        paper: What it is typed on.
        labels: What each page is called, in order: ``1``, ``2``, or ``12A`` in a locked script.
    """

    lines: tuple[TypedLine, ...]
    pages: int
    paper: Paper
    labels: tuple[str, ...]


def lay_out_script(script: Screenplay, *, marks_continued: bool = False) -> TypedScript:
    """Lay a whole script out on pages.

    Pages break as in ``Scene.page`` and ``Screenplay.pages``; omitted scenes are laid out too.

    Args:
        script: The script.
        marks_continued: Mark the cue of a speaker who goes on after action with (CONT'D), as Final
            Draft does unless told otherwise.
    """
    lines, blocks = set_script(script, marks_continued=marks_continued)
    pages = lay_out(blocks, script.paper.rows * LINE)
    labels = tuple(str(number) for number in range(1, len(pages) + 1))
    return type_pages(pages, lines, script.paper, labels)


def set_script(
    script: Screenplay, *, marks_continued: bool = False
) -> tuple[tuple[Line, ...], list[Block]]:
    """A script's lines in reading order, and the blocks they are set in."""
    lines = script.lines
    if marks_continued:
        lines = mark_continued(lines)
    return lines, set_lines(lines, line_scenes(len(lines), scene_starts(script)))


def type_pages(
    pages: Sequence[Page], lines: Sequence[Line], paper: Paper, labels: tuple[str, ...]
) -> TypedScript:
    """Draw laid-out pages as typed lines."""
    typed = (
        each for number, page in enumerate(pages, 1) for each in _type_page(page, number, lines)
    )
    return TypedScript(lines=tuple(typed), pages=len(pages), paper=paper, labels=labels)


def _type_page(page: Page, number: int, lines: Sequence[Line]) -> Iterator[TypedLine]:
    for placed in page.placed:
        for parts in placed.block.columns:
            yield from _type_column(placed, parts, number, lines)


def _type_column(
    placed: Placed, parts: Sequence[Part], page: int, lines: Sequence[Line]
) -> Iterator[TypedLine]:
    """One column of a block, with (MORE) below it and the repeated cue above it."""
    scene, top = placed.block.scene, placed.top
    last: TypedLine | None = None
    for part in parts:
        source = lines[part.line]
        top += part.before
        if not part.rows:
            yield _added(TypedRole.CONTINUED, part, source, page, scene, top / LINE - 1)
            continue
        starts = wrap(part.text, part.width)
        for index, (start, end) in enumerate(pairwise((*starts, len(part.text)))):
            text = part.text[start:end].rstrip()
            last = TypedLine(
                page=page,
                row=(top + (index + 1) * part.pitch) / LINE - 1,
                column=_column(source, part.kind, text, index),
                text=text,
                kind=part.kind,
                role=TypedRole.TEXT,
                line=part.line,
                start=part.offset + start,
                scene=scene,
                side=source.side,
                opens_line=part.offset + start == 0,
            )
            if text:
                yield last
        top += part.body
    if last is not None and placed.goes_on and parts[0].kind is LineKind.CUE:
        row = last.row + parts[-1].pitch / LINE
        yield _added(TypedRole.MORE, parts[0], lines[parts[0].line], page, scene, row)


def _added(
    role: TypedRole, cue: Part, source: Line, page: int, scene: int, row: float
) -> TypedLine:
    """What a page break adds to a speech, in the column of its cue."""
    text = MORE if role is TypedRole.MORE else repeat_cue(source.text, source.extension)
    return TypedLine(
        page=page,
        row=row,
        column=_column(source, LineKind.CUE, text, 0),
        text=text,
        kind=LineKind.CUE,
        role=role,
        line=cue.line,
        start=0,
        scene=scene,
        side=source.side,
    )


def _column(line: Line, kind: LineKind, text: str, index: int) -> float:
    """Where a typed line begins, in tenths of an inch."""
    if line.side is not None:
        return _DUAL_LEFT[line.side] + _indent_beside(kind, text)
    if kind is LineKind.TRANSITION:
        return max(_RIGHT_OF_TRANSITIONS - len(text), 0.0)
    if kind in _CENTERED:
        return max(_MIDDLE - len(text) / 2, 0.0)
    hang = 1.0 if kind is LineKind.PARENTHETICAL and index else 0.0
    return 10 * (usual_left(kind) if line.left is None else line.left) + hang


def _indent_beside(kind: LineKind, text: str) -> float:
    """Further indent in a column of a dual dialogue; cues move left as names grow."""
    if kind is LineKind.CUE:
        return max(_DUAL_CUE - _DUAL_CUE_LETTER * len(text), 0.0)
    return _DUAL_PARENTHETICAL if kind is LineKind.PARENTHETICAL else 0.0
