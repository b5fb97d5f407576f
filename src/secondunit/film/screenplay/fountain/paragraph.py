"""A paragraph as its source lines are gathered, with the comments cut out of them."""

from __future__ import annotations

from secondunit.film.screenplay.emphasis import read_paragraph
from secondunit.film.screenplay.fountain.comments import Comment, SourceLine
from secondunit.film.screenplay.model import LineKind, Spot
from secondunit.film.screenplay.read import RawLine


class Paragraph:
    """Source lines that will be one line of the script.

    Args:
        text: The part of the first line's text that belongs to the paragraph.
        line: That line, for its row and its comments.
    """

    def __init__(self, text: str, line: SourceLine) -> None:
        self._parts = [text]
        self._length = len(text)
        self._row, self._start, self._end = line.row, line.start, line.end
        self._cuts: list[tuple[int, Comment]] = []
        if line.cuts:
            self._cut(text, line, 0)

    def add(self, text: str, line: SourceLine) -> None:
        """Add what counts of a further line."""
        start = self._length + 1
        self._end = line.end
        if line.cuts:
            self._cut(text, line, start)
        self._parts.append(text)
        self._length = start + len(text)

    def _cut(self, text: str, line: SourceLine, start: int) -> None:
        """Keep the comments of a line whose words begin at ``start``."""
        found, indent = line.text.find(text.strip()), len(text) - len(text.lstrip())
        for at, comment in line.cuts:
            place = at - found + indent if at >= found else min(at, indent)
            self._cuts.append((start + min(place, len(text)), comment))

    def add_aside(self, line: SourceLine) -> None:
        """Add the comments of a line on which nothing else stands."""
        self._end = line.end
        self._cuts += [(self._length, comment) for _, comment in line.cuts]

    def close(
        self,
        kind: LineKind,
        rule: str,
        *,
        extension: str = "",
        number: str = "",
        depth: int = 0,
        space_before: float | None = None,
        confidence: float = 1.0,
        otherwise: LineKind | None = None,
    ) -> list[RawLine]:
        """The paragraph as a line of a kind, then the comments that were cut out of it.

        The rest is as in ``RawLine``.
        """
        styled = read_paragraph(self._parts)
        line = RawLine(
            kind=kind,
            text=styled.text,
            row=self._row,
            emphasis=styled.emphasis,
            depth=depth,
            extension=extension,
            number=number,
            space_before=space_before,
            spot=Spot(start=self._start, end=self._end),
            rule=rule,
            confidence=confidence,
            otherwise=otherwise,
        )
        if not self._cuts:
            return [line]
        return [
            line,
            *(comment_line(comment, styled.position(at)) for at, comment in self._cuts),
        ]


def comment_line(comment: Comment, anchor: int | None = None) -> RawLine:
    """A note or boneyard as a line of its own."""
    return RawLine(
        kind=comment.kind,
        text=comment.text,
        row=comment.row,
        anchor=anchor,
        spot=Spot(start=comment.start, end=comment.end),
        rule=f"fountain.{comment.kind.value}",
    )


def keep_indent(line: str) -> str:
    """An action line with its indentation, tabs as four spaces, without the mark that forces it."""
    text = line.strip()
    indent = line[: len(line) - len(line.lstrip())].expandtabs(4)
    return indent + (text[1:].rstrip() if text[0] == "!" else text)
