"""The review lane: what a stage proposes, item by item, with the evidence under each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from secondunit.core.errors import NotFound
from secondunit.core.evidence import Evidence
from secondunit.core.fact import Fact
from secondunit.core.ids import LineId, SceneId
from secondunit.film.screenplay.model import Line, Scene
from secondunit.pipeline.decide import SEEN_LENGTH
from secondunit.pipeline.queries import OPEN, Standing, State, View

PAGE = 60
"""Items of one page."""

AROUND = 80
"""Characters of the script shown before and after a quote."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Filter:
    """What part of a lane is asked for.

    Args:
        scene: Scene number, or "".
        category: Category of the breakdown, or "".
        state: A state, ``open`` for what waits, or ``all``.
        words: Words in the label, or "".
        page: From 1.
    """

    scene: str = ""
    category: str = ""
    state: str = "open"
    words: str = ""
    page: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """Words of the script with what stands around them.

    Args:
        before: What leads up to them.
        words: The words.
        after: What follows.
        line: The line's id, to find it in the script.
    """

    before: str
    words: str
    after: str
    line: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LaneItem:
    """One item of the lane.

    Args:
        id: Item id.
        seen: Id with the digest the person looks at, to be sent back with the verdict.
        label: In a few words.
        category: Of the breakdown, or "".
        state: Where it stands.
        confidence: In percent, or None where a number would be a pretence.
        implied: True when a rule asks for it, not the words.
        quotes: Words of the script behind it.
        rules: Rules behind it, with their citation.
        fact: The decision on it, or None.
    """

    id: str
    seen: str
    label: str
    category: str
    state: State
    confidence: int | None
    implied: bool
    quotes: tuple[Quote, ...]
    rules: tuple[str, ...]
    fact: Fact | None


@dataclass(frozen=True, slots=True, kw_only=True)
class LaneGroup:
    """Items of one scene, or of the whole title.

    Args:
        scene: Scene number, or "".
        heading: Its heading, or "".
        items: In the order they are proposed.
    """

    scene: str
    heading: str
    items: tuple[LaneItem, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Lane:
    """One page of the lane.

    Args:
        groups: By scene, in script order.
        found: How many items the filter finds in all.
        page: This page, from 1.
        pages: How many there are.
        scenes: Number and heading of every scene that has items.
        categories: Category and its count, of the whole stage.
        states: State and its count, of the whole stage.
    """

    groups: tuple[LaneGroup, ...]
    found: int
    page: int
    pages: int
    scenes: tuple[tuple[str, str], ...]
    categories: tuple[tuple[str, int], ...]
    states: tuple[tuple[str, int], ...]


def lane(view: View, stage: str, wanted: Filter) -> Lane:
    """The items of a stage that a filter finds, a page at a time.

    Raises:
        NotFound: There is no such stage.
    """
    if stage not in view.shapes:
        raise NotFound(f"there is no stage {stage}", remedy="Choose one from the title's flow.")
    rows = view.standing(stage)
    scenes = {scene.id: scene for scene in view.screenplay().shot_scenes}
    found = [row for row in rows if _fits(row, wanted, scenes)]
    order = {scene: place for place, scene in enumerate(scenes)}
    found.sort(key=lambda row: order.get(_scene_id(row) or SceneId(""), -1))
    pages = max(1, -(-len(found) // PAGE))
    page = min(max(wanted.page, 1), pages)
    lines = {line.id: line for scene in scenes.values() for line in scene.lines}
    shown = found[(page - 1) * PAGE : page * PAGE]
    return Lane(
        groups=tuple(
            _group(scenes.get(scene) if scene else None, list(part), lines)
            for scene, part in groupby(shown, key=_scene_id)
        ),
        found=len(found),
        page=page,
        pages=pages,
        scenes=_scene_names(rows, scenes),
        categories=tuple(sorted(Counter(filter(None, map(_category, rows))).items())),
        states=tuple(Counter(row.state.value for row in rows).items()),
    )


def lane_item(row: Standing, lines: dict[LineId, Line]) -> LaneItem:
    """One item as the lane shows it."""
    item = row.proposed
    evidence: Sequence[Evidence] = () if item is None else item.evidence
    confidence = None if item is None or item.confidence is None else round(item.confidence * 100)
    seen = row.item if item is None else f"{row.item}@{item.digest[:SEEN_LENGTH]}"
    return LaneItem(
        id=row.item,
        seen=seen,
        label=row.label,
        category=_category(row),
        state=row.state,
        confidence=confidence,
        implied=bool(getattr(_said(row), "implied", False)),
        quotes=tuple(quote for each in evidence if (quote := _quote(each, lines)) is not None),
        rules=tuple(dict.fromkeys(each.rule for each in evidence if each.rule)),
        fact=row.fact,
    )


def _group(scene: Scene | None, rows: list[Standing], lines: dict[LineId, Line]) -> LaneGroup:
    return LaneGroup(
        scene="" if scene is None else scene.number,
        heading="" if scene is None else scene.heading.raw,
        items=tuple(lane_item(row, lines) for row in rows),
    )


def _scene_names(
    rows: Sequence[Standing], scenes: dict[SceneId, Scene]
) -> tuple[tuple[str, str], ...]:
    used = {_scene_id(row) for row in rows}
    return tuple((s.number, s.heading.raw) for s in scenes.values() if s.id in used)


def _fits(row: Standing, wanted: Filter, scenes: dict[SceneId, Scene]) -> bool:
    if wanted.state == "open":
        if row.state not in OPEN:
            return False
    elif wanted.state not in ("all", row.state.value):
        return False
    if wanted.category and _category(row) != wanted.category:
        return False
    if wanted.words.casefold() not in row.label.casefold():
        return False
    if wanted.scene:
        scene = scenes.get(_scene_id(row) or SceneId(""))
        return scene is not None and scene.number == wanted.scene
    return True


def _said(row: Standing) -> object:
    """What stands, else what was proposed."""
    if row.value is not None or row.proposed is None:
        return row.value
    return row.proposed.fact


def _scene_id(row: Standing) -> SceneId | None:
    return getattr(_said(row), "scene", None)


def _category(row: Standing) -> str:
    return str(getattr(_said(row), "category", "") or "")


def _quote(evidence: Evidence, lines: dict[LineId, Line]) -> Quote | None:
    span = evidence.span
    line = None if span is None else lines.get(span.line)
    if span is None or line is None or line.text[span.start : span.end] != span.quote:
        return None
    before, after = line.text[: span.start], line.text[span.end :]
    return Quote(
        before=f"…{before[-AROUND:]}" if len(before) > AROUND else before,
        words=span.quote,
        after=f"{after[:AROUND]}…" if len(after) > AROUND else after,
        line=line.id,
    )
