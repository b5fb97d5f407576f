"""Contact sheets of takes: one card a take, its picture, what was found, and the evidence."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from io import BytesIO
from typing import Any

from secondunit.adapters.paper.canvas import BLACK, HEAD, Head, Pen, open_canvas
from secondunit.adapters.paper.table import fit, wrap
from secondunit.adapters.paper.theme import Theme, shipped_theme
from secondunit.adapters.paper.typeface import unit_width
from secondunit.film.generation.scoring.model import Score
from secondunit.ports.dailies import SheetShot, SheetTake, TakeSheet

ROWS, COLUMNS = 2, 2
_GAP = 16.0
_FOOT = 20.0
_PICTURE = 0.47
"""Share of a card's width that its picture takes."""
_SAID = 6.4
_RED, _GREEN, _AMBER, _GREY = "#B3261E", "#2E7D4F", "#C98A1B", "#9A958C"
_PALE, _CARD = "#F4F1EA", "#D8D2C6"


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """One page: a shot, and up to four of its takes."""

    shot: SheetShot
    takes: tuple[SheetTake, ...]
    part: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TakesPdf:
    """Draws contact sheets, four takes on each landscape page."""

    key: str = "takes-pdf"
    suffix: str = ".pdf"
    media_type: str = "application/pdf"
    theme: Theme | None = None

    def write(self, document: TakeSheet) -> bytes:
        """Write the sheet. Equal sheets give equal bytes."""
        theme = self.theme or shipped_theme()
        out = BytesIO()
        canvas = open_canvas(
            out, (theme.height, theme.width), f"{document.title} - Takes", document.title
        )
        pages = list(plan_pages(document.shots))
        for number, page in enumerate(pages, start=1):
            hand = _Hand(canvas=canvas, pen=Pen(canvas=canvas), theme=theme, sheet=document)
            hand.page(page, f"Page {number} of {len(pages)}")
            canvas.showPage()
        canvas.save()
        return out.getvalue()


