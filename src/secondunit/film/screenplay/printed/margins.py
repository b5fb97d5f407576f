"""What a printer puts around a script: page numbers, running heads, scene numbers, stars.

They are the print's, not the writer's. Scene numbers are kept with their row; the rest is left out.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from secondunit.film.screenplay.heading import is_heading
from secondunit.film.screenplay.pages.locked import REVISION_COLOURS
from secondunit.film.screenplay.printed.columns import NEAR, Columns, PageRow, learn_columns

_NUMBER = re.compile(r"(?=.{1,9}$)(?=.*\d)[A-Z]{0,3}\d{0,4}[A-Z]{0,3}(?:[-.][A-Z0-9]{1,4})*[.)]?$")
_PAGE_NUMBER = re.compile(
    r"(?:(?:page|seite|p\.|pg\.?)\s*)?[-–(]?\s*[A-Z]?\d{1,4}[A-Z]{0,2}"
    r"(?:\s*(?:/|of|von|de|di)\s*\d{1,4})?\s*[-–).]?\*?$",
    re.IGNORECASE,
)
_CONTINUED = re.compile(r"\(?CONTINUED\)?:?\s*(?:\(\d+\))?$", re.IGNORECASE)
_COUNTED = re.compile(r"(?<!\S)[-–(]?[A-Za-z]?\d[\d./:,-]*[A-Za-z]{0,2}[-–.)]?(?!\S)")
_DIGITS = re.compile(r"[\d\W_]+")
_STARS = frozenset("* |")
_MOSTLY = 0.6  # share of pages on which a head is known without space around it
_LITTLE = 0.01
_NEXT = 1.6  # heights of type within which a row stands directly below another
_HEAD_ZONE = 60.0  # points from the top in which a running head stands
_HEAD_WORDS = tuple(
    re.compile(words, re.IGNORECASE)
    for words in (
        r"\b(?:rev(?:\.|ised|ision|isions)?|draft|pages)(?=\W|$)",
        rf"\b(?:{'|'.join(REVISION_COLOURS)})\b",
        r"\b\d{1,4}[./-]\d{1,2}[./-]\d{1,4}\b|\b(?:19|20)\d\d\b",
    )
)
_ADDRESS = re.compile(r"(?:https?|file)://\S+$")
_EDGE_ROWS = 3  # rows from the top or the foot of a page among which heads are looked for


@dataclass(frozen=True, slots=True, kw_only=True)
class ScriptRow:
    """A printed row without what stands in its margins.

    Args:
        place: 1,000 times the page plus the row on the page.
        top: Distance of its foot from the top of the page in points.
        runs: Its words, cut where the print leaves a wide gap.
        number: Scene number printed beside it, or "".
    """

    place: int
    top: float
    runs: tuple[PageRow, ...]
    number: str = ""

    @property
    def page(self) -> int:
        """From 1."""
        return self.place // 1000

    @property
    def left(self) -> float:
        """Left edge in points."""
        return self.runs[0].left

    @property
    def right(self) -> float:
        """Right edge in points."""
        return self.runs[-1].right

    @property
    def text(self) -> str:
        """All its words."""
        return "  ".join(run.text for run in self.runs)

    @property
    def styles(self) -> frozenset[str]:
        """Styles that all its words have."""
        return frozenset.intersection(*(_whole_styles(run) for run in self.runs))


def _whole_styles(run: PageRow) -> frozenset[str]:
    least = 0.9 * len(run.text)
    return frozenset(e.style for e in run.emphasis if e.end - e.start >= least)


def strip_margins(runs: Sequence[PageRow], width: float = 612.0) -> tuple[list[ScriptRow], Columns]:
    """The rows of the script proper, top to bottom, and the columns they stand in.

    Args:
        runs: All runs of words, in order of page, top and left edge.
        width: Of the paper in points.
    """
    pages = [
        [tuple(row) for _, row in groupby(page, key=lambda run: run.top)]
        for _, page in groupby(runs, key=lambda run: run.page)
    ]
    firsts = [
        first
        for page in pages
        for row in _one_below_another(page, width)
        if (first := next((run for run in row if not _is_number(run.text)), None)) is not None
    ]
    columns = learn_columns(firsts, width)
    repeated = _repeated(pages)
    rows = []
    for page in pages:
        heads = _heads(page, columns, repeated)
        for index, row in enumerate(page):
            if index in heads:
                continue
            stripped = _strip(row, row[0].page * 1000 + min(index + 1, 999), columns)
            if stripped is not None:
                rows.append(stripped)
    return rows, columns


def _one_below_another(
    page: Sequence[tuple[PageRow, ...]], width: float
) -> Iterator[tuple[PageRow, ...]]:
    """The rows of a page without those of dual dialogue, which stand in columns of their own."""
    is_beside = False
    above: tuple[PageRow, ...] | None = None
    for row in page:
        words = [run for run in row if not _is_number(run.text) and not set(run.text) <= _STARS]
        goes_on = above is not None and row[0].top - above[0].top < _NEXT * row[0].height
        is_beside = (is_beside and goes_on) or (len(words) == 2 and words[1].left > width / 2)
        if not is_beside:
            yield row
        above = row


def _is_number(text: str) -> bool:
    return bool(_NUMBER.match(text.strip(" *")))


def _words(row: Iterable[PageRow]) -> str:
    """A row's words without its numbers: what a running head keeps from page to page."""
    text = _COUNTED.sub("", " ".join(run.text for run in row))
    return _DIGITS.sub("", text).casefold()


