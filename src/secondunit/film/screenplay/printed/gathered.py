"""A paragraph of a printed script while its rows are gathered."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from secondunit.film.screenplay.cue import split_cue
from secondunit.film.screenplay.model import Emphasis, LineKind, Side, Spot
from secondunit.film.screenplay.printed.columns import PageRow
from secondunit.film.screenplay.printed.sung import STYLE
from secondunit.film.screenplay.read import RawLine

_RISE = 0.78  # share of a row's height above its base line

Runs = Sequence[PageRow]


class Gathered:
    """Rows that will be one line of the script.

    Args:
        kind: What it is.
        runs: The words of its first row.
        place: 1,000 times the page plus the row on the page.
        rule: What made it this kind.
        confidence: 0 to 1, how sure that is.
        side: Column of a dual dialogue.
    """

    def __init__(
        self,
        kind: LineKind,
        runs: Runs,
        place: int,
        *,
        rule: str,
        confidence: float,
        side: Side | None = None,
    ) -> None:
        self.kind = kind
        self.text = ""
        self.number = ""
        self.side = side
        self.width: int | None = None
        self.spacing = 1.0
        self.confidence = confidence
        self._rule = rule
        self._place = place
        self._emphasis: list[Emphasis] = []
        self._page = runs[0].page
        self._box: tuple[float, float, float, float] | None = None
        self.add(runs)

    def add(self, runs: Runs, confidence: float = 1.0) -> None:
        """Another row of the same paragraph.

        Args:
            runs: Its words.
            confidence: How sure it is that it belongs here.
        """
        self.confidence = min(self.confidence, confidence)
        for index, run in enumerate(runs):
            self._join(run.text.strip(), run.emphasis, "  " if index else " ")
            if run.page == self._page:
                self._widen(run)

    def replace_text(self, text: str) -> None:
        """Keep a part of the words only, from their start; a number in front may be cut."""
        shift = self.text.find(text)
        moved = [replace(e, start=e.start - shift, end=e.end - shift) for e in self._emphasis]
        self._emphasis = [
            replace(e, start=max(e.start, 0), end=min(e.end, len(text)))
            for e in moved
            if e.end > 0 and e.start < len(text)
        ]
        self.text = text

    @property
    def is_open(self) -> bool:
        """A bracket is open: the parenthetical goes on in the next row."""
        return self.kind is LineKind.PARENTHETICAL and not self.text.endswith(")")

    def close(self, house: frozenset[str] = frozenset()) -> RawLine:
        """The paragraph.

        Args:
            house: Styles that say nothing of these words, as the house sets all of this kind so.
        """
        text, extension = self.text, ""
        emphasis = tuple(
            sorted(
                (e for e in self._emphasis if e.style not in self._unsaid(house)),
                key=lambda e: (e.start, e.end, e.style),
            )
        )
        if self.kind is LineKind.CUE:
            cue = split_cue(text)
            text, extension, emphasis = cue.name, cue.extension, ()
        return RawLine(
            kind=self.kind,
            text=text,
            row=self._place,
            side=self.side,
            emphasis=emphasis,
            extension=extension,
            number=self.number,
            width=self.width,
            spacing=self.spacing,
            spot=Spot(page=self._page, box=self._box),
            rule=self._rule,
            confidence=round(self.confidence, 2),
        )

    def _unsaid(self, house: frozenset[str]) -> frozenset[str]:
        """Styles that say nothing of the words: a lyric is in italics anyway."""
        return house | ({STYLE, "italic"} if self.kind is LineKind.LYRIC else {STYLE})

    def _join(self, text: str, emphasis: Sequence[Emphasis], space: str) -> None:
        above = self.text
        if not above:
            space = ""
        elif above.endswith("-") and (above[-2:-1].isalnum() or text.startswith("-")):
            space = ""  # a hyphen or half a dash at the end of a row
        start = len(above) + len(space)
        for part in emphasis:
            at = next(
                (
                    index
                    for index, last in enumerate(self._emphasis)
                    if part.start == 0 and last.style == part.style and last.end == len(above)
                ),
                None,
            )
            moved = replace(part, start=part.start + start, end=part.end + start)
            if at is None or not above:
                self._emphasis.append(moved)
            else:
                self._emphasis[at] = replace(self._emphasis[at], end=moved.end)
        self.text = f"{above}{space}{text}"

    def _widen(self, run: PageRow) -> None:
        top = run.top - run.height * _RISE
        new = (run.left, top, run.right, top + run.height)
        old = self._box or new
        self._box = (
            round(min(old[0], new[0]), 1),
            round(min(old[1], new[1]), 1),
            round(max(old[2], new[2]), 1),
            round(max(old[3], new[3]), 1),
        )
