"""Read a printed page by where its rows stand: columns are learned from each document."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from secondunit.film.screenplay.cue import split_cue
from secondunit.film.screenplay.heading import is_heading, is_omitted
from secondunit.film.screenplay.model import LineKind
from secondunit.film.screenplay.read import RawLine

SINGLE = 1.5
"""Row pitches: rows nearer than this are one paragraph."""

NEAR = 9.0
"""Points within which a row stands in a column."""

_NUMBER = r"[A-Z]{0,2}\d{1,4}[A-Z]{0,2}"
_PAGE = re.compile(rf"\s*{_NUMBER}\.?\s*$")
_MORE = re.compile(r"\(\s*MORE\s*\)$", re.IGNORECASE)
_CONTINUED = re.compile(r"(?:\(?CONTINUED\)?:?(?:\s*\(\d+\))?)$", re.IGNORECASE)
_CONTD = re.compile(r"\(\s*CONT[’']?D?\.?\s*\)", re.IGNORECASE)
_AT_START = re.compile(rf"({_NUMBER})\s{{2,}}(?=\S)")
_AT_END = re.compile(rf"\s{{2,}}({_NUMBER})\s*\*?$")


@dataclass(frozen=True, slots=True, kw_only=True)
class PageRow:
    """One row of text on a page.

    Args:
        page: From 1.
        left: Left edge in points.
        right: Right edge in points.
        top: Distance of the row's foot from the top of the page in points.
        text: The words; two or more spaces where the print leaves a wide gap.
    """

    page: int
    left: float
    right: float
    top: float
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Columns:
    """Left edges of a document's columns, in points, and its row pitch."""

    action: float
    dialogue: float
    parenthetical: float
    cue: float
    pitch: float


def learn_columns(rows: Sequence[PageRow]) -> Columns:
    """Vote for the columns: action is the leftmost of the common edges, dialogue the commonest
    to its right; cues stand furthest in, parentheticals between.

    Source: industry layout; edges are 1.5, 2.5, 3.0 and 3.5 inches by default and drift by house.
    """
    plain = [row for row in rows if not _AT_START.match(row.text) and not _PAGE.match(row.text)]
    votes = Counter(round(row.left / 3) * 3 for row in plain)
    most = max(votes.values(), default=1)
    action = min((edge for edge, count in votes.items() if count * 6 >= most), default=108)
    inner = Counter(
        round(row.left / 3) * 3
        for row in plain
        if row.left > action + 40 and not row.text.isupper() and row.text[:1] != "("
    )
    dialogue = max(inner, key=lambda edge: inner[edge], default=action + 72)
    capitals = Counter(
        round(row.left / 3) * 3 for row in rows if row.left > dialogue + 30 and row.text.isupper()
    )
    cue = capitals.most_common(1)[0][0] if capitals else dialogue + 72
    brackets = Counter(
        round(row.left / 3) * 3
        for row in rows
        if row.text.startswith("(") and dialogue + 10 < row.left < cue
    )
    aside = brackets.most_common(1)[0][0] if brackets else (dialogue + cue) / 2
    gaps = Counter(
        round(b.top - a.top)
        for a, b in pairwise(rows)
        if a.page == b.page and 8 < b.top - a.top < 20
    )
    pitch = gaps.most_common(1)[0][0] if gaps else 12
    return Columns(action=action, dialogue=dialogue, parenthetical=aside, cue=cue, pitch=pitch)


def read_pages(rows: Sequence[PageRow]) -> tuple[RawLine, ...]:
    """Paragraphs of a script from its printed rows, pages stitched.

    Page numbers, running heads, MORE and CONTINUED are the printer's, not the writer's: dropped.
    """
    columns = learn_columns(rows)
    lines: list[RawLine] = []
    before: PageRow | None = None
    broken = False
    for place, row in _numbered(rows):
        if _is_margin(row, columns) or _CONTINUED.match(row.text.strip()):
            continue
        if _MORE.match(row.text.strip()):
            broken = True
            continue
        line = _classify(row, place, columns)
        last = lines[-1] if lines else None
        if broken and line.kind is LineKind.CUE:
            before = None
            continue
        if last is not None and (broken or _follows(before, row, columns)) and _joins(last, line):
            space = "" if last.text.endswith("-") and last.text[-2:-1].isalpha() else " "
            lines[-1] = replace(last, text=f"{last.text}{space}{line.text}".strip())
        else:
            lines.append(line)
        broken, before = False, row
    return tuple(lines)


def _numbered(rows: Iterable[PageRow]) -> Iterable[tuple[int, PageRow]]:
    page, count = 0, 0
    for row in rows:
        count = count + 1 if row.page == page else 1
        page = row.page
        yield page * 1000 + count, row


def _is_margin(row: PageRow, columns: Columns) -> bool:
    """A page number or a running head: in the top inch, or a number alone outside the columns."""
    if row.top < 66 and (_PAGE.match(row.text) or row.left > columns.cue + 60):
        return True
    return bool(_PAGE.match(row.text)) and row.left < columns.action - NEAR


def _classify(row: PageRow, place: int, columns: Columns) -> RawLine:
    text, number = row.text.strip().removesuffix("*").rstrip(), ""
    left = row.left
    if (found := _AT_START.match(text)) and left < columns.action - NEAR:
        number, text, left = found.group(1), text[found.end() :], columns.action
    if found := _AT_END.search(text):
        number, text = number or found.group(1), text[: found.start()]
    text = " ".join(text.split())
    if abs(left - columns.action) <= NEAR:
        if is_heading(text) or is_omitted(text):
            return RawLine(kind=LineKind.HEADING, text=text, row=place, number=number)
        return RawLine(kind=LineKind.ACTION, text=text, row=place)
    if abs(left - columns.dialogue) <= NEAR:
        return RawLine(kind=LineKind.DIALOGUE, text=text, row=place)
    if text.startswith("(") and left < columns.cue:
        return RawLine(kind=LineKind.PARENTHETICAL, text=text, row=place)
    if abs(left - columns.parenthetical) <= NEAR and not text.isupper():
        return RawLine(kind=LineKind.PARENTHETICAL, text=text, row=place)
    if text.rstrip(".").endswith((":", "TO BLACK")) and text.isupper():
        return RawLine(kind=LineKind.TRANSITION, text=text, row=place)
    if columns.parenthetical < left and _CONTD.sub("", text).split("(")[0].isupper():
        cue = split_cue(text)
        return RawLine(kind=LineKind.CUE, text=cue.name, row=place, extension=cue.extension)
    return RawLine(kind=LineKind.ACTION, text=text, row=place)


def _follows(before: PageRow | None, row: PageRow, columns: Columns) -> bool:
    """True when no empty row stands between; across a page it cannot be told, so no."""
    if before is None or before.page != row.page:
        return False
    return row.top - before.top < columns.pitch * SINGLE


def _joins(last: RawLine, line: RawLine) -> bool:
    if last.kind is LineKind.PARENTHETICAL:
        return line.kind is LineKind.PARENTHETICAL and not last.text.endswith(")")
    return last.kind is line.kind and line.kind in {
        LineKind.ACTION,
        LineKind.DIALOGUE,
        LineKind.HEADING,
    }