def _edges(page: Sequence[tuple[PageRow, ...]]) -> Iterator[int]:
    """Indexes of the rows at the head and at the foot of a page."""
    last = len(page)
    yield from sorted({*range(min(_EDGE_ROWS, last)), *range(max(last - _EDGE_ROWS, 0), last)})


def _repeated(pages: Sequence[Sequence[tuple[PageRow, ...]]]) -> dict[tuple[int, str], float]:
    """Heights and words of rows at the same place of a third of all pages, and their share."""
    seen: Counter[tuple[int, str]] = Counter(
        (round(page[index][0].top / 4), words)
        for page in pages
        for index in _edges(page)
        if (words := _words(page[index])) and (len(pages) > 2 or len(page[index]) > 1)
    )
    least = max(min(3, max(len(pages), 2)), len(pages) // 3)
    return {key: count / len(pages) for key, count in seen.items() if count >= least}


def _heads(
    page: Sequence[tuple[PageRow, ...]],
    columns: Columns,
    repeated: Mapping[tuple[int, str], float],
) -> set[int]:
    """Indexes of a page's running heads and page numbers: outermost rows, set off the script."""
    heads: set[int] = set()
    for order in (list(range(len(page))), list(range(len(page) - 1, -1, -1))):
        count = sure = 0
        for index in order[:_EDGE_ROWS]:
            share = repeated.get((round(page[index][0].top / 4), _words(page[index])), 0.0)
            if share < _MOSTLY and _is_sentence(page[index]):
                share = 0.0  # words that are said again and stand there by chance
            share = share or _LITTLE * _is_revision_head(page[index])
            if not share or _is_script(page[index], columns):
                count += _is_page_number(page, index, columns)
                break
            count += 1
            sure = count if share >= _MOSTLY and _stands_out(page[index], columns) else sure
        while sure < count < len(page) and not _stands_off(
            page, order[count - 1 : count + 1], columns
        ):
            count -= 1
        heads.update(order[:count])
    return heads


def _is_sentence(row: Sequence[PageRow]) -> bool:
    """One run of words that ends as a sentence does, and not with a number."""
    return len(row) == 1 and bool(re.search(r"[^\W\d][.!?]$", row[0].text))


def _is_revision_head(row: Sequence[PageRow]) -> bool:
    """A row high on the page that names revision, colour and date; an address anywhere.

    Of the three a head of several runs has one at least, and a head of one run two.
    """
    if any(_ADDRESS.match(run.text) for run in row):
        return True
    text = " ".join(run.text for run in row)
    named = sum(bool(words.search(text)) for words in _HEAD_WORDS)
    is_head = named >= (1 if len(row) > 1 else 2)
    return row[0].top < _HEAD_ZONE and is_head and not _is_sentence(row)


def _stands_out(row: Sequence[PageRow], columns: Columns) -> bool:
    """No row of script: several runs, out of the columns, or a page's number in words."""
    is_counted = len(row) == 1 and bool(_PAGE_NUMBER.match(row[0].text))
    return (
        len(row) > 1 or is_counted or not columns.action - NEAR <= row[0].left <= columns.cue + NEAR
    )


def _stands_off(page: Sequence[tuple[PageRow, ...]], pair: Sequence[int], columns: Columns) -> bool:
    """More than a row's pitch lies between two neighbours."""
    return abs(page[pair[0]][0].top - page[pair[1]][0].top) > columns.pitch * 1.4


def _is_page_number(page: Sequence[tuple[PageRow, ...]], index: int, columns: Columns) -> bool:
    """Nothing but a number, at the side or in the middle."""
    row = page[index]
    if not all(_PAGE_NUMBER.match(run.text) for run in row):
        return False
    last = row[-1]
    return (
        last.right > columns.right - 60
        or last.left > columns.cue + 90
        or last.right < columns.action
        or abs((last.left + last.right) / 2 - columns.middle) < 80
    )


def _is_script(row: tuple[PageRow, ...], columns: Columns) -> bool:
    """The same name, MORE or heading may stand at the same place of many pages by chance."""
    is_cue = len(row) == 1 and abs(row[0].left - columns.cue) <= NEAR
    return is_cue or any(is_heading(run.text) or run.text == "(MORE)" for run in row)


def _without(run: PageRow, number: str, columns: Columns) -> PageRow:
    """A row's last run without a star or scene number that stands too near to be parted."""
    for glued in (" *", f" {number}" if number else " *"):
        if run.text.endswith(glued) and run.right > columns.right - NEAR:
            wide = (run.right - run.left) * len(glued) / len(run.text)
            run = replace(run, text=run.text[: -len(glued)].rstrip(), right=run.right - wide)
    return run


def _strip(row: tuple[PageRow, ...], place: int, columns: Columns) -> ScriptRow | None:
    """A row without scene numbers and stars; None when nothing of the script is left."""
    runs, number = list(row), ""
    runs = [run for run in runs if not set(run.text) <= _STARS]
    if len(runs) > 1 and runs[0].left < columns.action - NEAR and _is_number(runs[0].text):
        number = runs.pop(0).text.strip("*.) ")
    if len(runs) > 1 and runs[-1].left > columns.right - 70 and _is_number(runs[-1].text):
        number = number or runs[-1].text.strip("*.) ")
        runs.pop()
    runs[-1:] = [_without(runs[-1], number, columns)] if runs else []
    if not runs or _CONTINUED.match(" ".join(run.text for run in runs)):
        return None
    if len(runs) == 1 and runs[0].left < columns.action - NEAR and _is_number(runs[0].text):
        return None
    return ScriptRow(place=place, top=row[0].top, runs=tuple(runs), number=number)
