"""Notes, locked pages and deleted words of a Final Draft file, brought to the paragraphs they mean.

Source: files of Final Draft 8 to 13. Up to version 11 a note stands in its paragraph, or apart
under UnanchoredScriptNotes; from version 12 all stand together, each with the characters it means.
"""

from __future__ import annotations

from collections.abc import Iterator

from secondunit.adapters.formats.fdx.tree import Aside
from secondunit.adapters.formats.fdx.walk import Walk
from secondunit.film.screenplay.final_draft.lettering import read_whole
from secondunit.film.screenplay.final_draft.paragraph import FdxAside
from secondunit.film.screenplay.final_draft.positions import DUAL, Positions
from secondunit.film.screenplay.line_data import Deletion, LineData, NoteDetails, WrittenLock
from secondunit.film.screenplay.model import LineKind, Spot

BONEYARD = "Boneyard"
"""The type of a note that was a boneyard in another format."""

_KINDS = {
    "ScriptNote": LineKind.NOTE,
    "CharacterArcBeat": LineKind.NOTE,
    "Summary": LineKind.SYNOPSIS,
    "AttributedTitle": LineKind.SYNOPSIS,
    "OmittedScene": LineKind.BONEYARD,
}


def positions_of(found: Walk) -> Positions:
    """Where each paragraph of a walked file begins, as Final Draft counts."""
    return Positions(
        (DUAL - 1) if each.is_frame else None if each.side is not None else each.length
        for each in found.paragraphs
    )


def place_asides(found: Walk, positions: Positions) -> tuple[FdxAside, ...]:
    """The asides with the paragraphs they hang on; those without words are left out."""
    return tuple(placed for aside in found.asides for placed in _place(aside, positions))


def _place(aside: Aside, positions: Positions) -> Iterator[FdxAside]:
    said = aside.attributes
    name = said.get("Name", "").strip()
    rows = "\n".join(text for words in aside.paragraphs if (text := "".join(words).strip()))
    text = f"{name}: {rows}" if name and rows else rows
    kind = _KINDS[aside.element]
    after, anchor, length = aside.after, aside.anchor, 0
    first, _, last = said.get("Range", "").partition(",")
    start, end = read_whole(first), read_whole(last)
    if after < 0 and start is not None:
        after, anchor = positions.find(start)
        length = max((end or start) - start, 0)
        is_behind = after >= 0 and not length and anchor == positions.length_of(after)
        anchor = None if is_behind else anchor
    if not text:
        return
    if kind is LineKind.NOTE and said.get("Type") == BONEYARD:
        kind, text = LineKind.BONEYARD, rows
    details = NoteDetails(
        name=name,
        writer=said.get("WriterName", "") or said.get("Author", ""),
        date=said.get("DateTime", ""),
        changed=said.get("DateModified", ""),
        type=said.get("Type", ""),
        color=said.get("Color", ""),
        length=length,
        key=said.get("Id", "") or said.get("ID", ""),
        writer_key=said.get("WriterID", ""),
    )
    yield FdxAside(
        kind=kind,
        text=text,
        after=after,
        anchor=anchor,
        data=LineData(type_name=aside.element, note=details),
        spot=Spot(start=aside.start, end=aside.end),
    )


def place_marks(found: Walk, positions: Positions) -> None:
    """Give locked pages and places of deleted words to the paragraphs they stand in."""
    marked = [node for node in found.nodes if node.name in {"LockedPages", "DeletedText"}]
    if not any(node.children for node in marked) or not found.paragraphs:
        return
    for node in (child for each in marked for child in each.children):
        said = node.attributes
        at = read_whole(said.get("Position", "") or said.get("Offset", ""))
        index, character = positions.find(at or 0)
        if index < 0:
            continue
        paragraph = found.paragraphs[index]
        if node.name == "DeletedTextLocation":
            number = read_whole(said.get("RevisionID", "")) or 0
            paragraph.deleted.append(Deletion(at=character, revision=number))
        elif node.name == "LockedPage":
            paragraph.locks.append(
                WrittenLock(
                    at=character,
                    number=said.get("PageNumber", ""),
                    level=said.get("LevelIndex", ""),
                    lock=said.get("LockLevel", ""),
                )
            )
