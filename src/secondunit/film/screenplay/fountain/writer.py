"""Writing a script as Fountain that reads back to the same script.

An element is written plainly where it reads so, and with the mark that forces it where not.

Source: Fountain 1.1, https://fountain.io/syntax, and the readings of ``fountain``.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from secondunit.film.screenplay.cue import read_cue
from secondunit.film.screenplay.fountain.blocks import ASIDES, SPACED, all_lines, group_blocks
from secondunit.film.screenplay.fountain.marks import write_comment, write_rows, write_words
from secondunit.film.screenplay.fountain.walk import PAGE_BREAK, heading_of
from secondunit.film.screenplay.model import PRINTED, Line, LineKind, Screenplay, Side, TitleField

_CENTERED = frozenset({LineKind.CENTERED, LineKind.ACT})
_NUMBER = re.compile(r"[^\W_](?:[^\W_]|[.\-])*")
_LEADING = "=#~>!"
_FORCING = _LEADING + ".@"


def write_script(script: Screenplay) -> str:
    """The whole script, rows ended by ``\\n``."""
    title = write_title_page(script.title_page)
    parts = [title]
    for index, block in enumerate(group_blocks(all_lines(script))):
        text = write_block(block, is_first=not script.title_page and not index)
        parts.append("\n" * blank_rows(block) if any(parts) else "")
        parts.append(text + "\n")
    return "".join(parts)


def write_title_page(fields: Sequence[TitleField]) -> str:
    """The rows of the title page, or nothing."""
    text = ""
    for field in fields:
        first, *more = [write_words(row) for row in field.value.split("\n")]
        if more:
            text += f"{field.key}:\n" + "".join(f"    {row}\n" for row in (first, *more))
        else:
            text += f"{field.key}: {first}".rstrip() + "\n"
    return text


def is_spaced(block: Sequence[Line]) -> bool:
    """The empty rows above a block are part of the script."""
    return block[0].kind in SPACED


def may_precede_space(block: Sequence[Line]) -> bool:
    """Empty rows below a block may be part of the script: it is action, or prints nothing."""
    return block[0].kind in SPACED or block[0].kind not in PRINTED


def blank_rows(block: Sequence[Line]) -> int:
    """Empty rows that stand before a block."""
    first = block[0]
    asked = first.space_before or 0
    return int(asked) if is_spaced(block) and asked >= 2 else 1


def write_block(block: Sequence[Line], *, is_first: bool = False) -> str:
    """The rows of a block, the last without its line end.

    Args:
        block: As ``group_blocks`` parts a script.
        is_first: It is the first in the file, where words and a colon read as a title page.
    """
    groups = _with_asides(block)
    line, asides = groups[0]
    if line.kind is LineKind.CUE:
        rows = [row for said, cuts in groups[1:] for row in _spoken(said, cuts)]
        return "\n".join([_cue(line, asides, rows, is_first=is_first), *rows])
    if line.kind in ASIDES:
        return write_comment(line)
    line = _on_one_row(line)
    rows = write_rows(line, asides)
    if line.kind is LineKind.HEADING:
        return _heading(line, rows[0], asides, is_first=is_first)
    if line.kind is LineKind.LYRIC:
        return "\n".join(f"~{row}" for row in rows)
    if line.kind is LineKind.TRANSITION:
        return _transition(line, rows, is_first=is_first)
    if line.kind in _CENTERED:
        return "\n".join(f"> {row.strip()} <" for row in rows)
    if line.kind is LineKind.SHOT and rows[0][:1] not in {"", " ", "!"}:
        return f"!!{rows[0]}"
    if line.kind is LineKind.PAGE_BREAK:
        return f"=== {rows[0]}".rstrip()
    if line.kind is LineKind.SECTION:
        return f"{'#' * max(line.depth, 1)} {rows[0]}".rstrip()
    if line.kind is LineKind.SYNOPSIS:
        return "\n".join(f"= {row}".rstrip() for row in rows)
    return _action(line, asides, is_first=is_first)


def _with_asides(block: Sequence[Line]) -> list[tuple[Line, list[Line]]]:
    groups: list[tuple[Line, list[Line]]] = []
    for line in block:
        if groups and line.kind in ASIDES and line.anchor is not None:
            groups[-1][1].append(line)
        else:
            groups.append((line, []))
    return groups


def _on_one_row(line: Line) -> Line:
    """A line of a kind that cannot go over several rows, on one."""
    if "\n" not in line.text or line.kind not in {
        LineKind.HEADING,
        LineKind.SECTION,
        LineKind.TRANSITION,
        LineKind.SHOT,
    }:
        return line
    return replace(line, text=line.text.replace("\n", " "))


def _heading(line: Line, row: str, asides: Sequence[Line], *, is_first: bool) -> str:
    number = f" #{line.number}#" if _NUMBER.fullmatch(line.number) else ""
    words = write_rows(line)[0]
    if heading_of(words + number) == (words, line.number) and not (is_first and ":" in words):
        return row + number
    if not words[:1].isalnum():  # after the mark that forces it no style can begin
        row = write_rows(replace(line, emphasis=()), asides)[0]
    return f".{row}{number}"


def _transition(line: Line, rows: Sequence[str], *, is_first: bool) -> str:
    text = line.text
    is_plain = (
        rows[0] == text
        and text.isupper()
        and text.endswith("TO:")
        and not text[-4:-3].isalnum()
        and text[0] not in _FORCING
        and heading_of(text) is None
        and not is_first
    )
    return text if is_plain else f"> {rows[0]}"


def _action(line: Line, asides: Sequence[Line], *, is_first: bool) -> str:
    rows = [row.lstrip() for row in write_rows(line)]
    forced = [index for index, row in enumerate(rows) if row[:1] in tuple(_LEADING)]
    if 0 not in forced and rows[0] and _needs_force(rows[0], rows, is_first=is_first):
        forced.append(0)
    return "\n".join(write_rows(line, asides, forced))


def _needs_force(words: str, rows: Sequence[str], *, is_first: bool) -> bool:
    if (words[0] == "." and words[1:2].isalnum()) or words[0] == "@":
        return True
    if heading_of(words) is not None or (is_first and ":" in words):
        return True
    if len(rows) > 1:
        return read_cue(words) is not None
    return words.isupper() and words.endswith("TO:")


def _cue(line: Line, asides: Sequence[Line], rows: Sequence[str], *, is_first: bool) -> str:
    extension = f" ({line.extension})" if line.extension else ""
    ends = extension + (" ^" if line.side is Side.RIGHT else "")
    row = write_rows(line)[0] + extension
    found = read_cue(row)
    follows = bool(rows) and rows[0][:1] not in {"", "!"} and not PAGE_BREAK.match(rows[0])
    is_plain = (
        follows
        and found is not None
        and (found.name, found.extension) == (line.text, line.extension)
        and row[0] not in _FORCING
        and heading_of(row) is None
        and not (is_first and ":" in row)
    )
    return ("" if is_plain else "@") + write_rows(line, asides)[0] + ends


def _spoken(line: Line, asides: Sequence[Line]) -> list[str]:
    if line.kind in ASIDES:
        return [write_comment(line)]
    rows = write_rows(line, asides)
    if line.kind is LineKind.PAGE_BREAK:
        return [f"=== {rows[0]}".rstrip()]
    if line.kind is LineKind.LYRIC:
        return [f"~{row}" for row in rows]
    if line.kind is LineKind.PARENTHETICAL and not _is_bracketed(line.text):
        rows = [f"({rows[0]}", *rows[1:]]
        rows[-1] += ")"
    return [row if row.strip() else "  " for row in rows]


def _is_bracketed(text: str) -> bool:
    """One pair of brackets around everything."""
    depth = 0
    for at, character in enumerate(text):
        depth += (character in "(（") - (character in ")）")
        if not depth:
            return at == len(text) - 1 and text[0] in "(（"
    return False