def plan_pages(shots: Sequence[SheetShot]) -> Iterator[Page]:
    """Four takes a page, a new page for each shot; one empty page for none."""
    if not shots:
        yield Page(shot=SheetShot(number="", asked="", board=None, takes=()), takes=(), part="")
    most = ROWS * COLUMNS
    for shot in shots:
        count = max(-(-len(shot.takes) // most), 1)
        for place in range(count):
            yield Page(
                shot=shot,
                takes=shot.takes[place * most : (place + 1) * most],
                part=f"{place + 1} of {count}" if count > 1 else "",
            )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Hand:
    """Draws one page."""

    canvas: Any
    pen: Pen
    theme: Theme
    sheet: TakeSheet

    def page(self, page: Page, number: str) -> None:
        width, height, margin = self.theme.height, self.theme.width, self.theme.margin
        left, right, top = margin, width - margin, height - margin
        named = f"Shot {page.shot.number} · takes" if page.shot.number else "Takes"
        head = Head(
            production=self.sheet.title, title=named, subtitle=page.shot.asked, label=page.part
        )
        self.pen.title_block(left, right, top, head)
        self.pen.foot(left, right, margin, (self.sheet.status, number))
        wide = (right - left - (COLUMNS - 1) * _GAP) / COLUMNS
        body = top - HEAD - margin - _FOOT
        high = (body - (ROWS - 1) * _GAP) / ROWS
        for place, take in enumerate(page.takes):
            row, column = divmod(place, COLUMNS)
            self._card(
                take, left + column * (wide + _GAP), top - HEAD - row * (high + _GAP), wide, high
            )
        if self.sheet.watermark:
            self.pen.watermark(self.sheet.watermark, width, height)

    def _card(self, take: SheetTake, x: float, top: float, wide: float, high: float) -> None:
        self.pen.ink(_PALE)
        self.pen.stroke(_GREEN if take.pick.startswith("PICKED") else _CARD, 1.2)
        self.canvas.rect(x, top - high, wide, high, stroke=1, fill=1)
        self._headline(take, x + 7, top - 14, wide - 14)
        picture = wide * _PICTURE
        shown = self._picture(take.picture, x + 7, top - 22, picture, picture * 9 / 16)
        self._scores(take.scores, x + picture + 17, top - 22, wide - picture - 24)
        below = top - 22 - max(shown, 0.0) - 10
        self.pen.ink(_GREY)
        self.pen.text(fit(take.facts, picture, 6.4, bold=False), x + 7, below, 6.4, bold=False)
        if take.note:
            self.pen.ink(_AMBER)
            for line in wrap(take.note, picture, _SAID, bold=True)[:3]:
                below -= 8.5
                self.pen.text(line, x + 7, below, _SAID, bold=True)
        self._evidence(take, x + 7, top - high + 7, wide - 14)

    def _headline(self, take: SheetTake, x: float, y: float, wide: float) -> None:
        self.pen.ink(BLACK)
        self.pen.text(take.slate, x, y, 11, bold=True)
        after = unit_width(take.slate, bold=True) * 11 + 8
        self.pen.ink(_RED if take.hard else BLACK)
        said = fit(take.headline, wide * 0.5, 8, bold=True)
        self.pen.text(said, x + after, y, 8, bold=True)
        if take.pick:
            pick = fit(take.pick, wide * 0.4, 7.5, bold=True)
            self.pen.ink(_GREEN if take.pick.startswith("PICKED") else _GREY)
            self.pen.text(pick, x + wide - unit_width(pick, bold=True) * 7.5, y, 7.5, bold=True)
        self.pen.ink(BLACK)

    def _picture(self, data: bytes | None, x: float, top: float, wide: float, high: float) -> float:
        """Draw a picture into a box; the height it took."""
        from reportlab.lib.utils import ImageReader

        from secondunit.adapters.paper.picture_print import print_jpeg

        if data is None:
            self.pen.ink(_CARD)
            self.canvas.rect(x, top - high, wide, high, stroke=0, fill=1)
            self.pen.ink(_GREY)
            self.pen.text("no picture", x + 8, top - high / 2, 8, bold=False)
            return high
        image = ImageReader(BytesIO(print_jpeg(data)))
        across, down = image.getSize()
        scale = min(wide / across, high / down)
        self.canvas.drawImage(
            image, x, top - down * scale, width=across * scale, height=down * scale
        )
        return float(down * scale)

    def _scores(self, scores: Sequence[Score], x: float, top: float, wide: float) -> None:
        """Aspects under each other: a bar, or that nobody looked; one line of words each."""
        y = top - 7
        for score in scores:
            wrong = bool(score.faults)
            self.pen.ink(_RED if wrong else BLACK)
            self.pen.text(score.aspect.value, x, y, 7.2, bold=True)
            self._bar(score, x + 46, y, wide - 46)
            y -= 7.0
            self.pen.ink(_RED if wrong else _GREY)
            said = fit(score.said, wide, _SAID, bold=False)
            self.pen.text(said, x, y, _SAID, bold=False)
            y -= 8.4

    def _bar(self, score: Score, x: float, y: float, wide: float) -> None:
        self.pen.stroke(_GREY, 0.5)
        if score.value is None:
            self.canvas.setDash(1.5, 1.5)
            self.canvas.rect(x, y, wide, 4.5, stroke=1, fill=0)
            self.canvas.setDash()
            return
        self.pen.ink(_RED if score.faults else _GREEN if score.value >= 0.7 else _AMBER)
        self.canvas.rect(x, y, max(wide * score.value, 1.5), 4.5, stroke=0, fill=1)
        self.canvas.rect(x, y, wide, 4.5, stroke=1, fill=0)

    def _evidence(self, take: SheetTake, x: float, bottom: float, wide: float) -> None:
        """Up to three pictures of what is wrong, or of what was looked at."""
        shown = take.overlays[:3]
        each = (wide - 2 * 6) / 3
        for place, (_, data) in enumerate(shown):
            high = each * 0.575
            self._picture(data, x + place * (each + 6), bottom + high, each, high)


FORMAT = TakesPdf()
