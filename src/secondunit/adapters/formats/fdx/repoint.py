"""Positions in a changed file: notes, locked pages and deleted words stay with their words.

Final Draft counts the characters of the whole script; when words before a position come or go, the
number has to follow.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from secondunit.adapters.formats.fdx.asides import positions_of
from secondunit.adapters.formats.fdx.edits import Edits
from secondunit.adapters.formats.fdx.original import Original
from secondunit.adapters.formats.fdx.patch import Moved
from secondunit.adapters.formats.fdx.retouch import follow
from secondunit.adapters.formats.fdx.spans import Source
from secondunit.adapters.formats.fdx.walk import Walk

_NUMBER = {
    "ScriptNote": re.compile(r"""(\sRange\s*=\s*["'])(\d+)\s*,\s*(\d+)"""),
    "LockedPage": re.compile(r"""(\sPosition\s*=\s*["'])(\d+)"""),
    "DeletedTextLocation": re.compile(r"""(\sOffset\s*=\s*["'])(\d+)"""),
}
_SECTIONS = {
    "ScriptNotes": "ScriptNote",
    "UnanchoredScriptNotes": "ScriptNote",
    "LockedPages": "LockedPage",
    "DeletedText": "DeletedTextLocation",
}


def repoint(original: Original, moved: Moved, changed: Walk, edits: Edits) -> None:
    """Ask for the changes that keep every position of a file on its words.

    Args:
        original: The file before its words changed.
        moved: Where its paragraphs went.
        changed: The file as it is now, walked.
        edits: On the file as it is now.
    """
    before, after = positions_of(original.found), positions_of(changed)

    def place(position: int) -> int:
        index, character = before.find(position)
        beyond = position - before.start_of(index) - character if position >= before.end else 0
        while index < original.count and index not in moved.places:
            index, character = index + 1, 0
        if index not in moved.places:
            return after.end
        character = follow(moved.changes.get(index, ()), character)
        there = moved.places[index]
        is_last = after.start_of(there) + after.length_of(there) + 1 >= after.end
        return after.start_of(there) + character + (beyond if is_last else 0)

    source = Source(edits.data)
    for start, name in _elements(changed, source):
        end = source.start_tag(start)
        markup = edits.read(start, end)
        match = _NUMBER[name].search(markup)
        if match is None:
            continue
        numbers = [int(number) for number in match.groups()[1:]]
        if name == "DeletedTextLocation" and before.find(numbers[0])[0] not in moved.places:
            edits.put(start, source.end_of(start, name), "")
            continue
        places = [place(number) for number in numbers]
        if places != numbers:
            told = match[1] + ",".join(map(str, places))
            edits.put(start, end, markup[: match.start()] + told + markup[match.end() :])


def _elements(changed: Walk, source: Source) -> Iterator[tuple[int, str]]:
    """First bytes of the elements that hold positions."""
    for section in changed.sections:
        name = _SECTIONS.get(section.name)
        at = source.start_tag(section.start)
        while name and (at := source.find(f"<{name} ", at, section.end)) >= 0:
            yield at, name
            at = max(source.start_tag(at), at + 2)
