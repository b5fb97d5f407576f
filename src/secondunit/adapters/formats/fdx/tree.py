"""Parts of a Final Draft file that are no paragraphs of the script."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(slots=True)
class Node:
    """An element of a section, with all that is in it."""

    name: str
    attributes: Mapping[str, str]
    words: str = ""
    children: list[Node] = field(default_factory=list)

    def each(self, name: str) -> list[Node]:
        """The children of a name."""
        return [child for child in self.children if child.name == name]

    def first(self, name: str) -> Node:
        """The first child of a name, or an empty one."""
        return next((child for child in self.children if child.name == name), Node(name, {}))

    @property
    def text(self) -> str:
        """The words of its paragraphs, one a row."""
        rows = [paragraph for paragraph in self.children if paragraph.name == "Paragraph"]
        said = ("".join(run.words for run in row.each("Text")).strip() for row in rows)
        return "\n".join(row for row in said if row)


@dataclass(slots=True)
class Aside:
    """A note or the like as it stands in the file.

    Args:
        element: Name of its element.
        attributes: Of its element.
        after: Index of the paragraph it stands in, or -1.
        anchor: Character of that paragraph, or None.
        start: Its first byte.
        end: One past its last.
        paragraphs: Its own words.
    """

    element: str
    attributes: Mapping[str, str]
    after: int
    anchor: int | None
    start: int
    end: int = -1
    paragraphs: list[list[str]] = field(default_factory=list)


@dataclass(slots=True)
class Section:
    """An element directly inside the root: ``data[start:end]``."""

    name: str
    start: int
    end: int = -1
    has_children: bool = False
