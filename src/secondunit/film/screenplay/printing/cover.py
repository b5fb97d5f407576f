"""The title page as a printer draws it, and the lists that follow it.

Source: Final Draft's title page: the title a third down, credit and author below it, all centred;
contact and copyright at the lower left, the draft at the lower right.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from secondunit.film.screenplay.model import Paper, Screenplay, TitleField
from secondunit.film.screenplay.pages.wrap import wrap
from secondunit.film.screenplay.printing.pages import CELL, PITCH, PrintPage, Words

_TITLE_ROW, _FOOT_ROW, _TOP = 23, 7, 80.0
_LEFT, _EDGE = 72.0, 54.0
_WIDEST, _BESIDE = 60, 32  # characters in a row alone, and in one with another beside it
_MIDDLE = {
    "title": 2,
    "subtitle": 2,
    "episode": 2,
    "credit": 4,
    "written by": 4,
    "author": 2,
    "authors": 2,
    "source": 4,
}
_RIGHT = frozenset({"draft date", "date", "draft", "revision", "version"})
_LISTS = frozenset({"cast", "sets"})
_NOT_PRINTED = frozenset({"font", "format", "language"})
_PLAIN = frozenset({"contact", "contact info", "copyright"})


def print_cover(script: Screenplay, paper: Paper) -> tuple[PrintPage, ...]:
    """The title page, then a page for each list of cast or sets; none where there are no fields.

    Args:
        script: The script.
        paper: What it is typed on.
    """
    fields = [field for field in script.title_page if field.value.strip()]
    lists = [field for field in fields if field.key.casefold() in _LISTS]
    cover = [field for field in fields if field.key.casefold() not in _LISTS | _NOT_PRINTED]
    pages = [PrintPage(label="", words=tuple(_list(field))) for field in lists]
    if cover:
        pages.insert(0, PrintPage(label="", words=tuple(_cover(cover, paper))))
    return tuple(pages)


def _cover(fields: Sequence[TitleField], paper: Paper) -> Iterator[Words]:
    middle = [field for field in fields if field.key.casefold() in _MIDDLE]
    foot = _TOP + PITCH * (_TITLE_ROW - 5)
    for index, field in enumerate(middle):
        foot += PITCH * (_MIDDLE[field.key.casefold()] if index else 0)
        for row, text in enumerate(_rows(field.value)):
            foot += PITCH * bool(row)
            left = (paper.width * 72 - CELL * len(text)) / 2
            yield Words(left=max(left, 0.0), foot=foot, text=text)
    rest = [field for field in fields if field.key.casefold() not in _MIDDLE]
    right = [t for field in rest if _stands_right(field) for t in _rows(field.value, _BESIDE)]
    left_rows = [t for field in rest if not _stands_right(field) for t in _said(field, right)]
    bottom = paper.height * 72 - PITCH * _FOOT_ROW
    widest = max((len(text) for text in right), default=0)
    for texts, edge in (
        (left_rows, _LEFT),
        (right, paper.width * 72 - _EDGE - CELL * widest),
    ):
        top = bottom - PITCH * (len(texts) - 1)
        for row, text in enumerate(texts):
            yield Words(left=edge, foot=top + PITCH * row, text=text)


def _stands_right(field: TitleField) -> bool:
    return field.key.casefold() in _RIGHT


def _said(field: TitleField, beside: Sequence[str]) -> Iterator[str]:
    """The rows of a field at the foot; one with an unusual key says which it is."""
    is_plain = field.key.casefold() in _PLAIN
    text = field.value if is_plain else f"{field.key}: {field.value}"
    yield from _rows(text, _BESIDE if beside else _WIDEST)


def _list(field: TitleField) -> Iterator[Words]:
    """A list of cast or sets, below its name."""
    rows = list(_rows(field.value))
    if rows[0].casefold().rstrip(":") != field.key.casefold():
        rows.insert(0, field.key.upper())
    for row, text in enumerate(rows):
        yield Words(left=_LEFT, foot=_TOP + PITCH * row, text=text)


def _rows(value: str, width: int = _WIDEST) -> Iterator[str]:
    for text in value.splitlines():
        starts = wrap(text, width)
        for start, end in zip(starts, [*starts[1:], len(text)], strict=True):
            yield text[start:end].strip()
