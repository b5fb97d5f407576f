"""A changed script written into the file it came from: only what changed becomes other bytes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from secondunit.adapters.formats.fdx.compose import Composed, write_paragraph
from secondunit.adapters.formats.fdx.edits import Edits
from secondunit.adapters.formats.fdx.original import Original
from secondunit.adapters.formats.fdx.pairing import bare, pair, spot_of, staying
from secondunit.adapters.formats.fdx.retouch import Change, retouch


@dataclass(slots=True)
class Moved:
    """Where the paragraphs of a file went.

    Args:
        places: For each that is still there, its number among those of the new file, from 0.
        changes: What changed in the words of which.
        found: For each paragraph of the script, which of the file it was, as composed.
        starts: For each paragraph of the script, its number in the new file.
        written: Paragraphs of the script that were written anew, with their notes.
    """

    places: dict[int, int] = field(default_factory=dict)
    changes: dict[int, list[Change]] = field(default_factory=dict)
    found: list[int | None] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)
    written: set[int] = field(default_factory=set)


@dataclass(slots=True)
class _Unit:
    """A paragraph of the file with the empty ones above it: ``data[start:end]``."""

    first: int
    body: int
    last: int
    start: int
    end: int


def patch_content(
    original: Original, old: Sequence[Composed], new: Sequence[Composed], edits: Edits
) -> Moved:
    """Ask for the changes that turn the body of a file into that of a changed script.

    Args:
        original: The file.
        old: Its body.
        new: The body it is to have.
        edits: Where changes are asked for.
    """
    moved = Moved(found=pair(old, new, same_source=original.is_source))
    units = _units(original, old)
    stay = staying([was if was in units else None for was in moved.found])
    kept = {moved.found[index] for index in stay}
    count, at = 0, original.beginning
    for index, composed in enumerate(new):
        was = moved.found[index]
        unit = units.get(was) if was is not None else None
        if was is None or unit is None:
            moved.written.add(index)
            edits.put(at, at, original.indented(write_paragraph(composed)))
            moved.starts.append(count)
            count += 1 + len(composed.inside)
            continue
        first = _change(original, unit, (old[was], composed), edits, moved)
        if first is None:
            moved.written.add(index)
            moved.starts.append(count + unit.body - unit.first)
            count += unit.body - unit.first + 1 + len(composed.inside)
        else:
            moved.places |= {p: count + p - first for p in range(first, unit.last + 1)}
            moved.starts.append(count + unit.body - first)
            count += unit.last - first + 1
        if index in stay:
            at = unit.end
        else:
            edits.put_bytes(at, at, original.indent + edits.apply(unit.start, unit.end))
    for was, unit in units.items():
        if was not in kept:
            edits.put(original.before(unit.start), unit.end, "")
    rest = range(1 + max((unit.last for unit in units.values()), default=-1), original.count)
    moved.places |= {p: count + place for place, p in enumerate(rest)}
    return moved


def _units(original: Original, old: Sequence[Composed]) -> dict[int, _Unit]:
    """The bytes of each composed paragraph, those of the empty ones above it included."""
    paragraphs = original.found.paragraphs
    units, first = {}, 0
    for number, composed in enumerate(old):
        index = original.index_at(spot_of(composed))
        if index is None:
            continue
        body = original.outermost(index)
        last = body
        while last + 1 < len(paragraphs) and paragraphs[last + 1].start < paragraphs[body].end:
            last += 1
        first = min(first, body)
        units[number] = _Unit(first, body, last, paragraphs[first].start, paragraphs[body].end)
        first = last + 1
    return units


def _change(
    original: Original,
    unit: _Unit,
    pair: tuple[Composed, Composed],
    edits: Edits,
    moved: Moved,
) -> int | None:
    """Ask for what changed in one paragraph.

    Returns:
        The first of the unit's paragraphs that is still there, or None where the body was
        written anew.
    """
    old, new = pair
    body = original.found.paragraphs[unit.body]
    if bool(old.inside) != bool(new.inside) or not _same_inside(old, new):
        edits.put(body.start, body.end, original.indented(write_paragraph(new), is_first=False))
        return None
    for before, after in zip(old.inside, new.inside, strict=True):
        index = original.index_at(spot_of(before))
        if index is not None and _differ(before, after):
            retouch(before, after, original.place(index), original.source, edits)
    if old.inside or not _differ(old, new):
        return unit.first
    is_apart = _space(old) != _space(new) and unit.first < unit.body
    place = original.place(unit.body)
    changes = retouch(old, new, place, original.source, edits, is_alone=is_apart)
    if changes:
        moved.changes[unit.body] = changes
    if is_apart:
        edits.put(unit.start, body.start, "")
    return unit.body if is_apart else unit.first


def _space(composed: Composed) -> str | None:
    return composed.attributes.get("SpaceBefore")


def _same_inside(old: Composed, new: Composed) -> bool:
    """Whether a dual dialogue still has the same paragraphs on the same sides."""
    if len(old.inside) != len(new.inside):
        return False
    return all(
        before.line and after.line and before.line.side is after.line.side
        for before, after in zip(old.inside, new.inside, strict=True)
    )


def _differ(old: Composed, new: Composed) -> bool:
    if old.attributes != new.attributes or (old.line is None) != (new.line is None):
        return True
    return bool(old.line and new.line and bare(old.line) != bare(new.line))
