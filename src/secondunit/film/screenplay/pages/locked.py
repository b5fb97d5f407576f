"""Numbers that never change once a script is locked: of scenes, of pages, and revision colours.

A new scene after 12 is 12A; where 12A is taken what stands before it is A12A, and what stands
before the first scene is A1: a letter in front means before, a letter behind means after. Pages are
lettered by the same rule. The letters I and O are left out, since they read as figures.

Source: practice of script coordinators; the revision sets that Final Draft 12 writes by default.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

REVISION_COLOURS = (
    "White",
    "Blue",
    "Pink",
    "Yellow",
    "Green",
    "Goldenrod",
    "Buff",
    "Salmon",
    "Cherry",
    "Tan",
)
"""Colours of paper, in the order in which revisions go through them; then the same as 2nd White."""

_LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ"
_NUMBER = re.compile(r"(.*?[^A-Za-z0-9])?([A-Z]*)(\d{1,9})([A-Z]*)")
_LAST = "~"  # sorts behind every letter


@dataclass(frozen=True, slots=True, kw_only=True)
class LockedScene:
    """One place in the list of scene numbers.

    Args:
        number: Its number.
        scene: Index of the scene in the new draft; None where the number is kept as OMITTED.
    """

    number: str
    scene: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Number:
    """A number taken apart: ``2-A12B`` is series ``2-``, before ``A``, root 12, after ``B``."""

    series: str
    before: str
    root: int
    after: str

    def __str__(self) -> str:
        return f"{self.series}{self.before}{self.root}{self.after}"

    @property
    def key(self) -> tuple[str, int, int, str, str]:
        """Sorts numbers as they follow one another: AA12, A12, B12, 12, 12A, A12B, 12B."""
        return (
            self.series,
            self.root,
            len(self.after),
            self.after,
            self.before[::-1] + _LAST,
        )


def revision_colour(revision: int) -> str:
    """The colour of a revision, 0 being the first issue.

    >>> revision_colour(0), revision_colour(9), revision_colour(10), revision_colour(21)
    ('White', 'Tan', '2nd White', '3rd Blue')
    """
    turn, index = divmod(max(revision, 0), len(REVISION_COLOURS))
    colour = REVISION_COLOURS[index]
    return f"{_ordinal(turn + 1)} {colour}" if turn else colour


def number_between(before: str | None, after: str | None) -> str:
    """A number for what is new between two locked numbers.

    Args:
        before: The number it follows, or None at the beginning.
        after: The number it stands before, or None at the end.

    >>> number_between("12", "13"), number_between("12", "12A"), number_between(None, "1")
    ('12A', 'A12A', 'A1')
    """
    low, high = _read(before), _read(after)
    if low is None:
        if high is None:
            return f"{before}A" if before else "1"
        return str(_ahead_of(high))
    if high is None and after is None:
        return str(_Number(series=low.series, before="", root=low.root + 1, after=""))
    behind = _Number(series=low.series, before="", root=low.root, after=_next(low.after))
    if high is None or high.key <= low.key or low.key < behind.key < high.key:
        return str(behind)
    if low.before and (low.root, low.after) == (high.root, high.after):
        nearer = _Number(
            series=low.series,
            before=low.before[:-1] + _next(low.before[-1:]),
            root=low.root,
            after=low.after,
        )
        if len(nearer.before) == len(low.before) and nearer.key < high.key:
            return str(nearer)
    return str(_ahead_of(high))


def number_scenes(locked: Sequence[str], draft: Sequence[str | None]) -> tuple[LockedScene, ...]:
    """Number a new draft of a script whose numbers are locked.

    Locked numbers stay; new scenes are lettered between them; a locked number that the new draft
    does not have is kept as OMITTED where it was.

    Args:
        locked: Numbers of the locked draft, in order.
        draft: Numbers of the new draft, in order; None for each new scene.
    """
    places = list(_with_omitted(locked, draft))
    taken = {number for number, _ in places if number} | set(locked)
    numbered: list[LockedScene] = []
    for index, (number, scene) in enumerate(places):
        new = number or _free_number(
            numbered[-1].number if numbered else None,
            next((each for each, _ in places[index + 1 :] if each), None),
            taken,
        )
        taken.add(new)
        numbered.append(LockedScene(number=new, scene=scene))
    return tuple(numbered)


def label_pages(locked: Sequence[str], counts: Sequence[int]) -> tuple[str, ...]:
    """Labels of pages when each locked page may have grown or gone.

    Args:
        locked: Labels of the locked pages, in order.
        counts: Pages that each of them fills now: 1 as before, more when text was added, 0 when
            all of it is gone; then the page before carries both labels (``12-13``).

    Raises:
        ValueError: The two are not of one length.

    >>> label_pages(["11", "12", "13"], [1, 3, 1]), label_pages(["11", "12", "13"], [1, 0, 1])
    (('11', '12', '12A', '12B', '13'), ('11-12', '13'))
    """
    labels: list[str] = []
    for index, (label, count) in enumerate(zip(locked, counts, strict=True)):
        if count == 0 and labels:
            labels[-1] = f"{labels[-1].partition('-')[0]}-{label}"
            continue
        following = next(iter(locked[index + 1 :]), None)
        last = label
        for number in range(count):
            last = label if number == 0 else number_between(last, following)
            labels.append(last)
    return tuple(labels)


def _with_omitted(
    locked: Sequence[str], draft: Sequence[str | None]
) -> Iterator[tuple[str | None, int | None]]:
    """Numbers of the draft with the omitted ones after what they followed."""
    kept = {number for number in draft if number}
    gone: dict[str | None, list[str]] = {}
    last: str | None = None
    for number in locked:
        if number in kept:
            last = number
        else:
            gone.setdefault(last, []).append(number)
    yield from ((number, None) for number in gone.get(None, ()))
    for index, each in enumerate(draft):
        yield each, index
        if each:
            yield from ((number, None) for number in gone.get(each, ()))


def _free_number(before: str | None, after: str | None, taken: set[str]) -> str:
    number = number_between(before, after)
    while number in taken:
        number = number_between(number, after if _follows(after, number) else "")
    return number


def _follows(after: str | None, number: str) -> bool:
    high, low = _read(after), _read(number)
    return high is not None and low is not None and high.key > low.key


def _read(number: str | None) -> _Number | None:
    found = _NUMBER.fullmatch(number.strip().upper()) if number else None
    if found is None:
        return None
    return _Number(series=found[1] or "", before=found[2], root=int(found[3]), after=found[4])


def _ahead_of(number: _Number) -> _Number:
    return _Number(
        series=number.series, before="A" + number.before, root=number.root, after=number.after
    )


def _next(letters: str) -> str:
    """The letters that follow: A, B ... Z, AA, AB; I and O are left out.

    >>> _next(""), _next("H"), _next("Z"), _next("AZ")
    ('A', 'J', 'AA', 'BA')
    """
    if not letters:
        return "A"
    index = _LETTERS.find(letters[-1])
    if index + 1 < len(_LETTERS):
        return letters[:-1] + _LETTERS[index + 1]
    return _next(letters[:-1]) + "A"


def _ordinal(number: int) -> str:
    ending = {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{'th' if number % 100 in {11, 12, 13} else ending}"
