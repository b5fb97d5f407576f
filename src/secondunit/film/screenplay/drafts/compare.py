"""Two drafts side by side: what happened to each scene, and to each of its lines."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

from secondunit.film.screenplay.drafts.match import Revision, match_scenes
from secondunit.film.screenplay.drafts.revise import SceneChange, summarise
from secondunit.film.screenplay.model import PRINTED, Line, LineKind, Screenplay
from secondunit.film.screenplay.pages.locked_pages import changed_pages
from secondunit.film.screenplay.pages.measure import type_script


class Edit(StrEnum):
    """What happened to a line."""

    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"


@dataclass(frozen=True, slots=True, kw_only=True)
class LineEdit:
    """One line that is not the same.

    Args:
        edit: What happened.
        kind: What the line is.
        before: Its words in the old draft, or "".
        after: Its words in the new one, or "".
    """

    edit: Edit
    kind: LineKind
    before: str
    after: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SceneEdits:
    """The lines of one scene that are not the same.

    Args:
        scene: Its number in the new draft; in the old one where it is gone.
        heading: As written there.
        lines: In order.
    """

    scene: str
    heading: str
    lines: tuple[LineEdit, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """Two drafts side by side.

    Args:
        scenes: Each scene that is not the same, in words.
        unchanged: How many are.
        characters: Renamed characters, old and new.
        sets: Renamed sets, old and new.
        edits: The lines behind it.
        pages: Labels of the pages of the new draft that are not as they were.
    """

    scenes: tuple[SceneChange, ...]
    unchanged: int
    characters: tuple[tuple[str, str], ...]
    sets: tuple[tuple[str, str], ...]
    edits: tuple[SceneEdits, ...]
    pages: tuple[str, ...] = ()


def compare(old: Screenplay, new: Screenplay) -> Comparison:
    """Match scenes by content, then their lines by their words in order."""
    revision = match_scenes(old, new)
    changes = summarise(revision)
    return Comparison(
        scenes=changes.changed,
        unchanged=changes.unchanged,
        characters=revision.renamed,
        sets=revision.sets,
        edits=tuple(_edits(revision)),
        pages=changed_pages(type_script(old), type_script(new)),
    )


def _edits(revision: Revision) -> Iterator[SceneEdits]:
    old, new = revision.old, revision.new
    for match in revision.matches:
        if match.same:
            continue
        scene = new.scenes[match.new]
        before = old.scenes[match.old].lines if match.old is not None else ()
        lines = tuple(_line_edits(before, scene.lines))
        if lines:
            yield SceneEdits(scene=scene.number, heading=scene.heading.raw, lines=lines)
    for index in revision.removed:
        gone = old.scenes[index]
        lines = tuple(_line_edits(gone.lines, ()))
        yield SceneEdits(scene=gone.number, heading=gone.heading.raw, lines=lines)


def _line_edits(before: Sequence[Line], after: Sequence[Line]) -> Iterator[LineEdit]:
    was = [line for line in before if line.kind in PRINTED]
    now = [line for line in after if line.kind in PRINTED]
    matcher = SequenceMatcher(None, [_words(line) for line in was], [_words(line) for line in now])
    for tag, a, b, c, d in matcher.get_opcodes():
        if tag == "equal":
            continue
        pairs = min(b - a, d - c) if tag == "replace" else 0
        for one, other in zip(was[a : a + pairs], now[c : c + pairs], strict=True):
            if one.kind is other.kind:
                yield LineEdit(edit=Edit.CHANGED, kind=one.kind, before=one.text, after=other.text)
            else:
                yield _gone(one)
                yield _come(other)
        yield from map(_gone, was[a + pairs : b])
        yield from map(_come, now[c + pairs : d])


def _gone(line: Line) -> LineEdit:
    return LineEdit(edit=Edit.REMOVED, kind=line.kind, before=line.text, after="")


def _come(line: Line) -> LineEdit:
    return LineEdit(edit=Edit.ADDED, kind=line.kind, before="", after=line.text)


def _words(line: Line) -> tuple[str, str, str]:
    return line.kind.value, " ".join(line.text.split()), line.extension
