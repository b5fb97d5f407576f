"""Telling Fountain from plain text that only looks like a script.

Fountain has no mark of its own: any text is Fountain of some sort. So it is measured. A text is
Fountain when

1. it begins with a title page of keys (``Title:`` and another), which nothing else does; or
2. it carries Fountain's own marks (``#12#`` after a heading, ``[[`` notes, ``/*`` boneyards, ``>``
   ``@`` ``!`` ``~`` ``.`` before a line, sections, synopses, ``===``), two of them or one in a text
   of less than sixty rows, and by its rules at least half of the headings, and half of the cues,
   that the rows of the text vote for (``labels``) are such; or
3. read as Fountain it loses nothing: 96 of 100 of those headings, and of those cues, are such by
   Fountain's rules, its paragraphs are not broken into rows to fit a page, and no printer's rows
   (page numbers, CONTINUED) stand in it.

Everything else is messy text. A text of less than eight rows, or without headings and cues, is
Fountain: nothing tells, and nothing is to be won. The first 1,200 rows are measured.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import islice, pairwise

from secondunit.core.ids import Digest
from secondunit.film.screenplay.fountain.reader import read_fountain
from secondunit.film.screenplay.model import LineKind
from secondunit.film.screenplay.plain.labels import Labelled, label_rows
from secondunit.film.screenplay.plain.rows import PlainRow, read_rows, script_rows
from secondunit.film.screenplay.plain.votes import Label

LARGEST = 4_000_000
"""Characters beyond which a text is not measured but taken for Fountain: no script is so long."""

_TITLE = re.compile(
    r"\s*(?:title|credit|authors?|source|draft date|contact|copyright)\s*:[^\n]*\n"
    r"(?:[^\n]*\n){0,12}?\s*(?:credit|authors?|source|draft date|contact|copyright|notes|revision)"
    r"\s*:",
    re.IGNORECASE,
)
_MARKS = re.compile(
    r"(?:^[ \t]*(?:INT|EXT|EST|I/E)\b[^\n]*\#[\w.-]+\#[ \t]*$"
    r"|\[\[[^\n\]]|\]\]|/\*|\*/"
    r"|^[ \t]*>[^\n<]*<[ \t]*$|^>[ \t]*\w|^@\w|^![\w(]|^~\w|^\.[A-Z]|^\#{1,6}[ \t]*[A-Za-z]"
    r"|^=[ \t]*\w|^={3,}[ \t]*$|^[^\n]*\w[ \t]?\^[ \t]*$"
    r"|\*\*\w[^\n*]*\*\*|(?<![\w*])\*[A-Za-z][^\n*]*[\w.!?]\*(?![\w*])|(?<!\w)_[A-Za-z][^\n_]*_(?!\w))",
    re.MULTILINE,
)
_FEW_ROWS = 60
_AGREEING = 0.96
_HALF = 0.5
_SURE = 0.6
_SLACK = 0.5  # half a row: one oddity in a short script settles nothing
_BROKEN = 0.1
_WIDEST, _RAGGED = 90, 3  # characters: no page holds more; a break may come that much too soon
_FEWEST = 8
_SAMPLE = 1200
_ROW_END = re.compile(r"\r\n?|\n")


def is_fountain(text: str) -> bool:
    """Whether a text is to be read by Fountain's rules (see the module for how it is decided).

    >>> is_fountain("Title: X\\nAuthor: Y\\n\\nINT. HALL - DAY\\n\\nHe sits.")
    True
    """
    if len(text) > LARGEST or _TITLE.match(text.lstrip("\ufeff")):
        return True
    text = text[: _end_of_sample(text)]
    rows = read_rows(text)
    labelled = label_rows(script_rows(rows))
    if len(rows) < _FEWEST or not any(
        each.label in {Label.HEADING, Label.CUE} for each in labelled
    ):
        return True
    marks = _count_marks(text)
    if marks > 1 or (marks and len(rows) < _FEW_ROWS):
        return _agreement(text, labelled) >= _HALF
    if _printed(rows) or _is_broken(labelled):
        return False
    return _agreement(text, labelled) >= _AGREEING


def _end_of_sample(text: str) -> int:
    """Where the rows that are measured end: long before the end of a long script."""
    for count, end in enumerate(_ROW_END.finditer(text)):
        if count == _SAMPLE:
            return end.start()
    return len(text)


def _count_marks(text: str) -> int:
    """Fountain's own marks, counted to two."""
    return sum(1 for _ in islice(_MARKS.finditer(text), 2))


def _printed(rows: Sequence[PlainRow]) -> bool:
    """Several rows are a printer's, not the writer's."""
    count = sum(bool(row.furniture) for row in rows)
    return count > 2 and count * 150 > len(rows)


def _is_broken(labelled: Sequence[Labelled]) -> bool:
    """Paragraphs are broken into rows: most rows with another under them had no room for more."""
    pairs = full = 0
    for label in (Label.ACTION, Label.DIALOGUE):
        ends = sorted(each.row.right for each in labelled if each.label is label)
        width = ends[len(ends) * 97 // 100] if ends else 0
        if width > _WIDEST:
            return False
        for above, below in pairwise(labelled):
            if above.label is below.label is label and not below.row.blanks:
                word = below.row.text.split(maxsplit=1)[0]
                pairs += 1
                full += above.row.right + 1 + len(word) > width - _RAGGED
    return pairs >= _FEWEST and pairs > _BROKEN * len(labelled) and full * 3 > pairs * 2


def _agreement(text: str, labelled: Sequence[Labelled]) -> float:
    """The lesser of two shares: of the headings and of the cues of the vote that Fountain's rules
    find too."""
    raw, _ = read_fountain(text, name="", digest=Digest(""))
    least = 1.0
    for label, kind in ((Label.HEADING, LineKind.HEADING), (Label.CUE, LineKind.CUE)):
        found = {line.row for line in raw.lines if line.kind is kind}
        wanted = [
            each.row.row for each in labelled if each.label is label and each.confidence > _SURE
        ]
        if wanted:
            least = min(least, (sum(row in found for row in wanted) + _SLACK) / len(wanted))
    return least
