"""The rows of a messy script, without what a printer or a web page put between them.

Page numbers, running heads, MORE and CONTINUED lines, scene numbers at the sides and revision
stars are the print's, not the writer's. Scene numbers are kept with their row.

Source: usage of the trade in printed scripts; the faults that turn up in scripts on the web.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from secondunit.film.screenplay.heading import is_heading, is_omitted
from secondunit.film.screenplay.hidden import remove_hidden
from secondunit.film.screenplay.remarks import Remarks

_NEW_LINE = re.compile("\r\n|[\r\n\x0b\x0c\x85\u2028\u2029]")
_TAB = 8
_FRONT_STAR = re.compile(r"[*|]\s{2,}")
_CONTINUED = re.compile(
    r"(?:[A-Z]?\d+[A-Z]{0,2}[.)]?\s*)?\(?\s*(?:CONTINUED|CONT['’]?D|CONT\.?)(?:\s+ON\s+\w+\s+PAGE)?"
    r"\s*:?\s*\)?\s*:?\s*(?:\(\d+\))?(?:\s*[A-Z]?\d+[A-Z]{0,2}[.)]?)*$",
    re.IGNORECASE,
)
_MORE = re.compile(r"\(?\s*(?:MORE|SUITE|MEHR|MÁS)\s*\)$", re.IGNORECASE)
_PAGE_WORD = re.compile(r"(?:PAGE|PG|P|SEITE|PÁGINA)\.?\s*\d{1,4}[.)]?$", re.IGNORECASE)
_NUMBER = re.compile(r"[-–(]?\s*[A-Z]?\d{1,4}[A-Z]{0,2}\s*[-–)]?\.?[-–)]?\s*\*?$")
_DATE = re.compile(
    r"\d{1,4}[./-]\d{1,2}[./-]\d{2,4}|\b(?:JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC)[A-Z]*"
    r"\.? \d{1,2},? (?:19|20)\d\d",
    re.IGNORECASE,
)
_DIGIT = re.compile(r"\d")
_REVISION = re.compile(
    r"\b(?:REV(?:IS\w*)?|DRAFT|BLUE|PINK|YELLOW|GREEN|GOLDENROD|BUFF|SALMON|CHERRY|TAN|PAGES|"
    r"SHOOTING SCRIPT)\b",
    re.IGNORECASE,
)
_LEFT = re.compile(r"#?([A-Z]{0,2}\d{1,4}[A-Z]{0,3})[.)]?(\s+)(?=\S)")
_RIGHT = re.compile(r"\(?#?([A-Z]{0,2}\d{1,4}[A-Z]{0,3})[.)]?\)?$")
_JUNK = re.compile(r"(?:[\d\W_]{1,5}\s+){1,2}(?=(?:INT|EXT|I/E)\b)")
_ADDRESS = re.compile(r"\b(?:www\.|https?:)\S+", re.IGNORECASE)
_WIDE = 3
_FAR = 40
_HALF_PAGE = 20
_NUMBER_AT_END = re.compile(r"[A-Z]?\d{1,3}[A-Z]?\.?$")
_LONGEST = 120  # characters; what a printer puts in is shorter
_PAGE = 80  # characters that a page or a screen is wide
_ONE_IN = 50  # rows, one of which is that long
_RULE = re.compile(r"[-=_*~•·.\s]{3,}$")


@dataclass(frozen=True, slots=True, kw_only=True)
class PlainRow:
    """One row with words.

    Args:
        row: Its line number, from 1.
        start: Its first character in the text, white space before it left out.
        end: One past its last character.
        indent: White space before it in columns, tabs to the next eighth.
        text: Its words, without scene numbers and stars.
        blanks: Empty rows between it and the row before.
        number: Scene number beside it, or "".
        both: The number stands on both sides.
        furniture: What the print put here instead of the writer, or "".
    """

    row: int
    start: int
    end: int
    indent: int
    text: str
    blanks: int
    number: str = ""
    both: bool = False
    furniture: str = ""

    @property
    def right(self) -> int:
        """Column of its end."""
        return self.indent + len(self.text)


def read_rows(text: str, remarks: Remarks | None = None) -> list[PlainRow]:
    """All rows with words, top to bottom, each told from what the print added.

    Args:
        text: The file, with whatever line ends it has; a form feed ends a page and a line.
        remarks: Told of characters that nobody can see; None to drop them unsaid.
    """
    remarks = Remarks("") if remarks is None else remarks
    rows: list[PlainRow] = []
    blanks, start, number = 0, 0, 0
    while start <= len(text):
        found = _NEW_LINE.search(text, start)
        end, after = found.span() if found else (len(text), len(text) + 1)
        number += 1
        if line := text[start:end].removeprefix("\ufeff"):
            line = unicodedata.normalize("NFC", remove_hidden(line, number, remarks))
        if line.strip():
            begin = start + len(line) - len(line.lstrip())
            rows.append(_row(line, number, blanks, begin, end))
        blanks = 0 if line.strip() else blanks + 1
        start = after
    return _mark_furniture(rows)


def script_rows(rows: Iterable[PlainRow]) -> list[PlainRow]:
    """The writer's rows; blank rows around what is left out count for the next one."""
    kept: list[PlainRow] = []
    blanks = 0
    for row in rows:
        blanks = max(blanks, row.blanks)
        if row.furniture:
            continue
        kept.append(row if row.blanks == blanks else replace(row, blanks=blanks))
        blanks = 0
    return kept


