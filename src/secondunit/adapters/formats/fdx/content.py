"""The lines of a script as the paragraphs of a Final Draft file, and where its notes then point."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from secondunit.adapters.formats.fdx.compose import (
    IN_SCENE,
    Composed,
    printed_words,
    type_name_of,
)
from secondunit.film.screenplay.final_draft.paragraph_types import opens_page
from secondunit.film.screenplay.final_draft.positions import DUAL, Positions
from secondunit.film.screenplay.final_draft.setting import (
    Style,
    column_width,
    left_edge,
    line_spacing,
    read_style,
)
from secondunit.film.screenplay.line_data import Deletion, LineData, WrittenLock
from secondunit.film.screenplay.model import PRINTED, Line, LineKind, Screenplay, Side
from secondunit.film.screenplay.pages.sizes import usual_left, usual_space, usual_width

_ASIDES = frozenset({LineKind.NOTE, LineKind.BONEYARD, LineKind.SYNOPSIS})
_UNEDGED = frozenset({LineKind.CENTERED, LineKind.TRANSITION})
_SAME_SPACING = 1e-6
_NEAR = 0.005  # inches within which an edge is where it should be
_NOTHING = LineData()


@dataclass(slots=True)
class Content:
    """The body of a file to be written.

    Args:
        paragraphs: In order; those of a dual dialogue stand inside one that holds them.
        ranged: Notes that point at characters of the script: paragraph, character, note.
        loose: Notes that point at nothing.
        doubled: Page breaks that stand directly after one another or at the end.
    """

    paragraphs: list[Composed] = field(default_factory=list)
    ranged: list[tuple[int, int, Line]] = field(default_factory=list)
    loose: list[Line] = field(default_factory=list)
    doubled: int = 0

    def positions(self) -> Positions:
        """Where each paragraph begins, as Final Draft counts."""
        return Positions(
            DUAL - 1 if each.inside else len(printed_words(each.line)) if each.line else 0
            for each in self.paragraphs
        )

    def locks(self) -> list[tuple[int, WrittenLock]]:
        """Locked pages, each with its position in the script."""
        return [(at + lock.at, lock) for at, data in self._carried() for lock in data.locks]

    def deleted(self) -> list[tuple[int, Deletion]]:
        """Places of deleted words, each with its position in the script."""
        return [(at + place.at, place) for at, data in self._carried() for place in data.deleted]

    def spans(self) -> list[tuple[str, Line]]:
        """Notes with the characters they point at, ``start,end``."""
        positions = self.positions()
        found = []
        for index, character, note in self.ranged:
            start = positions.start_of(index) + character
            details = note.data.note if note.data else None
            end = start + (details.length if details else 0)
            found.append((f"{start},{end}", note))
        return found

    def _carried(self) -> list[tuple[int, LineData]]:
        positions = self.positions()
        return [
            (positions.start_of(index), each.line.data)
            for index, each in enumerate(self.paragraphs)
            if each.line is not None and each.line.data is not None
        ]


def compose_content(script: Screenplay, elements: Mapping[str, Style]) -> Content:
    """Lay the lines of a script out as paragraphs.

    Args:
        script: The script.
        elements: How the file to be written sets each type of paragraph.
    """
    lines = [*script.opening, *(line for scene in script.scenes for line in scene.lines)]
    has_scenes = has_plain_headings(lines)
    builder = _Builder(elements, has_scenes=has_scenes)
    numbers = {id(scene.lines[0]): scene.number for scene in script.scenes if scene.lines}
    for line in lines:
        builder.add(line, numbers.get(id(line), ""))
    builder.content.doubled += builder.breaks
    return builder.content


class _Builder:
    """Content as it grows line by line."""

    def __init__(self, elements: Mapping[str, Style], *, has_scenes: bool) -> None:
        self.content = Content()
        self.breaks = 0
        self._elements = elements
        self._has_scenes = has_scenes
        self._dual: Composed | None = None
        self._last: Composed | None = None

    def add(self, line: Line, number: str) -> None:
        """Add a line; ``number`` is its scene's where it is a heading."""
        if line.kind is LineKind.PAGE_BREAK:
            self.content.doubled += self.breaks
            self.breaks = 1
            return
        if line.kind in _ASIDES and not self._is_paragraph(line):
            self._add_aside(line)
            return
        written = number if line.number and number else line.number
        name = type_name_of(line, self._elements, has_scenes=self._has_scenes)
        element = self._elements.get(name, Style())
        attributes = attributes_of(line, name, element, number=written, opens=bool(self.breaks))
        self.breaks = 0
        composed = Composed(line, attributes)
        if line.side is None:
            self._dual = None
            self.content.paragraphs.append(composed)
        else:
            self._beside(line, composed)
        self._last = composed

    def _is_paragraph(self, line: Line) -> bool:
        """Whether a line that is not printed is a paragraph of the script all the same."""
        data = line.data or _NOTHING
        if data.note is not None or line.kind is LineKind.BONEYARD:
            return False
        if line.kind is LineKind.NOTE:
            return line.spot is not None and line.data is not None
        last = self._last
        is_headed = last and last.line and last.line.kind is LineKind.HEADING
        return bool(data.type_name) or not is_headed

    def _beside(self, line: Line, composed: Composed) -> None:
        dual = self._dual
        if dual is not None and line.side is Side.LEFT:
            sides = [each.line.side for each in dual.inside if each.line]
            cues = [each for each in dual.inside if each.line and each.line.kind is LineKind.CUE]
            if Side.RIGHT in sides or (line.kind is LineKind.CUE and cues):
                dual = None
        if dual is None:
            dual = self._dual = Composed(None, {"Type": "General"})
            if composed.attributes.get("StartsNewPage") == "Yes":
                dual.attributes["StartsNewPage"] = composed.attributes.pop("StartsNewPage")
            self.content.paragraphs.append(dual)
        dual.inside.append(composed)

    def _add_aside(self, line: Line) -> None:
        name = line.data.type_name if line.data else ""
        last = self._last
        if last is not None and last.line is not None:
            if name in IN_SCENE or line.kind is LineKind.SYNOPSIS:
                last.properties.append(line)
                return
            if name == "OmittedScene":
                last.omitted.append(line)
                return
        if last is None or last.line is None:
            self.content.loose.append(line)
            return
        end = len(printed_words(last.line))
        details = line.data.note if line.data else None
        is_alone = line.anchor is None
        at = end if line.anchor is None else min(max(line.anchor, 0), end)
        is_at_end = at == end and not (details and details.length)
        if self._dual is not None or (is_at_end and not is_alone):
            last.notes.append(line)
            return
        self.content.ranged.append((len(self.content.paragraphs) - 1, at, line))


