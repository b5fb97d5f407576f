"""What is said under a cue in Fountain: dialogue, parentheticals, lyrics, pauses.

Source: Fountain 1.1, Dialogue, Parenthetical, Lyrics; "Line breaks" for the line of two spaces.
"""

from __future__ import annotations

from secondunit.film.screenplay.fountain.comments import SourceLine
from secondunit.film.screenplay.fountain.paragraph import Paragraph, comment_line
from secondunit.film.screenplay.fountain.walk import PAGE_BREAK, Walk
from secondunit.film.screenplay.model import LineKind
from secondunit.film.screenplay.read import RawLine

_LONGEST_PARENTHETICAL = 4
_OPENING, _CLOSING = "(（", ")）"
_BRACKETS = frozenset(_OPENING)
_STYLES = "*_"
_LIKELY = 0.9
"""How sure brackets are a parenthetical where marks of emphasis stand outside them."""


class Speech:
    """Reads one speech.

    Args:
        walk: The script's lines.
    """

    def __init__(self, walk: Walk) -> None:
        self.out: list[RawLine] = []
        self._walk = walk
        self._said: Paragraph | None = None

    def read(self, index: int) -> int:
        """Read from the line after the cue until the speech ends; gives the index of the line
        after it. An empty line ends it, and so does forced action."""
        walk = self._walk
        while index < len(walk):
            line, text = walk.lines[index], walk.texts[index]
            if not text:
                if line.cuts:
                    self._aside(line)
                elif not walk.is_pause(index):
                    break
                elif self._said:
                    self._said.add("", line)
            elif text[0] == "!":
                break
            else:
                index = self._words(index, text)
            index += 1
        self._close()
        return index

    def _words(self, index: int, text: str) -> int:
        line = self._walk.lines[index]
        if text[0] == "~":
            self._element(LineKind.LYRIC, text[1:].strip(), line)
        elif match := PAGE_BREAK.match(text):
            self._element(LineKind.PAGE_BREAK, match[1] or "", line)
        elif (
            text.lstrip(_STYLES)[:1] in _BRACKETS
            and (last := self._end_of_brackets(index)) is not None
        ):
            self._close()
            paragraph = Paragraph(text, line)
            for at in range(index + 1, last + 1):
                paragraph.add(self._walk.texts[at], self._walk.lines[at])
            is_plain = text[0] in _OPENING and self._walk.texts[last][-1] in _CLOSING
            self.out += paragraph.close(
                LineKind.PARENTHETICAL,
                "fountain.parenthetical" if is_plain else "house.styled-parenthetical",
                confidence=1.0 if is_plain else _LIKELY,
                otherwise=None if is_plain else LineKind.DIALOGUE,
            )
            return last
        else:
            self._walk.remark_buried(index)
            if self._said is None:
                self._said = Paragraph(text, line)
            else:
                self._said.add(text, line)
        return index

    def _element(self, kind: LineKind, text: str, line: SourceLine) -> None:
        self._close()
        self.out += Paragraph(text, line).close(kind, f"fountain.{kind.value}")

    def _aside(self, line: SourceLine) -> None:
        if self._said:
            self._said.add_aside(line)
        else:
            self.out += [comment_line(comment) for _, comment in line.cuts]

    def _close(self) -> None:
        if self._said:
            self.out += self._said.close(LineKind.DIALOGUE, "fountain.dialogue")
            self._said = None

    def _end_of_brackets(self, index: int) -> int | None:
        """Last line of a parenthetical that begins here, or None when words follow its brackets."""
        depth = 0
        for at in range(index, min(index + _LONGEST_PARENTHETICAL, len(self._walk))):
            part = self._walk.texts[at]
            if not part:
                return None
            end = len(part.rstrip(_STYLES)) - 1
            start = len(part) - len(part.lstrip(_STYLES)) if at == index else 0
            for position, character in enumerate(part[start:], start):
                depth += (character in _OPENING) - (character in _CLOSING)
                if not depth:
                    return at if position == end else None
        return None
