"""Reading a script out of messy plain text: pasted from a page, typed anyhow, scanned, printed.

Rows are labelled together (``labels``), then rows that were broken only to fit a page become
paragraphs again. Every line says by which rule it is what it is, and how surely; what is read
weakly is a finding, so that a person looks at it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from secondunit.core.finding import Finding
from secondunit.core.ids import Digest
from secondunit.film.screenplay.cover import read_cover
from secondunit.film.screenplay.cue import split_cue
from secondunit.film.screenplay.model import LineKind, Spot, TitleField
from secondunit.film.screenplay.plain.labels import Labelled, label_rows
from secondunit.film.screenplay.plain.rows import PlainRow, read_rows, script_rows
from secondunit.film.screenplay.plain.votes import Label
from secondunit.film.screenplay.plain.words import heading_strength, is_act, is_transition
from secondunit.film.screenplay.read import RawLine, RawScript
from secondunit.film.screenplay.remarks import Remarks

_KINDS = {
    Label.HEADING: LineKind.HEADING,
    Label.ACTION: LineKind.ACTION,
    Label.CUE: LineKind.CUE,
    Label.DIALOGUE: LineKind.DIALOGUE,
    Label.PARENTHETICAL: LineKind.PARENTHETICAL,
    Label.TRANSITION: LineKind.TRANSITION,
}
_JOINED = frozenset({LineKind.ACTION, LineKind.DIALOGUE, LineKind.PARENTHETICAL, LineKind.HEADING})
_COVER_ROWS = 40
_COVER_WORDS = re.compile(
    r"\b(?:by|draft|revis\w+|screenplay|teleplay|based on|copyright|©|story|registered|episode)\b"
    r"|(?:19|20)\d\d|@\w+\.",
    re.IGNORECASE,
)
_CONTD = re.compile(r"\s*\(?\bCONT(?:INUED|INUING|['’.]?D)?\.?\)?\s*$", re.IGNORECASE)
_DOUBTFUL = 0.6
_MOST_DOUBTS = 50


def read_plain_text(
    text: str,
    *,
    name: str,
    digest: Digest,
    byte_at: Callable[[int], int] = lambda character: character,
) -> tuple[RawScript, tuple[Finding, ...]]:
    """Read a script; any text can be read, and what is odd or doubtful in it is a finding.

    Args:
        text: The file's text, with whatever line ends it has.
        name: The file's name.
        digest: SHA-256 of the file's bytes.
        byte_at: The byte of the file at which a character of the text stands; -1 when unknown.
    """
    remarks = Remarks("plain-text")
    rows = read_rows(text, remarks)
    _remark_furniture(rows, remarks)
    script = script_rows(rows)
    first = _first_row(script)
    labelled = label_rows(script[first:])
    _remark_doubts(labelled, remarks)
    raw = RawScript(
        name=name,
        title_page=_cover(script[:first]),
        lines=tuple(_paragraphs(labelled, _breaks(rows), byte_at)),
        source_format="plain-text",
        source_digest=digest,
    )
    return raw, remarks.findings()


def _cover(rows: Sequence[PlainRow]) -> tuple[TitleField, ...]:
    return read_cover(row.text for row in rows)


def _first_row(rows: Sequence[PlainRow]) -> int:
    """Index of the first row after the title page: where the first scene, transition or act is,
    if what stands before reads like a title page; else 0."""
    for index, row in enumerate(rows[: _COVER_ROWS + 1]):
        opens = heading_strength(row.text) > 1 or is_act(row.text)
        if opens or is_transition(row.text):
            words = sum(bool(_COVER_WORDS.search(each.text)) for each in rows[:index])
            is_cover = words > 0 or (0 < index < 4 and rows[0].text.isupper())
            return index if is_cover else 0
    return 0


def _breaks(rows: Sequence[PlainRow]) -> frozenset[int]:
    """Rows that only stand apart from the row above because a page ended between them."""
    broken: set[int] = set()
    turned = False
    for row in rows:
        if row.furniture:
            turned = True
            continue
        if turned:
            broken.add(row.row)
        turned = False
    return frozenset(broken)


def _paragraphs(
    labelled: Sequence[Labelled], turned: frozenset[int], byte_at: Callable[[int], int]
) -> list[RawLine]:
    """Rows joined to paragraphs, cues and headings taken apart."""
    width = _width(labelled)
    usual = min((each.row.blanks for each in labelled[1:]), default=0)
    lines: list[RawLine] = []
    above: Labelled | None = None
    for each in labelled:
        line = _line(each, byte_at)
        if above is not None and lines and _is_repeated_cue(lines, line, turned, each):
            continue
        if above is not None and _goes_on(above, each, width=width, usual=usual, turned=turned):
            last = lines[-1]
            lines[-1] = replace(
                last,
                text=_join(last.text, line.text),
                spot=_span(last.spot, line.spot),
                confidence=min(last.confidence, line.confidence),
            )
        else:
            lines.append(line)
        above = each
    return lines


def _line(each: Labelled, byte_at: Callable[[int], int]) -> RawLine:
    row, kind = each.row, _KINDS[each.label]
    text, extension = row.text, ""
    if kind is LineKind.ACTION and is_act(text) and text.isupper():
        kind = LineKind.ACT
    if kind is LineKind.CUE:
        cue = split_cue(text.rstrip(": "))
        text, extension = cue.name, cue.extension
        if (bare := _CONTD.sub("", text)) and bare != text:
            text, extension = bare, ", ".join(part for part in (extension, "CONT'D") if part)
    start, end = byte_at(row.start), byte_at(row.end)
    return RawLine(
        kind=kind,
        text=text,
        row=row.row,
        extension=extension,
        number=row.number if kind is LineKind.HEADING else "",
        spot=Spot(start=start, end=end) if start >= 0 else None,
        rule=each.rule,
        confidence=each.confidence,
    )


def _is_repeated_cue(
    lines: list[RawLine], line: RawLine, turned: frozenset[int], each: Labelled
) -> bool:
    """A cue set again after a page turn, in the middle of its own speech."""
    if line.kind is not LineKind.CUE or each.row.row not in turned or "CONT" not in line.extension:
        return False
    before = next((x for x in reversed(lines) if x.kind is LineKind.CUE), None)
    spoken = lines[-1].kind in {LineKind.DIALOGUE, LineKind.PARENTHETICAL}
    return before is not None and spoken and before.text == line.text


def _goes_on(
    above: Labelled, each: Labelled, *, width: int, usual: int, turned: frozenset[int]
) -> bool:
    """A row is the next of the same paragraph."""
    kind = _KINDS[each.label]
    if above.label is not each.label or kind not in _JOINED:
        return False
    if kind is LineKind.HEADING:
        return each.row.blanks <= usual and heading_strength(each.row.text) < 2
    if kind is LineKind.PARENTHETICAL:
        return not above.row.text.rstrip(" .").endswith(")")
    parted = each.row.blanks > usual and each.row.row not in turned
    if kind is LineKind.DIALOGUE:
        return not parted
    if parted:
        return False
    word = each.row.text.split(maxsplit=1)[0]
    return above.row.right + 1 + len(word) > width or each.row.text[:1].islower()


def _width(labelled: Sequence[Labelled]) -> int:
    """The column at which rows of action are broken; endless where they are not."""
    ends = sorted(each.row.right for each in labelled if each.label is Label.ACTION)
    return ends[len(ends) * 97 // 100] if ends else 0


def _join(above: str, below: str) -> str:
    """Two rows of one paragraph: a hyphen or half a dash at the end takes no space after it."""
    is_split = above.endswith("-") and (above[-2:-1].isalnum() or below.startswith("-"))
    return f"{above}{'' if is_split else ' '}{below}"


def _span(first: Spot | None, last: Spot | None) -> Spot | None:
    if first is None or last is None:
        return first
    return replace(first, end=last.end)


def _remark_furniture(rows: Sequence[PlainRow], remarks: Remarks) -> None:
    left_out = [row for row in rows if row.furniture]
    if left_out:
        remarks.note(
            left_out[0].row,
            "print-left-out",
            f"{len(left_out)} rows that a printer put in (page numbers, CONTINUED, running heads) "
            "are left out",
        )


def _remark_doubts(labelled: Sequence[Labelled], remarks: Remarks) -> None:
    doubts = [each for each in labelled if each.confidence < _DOUBTFUL]
    for each in doubts[:_MOST_DOUBTS]:
        remarks.note(
            each.row.row,
            "doubtful-line",
            f"read as {_KINDS[each.label].value}, with {each.confidence:.0%} confidence",
            "Look at it; a clean Fountain file leaves no doubt.",
        )