def are_whole(rows: Sequence[PlainRow]) -> bool:
    """Rows are whole paragraphs: some are longer than a page is wide."""
    return _ONE_IN * sum(len(row.text) > _PAGE for row in rows) > len(rows)


def _row(line: str, number: int, blanks: int, start: int, end: int) -> PlainRow:
    line = _without_star(line)
    text = line.strip()
    lead = line[: len(line) - len(line.lstrip())]
    indent = len(lead.expandtabs(_TAB))
    if len(text) < _LONGEST and not _LEFT.match(text) and (junk := _JUNK.match(text)):
        indent += junk.end()
        text = text[junk.end() :]
    left = _LEFT.match(text)
    head, gap, last = _last_word(text)
    right = _RIGHT.match(last) if head else None
    scene, both = "", False
    if left and right and left[1] == right[1] and left.end() <= len(head):
        scene, both = left[1], True
    elif left and not right and (len(left[2]) >= _WIDE or is_heading(text[left.end() :])):
        scene = left[1]
    elif right and not left and gap >= _WIDE and head.isupper():
        scene = right[1]
    bare, column = text, indent
    if scene:
        begin = left.end() if left else 0
        bare = (head if right and (both or not left) else text)[begin:].strip() or text
        column += len(text[:begin].expandtabs(_TAB))
    return PlainRow(
        row=number,
        start=start,
        end=end,
        indent=column,
        text=bare,
        blanks=blanks,
        number=scene,
        both=both,
    )


def _without_star(line: str) -> str:
    """A row without the star of a revision at its end or before it."""
    bare = line.rstrip()
    kept = bare.rstrip("*|")
    if len(kept) < len(bare) and kept.strip() and kept[-1].isspace():
        line = kept
    front = _FRONT_STAR.match(line)
    if front and line[front.end() :].strip():
        line = " " * front.end() + line[front.end() :]
    return line


def _last_word(text: str) -> tuple[str, int, str]:
    """What stands before the last word, the white space between, and the last word."""
    *head, last = text.rsplit(maxsplit=1) or [""]
    bare = head[0] if head else ""
    return bare, len(text) - len(bare) - len(last), last


def _mark_furniture(rows: Sequence[PlainRow]) -> list[PlainRow]:
    heads_of = [_head(row) for row in rows]
    heads = _running_heads(rows, heads_of)
    numbers = _page_numbers(rows)
    marked = []
    for index, row in enumerate(rows):
        if len(row.text) > _LONGEST:
            marked.append(row)
            continue
        furniture = ""
        if _MORE.match(row.text):
            furniture = "more"
        elif _CONTINUED.match(row.text) and not (row.text.startswith("(") and row.text.islower()):
            furniture = "continued"
        elif index in numbers or _PAGE_WORD.match(row.text):
            furniture = "page-number"
        elif _RULE.match(row.text) and row.text.strip(". "):
            furniture = "rule"
        elif len(row.text) < 90 and "." in row.text and _ADDRESS.search(row.text):
            furniture = "address"
        elif _is_revision(row) or (heads_of[index] in heads and not is_heading(row.text)):
            furniture = "running-head"
        marked.append(replace(row, furniture=furniture) if furniture else row)
    return marked


def _is_revision(row: PlainRow) -> bool:
    return len(row.text) < 90 and _has_date(row.text) and bool(_REVISION.search(row.text))


def _has_date(text: str) -> bool:
    return bool(_DIGIT.search(text)) and bool(_DATE.search(text))


def _head(row: PlainRow) -> str:
    """What a running head keeps from page to page, or "" for a row that is none."""
    if len(row.text) > _LONGEST or row.both or is_omitted(row.text):
        return ""
    head, gap, last = _last_word(row.text)
    is_numbered = bool(row.number) or bool(
        head and _NUMBER_AT_END.match(last) and (gap >= _WIDE or last[-1] == ".")
    )
    if not (is_numbered or _has_date(row.text)):
        return ""
    words = re.sub(r"[\d\W_]+", " ", row.text).casefold().strip()
    return words if len(words) > 2 else ""


def _running_heads(rows: Sequence[PlainRow], heads: Sequence[str]) -> frozenset[str]:
    """Heads that come again and again, never within half a page."""
    seen: dict[str, list[int]] = {}
    for row, head in zip(rows, heads, strict=True):
        if head:
            seen.setdefault(head, []).append(row.row)
    return frozenset(
        head
        for head, places in seen.items()
        if len(places) > 2 and min(b - a for a, b in pairwise(places)) >= _HALF_PAGE
    )


def _page_numbers(rows: Sequence[PlainRow]) -> set[int]:
    """Rows that are nothing but a number, and are no line of a script."""
    bare = [index for index, row in enumerate(rows) if _NUMBER.match(row.text) and not row.number]
    values = [int("".join(c for c in rows[index].text if c.isdigit()) or 0) for index in bare]
    rising = {
        index
        for at, index in enumerate(bare)
        if (at and values[at] == values[at - 1] + 1)
        or (at + 1 < len(bare) and values[at + 1] == values[at] + 1)
    }
    return {
        index
        for index in bare
        if index in rising
        or rows[index].indent >= _FAR
        or rows[index].text[0] in "-–"
        or (rows[index].text.endswith(".") and rows[index].indent > 2)
    }
