"""Changing a Fountain file where its script changed, and nowhere else."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from secondunit.film.screenplay.fountain.align import align
from secondunit.film.screenplay.fountain.blocks import ASIDES, all_lines, group_blocks
from secondunit.film.screenplay.fountain.marks import merge_emphasis
from secondunit.film.screenplay.fountain.source import Edit, patch
from secondunit.film.screenplay.fountain.writer import (
    blank_rows,
    is_spaced,
    may_precede_space,
    write_block,
    write_title_page,
)
from secondunit.film.screenplay.model import Line, Screenplay, Spot

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


def rewrite(script: Screenplay, original: Original, *, around: int = 0) -> bytes:
    """The file with the script's changes: every byte that no change touches stays.

    Args:
        script: As it shall be.
        original: The file it was read from.
        around: Blocks above and below each change that are written with it, where a change makes
            them read otherwise than they did.
    """
    pen = _Pen(original)
    before = group_blocks(all_lines(original.script))
    after = group_blocks(all_lines(script))
    edits = pen.title_page(script)
    stretches = [
        each
        for each in align([_content(b) for b in before], [_content(b) for b in after])
        if not each.is_same
    ]
    floor = 0
    for index, each in enumerate(stretches):
        ceiling = stretches[index + 1].a if index + 1 < len(stretches) else len(before)
        back, on = min(around, each.a - floor), min(around, ceiling - each.b)
        new = after[each.c - back : each.d + on]
        edits += pen.blocks(before, (each.a - back, each.b + on), new)
        floor = each.b + on
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
        is_top = first == 0 and self._top == self._original.head
        floor = _span(before[first - 1])[1] if first else self._top
        follower = before[last] if last < len(before) else None
        ceiling = _span(follower)[0] if follower else len(self._original.data)
        if last > first:
            start, end = _span(before[first])[0], _span(before[last - 1])[1]
        else:
            start = end = ceiling if follower else floor
        start, end = max(start, floor), max(end, floor)
        if not after and is_top:
            return [Edit(start=start, end=ceiling, data=b"")]
        text = self._written(after, is_first=first == 0)
        above = before[first - 1] if first else None
        gap = "" if not after else None if is_top else self._gap((floor, start), above, after[0])
        if gap is not None:
            start, text = floor, gap + text
        above = after[-1] if after else above
        gap = self._gap((end, ceiling), above, follower, is_kept=True) if follower else None
        if gap is not None:
            end, text = ceiling, text + gap
        return [Edit(start=start, end=end, data=self.ink(text))]

    def _written(self, blocks: Sequence[Sequence[Line]], *, is_first: bool) -> str:
        text = ""
        for index, block in enumerate(blocks):
            text += "\n" * (1 + blank_rows(block)) if index else ""
            text += write_block(block, is_first=is_first and not index)
        return text

    def _gap(
        self,
        span: tuple[int, int],
        above: Sequence[Line] | None,
        below: Sequence[Line],
        *,
        is_kept: bool = False,
    ) -> str | None:
        """Line ends to stand between two blocks; None where what stands there will do.

        Empty rows between two paragraphs of action are part of the script, also those around a
        comment between them (unless it is kept as it stands); elsewhere more are welcome.
        """
        rows = blank_rows(below)
        there = self._original.data[slice(*span)].count(self.ink("\n")) - 1
        counts = (is_spaced(below) or (_is_aside(below) and not is_kept)) and (
            above is None or may_precede_space(above)
        )
        is_enough = rows <= there and (there < 2 or there == rows or not counts)
        return None if is_enough else "\n" * (1 + rows)


def _is_aside(block: Sequence[Line]) -> bool:
    """A comment by itself."""
    return block[0].kind in ASIDES


def _span(block: Sequence[Line]) -> tuple[int, int]:
    """First byte of a block and one past its last."""
    spots = [line.spot for line in block if line.spot is not None]
    return min(spot.start for spot in spots), max(spot.end for spot in spots)
