"""A script as a printer draws it: every word with its place on the page.

Source: Final Draft's prints: page number with a full stop half an inch from the top, none on the
first page; scene numbers at 0.75 and 7.38 inches; revision stars at 7.75; base lines 8 points below
the top of a row.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from secondunit.core.ids import LineId
from secondunit.film.screenplay.model import Emphasis, Line, LineKind, Paper, Screenplay
from secondunit.film.screenplay.pages.layout import (
    TypedLine,
    TypedRole,
    TypedScript,
    lay_out_script,
)
from secondunit.film.screenplay.pages.locked_pages import lay_out_locked, written_locks
from secondunit.film.screenplay.printing.numbers import scene_labels
from secondunit.film.screenplay.printing.options import NumberSides, PrintedRevision, PrintOptions

CELL = 7.2
"""Points from character to character."""

PITCH = 12.0
"""Points from row to row."""

_BASE = 8.0
_HEAD, _HEAD_OVER_CONTINUED = 44.0, 34.0
_NUMBERS = 54.0, 531.4
_STAR = 558.0
_RIGHT = 522.0  # where page numbers end
_LEFT = 108.0
_HEAD_GAP = 2  # characters between the head and the page number
_CONTINUED_ROWS = -2, 1  # above the first row, below the last and (MORE)
_LOUD = frozenset({LineKind.HEADING, LineKind.TRANSITION, LineKind.SHOT, LineKind.ACT})


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """Words on one row of a page.

    Args:
        left: Left edge in points.
        foot: Base line in points from the top of the page.
        text: What they say.
        emphasis: Styled stretches of ``text``; what is sung is in the style ``lyric``.
        heading: On the first row of a scene's heading all of it, for the outline of the file.
    """

    left: float
    foot: float
    text: str
    emphasis: tuple[Emphasis, ...] = ()
    heading: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintPage:
    """One page as drawn.

    Args:
        label: Its number (``12A``).
        words: Everything on it, head first, then row by row.
        tint: Colour of its paper as ``#RRGGBB``, or "" for white.
    """

    label: str
    words: tuple[Words, ...]
    tint: str = ""


def print_pages(script: Screenplay, options: PrintOptions) -> tuple[tuple[PrintPage, ...], Paper]:
    """Lay a script out and put everything a print carries beside it.

    Args:
        script: The script.
        options: How it is to be printed.

    Returns:
        Its pages without the title page, and the paper they are typed on.
    """
    paper = options.paper or script.paper
    script = replace(script, paper=paper)
    locks = options.locks or written_locks(script)
    if locks:
        typed = lay_out_locked(script, locks, marks_continued=options.marks_continued)
    else:
        typed = lay_out_script(script, marks_continued=options.marks_continued)
    rows = {page: list(group) for page, group in groupby(typed.lines, key=lambda line: line.page)}
    beside = _Beside(script, options, typed)
    return tuple(
        PrintPage(
            label=label,
            words=(
                *_head(script, options, page, label),
                *beside.continued(rows, page),
                *(words for line in rows.get(page, ()) for words in beside.row(line)),
            ),
            tint=options.revision.tint
            if options.revision is not None and _names(options.revision, label)
            else "",
        )
        for page, label in enumerate(typed.labels, 1)
        if options.pages is None or label in options.pages
    ), paper


def starred_pages(
    script: Screenplay, typed: TypedScript, revision: PrintedRevision
) -> tuple[str, ...]:
    """Labels of the pages on which a star stands, in order.

    Args:
        script: The script.
        typed: The same on its pages.
        revision: What it changed.
    """
    lines = script.lines
    spans = _spans(revision)
    found = {line.page for line in typed.lines if _is_starred(lines[line.line], line, spans)}
    return tuple(label for page, label in enumerate(typed.labels, 1) if page in found)


def _spans(revision: PrintedRevision | None) -> dict[LineId, list[tuple[int, int]]]:
    spans: dict[LineId, list[tuple[int, int]]] = {}
    for words in revision.words if revision is not None else ():
        spans.setdefault(words.line, []).append((words.start, words.end))
    return spans


def _is_starred(
    source: Line, typed: TypedLine, spans: Mapping[LineId, Sequence[tuple[int, int]]]
) -> bool:
    """Whether some of what changed stands on a typed row."""
    if typed.role is not TypedRole.TEXT:
        return False
    first, last = typed.start, typed.start + len(typed.text)
    return any(
        first <= start <= last if start == end else start < last and end > first
        for start, end in spans.get(source.id, ())
    )


def _names(revision: PrintedRevision, label: str) -> bool:
    """Whether a page is one that the revision changed."""
    return revision.pages is None or label in revision.pages


def _head(script: Screenplay, options: PrintOptions, page: int, label: str) -> Iterator[Words]:
    """The running head: title, revision and date on the left, the page number on the right."""
    number = "" if page == 1 else f"{label}."
    left = _RIGHT - CELL * len(number)
    foot = _HEAD_OVER_CONTINUED if options.continueds else _HEAD
    revision = options.revision
    if revision is not None and _names(revision, label):
        said = [revision.name, f"({revision.date})"]
        revised = " ".join(said if revision.date else said[:1])
        room = int((left - _LEFT) / CELL) - _HEAD_GAP - len(revised) - 3
        title = " ".join(script.title.split()).upper()
        title = title if len(title) <= room else f"{title[: max(room - 1, 0)].rstrip()}…"
        yield Words(left=_LEFT, foot=foot, text=f"{title}   {revised}")
    if number:
        yield Words(left=left, foot=foot, text=number)


class _Beside:
    """Puts numbers and stars beside typed rows."""

    def __init__(self, script: Screenplay, options: PrintOptions, typed: TypedScript) -> None:
        self._lines = script.lines
        self._options = options
        self._paper = typed.paper
        self._first = {line.scene: line.page for line in reversed(typed.lines)}
        self._numbers = scene_labels(script, number_all=options.number_scenes)
        self._spans = _spans(options.revision)
        self._starred: set[tuple[int, float]] = set()

    def row(self, typed: TypedLine) -> Iterator[Words]:
        """A typed row with what stands beside it."""
        source = self._lines[typed.line]
        foot = self._foot(typed.row)
        text = _loud(typed.text) if typed.kind in _LOUD else typed.text
        opens_scene = typed.kind is LineKind.HEADING and typed.opens_line
        yield Words(
            left=typed.column * CELL,
            foot=foot,
            text=text,
            emphasis=_emphasis(source, typed) if typed.role is TypedRole.TEXT else (),
            heading=_loud(source.text) if opens_scene else "",
        )
        if opens_scene:
            end = (typed.column + len(text)) * CELL
            yield from self._both(typed.scene, foot, end)
        place = typed.page, typed.row
        if place not in self._starred and _is_starred(source, typed, self._spans):
            self._starred.add(place)
            yield Words(left=_STAR, foot=foot, text="*")

    def continued(self, rows: Mapping[int, Sequence[TypedLine]], page: int) -> Iterator[Words]:
        """CONTINUED at the head and the foot of a page on which a scene goes on."""
        if not self._options.continueds:
            return
        scene = self._goes_on(rows, page - 1)
        if scene is not None:
            foot = self._foot(_CONTINUED_ROWS[0])
            count = page - self._first[scene]
            many = f" ({count})" if count > 1 else ""
            yield Words(left=_LEFT, foot=foot, text=f"CONTINUED:{many}")
            yield from self._both(scene, foot)
        if self._goes_on(rows, page) is not None:
            text = "(CONTINUED)"
            foot = self._foot(self._paper.rows + _CONTINUED_ROWS[1])
            yield Words(left=_RIGHT - CELL * len(text), foot=foot, text=text)

    def _goes_on(self, rows: Mapping[int, Sequence[TypedLine]], page: int) -> int | None:
        """Index of the scene that goes on from a page to the next."""
        above, below = rows.get(page), rows.get(page + 1)
        if not above or not below or above[-1].scene != below[0].scene or above[-1].scene < 0:
            return None
        return above[-1].scene

    def _both(self, scene: int, foot: float, end: float = 0.0) -> Iterator[Words]:
        """A scene's number on the sides that are asked for, clear of the words between."""
        number, sides = self._numbers[scene], self._options.sides
        left, right = _NUMBERS
        if number and sides in {NumberSides.BOTH, NumberSides.LEFT}:
            at = max(min(left, _LEFT - CELL * (len(number) + 1)), 0.0)
            yield Words(left=at, foot=foot, text=number)
        if number and sides in {NumberSides.BOTH, NumberSides.RIGHT}:
            yield Words(left=max(right, end + CELL), foot=foot, text=number)

    def _foot(self, row: float) -> float:
        return self._paper.top * 72 + _BASE + PITCH * row


def _loud(text: str) -> str:
    """In capitals, letter for letter, so that positions stay."""
    return "".join(up if len(up := char.upper()) == 1 else char for char in text)


def _emphasis(source: Line, typed: TypedLine) -> tuple[Emphasis, ...]:
    """The styles within one typed row; a lyric is ``lyric``."""
    end = typed.start + len(typed.text)
    found = [
        Emphasis(
            start=max(part.start - typed.start, 0),
            end=min(part.end, end) - typed.start,
            style=part.style,
        )
        for part in source.emphasis
        if part.start < end and part.end > typed.start
    ]
    if source.kind is LineKind.LYRIC:
        found.append(Emphasis(start=0, end=len(typed.text), style="lyric"))
    return tuple(found)
