"""What a thing inherits from what it was made from, and what was made from it."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Mapping

from secondunit.core.ids import Digest
from secondunit.film.rights.model import AssetClass
from secondunit.film.rights.records.papers import AssetNote

Notes = Mapping[Digest, AssetNote]


def ancestry(digest: Digest, notes: Notes) -> tuple[Digest, ...]:
    """A thing and all it was made from, however far back; each once."""
    found: dict[Digest, None] = {}
    waiting = [digest]
    while waiting:
        each = waiting.pop()
        if each in found:
            continue
        found[each] = None
        if each in notes:
            waiting += notes[each].parents
    return tuple(found)


def class_of(digest: Digest, notes: Notes, declared: AssetClass) -> AssetClass:
    """Its class: the highest of what is declared and of everything it was made from.

    A likeness anywhere in it makes it biometric.
    """
    line = [notes[each] for each in ancestry(digest, notes) if each in notes]
    highest = max((note.declared for note in line), default=declared)
    if any(note.likenesses for note in line):
        highest = max(highest, AssetClass.BIOMETRIC)
    return max(declared, highest)


def likenesses_of(digest: Digest, notes: Notes) -> tuple[str, ...]:
    """Rights holders seen or heard in it, or in what it was made from."""
    line = [notes[each] for each in ancestry(digest, notes) if each in notes]
    return tuple(dict.fromkeys(name for note in line for name in note.likenesses))


def descendants(roots: Iterable[Digest], notes: Notes) -> tuple[Digest, ...]:
    """Everything made from any of some things, themselves included, nearest first."""
    children: dict[Digest, list[Digest]] = {}
    for note in notes.values():
        for parent in note.parents:
            children.setdefault(parent, []).append(note.digest)
    found = dict.fromkeys(roots)
    waiting = deque(found)
    while waiting:
        for child in children.get(waiting.popleft(), ()):
            if child not in found:
                found[child] = None
                waiting.append(child)
    return tuple(found)


def showing(holder: str, notes: Notes) -> tuple[Digest, ...]:
    """Everything that shows or sounds a rights holder, or was made from something that does."""
    own = [note.digest for note in notes.values() if holder in note.likenesses]
    return descendants(own, notes)
