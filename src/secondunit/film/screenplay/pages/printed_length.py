"""How long scenes are on the pages a script was printed on, as a ruler would tell.

A scene reaches from the top of its heading to the top of the next one; over the end of a page, to
the lowest row on it, and on from the head of the next. An eighth is an eighth of the height that
the document's own pages fill.

Source: practice of assistant directors, who measure the printed page and round up.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from secondunit.film.screenplay.model import Line, Paper

_ENOUGH = 5  # pages from which a document tells how high its pages are filled
_POINTS = 72


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintedHeights:
    """What the printed pages say of scenes.

    Args:
        scenes: Height of each scene in points, summed over its pages; 0 where it is not known.
        pages: Page on which each scene starts, from 1, the first printed one that holds script;
            0 where it is not known.
        body: Height in points that a full page is filled to.
        count: Pages from that first one to the last.
    """

    scenes: tuple[float, ...]
    pages: tuple[int, ...]
    body: float
    count: int


@dataclass(frozen=True, slots=True)
class _Place:
    page: int
    top: float
    bottom: float


def measure_printed(
    lines: Sequence[Line], starts: Sequence[int], paper: Paper
) -> PrintedHeights | None:
    """Measure scenes by where their lines stand on printed pages.

    Args:
        lines: All lines of the script, with their spots.
        starts: Index of each scene's heading.
        paper: What it is typed on, for scripts too short to tell.

    Returns:
        The heights; None where no line says where it was printed.
    """
    places = [_place(line) for line in lines]
    known = [place for place in places if place is not None]
    if not known:
        return None
    heads, feet = _extents(known)
    body = _body(heads, feet, paper)
    ends = [*starts[1:], len(lines)]
    heights, pages = [], []
    opening = min(place.page for place in known)
    for start, end in zip(starts, ends, strict=False):
        first = next((place for place in places[start:end] if place is not None), None)
        after = next((place for place in places[end:] if place is not None), None)
        pages.append(first.page - opening + 1 if first else 0)
        heights.append(_height(first, after, places[start:end], heads, feet) if first else 0.0)
    count = max(place.page for place in known) - opening + 1
    return PrintedHeights(scenes=tuple(heights), pages=tuple(pages), body=body, count=count)


def _place(line: Line) -> _Place | None:
    if line.spot is None or line.spot.box is None or line.spot.page < 1:
        return None
    _, top, _, bottom = line.spot.box
    return _Place(page=line.spot.page, top=top, bottom=max(top, bottom))


def _extents(known: Sequence[_Place]) -> tuple[dict[int, float], dict[int, float]]:
    """The highest and the lowest row of each page."""
    heads: dict[int, float] = {}
    feet: dict[int, float] = {}
    for place in known:
        heads[place.page] = min(heads.get(place.page, place.top), place.top)
        feet[place.page] = max(feet.get(place.page, place.bottom), place.bottom)
    return heads, feet


def _body(heads: dict[int, float], feet: dict[int, float], paper: Paper) -> float:
    if len(heads) < _ENOUGH:
        return paper.body * _POINTS
    tops, bottoms = sorted(heads.values()), sorted(feet.values())
    return max(bottoms[len(bottoms) * 9 // 10] - tops[len(tops) // 10], _POINTS)


def _height(
    first: _Place,
    after: _Place | None,
    places: Sequence[_Place | None],
    heads: dict[int, float],
    feet: dict[int, float],
) -> float:
    """Points from the top of a scene to the top of the next, what pages leave empty not counted."""
    last = max(place.page for place in places if place is not None)
    ends_beside = after is not None and after.page == last
    height = 0.0
    for page in range(first.page, last + 1):
        top = first.top if page == first.page else heads.get(page, 0.0)
        bottom = after.top if ends_beside and after and page == last else feet.get(page, top)
        height += max(bottom - top, 0.0)
    if after is not None and after.page > last and after.top > heads.get(after.page, after.top):
        height += after.top - heads[after.page]
    return height
