"""Tags of a script file (Final Draft's TagData) as elements, and elements as tags."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from secondunit.core.evidence import ScriptSpan
from secondunit.core.ids import LineId
from secondunit.film.breakdown.categories import CategoryTable
from secondunit.film.breakdown.model import Category, Element
from secondunit.film.screenplay.line_data import LineData, TaggedSpan
from secondunit.film.screenplay.model import Line, Scene, Screenplay
from secondunit.film.screenplay.production_data import (
    ScriptData,
    Tag,
    TagCategory,
    TagDefinition,
)

Key = tuple[str, Category, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Tagged:
    """An element with the words that carry its tag.

    Args:
        element: The element.
        span: The words; None for one that no words ask for.
    """

    element: Element
    span: ScriptSpan | None


def read_tags(script: Screenplay, table: CategoryTable) -> tuple[Tagged, ...]:
    """Every tagged stretch of the scenes to be shot, as often as its tag has definitions.

    A category that is none of ours becomes miscellaneous; the definition's name is kept.
    """
    return tuple(_read(script, table)) if script.data is not None else ()


def put_tags(
    script: Screenplay, elements: Sequence[Tagged], table: CategoryTable
) -> tuple[Screenplay, tuple[Tagged, ...]]:
    """Tag the words of elements; what is tagged already stays as it is.

    Args:
        script: The draft whose lines the spans are of.
        elements: In any order.
        table: How others know our categories.

    Returns:
        The tagged script, and the elements that have no words to be tagged.
    """
    there = {_key(each.element) for each in read_tags(script, table)}
    wanted = [each for each in elements if _key(each.element) not in there]
    spoken = [each for each in wanted if each.span is not None]
    with_words = {_key(each.element) for each in spoken}
    left = tuple(
        each for each in wanted if each.span is None and _key(each.element) not in with_words
    )
    if not spoken:
        return script, left
    sheet = _TagSheet(script.data or ScriptData(), table)
    by_line: dict[LineId, list[Tagged]] = {}
    for each in spoken:
        if each.span is not None:
            by_line.setdefault(each.span.line, []).append(each)
    scenes = tuple(_tag_scene(scene, by_line, sheet) for scene in script.scenes)
    return replace(script, scenes=scenes, data=sheet.data()), left


def _key(element: Element) -> Key:
    return element.scene, element.category, element.name.casefold()


def _read(script: Screenplay, table: CategoryTable) -> Iterator[Tagged]:
    data = script.data or ScriptData()
    tags = {tag.number: tag.definitions for tag in data.tags}
    definitions = {each.key: each for each in data.definitions}
    names = {each.key: each.name for each in data.categories}
    for scene in script.shot_scenes:
        for line in scene.lines:
            for span in line.data.tagged if line.data else ():
                quote = ScriptSpan(
                    scene=scene.id,
                    line=line.id,
                    start=span.start,
                    end=span.end,
                    quote=line.text[span.start : span.end],
                )
                for key in tags.get(span.tag, ()):
                    if (found := definitions.get(key)) is not None:
                        yield Tagged(element=_element(scene, found, names, table), span=quote)


def _element(
    scene: Scene, definition: TagDefinition, names: Mapping[str, str], table: CategoryTable
) -> Element:
    category = table.of_tag(definition.category, names.get(definition.category, ""))
    name = " ".join(definition.label.split())
    if category is Category.CAST:
        name = name.upper()
    elif name.isupper():
        name = name.lower()
    return Element(scene=scene.id, category=category or Category.MISCELLANEOUS, name=name)


@dataclass(slots=True)
class _TagSheet:
    """Categories, definitions and tags of a script while new ones are added."""

    before: ScriptData
    table: CategoryTable
    categories: dict[str, TagCategory] = field(default_factory=dict)
    definitions: dict[tuple[str, str], TagDefinition] = field(default_factory=dict)
    tags: dict[tuple[str, ...], int] = field(default_factory=dict)
    next_number: int = 1

    def __post_init__(self) -> None:
        self.categories = {each.key: each for each in self.before.categories}
        self.definitions = {
            (each.category, each.label.casefold()): each for each in self.before.definitions
        }
        numbers = [tag.number for tag in self.before.tags]
        self.tags = {tag.definitions: tag.number for tag in self.before.tags}
        self.next_number = max(numbers, default=0) + 1

    def definition(self, element: Element) -> str:
        """Id of the definition of an element."""
        category = self._category(element.category)
        at = (category, element.name.casefold())
        if at not in self.definitions:
            self.definitions[at] = TagDefinition(
                key=_guid("definition", *at), category=category, label=element.name
            )
        return self.definitions[at].key

    def tag(self, definitions: tuple[str, ...]) -> int:
        """Number of the tag that stands for some definitions."""
        if definitions not in self.tags:
            self.tags[definitions] = self.next_number
            self.next_number += 1
        return self.tags[definitions]

    def data(self) -> ScriptData:
        """What the script carries now."""
        known = {tag.number for tag in self.before.tags}
        fresh = (
            Tag(number=number, definitions=keys)
            for keys, number in self.tags.items()
            if number not in known
        )
        return replace(
            self.before,
            categories=tuple(self.categories.values()),
            definitions=tuple(self.definitions.values()),
            tags=(*self.before.tags, *fresh),
        )

    def _category(self, category: Category) -> str:
        """Id of a category, the one that the script uses for it where it has one."""
        for key, each in self.categories.items():
            if self.table.of_tag(key, each.name) is category:
                return key
        known = self.table.known[category]
        key = known.id or _guid("category", category.value)
        self.categories[key] = TagCategory(
            key=key,
            name=known.name,
            number=str(len(self.categories) + 1),
            color=known.tag_color,
            style="Bold",
        )
        return key


def _tag_scene(scene: Scene, by_line: Mapping[LineId, Sequence[Tagged]], sheet: _TagSheet) -> Scene:
    if not any(line.id in by_line for line in scene.lines):
        return scene
    lines = tuple(
        _tag_line(line, by_line[line.id], sheet) if line.id in by_line else line
        for line in scene.lines
    )
    return replace(scene, lines=lines)


def _tag_line(line: Line, elements: Sequence[Tagged], sheet: _TagSheet) -> Line:
    """Tag a line's words, cut where stretches overlap: a word carries one tag of them all."""
    data = line.data or LineData()
    numbers = {tag: keys for keys, tag in sheet.tags.items()}
    stretches = [(span.start, span.end, numbers.get(span.tag, ())) for span in data.tagged]
    for each in elements:
        if each.span is not None:
            key = sheet.definition(each.element)
            stretches.append((each.span.start, each.span.end, (key,)))
    edges = sorted({edge for start, end, _ in stretches for edge in (start, end)})
    spans = []
    for start, end in pairwise(edges):
        over = [keys for first, last, keys in stretches if first <= start and end <= last]
        keys = tuple(dict.fromkeys(key for each in over for key in each))
        if keys:
            spans.append(TaggedSpan(start=start, end=end, tag=sheet.tag(keys)))
    return replace(line, data=replace(data, tagged=tuple(spans)))


def _guid(*parts: str) -> str:
    digits = hashlib.sha256("\x1f".join(parts).encode()).hexdigest()
    return "-".join((digits[:8], digits[8:12], digits[12:16], digits[16:20], digits[20:32]))
