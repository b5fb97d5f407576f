"""A typesetter for probes: sets scripts in type as houses do, knowing nothing of the reader.

It breaks lines and pages by rules of its own, so a reader cannot pass by mirroring our writer.
Lengths are points, places are measured from the upper left corner of the page.
"""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from io import BytesIO
from random import Random
from typing import Any

from secondunit.film.screenplay.model import Line, LineKind, Side

LETTER = (612.0, 792.0)
A4 = (595.28, 841.89)
_SPEECH = {LineKind.PARENTHETICAL, LineKind.DIALOGUE, LineKind.LYRIC}


@dataclass(frozen=True, slots=True, kw_only=True)
class House:
    """How a house sets its scripts.

    Args:
        size: Page width and height.
        action, dialogue, aside, cue: Left edges of the columns.
        widths: Characters in a row of action, dialogue, parentheticals and transitions.
        edge: Where transitions and page numbers end.
        rows: Rows on a page, at 12 points each.
        pitch: From row to row.
        numbers: Left edges of scene numbers, or None for none.
        header: Running head on every page after the first, ``{page}`` is its number.
        footer: Running foot likewise.
        stars: Share of rows with a revision star.
        watermark: Letters over the page.
        tilt: Degrees by which they are turned.
        mark_size: Their type size.
        continued: CONTINUED at the foot and head of pages on which a scene goes on.
        more: What stands under a speech that a page parts; "" parts it in silence.
        contd: What follows the repeated cue.
        jitter: Points by which letters are moved sideways at random.
        font: Of the type.
        loud: Everything in capitals.
        duals: Speeches that follow one another are set side by side, as far as they can be.
        free: Pages end anywhere, with two rows on either side at least.
        cover: Rows of a title page.
        cast: Rows of a cast page after it.
    """

    size: tuple[float, float] = LETTER
    action: float = 108
    dialogue: float = 180
    aside: float = 216
    cue: float = 252
    widths: tuple[int, int, int, int] = (60, 35, 25, 20)
    edge: float = 540
    rows: int = 54
    pitch: float = 12
    numbers: tuple[float, float] | None = None
    header: str = "{page}."
    footer: str = ""
    stars: float = 0
    watermark: str = ""
    tilt: float = 45
    mark_size: float = 60
    continued: bool = False
    more: str = "(MORE)"
    contd: str = "(CONT'D)"
    jitter: float = 0
    font: str = "Courier"
    loud: bool = False
    duals: bool = False
    free: bool = False
    cover: tuple[str, ...] = ()
    cast: tuple[str, ...] = ()


@dataclass(slots=True)
class _Row:
    """A typed row: what stands where, and whether a page may end before it."""

    words: list[tuple[float, str]]
    gap: int = 0
    number: str = ""
    cue: str = ""
    is_open: bool = False
    is_dual: bool = False


@dataclass(slots=True)
class _Page:
    rows: list[tuple[float, _Row]] = field(default_factory=list)
    top: float = 0


def typeset(lines: Sequence[Line], house: House, numbers: Sequence[str] = ()) -> bytes:
    """Print lines as a house does; the same lines give the same bytes.

    Args:
        lines: As ``speeches`` gives them.
        house: The look.
        numbers: Scene numbers in order, printed where the house prints any.
    """
    from reportlab.pdfgen.canvas import Canvas

    out = BytesIO()
    canvas = Canvas(out, pagesize=house.size, invariant=1, pageCompression=1)
    height = house.size[1]
    for rows in (house.cover, house.cast):
        if rows:
            canvas.setFont(house.font, 12)
            for index, text in enumerate(rows):
                if rows is house.cover:
                    canvas.drawCentredString(house.size[0] / 2, height - 250 - 24 * index, text)
                else:
                    canvas.drawString(house.action, height - 80 - 24 * index, text)
            canvas.showPage()
    dice = Random(7)
    for page, sheet in enumerate(_pages(list(_rows(lines, house, list(numbers))), house), 1):
        _draw(canvas, sheet, house, page, dice)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def _rows(lines: Sequence[Line], house: House, numbers: list[str]) -> Iterator[_Row]:
    index = 0
    cue = ""
    while index < len(lines):
        line = lines[index]
        if line.side is not None:
            end = index
            while end < len(lines) and lines[end].side is not None:
                is_next = lines[end].side is Side.LEFT and lines[end].kind is LineKind.CUE
                if is_next and end > index:
                    break
                end += 1
            yield from _dual(lines[index:end], house)
            index = end
            continue
        text = f"{line.text} ({line.extension})" if line.extension else line.text
        cue = text if line.kind is LineKind.CUE else cue if line.kind in _SPEECH else ""
        number = ""
        if line.kind is LineKind.HEADING and house.numbers is not None:
            number = numbers.pop(0) if numbers else ""
        for row, words in enumerate(_wrap(line, text, house)):
            gap = 0 if row or line.kind in _SPEECH else 2 if line.kind is LineKind.HEADING else 1
            hangs = line.kind in {LineKind.HEADING, LineKind.CUE, LineKind.PARENTHETICAL}
            yield _Row(
                words=[(_left(line, words, house), words)],
                gap=gap,
                number="" if row else number,
                cue="" if line.kind is LineKind.CUE else cue,
                is_open=hangs,
            )
        index += 1


