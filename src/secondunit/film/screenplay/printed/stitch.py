"""Whether a paragraph goes on over the end of a page.

Source: Final Draft parts action only between sentences, with two rows on either side, and takes a
paragraph over whole where that cannot be; word processors and browsers part it at any row.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from secondunit.film.screenplay.pages.wrap import sentence_starts
from secondunit.film.screenplay.printed.columns import CHARACTER, NEAR, Columns
from secondunit.film.screenplay.printed.margins import ScriptRow

_SENTENCE_END = re.compile(r"[.!?…:—][\"'”’)\]*]*$|--$")
EMPTY = 16
"""Rows left empty at the foot of a page from which its end was forced."""

MORE = re.compile(r"(?:\(\s*(?:MORE|SUITE|MEHR|MÁS|MAS|CONTINUA|SEGUE)\s*\)\s*)+$", re.IGNORECASE)
"""What is printed under a speech that goes on over the page."""

_MOST_ROOM = 6  # rows; a page that ends earlier was ended on purpose
_KEPT = 2  # rows kept together on either side of a break


def ends_sentence(text: str) -> bool:
    """True where a paragraph may be at its end.

    >>> ends_sentence("He comes."), ends_sentence("He comes and")
    (True, False)
    """
    return bool(_SENTENCE_END.search(text.rstrip()))


@dataclass(frozen=True, slots=True, kw_only=True)
class Stitch:
    """How a document parts paragraphs.

    Args:
        columns: Of the document.
        foot: Where its pages are full, in points from the top.
        is_free: It parts them at any row.
    """

    columns: Columns
    foot: float
    is_free: bool

    def goes_on(self, text: str, above: ScriptRow, below: Sequence[ScriptRow]) -> float:
        """How sure it is that action goes on over a page; below a half it does not.

        Args:
            text: The paragraph so far.
            above: Its last row.
            below: The rows of the next page up to the first gap.
        """
        left_empty = self.foot - above.top
        is_open = not ends_sentence(text)
        if left_empty > EMPTY * self.columns.pitch:
            return 0.8 if is_open and below[0].text[:1].islower() else 0.1
        first = below[0].text.split(" ")[0]
        left_over = self.columns.right - above.right
        has_room = (len(first) + 1) * CHARACTER < left_over
        if is_open:  # a row with room for the next word was ended there
            return 0.2 if has_room and not first[:1].islower() else 0.95
        if self.is_free:
            return 0.1 if has_room else 0.4
        room = int(left_empty / self.columns.pitch + 0.3)
        if not 0 < room <= _MOST_ROOM:
            return 0.3
        if 1 + len(below) <= room:
            return 0.8  # as a paragraph of its own it had found room
        needed = self._rows_of_first_sentence(below, left_over)
        if 0 < needed <= room and len(below) - needed >= _KEPT:
            return 0.1  # its first sentence had been kept above
        return 0.3

    def _rows_of_first_sentence(self, below: Sequence[ScriptRow], left_over: float) -> int:
        """Further rows that the first sentence below takes when it is set on above; 0 for none."""
        text = " ".join(row.text for row in below)
        ends = sentence_starts(text)
        length = ends[0] if ends else len(text)
        width = max(self.columns.right - self.columns.action, 10 * CHARACTER)
        over = length * CHARACTER - left_over
        return max(-int(-over // width), 0)


def learn_stitch(rows: Sequence[ScriptRow], columns: Columns) -> Stitch:
    """Learn from all page ends how a document parts paragraphs.

    Args:
        rows: Of the script.
        columns: Of the script.
    """
    ends = [
        (a, b) for a, b in pairwise(rows) if a.page != b.page and not MORE.match(a.text.strip())
    ]
    feet = sorted(a.top for a, _ in ends)
    parted = sum(
        abs(a.left - columns.action) <= NEAR
        and abs(b.left - columns.action) <= NEAR
        and not ends_sentence(a.text)
        and not a.text.isupper()
        for a, b in ends
    )
    return Stitch(
        columns=columns,
        foot=feet[len(feet) * 95 // 100] if feet else 0.0,
        is_free=parted > max(2, len(ends) // 20),
    )
