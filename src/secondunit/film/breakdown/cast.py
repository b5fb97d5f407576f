"""Who plays in each scene: from cues, from names in the action, from introductions."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from secondunit.core.evidence import Evidence, ScriptSpan, from_script
from secondunit.core.ids import LineId, SceneId
from secondunit.film.breakdown.lexicon import Lexicon
from secondunit.film.screenplay.model import LineKind, Scene, Screenplay

ADULT = 18
VOICE_ONLY = ("V.O", "VO", "O.S", "OS", "O.C", "OC", "FILTERED", "ON PHONE", "ON THE PHONE")
_SPLIT = re.compile(r"\s*(?:/|&|\+|\band\b|\bAND\b)\s*")
_AGE = re.compile(r"\s*\(\s*(\d{1,2})\b")
_TITLES = frozenset({"MR.", "MRS.", "MS.", "DR.", "MISS", "MR", "MRS", "MS", "DR", "THE"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One character in one scene.

    Args:
        scene: The scene.
        name: The character as cued, upper-cased.
        evidence: Cues and mentions.
        confidence: 1 for a cue on camera, less for a mention or a voice.
    """

    scene: SceneId
    name: str
    evidence: tuple[Evidence, ...]
    confidence: float


def cue_names(cue: str) -> tuple[str, ...]:
    """The characters that one cue names (``MINA & DES``)."""
    name = cue.upper().removesuffix("'S VOICE").removesuffix("’S VOICE").strip()
    return tuple(part for part in _SPLIT.split(name) if part)


def speaking_names(script: Screenplay, lexicon: Lexicon) -> tuple[str, ...]:
    """Every character with a cue, in order of appearance; groups are not characters."""
    names = (
        name
        for scene in script.shot_scenes
        for line in scene.lines
        if line.kind is LineKind.CUE
        for name in cue_names(line.text)
    )
    return tuple(name for name in dict.fromkeys(names) if not is_group(name, lexicon))


def is_group(name: str, lexicon: Lexicon) -> bool:
    """True for a cue that many people speak (``CROWD``, ``SIX GUARDS``)."""
    words = name.casefold().split()
    return bool(words) and words[-1] in lexicon.groups


def find_parts(script: Screenplay, lexicon: Lexicon) -> tuple[Part, ...]:
    """Every character in every scene where it speaks or is named in the action."""
    names = speaking_names(script, lexicon)
    patterns = {name: _mention(name, names) for name in names}
    return tuple(
        part for scene in script.shot_scenes for part in _scene_parts(scene, names, patterns)
    )


def find_minors(script: Screenplay, names: Iterable[str], lexicon: Lexicon) -> frozenset[str]:
    """Characters under 18 by every age the script gives them, or by a child's word.

    A part that is a child in one scene and grown in another is cast twice or aged; the schedule
    takes it for grown.
    """
    words = "|".join(map(re.escape, lexicon.minor_words))
    actions = list(_actions(script))
    minors = set()
    for name in names:
        if re.search(rf"\b(?:{words})\b", name, re.IGNORECASE):
            minors.add(name)
            continue
        pattern = re.compile(rf"\b{re.escape(name)}\b[^.!?\n(]{{0,20}}{_AGE.pattern}")
        ages = [int(age) for text in actions for age in pattern.findall(text)]
        if ages and max(ages) < ADULT:
            minors.add(name)
    return frozenset(minors)


def _actions(script: Screenplay) -> Iterable[str]:
    for scene in script.shot_scenes:
        for line in scene.lines:
            if line.kind is LineKind.ACTION:
                yield line.text


def _mention(name: str, names: tuple[str, ...]) -> re.Pattern[str]:
    """Finds the name, whole or by a part of it that no other character shares, in any case
    that a name can have (MINA, Mina; never mina)."""
    forms = {name, *(_parts(name) - {part for n in names if n != name for part in _parts(n)})}
    written = sorted({form for f in forms for form in (f, f.title())}, key=lambda f: (-len(f), f))
    return re.compile(rf"(?<![\w'’])(?:{'|'.join(map(re.escape, written))})(?!\w)")


def _parts(name: str) -> set[str]:
    return {word for word in name.split() if word not in _TITLES and len(word) > 2}


def _scene_parts(
    scene: Scene, names: tuple[str, ...], patterns: Mapping[str, re.Pattern[str]]
) -> Iterable[Part]:
    evidence: dict[str, list[Evidence]] = {}
    sure: dict[str, float] = {}
    for line in scene.lines:
        if line.kind is LineKind.CUE:
            voice = line.extension.upper().startswith(VOICE_ONLY)
            for name in cue_names(line.text):
                if name in names:
                    rule = "cast.voice-only" if voice else "cast.cue"
                    span = _span(scene, line.id, line.text, 0, len(line.text))
                    evidence.setdefault(name, []).append(from_script(span, rule))
                    sure[name] = max(sure.get(name, 0.0), 0.6 if voice else 1.0)
        elif line.kind in {LineKind.ACTION, LineKind.SHOT}:
            for name in names:
                for found in patterns[name].finditer(line.text):
                    span = _span(scene, line.id, line.text, found.start(), found.end())
                    evidence.setdefault(name, []).append(from_script(span, "cast.named-in-action"))
                    sure[name] = max(sure.get(name, 0.0), 0.85)
    for name in names:
        if name in evidence:
            yield Part(
                scene=scene.id,
                name=name,
                evidence=tuple(evidence[name]),
                confidence=sure[name],
            )


def _span(scene: Scene, line: LineId, text: str, start: int, end: int) -> ScriptSpan:
    return ScriptSpan(
        scene=scene.id,
        line=line,
        start=start,
        end=end,
        quote=text[start:end],
    )
