"""From letters with places on a page to rows of words.

A typed page has one distance from letter to letter, and a space is a place left empty: so words
hold together whatever widths the file claims for its letters. In other type a space is a gap of a
third of a letter.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby, pairwise
from statistics import median
from typing import NamedTuple

from secondunit.film.screenplay.model import Emphasis
from secondunit.film.screenplay.printed.columns import PageRow

_TALLEST = 1.8  # times the usual height above which a letter belongs to a watermark
_FEW = 50  # letters below which a page cannot tell what is usual
_GAP = 0.35  # share of a letter's width from which a gap is a space
_WIDE = 2.12  # widths from which words are runs of their own; two spaces typed are not
_NARROWEST = 1.0  # points; letters nearer to each other lie on one heap
_TYPED = 0.9  # share of distances that are one or two letters wide on a typed page
_WIDTH = 0.4  # share of its height that a letter is wide in other type


class Letter(NamedTuple):
    """An upright letter on a page.

    Args:
        text: The character.
        x: Its origin from the left edge of the page, in points.
        foot: Its base line from the top of the page, in points.
        width: Its own width in points.
        height: Of its type, in points.
        styles: ``bold``, ``italic``, ``underline``; ``lyric`` in a face made for lyrics.
    """

    text: str
    x: float
    foot: float
    width: float
    height: float
    styles: tuple[str, ...] = ()


def read_rows(letters: Sequence[Letter], page: int) -> list[PageRow]:
    """Runs of words from top to bottom, left to right: letters that share a base line.

    Args:
        letters: Of one page, in any order.
        page: Its number, from 1.
    """
    if not letters:
        return []
    usual = median(letter.height for letter in letters)
    if len(letters) >= _FEW:
        letters = [letter for letter in letters if letter.height <= usual * _TALLEST]
    lines: dict[int, list[Letter]] = {}
    for letter in letters:
        foot = round(letter.foot)
        key = next((near for near in (foot, foot - 1, foot + 1) if near in lines), foot)
        lines.setdefault(key, []).append(letter)
    found = [
        (foot, _struck_once(sorted(line, key=lambda letter: letter.x)))
        for foot, line in sorted(lines.items())
    ]
    pitch = _pitch([line for _, line in found])
    rows: list[PageRow] = []
    for foot, line in found:
        at = PageRow(page=page, left=0, right=0, top=float(foot), text="")
        rows += _runs(line, at, pitch if pitch and _is_typed(line, pitch) else 0.0)
    return rows


def _struck_once(line: Iterable[Letter]) -> list[Letter]:
    """A row without the second strokes of letters set bold by striking twice."""
    kept: list[Letter] = []
    for letter in line:
        last = kept[-1] if kept else None
        if last is not None and last.text == letter.text and letter.x - last.x < letter.width / 4:
            continue
        kept.append(letter)
    return kept


def _pitch(lines: Iterable[Sequence[Letter]]) -> float:
    """The distance from letter to letter of a typed page; 0 for other type."""
    lines = list(lines)
    steps = [step for line in lines for step in _steps(line)]
    if len(steps) < _FEW:
        return 0.0
    pitch = median(steps)
    if pitch < _NARROWEST:
        return 0.0
    typed = sum(_is_step(step, pitch) for step in steps)
    return pitch if typed >= _TYPED * len(steps) else 0.0


def _is_typed(line: Sequence[Letter], pitch: float) -> bool:
    steps = list(_steps(line))
    return sum(_is_step(step, pitch) for step in steps) >= _TYPED * len(steps)


def _steps(line: Sequence[Letter]) -> Iterator[float]:
    """Distances between neighbours, the wide ones aside."""
    return (b.x - a.x for a, b in pairwise(line) if b.x - a.x < 24)


def _is_step(step: float, pitch: float) -> bool:
    """One letter further, or two, or three."""
    return step > pitch / 2 and abs(step - round(step / pitch) * pitch) <= pitch / 4


def _runs(line: Sequence[Letter], at: PageRow, pitch: float) -> Iterator[PageRow]:
    """The runs of a row; with a pitch it is typed, and its letters are as wide as that."""
    run: list[Letter] = []
    spaces: list[bool] = []
    end = 0.0
    for letter in line:
        gap = letter.x - end
        width = pitch or letter.height * _WIDTH
        if run and gap > width * _WIDE:
            yield _run(run, spaces, at)
            run, spaces = [], []
        spaces.append(bool(run) and gap > width * _GAP)
        run.append(letter)
        end = letter.x + (pitch or letter.width)
    if run:
        yield _run(run, spaces, at)


def _run(letters: Sequence[Letter], spaces: Sequence[bool], at: PageRow) -> PageRow:
    text = "".join(
        f" {letter.text}" if space else letter.text
        for letter, space in zip(letters, spaces, strict=True)
    )
    words = tuple(letter.x for letter, space in zip(letters, spaces, strict=True) if space)
    return PageRow(
        page=at.page,
        left=letters[0].x,
        right=letters[-1].x + letters[-1].width,
        top=at.top,
        text=text,
        height=max(letter.height for letter in letters),
        words=words,
        emphasis=_emphasis(letters, spaces),
    )


def _emphasis(letters: Sequence[Letter], spaces: Sequence[bool]) -> tuple[Emphasis, ...]:
    if not any(letter.styles for letter in letters):
        return ()
    found: list[Emphasis] = []
    for style in ("bold", "italic", "underline", "lyric"):
        at = 0
        for is_styled, group in groupby(
            zip(letters, spaces, strict=True), key=lambda pair: style in pair[0].styles
        ):
            part = list(group)
            end = at + sum(len(letter.text) + space for letter, space in part)
            if is_styled:
                found.append(Emphasis(start=at + part[0][1], end=end, style=style))
            at = end
    return tuple(sorted(found, key=lambda e: (e.start, e.end, e.style)))
