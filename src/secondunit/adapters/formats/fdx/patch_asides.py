"""Notes, summaries and omitted scenes of a changed script, in the file it came from."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from secondunit.adapters.formats.fdx.compose import IN_SCENE, write_aside
from secondunit.adapters.formats.fdx.content import Content
from secondunit.adapters.formats.fdx.edits import Edits
from secondunit.adapters.formats.fdx.original import Original
from secondunit.adapters.formats.fdx.pairing import bare
from secondunit.adapters.formats.fdx.patch import Moved
from secondunit.film.screenplay.model import Line, LineKind, Spot


@dataclass(frozen=True, slots=True)
class _Aside:
    """An aside and the paragraph of the script it belongs to (-1 for none)."""

    line: Line
    host: int
    character: int | None = None


def patch_asides(
    original: Original, old: Content, new: Content, moved: Moved, edits: Edits
) -> list[tuple[int, int, Line]]:
    """Ask for the changes that make the notes of a file those of a changed script.

    Returns:
        Notes to be added with their characters: paragraph of the script, character, note.
    """
    before = {each.line.spot: each for each in _asides(old) if each.line.spot}
    was = {place: number for number, place in enumerate(moved.found) if place is not None}
    gone = {
        place
        for place in range(len(old.paragraphs))
        if place not in was or was[place] in moved.written
    }
    added: list[tuple[int, int, Line]] = []
    seen: set[Spot] = set()
    for aside in _asides(new):
        is_written = aside.host in moved.written and aside.character is None
        known = before.get(aside.line.spot) if original.is_source and aside.line.spot else None
        known = known or _same(before, seen, aside)
        if known is not None and known.line.spot is not None and known.line.spot not in seen:
            spot = known.line.spot
            if not (known.character is None and known.host in gone):
                seen.add(spot)
                _update(known, aside, edits, spot)
                if not is_written:
                    continue
                edits.put(original.before(spot.start), spot.end, "")
        if not is_written:
            _add(original, aside, new, edits, added)
    for spot, aside in before.items():
        if spot not in seen and not (aside.character is None and aside.host in gone):
            edits.put(original.before(spot.start), spot.end, "")
    return added


def _same(before: dict[Spot, _Aside], seen: set[Spot], aside: _Aside) -> _Aside | None:
    """An aside of the file that says the same, where places do not tell."""
    wanted = bare(aside.line)
    return next(
        (each for spot, each in before.items() if spot not in seen and bare(each.line) == wanted),
        None,
    )


def _asides(content: Content) -> Iterator[_Aside]:
    for host, composed in enumerate(content.paragraphs):
        for each in (composed, *composed.inside):
            for line in (*each.properties, *each.notes, *each.omitted):
                yield _Aside(line, host)
    for host, character, line in content.ranged:
        yield _Aside(line, host, character)
    for line in content.loose:
        yield _Aside(line, -1, 0)


def _update(known: _Aside, aside: _Aside, edits: Edits, spot: Spot) -> None:
    old, new = known.line, aside.line
    if (old.text, old.kind, old.data) == (new.text, new.kind, new.data):
        return
    span = ""
    markup = edits.read(spot.start, spot.end)
    if (at := markup.find(' Range="')) >= 0:
        span = markup[at + 8 : markup.index('"', at + 8)]
    edits.put(spot.start, spot.end, write_aside(new, span))


def _add(
    original: Original,
    aside: _Aside,
    new: Content,
    edits: Edits,
    added: list[tuple[int, int, Line]],
) -> None:
    """Ask for an aside the file does not have."""
    line = aside.line
    name = line.data.type_name if line.data else ""
    if name in IN_SCENE or line.kind is LineKind.SYNOPSIS or name == "OmittedScene":
        host = new.paragraphs[aside.host]
        index = original.index_at(host.line.spot) if host.line else None
        if index is not None:
            _add_to_paragraph(original, index, write_aside(line), edits, name=name)
        return
    character = aside.character
    if character is None:
        character = line.anchor or 0
    added.append((max(aside.host, 0), character, line))


def _add_to_paragraph(
    original: Original, index: int, markup: str, edits: Edits, *, name: str
) -> None:
    paragraph = original.found.paragraphs[index]
    source = original.source
    opening = source.start_tag(paragraph.start)
    if name == "OmittedScene":
        edits.put(opening, opening, markup)
        return
    at = source.find("<SceneProperties", opening, paragraph.end)
    if at < 0:
        edits.put(opening, opening, f"<SceneProperties>{markup}</SceneProperties>")
        return
    inner = source.start_tag(at)
    tag = edits.read(at, inner)
    if tag.endswith("/>"):
        edits.put(at, inner, f"{tag[:-2].rstrip()}>{markup}</SceneProperties>")
    else:
        edits.put(inner, inner, markup)
