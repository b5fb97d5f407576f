"""A paragraph as its source lines are gathered, with the comments cut out of them."""

from __future__ import annotations

from collections.abc import Iterator

from secondunit.film.screenplay.comments import Comment, SourceLine
from secondunit.film.screenplay.emphasis import read_paragraph
from secondunit.film.screenplay.model import LineKind
from secondunit.film.screenplay.read import RawLine


class Paragraph:
    """Source lines that will be one line of the script."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._length = 0
        self._row = 0
        self._cuts: list[tuple[int, Comment]] = []

    def __bool__(self) -> bool:
        return bool(self._parts)

    def add(self, text: str, line: SourceLine) -> None:
        """Add what counts of a line.

        Args:
            text: The part of the line's text that belongs to the paragraph.
            line: The line itself, for its row and its comments.
        """
        start = self._length + 1 if self._parts else 0
        if not self._parts:
            self._row = line.row
        if line.cuts:
            skipped = line.text.find(text.strip()) - len(text) + len(text.lstrip())
            self._cuts += [
                (start + min(max(at - skipped, 0), len(text)), comment) for at, comment in line.cuts
            ]
        self._parts.append(text)
        self._length = start + len(text)

    def add_aside(self, line: SourceLine) -> None:
        """Add the comments of a line on which nothing else stands."""
        self._cuts += [(self._length, comment) for _, comment in line.cuts]

    def close(
        self,
        kind: LineKind,
        *,
        extension: str = "",
        number: str = "",
        depth: int = 0,
        space_before: float | None = None,
    ) -> Iterator[RawLine]:
        """The paragraph as a line of a kind, then the comments that were cut out of it."""
        styled = read_paragraph(self._parts)
        yield RawLine(
            kind=kind,
            text=styled.text,
            row=self._row,
            emphasis=styled.emphasis,
            depth=depth,
            extension=extension,
            number=number,
            space_before=space_before,
        )
        for at, comment in self._cuts:
            yield comment_line(comment, styled.position(at))


def comment_line(comment: Comment, anchor: int | None = None) -> RawLine:
    """A note or boneyard as a line of its own."""
    return RawLine(kind=comment.kind, text=comment.text, row=comment.row, anchor=anchor)
