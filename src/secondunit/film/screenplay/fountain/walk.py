"""The lines of a Fountain script, and what stands before and after each of them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from secondunit.film.screenplay.fountain.comments import SourceLine
from secondunit.film.screenplay.heading import is_heading, is_omitted, read_number
from secondunit.film.screenplay.remarks import Remarks
from secondunit.film.screenplay.words import OMITTED

PAGE_BREAK = re.compile(r"={3,}(?:\s+(\d+[A-Z]*))?$")
"""A forced page break, with the number of a locked page where one is written."""

_UNLISTED = re.compile(r"EXT/INT\b", re.IGNORECASE)
_FEW = 5
_OMITTED = frozenset(word[:3] for word in OMITTED)
_FIRST = frozenset("IiEeAaSsCcBb*_#0123456789")


class Walk:
    """A script's lines with the questions its grammar asks about their surroundings.

    Args:
        lines: All lines, comments cut out.
        remarks: Where findings go.
    """

    def __init__(self, lines: Sequence[SourceLine], remarks: Remarks) -> None:
        self.lines = lines
        self.texts = [line.text.strip() for line in lines]
        self.remarks = remarks
        self._headings: list[tuple[str, str] | None] = [
            heading_of(text)
            if text and (text[0] in _FIRST or not text.isascii() or _may_be_heading(text))
            else None
            for text in self.texts
        ]
        self.glues_headings = self._glues_headings()
        self._pads_blanks = self._finds_padding()

    def __len__(self) -> int:
        return len(self.lines)

    def heading(self, index: int) -> tuple[str, str] | None:
        """The scene heading and number that a line reads as, wherever it stands, or None."""
        return self._headings[index]

    def is_closed(self, index: int) -> bool:
        """Nothing follows directly: the end, an empty line, or a section or synopsis."""
        return index >= len(self.texts) or self.texts[index][:1] in {"", "=", "#"}

    def is_followed(self, index: int) -> bool:
        """Words follow directly at ``index``, comments aside."""
        while index < len(self.texts) and not self.texts[index] and self.lines[index].cuts:
            index += 1
        text = self.texts[index] if index < len(self.texts) else ""
        return bool(text) and text[0] != "!" and not PAGE_BREAK.match(text)

    def is_pause(self, index: int) -> bool:
        """A line of two spaces that keeps an empty line inside a speech."""
        while index < len(self.texts) and not self.texts[index]:
            if self._pads_blanks or len(self.lines[index].text.expandtabs(4)) < 2:
                return False
            index += 1
        if index >= len(self.texts):
            return False
        return self._headings[index] is None or not self.is_closed(index + 1)

    def remark_unlisted(self, index: int) -> bool:
        """Warn of a heading that begins with EXT/INT, which the syntax leaves out of its list.

        Returns:
            True when the line is one.
        """
        text = self.texts[index]
        if not _UNLISTED.match(text) or not is_heading(text):
            return False
        self.remarks.warn(
            self.lines[index].row,
            "unlisted-heading",
            f"{text} is action by the rules of Fountain, which know no EXT/INT",
            f"Write INT/EXT, or put a full stop before it: .{text}",
        )
        return True

    def remark_glued(self, index: int) -> None:
        """Warn of a scene heading with words directly under it."""
        self.remarks.warn(
            self.lines[index].row,
            "glued-heading",
            "this reads as a scene heading, but no empty line follows; kept as action",
            "Put an empty line after it.",
        )

    def remark_transition(self, index: int, *, has_space: bool) -> None:
        """Say that custom calls a line a transition and the syntax does not.

        Args:
            index: The line.
            has_space: Only the space after it makes it action.
        """
        row, text = self.lines[index].row, self.texts[index]
        if has_space:
            self.remarks.note(
                row,
                "space-after-transition",
                f"the space after {text} makes it action by the rules of Fountain",
                "Take the space out to make it a transition.",
            )
        else:
            self.remarks.note(
                row,
                "customary-transition",
                f"{text} is action by the rules of Fountain",
                f"Write > {text} to make it a transition.",
            )

    def remark_buried(self, index: int) -> None:
        """Warn of a scene heading that stands directly under other words."""
        if self._headings[index] is not None and self.is_closed(index + 1):
            self.remarks.warn(
                self.lines[index].row,
                "buried-heading",
                "this reads as a scene heading, but no empty line stands before it",
                "Put an empty line before it.",
            )

    def _glues_headings(self) -> bool:
        """The script puts no empty line after most of its headings: its habit, so they count."""
        glued = closed = 0
        before = ""
        for index, text in enumerate(self.texts):
            if not before and self._headings[index] is not None:
                if self.is_closed(index + 1):
                    closed += 1
                else:
                    glued += 1
            before = text
        return glued > _FEW and glued > closed

    def _finds_padding(self) -> bool:
        """Most empty lines hold spaces: an editor put them there, and they mean nothing."""
        blanks = [line.text for line, text in zip(self.lines, self.texts, strict=True) if not text]
        padded = sum(len(blank) > 1 for blank in blanks)
        return padded > _FEW and padded * 2 > len(blanks)


def _may_be_heading(text: str) -> bool:
    """False for an English line that is certainly none: cheaper than to read it."""
    if text[1:2].isdigit() or text[2:3].isdigit():
        return True
    return text.isupper() and any(beginning in text for beginning in _OMITTED)


def heading_of(text: str) -> tuple[str, str] | None:
    """A scene heading, marks of emphasis and all, and its number; None for any other line.

    EXT/INT is not in the syntax's list of prefixes (EXT wants a dot or a space after it).

    >>> heading_of("**INT. HALL - DAY #4#**")
    ('**INT. HALL - DAY**', '4')
    """
    bare, before, after = text, "", ""
    if text[:1] in {"*", "_"}:
        bare = text.lstrip("*_")
        before = text[: len(text) - len(bare)]
        bare = bare.rstrip("*_")
        after = text[len(before) + len(bare) :]
    heading, number = read_number(bare)
    if _UNLISTED.match(heading):
        return None
    if is_heading(heading) or (heading.isupper() and is_omitted(heading)):
        return before + heading + after, number
    return None
