"""Paragraphs as typed, and those that a page treats as one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from secondunit.core.quick import quick
from secondunit.film.screenplay.model import LineKind

LINE = 240
"""Twips (twentieths of a point) in a typed line at six lines to the inch."""


@quick
@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One paragraph, or what is left of it on a later page.

    Args:
        line: Its index in the script.
        kind: What it is.
        text: Its words (of a cue with the extension).
        offset: Character of the paragraph at which ``text`` begins.
        width: Characters a line holds.
        before: Space before it in twips.
        rows: Typed lines it has.
        pitch: Twips from one of them to the next.
    """

    line: int
    kind: LineKind
    text: str
    offset: int
    width: int
    before: int
    rows: int
    pitch: int = LINE

    @property
    def body(self) -> int:
        """Twips it takes without the space before it."""
        return self.rows * self.pitch


Columns = tuple[tuple[Part, ...], ...]
"""Paragraphs one under the other, in columns side by side."""


@quick
@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """Paragraphs that the page treats as one: a speech with its cue, or a single paragraph.

    Args:
        kind: Of its first paragraph; PAGE_BREAK for a forced break.
        scene: Index of its scene, -1 before the first heading.
        height: Twips it takes with the space before it; of two columns the longer counts.
        before: Twips of space before it, dropped at the top of a page.
        line: Index of its first paragraph.
        set_columns: Makes its paragraphs; most blocks are placed without a look at them.
        closes: True where its scene is over as far as length goes.
    """

    kind: LineKind
    scene: int
    height: int
    before: int
    line: int
    set_columns: Callable[[], Columns]
    closes: bool = False

    @property
    def columns(self) -> Columns:
        """Its paragraphs; two columns stand side by side in a dual dialogue."""
        return self.set_columns()

    def holding(self, columns: Columns) -> Block:
        """The same with other paragraphs."""
        return make_block(self.kind, self.scene, columns, closes=self.closes)


def make_block(kind: LineKind, scene: int, columns: Columns, *, closes: bool = False) -> Block:
    """A block of given paragraphs, as high as the longer of its columns."""
    return Block(
        kind=kind,
        scene=scene,
        height=max(map(height_of, columns), default=0),
        before=max((column[0].before for column in columns), default=0),
        line=min((column[0].line for column in columns), default=0),
        set_columns=partial(_given, columns),
        closes=closes,
    )


def _given(columns: Columns) -> Columns:
    return columns


def height_of(parts: Sequence[Part]) -> int:
    """Twips that paragraphs take one under the other."""
    return sum(part.before + part.rows * part.pitch for part in parts)
