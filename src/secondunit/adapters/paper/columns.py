"""Widths of columns: shrink to a legible size first, then continue on further pages."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from secondunit.adapters.paper.typeface import printable, unit_width
from secondunit.core.sheet import Align, Sheet

SIZES = (8.0, 7.5, 7.0, 6.5, 6.0)
"""Type sizes tried, in points, largest first; nothing below the last is legible on a set."""
SPLIT_SIZE = 7.0
"""Type size of a sheet that continues sideways."""
PADDING = 3.0
"""Points left and right of a cell's text."""
_WIDEST_WORD = 0.35
"""A longer word than this share of the page is broken rather than given room."""
_KEYS_SHARE = 0.4
"""Most of a page's width that repeated name columns may take."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """Columns that stand side by side on a page.

    Args:
        columns: Indexes into the sheet's columns.
        widths: In points, one for each.
    """

    columns: tuple[int, ...]
    widths: tuple[float, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """How a sheet's columns are set.

    Args:
        size: Type size in points.
        parts: One, or several when the sheet continues sideways.
    """

    size: float
    parts: tuple[Part, ...]


def lay_out(sheet: Sheet, width: float, *, largest: float = SIZES[0]) -> Layout:
    """Choose the type size and the widths of a sheet's columns.

    Args:
        sheet: The sheet.
        width: Points between the margins.
        largest: Largest type size to try.
    """
    units = _least_units(sheet)
    for size in (size for size in SIZES if size <= largest):
        least = _least(units, size, width)
        if sum(least) <= width:
            columns = tuple(range(len(least)))
            return Layout(
                size=size, parts=(Part(columns=columns, widths=_share(sheet, least, width)),)
            )
    return Layout(size=SPLIT_SIZE, parts=_split(sheet, _least(units, SPLIT_SIZE, width), width))


def head_words(title: str) -> list[str]:
    """A column title in pieces that may stand on lines of their own."""
    return re.findall(r"[^\s/-]*[/-]+|[^\s/-]+", title)


def _least_units(sheet: Sheet) -> list[float]:
    """Width of each column's widest piece, set at one point."""
    count = len(sheet.columns)
    widest = [
        max((unit_width(printable(word), bold=True) for word in head_words(c.title)), default=0.0)
        for c in sheet.columns
    ]
    for row in sheet.rows:
        if len(row.cells) >= count:
            for index, cell in enumerate(row.cells[:count]):
                whole = sheet.columns[index].align is Align.RIGHT
                for piece in cell.split("\n") if whole else cell.split():
                    units = unit_width(printable(piece), bold=row.style == "total")
                    widest[index] = max(widest[index], units)
    return widest


def _least(units: Sequence[float], size: float, width: float) -> list[float]:
    return [min(unit * size, width * _WIDEST_WORD) + 2 * PADDING for unit in units]


def _share(sheet: Sheet, least: Sequence[float], width: float) -> tuple[float, ...]:
    """The sheet's own shares, each column lifted to what it needs at the others' expense."""
    total = sum(max(column.width, 1) for column in sheet.columns)
    widths = [width * max(column.width, 1) / total for column in sheet.columns]
    lack = sum(max(need - has, 0.0) for need, has in zip(least, widths, strict=True))
    slack = sum(max(has - need, 0.0) for need, has in zip(least, widths, strict=True))
    part = lack / slack if slack else 0.0
    return tuple(
        need if has < need else has - (has - need) * part
        for need, has in zip(least, widths, strict=True)
    )


def _split(sheet: Sheet, least: Sequence[float], width: float) -> tuple[Part, ...]:
    """Spread the columns evenly over as few pages as hold them, the name columns on each."""
    keys, end = _run_of_like(sheet)
    cap = max(width * _KEYS_SHARE / keys, 4 * SPLIT_SIZE)
    key_widths = [
        min(_whole(sheet, index) * SPLIT_SIZE + 2 * PADDING, cap) for index in range(keys)
    ]
    room = width - sum(key_widths)
    like = min(max(least[keys:end]), room)
    rest = [
        (index, like if index < end else min(least[index], room))
        for index in range(keys, len(least))
    ]
    parts = _fill_evenly(rest, room)
    stretch = room / max(sum(need for _, need in part) for part in parts)
    return tuple(
        Part(
            columns=(*range(keys), *(index for index, _ in part)),
            widths=(*key_widths, *(need * stretch for _, need in part)),
        )
        for part in parts
    )


def _whole(sheet: Sheet, index: int) -> float:
    """Width of a column's longest text on one line, set at one point."""
    texts = [row.cells[index] for row in sheet.rows if len(row.cells) >= len(sheet.columns)]
    texts.append(sheet.columns[index].title)
    return max(unit_width(printable(line), bold=True) for t in texts for line in t.split("\n"))


def _fill_evenly(
    columns: Sequence[tuple[int, float]], room: float
) -> list[list[tuple[int, float]]]:
    """The fewest groups, with the fullest of them as empty as it can be (to a point)."""
    best = _fill(columns, room)
    low, high = max(need for _, need in columns), room
    while high - low > 1:
        middle = (low + high) / 2
        groups = _fill(columns, middle)
        if len(groups) == len(best):
            best, high = groups, middle
        else:
            low = middle
    return best


def _fill(columns: Sequence[tuple[int, float]], room: float) -> list[list[tuple[int, float]]]:
    """Columns in order, a new group whenever the next does not fit."""
    groups: list[list[tuple[int, float]]] = [[]]
    used = 0.0
    for index, need in columns:
        if groups[-1] and used + need > room + 0.01:
            groups.append([])
            used = 0.0
        groups[-1].append((index, need))
        used += need
    return groups


def _run_of_like(sheet: Sheet) -> tuple[int, int]:
    """Start and end of the longest run of like columns (dates); the first column names the row.

    At most three columns before the run are repeated on every page.
    """
    kinds = [(column.width, column.align) for column in sheet.columns]
    best, start = (1, 2), 0
    for index in range(1, len(kinds) + 1):
        if index == len(kinds) or kinds[index] != kinds[start]:
            if index - start > best[1] - best[0]:
                best = (start, index)
            start = index
    return best if best[1] - best[0] >= 8 and 1 <= best[0] <= 3 else (1, 2)
