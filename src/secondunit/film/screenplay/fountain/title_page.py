"""The title page at the head of a Fountain script.

Source: Fountain 1.1, Title Page. It is the first thing in the file, ``Key: value`` or a key with
indented lines under it, and ends at the first empty line. Any key will do, so a first line such as
``FADE IN:`` or ``EXT. YARD: NIGHT - DAY`` has to be told from one.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from secondunit.film.screenplay.emphasis import read_paragraph
from secondunit.film.screenplay.fountain.comments import SourceLine
from secondunit.film.screenplay.heading import is_heading
from secondunit.film.screenplay.model import TitleField

_FIELD = re.compile(r"([^\W\d_][^:\n]{0,40}):(\s*)(.*)$")
_USUAL = frozenset(
    [
        "title",
        "credit",
        "author",
        "authors",
        "written by",
        "source",
        "draft date",
        "date",
        "contact",
        "contact info",
        "copyright",
        "notes",
        "revision",
        "font",
        "draft",
        "episode",
        "series",
        "show",
        "language",
        "format",
        "version",
        "project",
        "subtitle",
        "titel",
        "titre",
        "título",
        "titolo",
        "auteur",
        "autor",
        "autore",
    ]
)


def read_title_page(lines: Sequence[SourceLine]) -> tuple[tuple[TitleField, ...], int]:
    """Read the title page.

    Args:
        lines: The whole script.

    Returns:
        Its fields, and the index of the first line after it (0 when there is none).
    """
    start = next((index for index, line in enumerate(lines) if line.text.strip()), len(lines))
    fields: list[tuple[str, list[str]]] = []
    end = start
    for end in range(start, len(lines) + 1):
        if end == len(lines) or lines[end].is_blank:
            break
        text = lines[end].text
        if lines[end].is_aside:
            continue
        if text[0].isspace() and fields:
            fields[-1][1].append(text.strip())
            continue
        match = _FIELD.match(text.strip())
        if match is None or is_heading(text):
            break
        key = match[1].strip()
        if match[3] and not match[2] and key.casefold() not in _USUAL:
            break
        fields.append((key, [match[3]] if match[3] else []))
    if not _is_title_page(fields):
        return (), 0
    return tuple(
        TitleField(key=key, value=read_paragraph(values).text) for key, values in fields
    ), end


def _is_title_page(fields: Sequence[tuple[str, list[str]]]) -> bool:
    """A usual key, or several that all look like keys and have something to say."""
    if any(key.casefold() in _USUAL for key, _ in fields):
        return True
    return len(fields) > 1 and all(
        values and key[0].isupper() and not key.isupper() and len(key.split()) < 3
        for key, values in fields
    )
