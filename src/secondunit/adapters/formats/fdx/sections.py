"""What the sections of a Final Draft file say of the script as a whole."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

from secondunit.adapters.formats.fdx.tree import Node
from secondunit.adapters.formats.fdx.walk import Walk
from secondunit.film.screenplay.final_draft.lettering import read_whole
from secondunit.film.screenplay.production_data import (
    Alternate,
    Beat,
    ParagraphType,
    RevisionSet,
    RunningText,
    ScriptData,
    Tag,
    TagCategory,
    TagDefinition,
    Voice,
)

T = TypeVar("T")


def read_script_data(found: Walk) -> ScriptData:
    """Gather what stands outside the paragraphs."""
    nodes = found.nodes
    revisions = _only(nodes, "Revisions")
    tags = _only(nodes, "TagData")
    running = _only(nodes, "HeaderAndFooter")
    layout = _only(nodes, "PageLayout")
    return ScriptData(
        revisions=tuple(map(_revision, revisions.each("Revision"))),
        active_revision=read_whole(revisions.attributes.get("ActiveSet", "")) or 0,
        is_revising=_is_yes(revisions, "RevisionMode"),
        categories=tuple(map(_category, tags.first("TagCategories").each("TagCategory"))),
        definitions=tuple(map(_definition, tags.first("TagDefinitions").each("TagDefinition"))),
        tags=tuple(map(_tag, tags.first("Tags").each("Tag"))),
        alternates=_every(nodes, "AltCollection", "Alt", _alternate),
        voices=_every(nodes, "Cast", "Member", _voice),
        beats=_every(nodes, "ListItems", "ListItem", _beat),
        header=_running(running, "Header"),
        footer=_running(running, "Footer"),
        numbering=_pairs(_only(nodes, "SceneNumberOptions")),
        page=(*_pairs(layout.first("PageSize")), *_pairs(layout)),
        types=tuple(_type(node) for node in nodes if node.name == "ElementSettings"),
        cover=tuple(
            (alignment, "".join(words).replace("\u2028", "\n")) for alignment, words in found.cover
        ),
        version=found.about.get("Version", ""),
    )


def _only(nodes: Sequence[Node], name: str) -> Node:
    return next((node for node in nodes if node.name == name), Node(name, {}))


def _every(
    nodes: Sequence[Node], section: str, name: str, read: Callable[[Node], T]
) -> tuple[T, ...]:
    return tuple(read(child) for node in nodes if node.name == section for child in node.each(name))


def _pairs(node: Node) -> tuple[tuple[str, str], ...]:
    return tuple(node.attributes.items())


def _is_yes(node: Node, key: str) -> bool:
    return node.attributes.get(key, "").casefold() == "yes"


def _revision(node: Node) -> RevisionSet:
    said = node.attributes
    return RevisionSet(
        number=read_whole(said.get("ID", "")) or 0,
        name=said.get("Name", ""),
        mark=said.get("Mark", ""),
        color=said.get("Color", ""),
        page_color=said.get("PageColor", ""),
        style=said.get("Style", ""),
        is_full=_is_yes(node, "FullRevision"),
    )


def _category(node: Node) -> TagCategory:
    said = node.attributes
    return TagCategory(
        key=said.get("Id", ""),
        name=said.get("Name", ""),
        number=said.get("Number", ""),
        color=said.get("Color", ""),
        style=said.get("Style", ""),
    )


def _definition(node: Node) -> TagDefinition:
    said = node.attributes
    return TagDefinition(
        key=said.get("Id", ""),
        category=said.get("CatId", ""),
        label=said.get("Label", ""),
        number=said.get("Number", ""),
    )


def _tag(node: Node) -> Tag:
    named = [child.words.strip() or child.attributes.get("Id", "") for child in node.each("DefId")]
    own = node.attributes.get("DefId", "")
    return Tag(
        number=read_whole(node.attributes.get("Number", "")) or 0,
        definitions=tuple(key for key in (own, *named) if key),
    )


def _alternate(node: Node) -> Alternate:
    return Alternate(key=node.attributes.get("Id", ""), text=node.text)


def _voice(node: Node) -> Voice:
    said = node.attributes
    return Voice(character=said.get("Character", ""), actor=said.get("Actor", ""))


def _beat(node: Node) -> Beat:
    said = node.attributes
    return Beat(
        key=said.get("Id", ""),
        title=said.get("Title", ""),
        text=node.first("Content").text,
        type=said.get("Type", ""),
        color=said.get("Color", ""),
    )


def _running(section: Node, name: str) -> RunningText | None:
    rows = section.first(name).each("Paragraph")
    if not rows:
        return None
    pieces = ("".join(map(_piece, row.children)) for row in rows)
    return RunningText(
        text="\n".join(pieces),
        is_visible=_is_yes(section, f"{name}Visible"),
        is_on_first_page=_is_yes(section, f"{name}FirstPage"),
    )


def _piece(node: Node) -> str:
    if node.name == "DynamicLabel":
        return f"{{{node.attributes.get('Type', '')}}}"
    return node.words if node.name == "Text" else ""


def _type(node: Node) -> ParagraphType:
    return ParagraphType(
        name=node.attributes.get("Type", ""),
        font=_pairs(node.first("FontSpec")),
        setting=_pairs(node.first("ParagraphSpec")),
        behavior=_pairs(node.first("Behavior")),
    )
