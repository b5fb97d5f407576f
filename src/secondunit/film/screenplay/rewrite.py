"""Changing a Fountain file where its script changed, and nowhere else."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from secondunit.film.screenplay.align import align
from secondunit.film.screenplay.blocks import all_lines, group_blocks
from secondunit.film.screenplay.marks import merge_emphasis
from secondunit.film.screenplay.model import Line, Screenplay, Spot
from secondunit.film.screenplay.source import Edit, patch
from secondunit.film.screenplay.write_fountain import blank_rows, write_block, write_title_page

_LINE_ENDS = ("\r\n", "\n", "\r", "\u2028", "\x85")


@dataclass(frozen=True, slots=True, kw_only=True)
class Original:
    """A Fountain file that a script was read from.

    Args:
        data: The file.
        text: The same decoded.
        encode: Makes bytes of new text, in the file's own encoding.
        script: What the file reads as, each line with its ``spot``.
        title_spot: Where its title page stands.
        head: Bytes of its byte order mark.
    """

    data: bytes
    text: str
    encode: Callable[[str], bytes]
    script: Screenplay
    title_spot: Spot | None
    head: int


def line_end(text: str) -> str:
    """The line end that a text uses most; a line feed where it has none."""
    counts = Counter({end: text.count(end) for end in _LINE_ENDS})
    for single in ("\n", "\r"):
        counts[single] -= counts["\r\n"]
    return max(_LINE_ENDS, key=lambda end: (counts[end], end == "\n"))


def rewrite(script: Screenplay, original: Original) -> bytes:
    """The file with the script's changes: every byte that no change touches stays.

    Args:
        script: As it shall be.
        original: The file it was read from.
    """
    pen = _Pen(original)
    before = group_blocks(all_lines(original.script))
    after = group_blocks(all_lines(script))
    edits = pen.title_page(script)
    for each in align([_content(b) for b in before], [_content(b) for b in after]):
        if not each.is_same:
            edits += pen.blocks(before, (each.a, each.b), after[each.c : each.d])
    return patch(original.data, edits)


def _content(block: Sequence[Line]) -> tuple[object, ...]:
    """What two blocks share when neither has changed."""
    return tuple(
        (
            line.kind,
            line.text,
            line.extension,
            line.number,
            line.side,
            line.depth,
            line.anchor,
            line.space_before,
            merge_emphasis(line.text, line.emphasis),
        )
        for line in block
    )


class _Pen:
    """Writes in a file's own hand: its encoding, its line ends, its way with accents."""

    def __init__(self, original: Original) -> None:
        self._original = original
        self._end = line_end(original.text)
        is_plain = original.text.isascii()
        self._parts_accents = not is_plain and unicodedata.is_normalized("NFD", original.text)
        self._top = original.title_spot.end if original.title_spot else original.head

    def ink(self, text: str) -> bytes:
        """Bytes of new text."""
        if self._parts_accents:
            text = unicodedata.normalize("NFD", text)
        return self._original.encode(text.replace("\n", self._end))

    def title_page(self, script: Screenplay) -> list[Edit]:
        """What changes on the title page."""
        original = self._original
        if script.title_page == original.script.title_page:
            return []
        text = write_title_page(script.title_page)
        if original.title_spot is not None:
            spot = original.title_spot
            return [Edit(start=spot.start, end=spot.end, data=self.ink(text.rstrip("\n")))]
        return [Edit(start=original.head, end=original.head, data=self.ink(text + "\n"))]

    def blocks(
        self,
        before: Sequence[Sequence[Line]],
        span: tuple[int, int],
        after: Sequence[Sequence[Line]],
    ) -> list[Edit]:
        """Put new blocks in the place of some old ones, an empty row between any two."""
        first, last = span
        floor = _span(before[first - 1])[1] if first else self._top
        ceiling = _span(before[last])[0] if last < len(before) else len(self._original.data)
        start, end = (
            (_span(before[first])[0], _span(before[last - 1])[1])
            if last > first
            else (ceiling,) * 2
        )
        start, end = max(start, self._top), max(end, self._top)
        if not after:
            return [self._cut(floor, (start, end), ceiling, is_end=last == len(before))]
        text = ""
        for index, block in enumerate(after):
            text += "\n" * (1 + blank_rows(block)) if index else ""
            text += write_block(block, is_first=first == 0 and index == 0)
        is_top = first == 0 and self._top == self._original.head
        if not is_top:
            text = self._missing(floor, start, blank_rows(after[0])) + text
        if last < len(before):
            text += self._missing(end, ceiling, blank_rows(before[last]))
        return [Edit(start=start, end=end, data=self.ink(text))]

    def _cut(self, floor: int, span: tuple[int, int], ceiling: int, *, is_end: bool) -> Edit:
        """Take blocks out, with the space behind them, or before them at the end of the file."""
        return (
            Edit(start=floor, end=span[1], data=b"")
            if is_end
            else Edit(start=span[0], end=ceiling, data=b"")
        )

    def _missing(self, start: int, end: int, rows: int) -> str:
        """Line ends to be added between two places so that enough empty rows part them."""
        unit = self.ink("\n")
        there = self._original.data[start:end].count(unit) if end > start else 0
        return "\n" * max(1 + rows - there, 0)


def _span(block: Sequence[Line]) -> tuple[int, int]:
    """First byte of a block and one past its last."""
    spots = [line.spot for line in block if line.spot is not None]
    return min(spot.start for spot in spots), max(spot.end for spot in spots)
