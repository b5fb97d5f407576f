"""Which paragraph of a file each paragraph of a changed script is."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict, deque
from collections.abc import Sequence
from dataclasses import replace

from secondunit.adapters.formats.fdx.compose import Composed
from secondunit.film.screenplay.identify import NO_ID
from secondunit.film.screenplay.model import Line, Spot


def bare(line: Line) -> Line:
    """A line without what says where it stands."""
    return replace(line, id=NO_ID, row=0, spot=None)


def spot_of(composed: Composed) -> Spot | None:
    """Where a paragraph's words stand in the file; of a dual dialogue, where its first do."""
    line = composed.inside[0].line if composed.inside else composed.line
    return line.spot if line else None


def pair(
    old: Sequence[Composed], new: Sequence[Composed], *, same_source: bool
) -> list[int | None]:
    """For each new paragraph the index of the old one that it is, or None where it is new.

    Args:
        old: As the file has them.
        new: As the script has them.
        same_source: The script was read from this file, so that places tell.
    """
    found: list[int | None] = [None] * len(new)
    taken: set[int] = set()
    if same_source:
        places = {spot_of(composed): index for index, composed in enumerate(old)}
        places.pop(None, None)
        for index, composed in enumerate(new):
            at = places.get(spot_of(composed))
            if at is not None and at not in taken:
                found[index] = at
                taken.add(at)
    waiting: dict[object, deque[int]] = defaultdict(deque)
    for index, composed in enumerate(old):
        if index not in taken:
            waiting[_words(composed)].append(index)
    for index, composed in enumerate(new):
        if found[index] is None and waiting.get(_words(composed)):
            found[index] = waiting[_words(composed)].popleft()
            taken.add(found[index] or 0)
    _fill_gaps(old, new, found)
    return found


def _words(composed: Composed) -> object:
    if composed.inside:
        return tuple(_words(each) for each in composed.inside)
    line = composed.line
    return (line.kind, line.text, line.extension) if line else None


def _fill_gaps(old: Sequence[Composed], new: Sequence[Composed], found: list[int | None]) -> None:
    """Between two paragraphs that are known, those of one kind are the same ones, changed."""
    taken = {index for index in found if index is not None}
    before = -1
    for index, composed in enumerate(new):
        if found[index] is not None:
            before = found[index] or 0
            continue
        candidate = before + 1
        while candidate < len(old) and candidate not in taken:
            if _kind(old[candidate]) == _kind(composed):
                found[index] = before = candidate
                taken.add(candidate)
                break
            candidate += 1


def _kind(composed: Composed) -> object:
    return composed.line.kind if composed.line else None


def staying(found: Sequence[int | None]) -> set[int]:
    """New paragraphs that can stay where they are: the longest rising run of old places."""
    ends: list[int] = []
    tops: list[int] = []
    before: dict[int, int] = {}
    for index, place in enumerate(found):
        if place is None:
            continue
        slot = bisect_left(ends, place)
        if slot == len(ends):
            ends.append(place)
            tops.append(index)
        else:
            ends[slot], tops[slot] = place, index
        if slot:
            before[index] = tops[slot - 1]
    kept: set[int] = set()
    at = tops[-1] if tops else None
    while at is not None:
        kept.add(at)
        at = before.get(at)
    return kept
