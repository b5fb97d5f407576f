"""Which kind of line a printed row is, by the column it stands in and what stands around it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

from secondunit.film.screenplay.cue import split_cue
from secondunit.film.screenplay.heading import is_heading, is_omitted, read_number
from secondunit.film.screenplay.model import LineKind
from secondunit.film.screenplay.printed.columns import CHARACTER, NEAR, Columns
from secondunit.film.screenplay.printed.gathered import Gathered
from secondunit.film.screenplay.printed.margins import ScriptRow
from secondunit.film.screenplay.printed.outline import Outline
from secondunit.film.screenplay.printed.sung import is_lyric

SINGLE = 1.5
"""Row pitches: rows nearer than this are one paragraph."""

SHORT = 24
"""Letters of a parenthetical that a house sets flush with dialogue; longer ones are dialogue."""

CONTD = re.compile(r"\(\s*CONT(?:INUED|INUING|[’'`]?D)?\.?\s*\)", re.IGNORECASE)
"""What is printed after a cue whose speaker goes on."""

_ACT = re.compile(
    r"(?:END (?:OF )?)?(?:ACT|TEASER|TAG|COLD OPEN(?:ING)?|PROLOGUE|EPILOGUE|PILOT|EPISODE|SHOW)\b"
    r"(?: [A-Z0-9-]+){0,2}[.:]?$"
)
_SPEECH = frozenset({LineKind.CUE, LineKind.PARENTHETICAL, LineKind.DIALOGUE, LineKind.LYRIC})
_ENOUGH = 2  # rows from which a house's way of setting them is known


@dataclass(frozen=True, slots=True)
class Sorted:
    """What a row is, by which rule, and how sure that is (0 to 1)."""

    kind: LineKind
    rule: str
    confidence: float


class Sorter:
    """Sorts the rows of one document.

    Args:
        rows: All of them.
        columns: That they agree on.
        outline: Of the file.
    """

    def __init__(
        self, rows: Sequence[ScriptRow], columns: Columns, outline: Outline | None = None
    ) -> None:
        self._rows = rows
        self._outline = outline or Outline()
        self._columns = columns
        self._near = max(columns.pitch, columns.dialogue_pitch) * SINGLE
        self._heading_gap = self._learn_gap()
        self.house_styles = self._learn_styles()

    def gap(self, index: int) -> float:
        """Points from the row above, or endless over a page."""
        if not index or self._rows[index - 1].page != self._rows[index].page:
            return float("inf")
        return self._rows[index].top - self._rows[index - 1].top

    def sort(self, index: int, above: Gathered | None) -> Sorted:
        """Sort a row.

        Args:
            index: Of the row.
            above: The paragraph before it; None at the start.
        """
        row, columns = self._rows[index], self._columns
        text = row.text.strip()
        if row.number or row.left < columns.action + NEAR:
            return self._at_action(index, text, above)
        speaks = above is not None and above.kind in _SPEECH and self.gap(index) < self._near
        if above is not None and above.is_open and speaks and text[:1] != "(":
            is_said = columns.has_asides and abs(row.left - columns.dialogue) <= NEAR
            if not is_said:
                return Sorted(LineKind.PARENTHETICAL, "pdf.open-bracket", 0.95)
        if abs(row.left - columns.dialogue) <= NEAR:
            return as_sung(self._at_dialogue(index, text, above, speaks=speaks), row, above)
        if text[:1] == "(" and (speaks or row.left < columns.cue - NEAR / 2):
            return Sorted(LineKind.PARENTHETICAL, "pdf.bracket", 0.98 if speaks else 0.8)
        if (confidence := self._cue(index, text)) > 0:
            return Sorted(LineKind.CUE, "pdf.cue", confidence)
        return self._elsewhere(row, text, speaks=speaks)

    def _elsewhere(self, row: ScriptRow, text: str, *, speaks: bool) -> Sorted:
        columns = self._columns
        if is_transition(text) and row.left > columns.cue - NEAR:
            return Sorted(LineKind.TRANSITION, "pdf.right", 0.97)
        if columns.is_middle(row.left, row.right):
            if _ACT.match(text):
                return Sorted(LineKind.ACT, "pdf.centred-act", 0.95)
            return Sorted(LineKind.CENTERED, "pdf.centred", 0.85)
        if row.left > columns.cue + NEAR and text.isupper():
            return Sorted(LineKind.TRANSITION, "pdf.right", 0.85)
        if speaks and columns.dialogue - NEAR <= row.left < columns.cue:
            is_aside = abs(row.left - columns.parenthetical) <= NEAR
            kind = LineKind.PARENTHETICAL if is_aside else LineKind.DIALOGUE
            return Sorted(kind, "pdf.indented", 0.6)
        return Sorted(LineKind.ACTION, "pdf.no-column", 0.5)

    def _at_dialogue(
        self, index: int, text: str, above: Gathered | None, *, speaks: bool
    ) -> Sorted:
        row, columns = self._rows[index], self._columns
        is_aside = text[:1] == "(" and text[-1:] == ")" and len(text) <= SHORT
        if is_aside and speaks and not columns.has_asides:
            return Sorted(LineKind.PARENTHETICAL, "pdf.bracket", 0.8)
        if speaks or above is None or self.gap(index) == float("inf"):
            return Sorted(LineKind.DIALOGUE, "pdf.column", 0.98)
        if columns.is_middle(row.left, row.right) and text.isupper():
            kind = LineKind.ACT if _ACT.match(text) else LineKind.CENTERED
            return Sorted(kind, "pdf.centred", 0.7)
        if above.kind in _SPEECH:
            return Sorted(LineKind.DIALOGUE, "pdf.column", 0.8)
        return Sorted(LineKind.ACTION, "pdf.nobody-speaks", 0.5)

    def _at_action(self, index: int, text: str, above: Gathered | None) -> Sorted:
        """A row at the left edge: a heading, a heading's second row, or action."""
        row = self._rows[index]
        bare, _ = read_number(text)
        if is_heading(bare) or is_omitted(bare):
            return Sorted(LineKind.HEADING, "pdf.prefix", 0.99)
        is_near = self.gap(index) < self._columns.pitch * SINGLE
        if above is not None and above.kind is LineKind.HEADING and is_near and text.isupper():
            return Sorted(LineKind.HEADING, "pdf.second-row", 0.9)
        if row.number:
            return Sorted(LineKind.HEADING, "pdf.number", 0.95 if text.isupper() else 0.7)
        if text.isupper() and text.endswith("TO:"):
            return Sorted(LineKind.TRANSITION, "pdf.transition", 0.8)
        is_loud = text.isupper() and not _ACT.match(text)
        if is_loud and not is_near and self._outline.names(row.page, bare):
            return Sorted(LineKind.HEADING, "pdf.outline", 0.95)
        if not is_near and self._looks_like_heading(index, text):
            return Sorted(LineKind.HEADING, "pdf.set-as-heading", 0.7)
        if not is_near and text.isupper() and self._stands_alone(index):
            return Sorted(LineKind.ACTION, "pdf.capitals", 0.6)  # a heading without INT, or none
        if row.left < self._columns.action - NEAR:
            return Sorted(LineKind.ACTION, "pdf.no-column", 0.5)
        return Sorted(LineKind.ACTION, "pdf.column", 0.98)

    def _looks_like_heading(self, index: int, text: str) -> bool:
        """Capitals set as this house sets headings: in bold, underlined, or with more space."""
        if not text.isupper() or is_transition(text) or _ACT.match(text):
            return False
        row = self._rows[index]
        if not self._stands_alone(index):
            return False
        if self.house_styles and self.house_styles <= row.styles:
            return True
        gap = self.gap(index)
        return self._heading_gap > 0 and self._heading_gap <= gap < 2 * self._heading_gap

    def _stands_alone(self, index: int) -> bool:
        """Space lies below the row, and a row at the left edge comes after it."""
        row = self._rows[index]
        below = self._rows[index + 1] if index + 1 < len(self._rows) else None
        if below is None or below.page != row.page or below.left > self._columns.action + NEAR:
            return False
        return below.top - row.top >= self._columns.pitch * SINGLE

    def _cue(self, index: int, text: str) -> float:
        """How sure a row is a cue: capitals in the column of cues or with a speech below."""
        row, columns = self._rows[index], self._columns
        if not split_cue(CONTD.sub("", text)).name.isupper() or is_transition(text):
            return 0.0
        follower = self._rows[index + 1] if index + 1 < len(self._rows) else None
        is_placed = abs(row.left - columns.cue) <= NEAR
        if columns.cue_middle is not None:
            is_placed = abs((row.left + row.right) / 2 - columns.cue_middle) <= CHARACTER
        if follower is None or follower.page != row.page:
            return 0.7 if is_placed and not _ACT.match(text) else 0.0
        is_near = follower.top - row.top < self._near
        speaks = columns.dialogue - NEAR <= follower.left < columns.cue - NEAR / 2
        speaks = speaks or (follower.text[:1] == "(" and follower.left > columns.dialogue)
        is_inside = row.left > columns.dialogue + 2 * NEAR or is_placed
        if not (is_near and speaks and is_inside):
            return 0.0
        return 0.99 if is_placed else 0.85

    def _headings(self) -> list[int]:
        return [
            index
            for index, row in enumerate(self._rows)
            if row.left < self._columns.action + NEAR and is_heading(read_number(row.text)[0])
        ]

    def _learn_gap(self) -> float:
        """The least space above a heading, where the house gives it more than it gives action."""
        found = self._headings()
        gaps = [gap for index in found if (gap := self.gap(index)) < 100]
        heads = set(found)
        others = [
            gap
            for index, row in enumerate(self._rows)
            if index not in heads
            and abs(row.left - self._columns.action) <= NEAR
            and self._columns.pitch * SINGLE < (gap := self.gap(index)) < 100
        ]
        if not gaps or len(others) < _ENOUGH:
            return 0.0
        usual, more = median(others), sorted(gaps)[len(gaps) // 10]
        return more - 2 if more >= usual + 0.6 * self._columns.pitch else 0.0

    def _learn_styles(self) -> frozenset[str]:
        """Styles that headings have and other rows at the left edge have not."""
        found = self._headings()
        heads = set(found)
        others = [
            row
            for index, row in enumerate(self._rows)
            if index not in heads and abs(row.left - self._columns.action) <= NEAR
        ]
        if len(found) < _ENOUGH:
            return frozenset()
        return frozenset(
            style
            for style in ("bold", "underline")
            if sum(style in self._rows[index].styles for index in found) >= 0.8 * len(found)
            and sum(style in row.styles for row in others) <= 0.2 * len(others)
        )


def as_sung(found: Sorted, row: ScriptRow, above: Gathered | None) -> Sorted:
    """What a row in the column of dialogue is, once it is asked whether it is sung."""
    rule, confidence = is_lyric(row, above)
    if confidence and found.kind in {LineKind.DIALOGUE, LineKind.ACTION}:
        return Sorted(LineKind.LYRIC, rule, confidence)
    return found


def is_transition(text: str) -> bool:
    """True for what is said at the end of a scene: it ends in ``TO:``, or fades.

    >>> is_transition("SMASH CUT TO:"), is_transition("FADE OUT."), is_transition("CUTTER")
    (True, True, False)
    """
    bare = text.strip().rstrip(" .:")
    return text.isupper() and (
        text.rstrip().endswith("TO:")
        or bare in {"FADE IN", "FADE OUT", "FADE TO BLACK", "CUT TO BLACK"}
    )
