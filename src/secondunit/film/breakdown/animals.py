"""Animals that have a name, introduced with their kind: ``CRUMB, a three-legged terrier``."""

from __future__ import annotations

import re
from collections.abc import Iterable

from secondunit.film.breakdown.characters import READ
from secondunit.film.breakdown.lexicon import Lexicon
from secondunit.film.breakdown.names import cue_names
from secondunit.film.screenplay.model import LineKind, Screenplay

_APPOSED = re.compile(r"\b([A-Z][A-Za-z'’]+),\s+(?:an?|the|her|his|their)\s+([^.,;:!?\n]{1,60})")
_NAMED = re.compile(r"\b([a-z-]+)(?:\s+(?:called|named)\s+|,\s+)([A-Z][A-Za-z'’]+)\b(?=[\s,.;:!?])")


def find_animals(script: Screenplay, lexicon: Lexicon) -> dict[str, str]:
    """Names in capitals, each with the kind of animal that bears it."""
    cued = {
        name
        for scene in script.shot_scenes
        for line in scene.lines
        if line.kind is LineKind.CUE
        for name in cue_names(line.text)
    }
    found: dict[str, str] = {}
    for scene in script.shot_scenes:
        for line in scene.lines:
            if line.kind in READ:
                for name, kind in _named(line.text, lexicon):
                    if name not in cued:
                        found.setdefault(name, kind)
    return found


def _named(text: str, lexicon: Lexicon) -> Iterable[tuple[str, str]]:
    for match in _APPOSED.finditer(text):
        kind = _kind(re.findall(r"[a-z-]+", match.group(2).lower()), lexicon)
        if kind:
            yield match.group(1).upper(), kind
    for match in _NAMED.finditer(text):
        kind = _kind([match.group(1)], lexicon)
        shouted = match.group(2).isupper() or "," not in match.group(0)
        if kind and shouted:
            yield match.group(2).upper(), kind


def _kind(words: list[str], lexicon: Lexicon) -> str:
    """The animal of an apposition: its first noun phrase ends in one (``terrier with manners``)."""
    for word in words:
        if word in {"with", "who", "that", "in", "of", "and", "on", "at", "for", "whose"}:
            return ""
        if lexicon.heads.get(word, "").startswith("animals"):
            return word
    return ""
