"""Storyboards on paper: six panels a page, scene by scene, captioned by convention."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO
from typing import Any

from secondunit.adapters.paper.canvas import BLACK, Pen, open_canvas
from secondunit.adapters.paper.table import LEADING, fit, wrap
from secondunit.adapters.paper.theme import Theme, shipped_theme
from secondunit.adapters.paper.typeface import printable, unit_width, unprintable
from secondunit.core.errors import InputError
from secondunit.ports.documents import Storyboard, StoryboardFrame

COLUMNS = 3
ROWS = 2
_GAP = 13.0
_HEAD, _FOOT = 30.0, 20.0
_DIVIDER = 17.0
_DIVIDER_FILL = "#E4E0D8"
_TYPE = 7.5
_CAPTION_LINES = 7
"""Lines of action and dialogue under a panel."""
_PIXELS = 960
"""Most pixels across a panel in the file: 285 dots an inch on paper."""
_QUALITY = 80


@dataclass(frozen=True, slots=True, kw_only=True)
class Strip:
    """One row of a page.

    Args:
        heading: The scene, said over its first row of each page.
        frames: At most three.
    """

    heading: str
    frames: tuple[StoryboardFrame, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryboardPdf:
    """Draws storyboards as PDF, six panels on each landscape page."""

    key: str = "storyboard-pdf"
    suffix: str = ".pdf"
    media_type: str = "application/pdf"
    theme: Theme | None = None

    def write(self, document: Storyboard) -> bytes:
        """Write the storyboard. Equal documents give equal bytes.

        Raises:
            InputError: A panel is no picture.
        """
        theme = self.theme or shipped_theme()
        out = BytesIO()
        title = f"{document.title} - Storyboard"
        canvas = open_canvas(out, (theme.height, theme.width), title, document.title)
        pages = plan_pages(document.frames)
        for number, strips in enumerate(pages, start=1):
            hand = _Draughtsman(
                canvas=canvas, pen=Pen(canvas=canvas), theme=theme, document=document
            )
            hand.page(strips, f"Page {number} of {len(pages)}")
            canvas.showPage()
        canvas.save()
        return out.getvalue()


def plan_pages(frames: Sequence[StoryboardFrame]) -> list[list[Strip]]:
    """Rows of three, a new row for each scene, two rows a page; one empty page for none."""
    strips: list[Strip] = []
    for frame in frames:
        last = strips[-1] if strips else None
        if last and last.frames[-1].scene == frame.scene and len(last.frames) < COLUMNS:
            strips[-1] = Strip(heading=last.heading, frames=(*last.frames, frame))
        else:
            heading = frame.scene
            if last and last.frames[-1].scene == frame.scene:
                starts_page = len(strips) % ROWS == 0
                heading = f"{frame.scene} (continued)" if starts_page else ""
            strips.append(Strip(heading=heading, frames=(frame,)))
    return [strips[place : place + ROWS] for place in range(0, len(strips), ROWS)] or [[]]


def print_picture(png: bytes) -> bytes:
    """A panel as the JPEG that is printed: no larger than paper shows.

    Raises:
        InputError: It is no picture.
    """
    from PIL import Image, UnidentifiedImageError

    try:
        with Image.open(BytesIO(png)) as opened:
            picture = opened.convert("RGB")
    except (UnidentifiedImageError, OSError) as error:
        raise InputError(
            "a panel is no picture that can be read", remedy="Draw the boards again."
        ) from error
    if picture.width > _PIXELS:
        height = max(1, round(picture.height * _PIXELS / picture.width))
        picture = picture.resize((_PIXELS, height), Image.Resampling.LANCZOS)
    out = BytesIO()
    picture.save(out, "JPEG", quality=_QUALITY, subsampling=2, optimize=True)
    return out.getvalue()


def caption(frame: StoryboardFrame, width: float) -> list[tuple[str, bool]]:
    """Lines under a panel, each with whether it is bold; what does not fit ends in an ellipsis."""
    spoken: list[str] = []
    if frame.dialogue:
        said = f"{frame.speaker}: {frame.dialogue}" if frame.speaker else frame.dialogue
        spoken = _cut(wrap(said, width, _TYPE, bold=True), 2, width)
    told: list[str] = []
    if frame.action:
        told = wrap(frame.action, width, _TYPE, bold=False)
        told = _cut(told, _CAPTION_LINES - len(spoken), width)
    return [(line, False) for line in told] + [(line, True) for line in spoken]


def _cut(lines: list[str], most: int, width: float) -> list[str]:
    """The first lines; an ellipsis says that there are more."""
    if len(lines) <= most:
        return lines
    last = lines[most - 1]
    while last and unit_width(last + " …", bold=True) * _TYPE > width:
        last = last[:-1].rstrip()
    return [*lines[: most - 1], last + " …"]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Draughtsman:
    """Draws one page."""

    canvas: Any
    pen: Pen
    theme: Theme
    document: Storyboard

    def page(self, strips: Sequence[Strip], number: str) -> None:
        width, height = self.theme.height, self.theme.width
        left, right = self.theme.margin, width - self.theme.margin
        top = height - self.theme.margin
        self._head(left, right, top)
        self.pen.foot(left, right, self.theme.margin, (self._status(), number))
        body = height - 2 * self.theme.margin - _HEAD - _FOOT
        for place, strip in enumerate(strips):
            self._strip(strip, left, right, top - _HEAD - place * body / ROWS)
        if self.document.watermark:
            self.pen.watermark(self.document.watermark, width, height)

    def _strip(self, strip: Strip, left: float, right: float, top: float) -> None:
        if strip.heading:
            self.pen.ink(_DIVIDER_FILL)
            self.canvas.rect(left, top - 13, right - left, 13, stroke=0, fill=1)
            self.pen.ink(BLACK)
            heading = fit(strip.heading, right - left - 8, 8, bold=True)
            self.pen.text(heading, left + 4, top - 9.5, 8, bold=True)
        wide = (right - left - (COLUMNS - 1) * _GAP) / COLUMNS
        for place, frame in enumerate(strip.frames):
            self._frame(frame, left + place * (wide + _GAP), top - _DIVIDER, wide)

    def _frame(self, frame: StoryboardFrame, x: float, top: float, wide: float) -> None:
        from reportlab.lib.utils import ImageReader

        image = ImageReader(BytesIO(print_picture(frame.picture)))
        across, down = image.getSize()
        most = wide * 9 / 16
        scale = min(wide / across, most / down)
        drawn = (across * scale, down * scale)
        place = (x + (wide - drawn[0]) / 2, top - drawn[1])
        self.canvas.drawImage(image, *place, width=drawn[0], height=drawn[1])
        self.pen.stroke(BLACK, 0.8)
        self.canvas.rect(*place, *drawn, stroke=1, fill=0)
        y = top - most - 10.5
        self.pen.ink(BLACK)
        duration = printable(frame.duration)
        room = unit_width(duration, bold=False) * 8
        self.pen.text(duration, x + wide - room, y, 8, bold=False)
        named = f"{frame.number} {frame.panel}".strip()
        number = fit(named, wide * 0.4, 9.5, bold=True)
        self.pen.text(number, x, y, 9.5, bold=True)
        after = unit_width(number, bold=True) * 9.5 + 6
        facts = " · ".join(
            text for text in (frame.size, frame.lens, frame.view, frame.move) if text
        )
        facts = fit(facts, wide - after - room - 6, 8, bold=False)
        self.pen.text(facts, x + after, y, 8, bold=False)
        y -= 2.5
        for line, bold in caption(frame, wide):
            y -= _TYPE * LEADING
            self.pen.text(line, x, y, _TYPE, bold=bold)

    def _head(self, left: float, right: float, top: float) -> None:
        wide = right - left
        self.pen.ink(BLACK)
        self.pen.text(
            fit(self.document.title, wide * 0.5, 12, bold=True), left, top - 10, 12, bold=True
        )
        name = fit("Storyboard", wide * 0.3, 12, bold=True)
        self.pen.text(name, right - unit_width(name, bold=True) * 12, top - 10, 12, bold=True)
        draft = fit(self.document.draft, wide * 0.9, 8, bold=False)
        self.pen.text(draft, left, top - 20, 8, bold=False)
        self.pen.line(left, right, top - 24, 1.0)

    def _status(self) -> str:
        """The status, and which characters could not be printed anywhere on the board."""
        texts = [self.document.title, self.document.status]
        for frame in self.document.frames:
            texts += [frame.scene, frame.action, frame.dialogue, frame.speaker]
        lost = sorted(set().union(*(unprintable(text) for text in texts)))
        if not lost:
            return self.document.status
        codes = ", ".join(f"U+{ord(char):04X}" for char in lost[:8])
        return f"{self.document.status} · characters shown by their codes: {codes}"


FORMAT = StoryboardPdf()
