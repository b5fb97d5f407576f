"""A line of the script as a paragraph of a Final Draft file."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from secondunit.adapters.formats.fdx.asides import BONEYARD
from secondunit.adapters.formats.fdx.markup import element, leaf
from secondunit.film.screenplay.cue import write_cue
from secondunit.film.screenplay.final_draft.lettering import STYLES
from secondunit.film.screenplay.final_draft.paragraph_types import kind_of, type_of
from secondunit.film.screenplay.final_draft.setting import Style
from secondunit.film.screenplay.line_data import LineData, NoteDetails, SceneCard
from secondunit.film.screenplay.model import Line, LineKind

_NOTHING = LineData()
_NO_NOTE = NoteDetails()
_STYLE_NAMES = {ours: theirs for theirs, ours in reversed(STYLES.items())}
_STYLE_ORDER = {name: place for place, name in enumerate(STYLES)}
IN_SCENE = frozenset({"Summary", "AttributedTitle", "CharacterArcBeat"})
"""Asides that stand in the properties of a scene."""


@dataclass(slots=True)
class Composed:
    """A paragraph to be written.

    Args:
        line: What it says; None for one that only holds a dual dialogue.
        attributes: Of the paragraph.
        notes: Notes inside its words, each with its character.
        properties: Asides in the properties of its scene.
        omitted: The words of an omitted scene.
        inside: Paragraphs of a dual dialogue.
    """

    line: Line | None
    attributes: dict[str, str]
    notes: list[Line] = field(default_factory=list)
    properties: list[Line] = field(default_factory=list)
    omitted: list[Line] = field(default_factory=list)
    inside: list[Composed] = field(default_factory=list)


def printed_words(line: Line) -> str:
    """The words of a line as they stand on the page (see ``line_data``)."""
    return write_cue(line.text, line.extension) if line.kind is LineKind.CUE else line.text


def type_name_of(line: Line, elements: Mapping[str, Style], *, has_scenes: bool) -> str:
    """What a line's paragraph is called: its own name where that still means its kind.

    Args:
        line: The line.
        elements: How the file to be written sets each type.
        has_scenes: It has paragraphs of the type Scene Heading.
    """
    own = line.data.type_name if line.data else ""
    kind = LineKind.ACTION if line.kind is LineKind.CENTERED else line.kind
    if own and kind_of(own, elements.get(own, Style()), has_scenes=has_scenes)[0] is kind:
        return own
    if line.kind is LineKind.ACT and line.closes:
        return "End of Act"
    return type_of(line.kind, line.depth) or "General"


def write_paragraph(composed: Composed) -> str:
    """The XML of a paragraph."""
    if composed.inside:
        dual = element("DualDialogue", (), *map(write_paragraph, composed.inside))
        return element("Paragraph", composed.attributes.items(), dual)
    line = composed.line
    if line is None:
        return element("Paragraph", composed.attributes.items(), "<Text></Text>")
    data = line.data or _NOTHING
    alternates = ""
    if data.alternates:
        current = [("Current", str(data.alternate))] if data.alternate is not None else []
        alternates = element("Alts", current, *(leaf("AltId", (), key) for key in data.alternates))
    return element(
        "Paragraph",
        composed.attributes.items(),
        write_properties(data.card, composed.properties),
        *write_runs(line, composed.notes),
        alternates,
        *map(_omitted, composed.omitted),
    )


def write_properties(card: SceneCard | None, asides: Sequence[Line]) -> str:
    """The properties of a scene, or "" where there are none."""
    if card is None and not asides:
        return ""
    said = card or SceneCard()
    pairs = [("Color", said.color), ("Length", said.length), ("Page", said.page)]
    return element(
        "SceneProperties",
        [*((key, value) for key, value in pairs if value), ("Title", said.title)],
        *(
            element("SceneArcBeats", (), *map(_beat, group))
            if name == "CharacterArcBeat"
            else "\n".join(_plain(name or "Summary", (), each.text) for each in group)
            for name, group in groupby(asides, _element_of)
        ),
    )


def write_runs(line: Line, notes: Sequence[Line] = ()) -> Iterator[str]:
    """The runs of a line, cut where styles, revisions, tags or letters change.

    Args:
        line: The line.
        notes: Notes that stand inside its words.
    """
    words = printed_words(line)
    data = line.data or _NOTHING
    spans: list[tuple[int, int, str, str]] = [
        *((each.start, each.end, "Style", _style(each.style)) for each in line.emphasis),
        *((each.start, each.end, "RevisionID", str(each.revision)) for each in data.revised),
        *((each.start, each.end, "TagNumber", str(each.tag)) for each in data.tagged),
        *((each.start, each.end, each.key, each.value) for each in data.lettered),
    ]
    waiting = [(min(max(note.anchor or 0, 0), len(words)), note) for note in notes]
    edges = {0, len(words), *(at for at, _ in waiting)}
    edges |= {min(max(at, 0), len(words)) for span in spans for at in span[:2]}
    cuts = sorted(edges)
    for start, end in zip(cuts, [*cuts[1:], len(words)], strict=True):
        yield from (write_note(note) for at, note in waiting if at == start)
        if start < end or not words:
            yield leaf("Text", _attributes(spans, start, end), words[start:end])


def _style(ours: str) -> str:
    return _STYLE_NAMES.get(ours, "")


def _attributes(
    spans: Iterable[tuple[int, int, str, str]], start: int, end: int
) -> Iterator[tuple[str, str]]:
    said: dict[str, str] = {}
    styles: set[str] = set()
    for first, last, key, value in spans:
        if first <= start and end <= last and start < end:
            if key == "Style":
                styles |= {value} - {""}
            else:
                said.setdefault(key, value)
    if styles:
        said["Style"] = "+".join(sorted(styles, key=lambda name: _STYLE_ORDER[name]))
    yield from sorted(said.items())


def write_note(note: Line, span: str = "") -> str:
    """A note.

    Args:
        note: What it says and who wrote it.
        span: The characters of the script it is about, ``start,end``, or "" where it stands.
    """
    details = (note.data.note if note.data else None) or _NO_NOTE
    kind = BONEYARD if note.kind is LineKind.BONEYARD else details.type
    is_named = note.text.startswith(f"{details.name}: ") and kind != BONEYARD
    pairs = {
        "Color": details.color,
        "DateModified": details.changed,
        "DateTime": details.date,
        "Id": details.key,
        "Name": details.name if is_named else "",
        "Range": span,
        "Type": kind,
        "WriterID": details.writer_key,
        "WriterName": details.writer,
    }
    said = [(key, value) for key, value in pairs.items() if value]
    return _plain("ScriptNote", said, _unnamed(note, details))


def write_aside(line: Line, span: str = "") -> str:
    """A note, a summary or an omitted scene as an element of its own.

    Args:
        line: What it says.
        span: Of a note: the characters of the script it is about (see ``write_note``).
    """
    name = _element_of(line)
    if name == "CharacterArcBeat":
        return _beat(line)
    if name == "OmittedScene":
        return _omitted(line)
    if line.kind is LineKind.SYNOPSIS:
        return _plain(name or "Summary", (), line.text)
    return write_note(line, span)


def _unnamed(note: Line, details: NoteDetails) -> str:
    return note.text.removeprefix(f"{details.name}: ") if details.name else note.text


def _beat(line: Line) -> str:
    details = (line.data.note if line.data else None) or _NO_NOTE
    is_named = line.text.startswith(f"{details.name}: ")
    name = [("Name", details.name)] if is_named else []
    return _plain("CharacterArcBeat", name, _unnamed(line, details))


def _omitted(line: Line) -> str:
    rows = (
        element("Paragraph", [("Type", "Action")], leaf("Text", (), row))
        for row in line.text.split("\n")
    )
    return element("OmittedScene", (), *rows)


def _plain(name: str, attributes: Iterable[tuple[str, str]], text: str) -> str:
    rows = (element("Paragraph", (), leaf("Text", (), row)) for row in text.split("\n"))
    return element(name, attributes, *rows)


def _element_of(line: Line) -> str:
    return line.data.type_name if line.data else ""