def has_plain_headings(lines: Iterable[Line]) -> bool:
    """Whether some heading is a paragraph of the type Scene Heading."""
    return any(
        line.kind is LineKind.HEADING and not (line.data and line.data.type_name) for line in lines
    )


def attributes_of(
    line: Line, name: str, element: Style, *, number: str, opens: bool
) -> dict[str, str]:
    """The attributes of a line's paragraph: what its type does not say already.

    Args:
        line: The line.
        name: Of its type.
        element: How the file sets that type.
        number: Written scene number of a heading.
        opens: True when a page begins with it.
    """
    data = line.data or _NOTHING
    said = {"Type": name, **({"Number": number} if number else {})}
    said.update({"id": data.key} if data.key else {})
    said.update(data.setting)
    if line.kind is LineKind.CENTERED:
        said["Alignment"] = "Center"
    elif line.kind is LineKind.ACTION and said.get("Alignment") == "Center":
        said["Alignment"] = "Left"
    own = read_style(said)
    if opens != opens_page(name, own, element):
        said["StartsNewPage"] = "Yes" if opens else "No"
    before = element.space_before if own.space_before is None else own.space_before
    wanted = usual_space(line.kind) if line.space_before is None else line.space_before
    if (usual_space(line.kind) if before is None else before) != wanted:
        said["SpaceBefore"] = f"{wanted * 12:g}"
    if abs(line_spacing(own, element) - line.spacing) > _SAME_SPACING:
        single = line_spacing(replace(own, spacing=1.0), element)
        said["Spacing"] = f"{line.spacing / single:g}"
    if line.kind in PRINTED and line.side is None and not _stands(line, own, element):
        said.update(_indents(line, own, element))
    return said


def _stands(line: Line, own: Style, element: Style) -> bool:
    """Whether a paragraph set so has the edge and the width of its line."""
    width, left = column_width(own, element), left_edge(own, element)
    at = usual_left(line.kind) if left is None else left
    wanted = usual_left(line.kind) if line.left is None else line.left
    is_wide = (width or usual_width(line.kind)) == (line.width or usual_width(line.kind))
    return is_wide and (line.kind in _UNEDGED or abs(at - wanted) < _NEAR)


def _indents(line: Line, own: Style, element: Style) -> dict[str, str]:
    """Edges between which a typed line holds the characters it should."""
    first = min(own.first if own.left is not None else element.first, 0.0)
    edge = left_edge(own, element) if line.left is None else line.left
    left = (usual_left(line.kind) if edge is None else edge) - first
    width = line.width or usual_width(line.kind)
    right = left + first + (width * 7.02 + 0.5) / 72
    return {
        "FirstIndent": f"{first:.2f}",
        "LeftIndent": f"{left:.2f}",
        "RightIndent": f"{right:.2f}",
    }
