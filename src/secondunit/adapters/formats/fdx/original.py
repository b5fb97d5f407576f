"""The file a changed script is written into, with what is needed to find one's way in it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator, Mapping, Sequence

from secondunit.adapters.formats.fdx.markup import codec_of
from secondunit.adapters.formats.fdx.reading import assemble, read_elements, read_walk
from secondunit.adapters.formats.fdx.retouch import Place
from secondunit.adapters.formats.fdx.spans import Source
from secondunit.adapters.formats.fdx.walk import Walk
from secondunit.film.screenplay.final_draft.paragraph import FdxParagraph
from secondunit.film.screenplay.final_draft.paragraphs import place_in_line
from secondunit.film.screenplay.final_draft.setting import Style
from secondunit.film.screenplay.model import Screenplay, Spot
from secondunit.film.screenplay.production_data import ScriptData


class Original:
    """A file and what it says.

    Args:
        data: The file.
        script: The script to be written into it.

    Raises:
        ForbiddenError: It declares a document type or entities, or is nested without end.
        BrokenError: It is not well-formed.
        UnknownEncodingError: Its encoding cannot be read.
    """

    def __init__(self, data: bytes, script: Screenplay) -> None:
        self.data = data
        self.found: Walk = read_walk(data)
        self.script, _ = assemble(self.found, data, script.title)
        self.is_source = self.script.source_digest == script.source_digest
        self.codec = codec_of(data, self.found.encoding)
        self.source = Source(data)
        self.about = self.script.data or ScriptData()
        self.elements: Mapping[str, Style] = read_elements(self.about)
        self._letters = {each.name: dict(each.font) for each in self.about.types}
        self._starts = [paragraph.start for paragraph in self.found.paragraphs]
        self._tops = list(_tops(self.found.paragraphs))
        self.beginning = self._find_beginning()
        self.indent = self._find_indent()

    @property
    def count(self) -> int:
        """How many paragraphs its body has, empty ones too."""
        return len(self.found.paragraphs)

    def index_at(self, spot: Spot | None) -> int | None:
        """Index of the paragraph that begins at a place, or None."""
        if spot is None:
            return None
        index = bisect_right(self._starts, spot.start) - 1
        return index if index >= 0 and self._starts[index] == spot.start else None

    def outermost(self, index: int) -> int:
        """Index of the paragraph that holds another, or of itself."""
        return self._tops[index]

    def place(self, index: int) -> Place:
        """A paragraph, and where characters of its runs stand in its line."""
        paragraph = self.found.paragraphs[index]
        return Place(paragraph, self.mover(paragraph))

    def mover(self, paragraph: FdxParagraph) -> Callable[[int], int]:
        """Where characters of a paragraph's runs stand in its line."""
        element = self.elements.get(paragraph.kind, Style())
        letters = self._letters.get(paragraph.kind, {})
        return place_in_line(paragraph, element, letters, has_scenes=self.has_scenes)

    @property
    def has_scenes(self) -> bool:
        """Whether some paragraph is of the type Scene Heading."""
        return any(paragraph.kind == "Scene Heading" for paragraph in self.found.paragraphs)

    def before(self, start: int) -> int:
        """Where the white space before a place begins."""
        unit = 2 if self.codec.startswith("utf-16") else 1
        while start - unit >= self.beginning and self._is_white(start - unit, unit):
            start -= unit
        return start

    def _is_white(self, at: int, unit: int) -> bool:
        return self.data[at : at + unit].decode(self.codec, "replace") in {" ", "\t", "\r", "\n"}

    def _find_beginning(self) -> int:
        """Behind the tag that opens the body."""
        body = next((each for each in self.found.sections if each.name == "Content"), None)
        return self.source.start_tag(body.start) if body else 0

    def _find_indent(self) -> bytes:
        """What stands before a paragraph."""
        first = self._starts[0] if self._starts else self.beginning
        return self.data[self.before(first) : first]

    def indented(self, markup: str, *, is_first: bool = True) -> str:
        """Markup on a line of its own, indented as paragraphs are in this file."""
        indent = self.indent.decode(self.codec, "replace")
        return (indent if is_first else "") + markup.replace("\n", indent)


def _tops(paragraphs: Sequence[FdxParagraph]) -> Iterator[int]:
    """For each paragraph the outermost one that holds it."""
    top, end = 0, -1
    for index, paragraph in enumerate(paragraphs):
        if paragraph.start >= end:
            top, end = index, paragraph.end
        yield top
