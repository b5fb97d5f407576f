"""What a production has written on a line beside its words: revisions, tags, locks, alternates.

Positions in a line count the characters of its words as they stand on the page: of a cue the name
and, after a space, its extension in brackets (see ``cue.write_cue``); of any other line ``text``.

Source: FDX files of Final Draft 8 to 13.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TypeVar

from secondunit.core.quick import quick


@quick
@dataclass(frozen=True, slots=True, kw_only=True)
class RevisedSpan:
    """Words of a line that a revision brought in, ``[start:end]``; ``revision`` is its number."""

    start: int
    end: int
    revision: int


@quick
@dataclass(frozen=True, slots=True, kw_only=True)
class TaggedSpan:
    """Words of a line that carry a breakdown tag, ``[start:end]``; ``tag`` is its number."""

    start: int
    end: int
    tag: int


@quick
@dataclass(frozen=True, slots=True, kw_only=True)
class LetteredSpan:
    """Words of a line set in other letters than its kind: another font, size or colour.

    Args:
        start: First character.
        end: One past the last.
        key: What is different: ``Font``, ``Size``, ``Color``, ``Background``, ``AdornmentStyle``.
        value: As the source writes it.
    """

    start: int
    end: int
    key: str
    value: str


_Span = TypeVar("_Span", RevisedSpan, TaggedSpan, LetteredSpan)


@dataclass(frozen=True, slots=True, kw_only=True)
class Deletion:
    """A place in a line where a revision took words out."""

    at: int
    revision: int


@dataclass(frozen=True, slots=True, kw_only=True)
class WrittenLock:
    """A page lock as the source writes it: where in a line a page begins that keeps its number.

    Args:
        at: Character of the line.
        number: ``12`` or ``12A``.
        level: How deep it was lettered in, as the source counts.
        lock: How often pages had been locked when it was.
    """

    at: int
    number: str
    level: str = ""
    lock: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteDetails:
    """Who wrote a note, when, and what it is about.

    Args:
        name: Its title, or whom it is about.
        writer: Name of its writer.
        date: When it was written, as the source gives it (``20201201T003451``).
        changed: When it was last changed.
        type: What sort of note its writer calls it.
        color: As the source writes it.
        length: Characters from its anchor that it is about.
        key: Its id in the source.
        writer_key: Id of its writer in the source.
    """

    name: str = ""
    writer: str = ""
    date: str = ""
    changed: str = ""
    type: str = ""
    color: str = ""
    length: int = 0
    key: str = ""
    writer_key: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SceneCard:
    """What another program says of a scene.

    Args:
        length: Page length as it measured it (``1 2/8``).
        page: Page on which it starts.
        title: A name for the scene.
        color: Of its index card.
    """

    length: str = ""
    page: str = ""
    title: str = ""
    color: str = ""


@quick
@dataclass(frozen=True, slots=True, kw_only=True)
class LineData:
    """What a line carries beside its words.

    Args:
        type_name: What its source calls it where that says more than its kind (``Start of Act``).
        key: Its id in the source.
        setting: How the source sets this one paragraph, name and value, as written.
        revised: Words that revisions brought in.
        deleted: Where revisions took words out.
        tagged: Words that carry breakdown tags.
        lettered: Words in other letters.
        locks: Locked pages that begin in it.
        alternates: Ids of other wordings of it.
        alternate: Which of them stands in the script, or None.
        note: Of a note: who wrote it and when.
        card: Of a heading: the scene's card.
    """

    type_name: str = ""
    key: str = ""
    setting: tuple[tuple[str, str], ...] = ()
    revised: tuple[RevisedSpan, ...] = ()
    deleted: tuple[Deletion, ...] = ()
    tagged: tuple[TaggedSpan, ...] = ()
    lettered: tuple[LetteredSpan, ...] = ()
    locks: tuple[WrittenLock, ...] = ()
    alternates: tuple[str, ...] = ()
    alternate: int | None = None
    note: NoteDetails | None = None
    card: SceneCard | None = None

    def moved(self, move: Callable[[int], int]) -> LineData:
        """The same on words that have moved; stretches that have become empty are gone.

        Args:
            move: From a character of the old words to one of the new.
        """
        return replace(
            self,
            revised=_moved(self.revised, move),
            deleted=tuple(replace(each, at=move(each.at)) for each in self.deleted),
            tagged=_moved(self.tagged, move),
            lettered=_moved(self.lettered, move),
            locks=tuple(replace(each, at=move(each.at)) for each in self.locks),
        )


def _moved(spans: tuple[_Span, ...], move: Callable[[int], int]) -> tuple[_Span, ...]:
    moved = (replace(span, start=move(span.start), end=move(span.end)) for span in spans)
    return tuple(span for span in moved if span.start < span.end)