def _wrap(line: Line, text: str, house: House) -> list[str]:
    full, said, aside, turn = house.widths
    width = {
        LineKind.DIALOGUE: said,
        LineKind.LYRIC: said,
        LineKind.PARENTHETICAL: aside,
        LineKind.TRANSITION: turn,
        LineKind.CUE: 38,
    }.get(line.kind, full)
    text = text.upper() if house.loud else text
    return [row for part in text.split("\n") for row in textwrap.wrap(part, width) or [""]]


def _left(line: Line, words: str, house: House) -> float:
    wide = _wide(words, house)
    if line.kind is LineKind.TRANSITION:
        return house.edge - wide
    if line.kind in {LineKind.CENTERED, LineKind.ACT}:
        return (house.size[0] - wide) / 2
    hang = 7.2 if line.kind is LineKind.PARENTHETICAL and words.startswith("(") else 0
    return {
        LineKind.DIALOGUE: house.dialogue,
        LineKind.LYRIC: house.dialogue,
        LineKind.PARENTHETICAL: house.aside - hang,
        LineKind.CUE: house.cue,
    }.get(line.kind, house.action)


def _wide(words: str, house: House) -> float:
    from reportlab.pdfbase.pdfmetrics import stringWidth

    return float(stringWidth(words, house.font, 12))


def _dual(lines: Sequence[Line], house: House) -> Iterator[_Row]:
    """Two speeches side by side: Final Draft sets 29 characters from 1.5 and from 4.625 inches."""
    columns: list[list[tuple[float, str]]] = []
    for side, shift in ((Side.LEFT, 0.0), (Side.RIGHT, 225.0)):
        column = []
        for line in lines:
            if line.side is not side:
                continue
            text = f"{line.text} ({line.extension})" if line.extension else line.text
            text = text.upper() if house.loud else text
            if line.kind is LineKind.CUE:
                left, width = 99 - 3.4 * len(text), 29
            elif line.kind is LineKind.PARENTHETICAL:
                left, width = 18, 24
            else:
                left, width = 0, 29
            for words in textwrap.wrap(text, width):
                column.append((house.action + shift + max(left, 0), words))
        columns.append(column)
    for index in range(max(len(column) for column in columns)):
        beside = [column[index] for column in columns if index < len(column)]
        yield _Row(words=beside, gap=0 if index else 1, is_open=True, is_dual=True)
    yield _Row(words=[], gap=-1)


def _pages(rows: Sequence[_Row], house: House) -> Iterator[_Page]:
    """Fill pages; what hangs on the next row is carried over with it."""
    room = house.rows * house.pitch
    sheet = _Page()
    index = 0
    while index < len(rows):
        row = rows[index]
        block = [row]
        while block[-1].is_open and index + len(block) < len(rows):
            block.append(rows[index + len(block)])
        follower = rows[index + len(block)] if index + len(block) < len(rows) else None
        if follower is not None and follower.gap == 0 and block[-1].gap != 0:
            block.append(follower)  # two rows at least stay together
        tall = sum((1 + each.gap) * house.pitch for each in block)
        tall -= 0 if sheet.rows else row.gap * house.pitch
        if sheet.top + tall > room and sheet.rows:
            is_parted = row.gap == 0 and bool(row.cue) and not row.is_dual
            if is_parted and house.more:
                sheet.rows.append((sheet.top + house.pitch, _Row([(house.cue, house.more)])))
            yield sheet
            sheet = _Page()
            if is_parted and house.more:
                again = f"{row.cue} {house.contd}" if house.contd not in row.cue else row.cue
                sheet.top = house.pitch
                sheet.rows.append((sheet.top, _Row([(house.cue, again)])))
            continue
        for each in block:
            sheet.top += (1 + (each.gap if sheet.rows else 0)) * house.pitch
            sheet.rows.append((sheet.top, each))
        index += len(block)
    if sheet.rows:
        yield sheet


def _draw(canvas: Any, sheet: _Page, house: House, page: int, dice: Random) -> None:
    width, height = house.size
    if house.watermark:
        canvas.saveState()
        canvas.setFillGray(0.8)
        canvas.setFont("Helvetica-Bold", house.mark_size)
        canvas.translate(width / 2, height / 2)
        canvas.rotate(house.tilt)
        canvas.drawCentredString(0, 0, house.watermark)
        canvas.restoreState()
    canvas.setFont(house.font, 12)
    if page > 1 and house.header:
        text = house.header.replace("{page}", str(page))
        canvas.drawString(house.edge - _wide(text, house), height - 36, text)
    if house.footer:
        canvas.drawString(house.action, 24, house.footer.replace("{page}", str(page)))
    if house.continued and page > 1:
        canvas.drawString(house.action, height - 58, "CONTINUED:")
    if house.continued:
        canvas.drawString(house.edge - 80, 36, "(CONTINUED)")
    for top, row in sheet.rows:
        y = height - 72 - top
        for left, words in row.words:
            if not house.jitter:
                canvas.drawString(left, y, words)
                continue
            for index, letter in enumerate(words):
                shift = dice.uniform(0, house.jitter)
                canvas.drawString(left + 7.2 * index + shift, y, letter)
        if row.number and house.numbers is not None:
            for left in house.numbers:
                canvas.drawString(left, y, row.number)
        if dice.random() < house.stars and row.words:
            canvas.drawString(558, y, "*")
