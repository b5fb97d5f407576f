"""From finds to elements: one a scene, category and name, with all the evidence for it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from secondunit.core.evidence import Evidence, ScriptSpan, from_script
from secondunit.film.breakdown.find import Find
from secondunit.film.breakdown.model import Category
from secondunit.film.screenplay.model import Line, Scene

Key = tuple[Category, str]

WHOLE = frozenset({Category.CAST, Category.SET, Category.LOCATION, Category.SOUND})
"""Categories whose names are never joined: each is a name of its own."""


@dataclass(slots=True)
class Gathered:
    """One element with all that speaks for it."""

    evidence: list[Evidence] = field(default_factory=list)
    confidence: float = 0.0
    quantity: int = 0
    kind: str = ""


def gather_finds(
    scene: Scene, finds: Iterable[tuple[Line, Find]], general: frozenset[str]
) -> dict[Key, Gathered]:
    """Join the finds of a scene that are one thing.

    ``lantern`` after ``kerosene lantern`` is the same lantern; ``dog`` (a word of ``general``)
    beside exactly one ``terrier`` is that terrier.
    """
    gathered: dict[Key, Gathered] = {}
    for line, find in finds:
        own = gathered.setdefault((find.category, find.name), Gathered())
        evidence = from_script(_quote(scene, line, find), find.rule)
        if evidence not in own.evidence:
            own.evidence.append(evidence)
        own.confidence = max(own.confidence, find.confidence)
        own.quantity = max(own.quantity, find.quantity)
        own.kind = own.kind or find.kind
    for key, into in _same(gathered, general).items():
        if key in gathered and into in gathered and key != into:
            _join(gathered[into], gathered.pop(key))
    return gathered


def _same(gathered: Mapping[Key, Gathered], general: frozenset[str]) -> dict[Key, Key]:
    """Which keys are another mention of which."""
    same: dict[Key, Key] = {}
    for category, name in gathered:
        if category in WHOLE:
            continue
        longer = [
            key
            for key in gathered
            if key[0] is category and key[1] != name and key[1].endswith(f" {name}")
        ]
        if not longer and name in general:
            kind = gathered[category, name].kind
            longer = [
                key
                for key, other in gathered.items()
                if key[0] is category and key[1] != name and _is_kind(key[1], other, kind)
            ]
        if len(longer) == 1:
            same[category, name] = longer[0]
    return same


def _is_kind(name: str, other: Gathered, kind: str) -> bool:
    return "(" in name or (kind != "" and other.kind == kind)


def _join(into: Gathered, other: Gathered) -> None:
    into.evidence += [each for each in other.evidence if each not in into.evidence]
    into.confidence = max(into.confidence, other.confidence)
    into.quantity = max(into.quantity, other.quantity)


def _quote(scene: Scene, line: Line, find: Find) -> ScriptSpan:
    return ScriptSpan(
        scene=scene.id,
        line=line.id,
        start=find.start,
        end=find.end,
        quote=line.text[find.start : find.end],
    )
