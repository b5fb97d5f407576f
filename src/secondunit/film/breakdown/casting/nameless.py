"""Roles without a name: A MAN, THE MAN and MAN are one in a scene, and not at once one in two.

Articles fold, and so do the ways to number (MAN 1, MAN #1, FIRST MAN). In two scenes it is one
person where the scenes follow each other or have the same set; else they stay apart, under the
place where each is met, and a note says so: people merge them who know better.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from secondunit.core.finding import Finding, Severity
from secondunit.core.ids import SceneId
from secondunit.film.breakdown.cast import CUE, READ, VOICE, Part
from secondunit.film.breakdown.lexicon import Lexicon
from secondunit.film.screenplay.model import Scene, Screenplay

_NUMBERED = re.compile(r"^(.*?)[ ]*(?:#|NO\.? ?|N° ?|NUMBER )?[ ]*(\d+)$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Folded:
    """Parts under the names of their cast lines.

    Args:
        parts: One for each character and scene.
        called: What the scene itself calls a part, where that is another name.
        notes: Who was left apart.
    """

    parts: tuple[Part, ...]
    called: Mapping[tuple[SceneId, str], str]
    notes: tuple[Finding, ...]


def fold_nameless(script: Screenplay, parts: Sequence[Part], lexicon: Lexicon) -> Folded:
    """Make one part of those that are one person; leave apart who may be two.

    Args:
        script: The script.
        parts: As cues and mentions give them.
        lexicon: The words to go by.
    """
    known = tuple(dict.fromkeys(part.name for part in parts))
    plain = {name: plain_name(name, known, lexicon) for name in known}
    groups: dict[str, dict[SceneId, str]] = {}
    notes: list[Finding] = []
    for name in dict.fromkeys(plain.values()):
        if is_nameless(name, lexicon):
            own = [part for part in parts if plain[part.name] == name]
            groups[name] = _lines(name, own, script.shot_scenes, lexicon.people.minor_words)
            notes += _apart(name, groups[name], script)
    folded: dict[tuple[SceneId, str], Part] = {}
    called: dict[tuple[SceneId, str], str] = {}
    for part in parts:
        name = plain[part.name]
        if name in groups:
            if part.scene not in groups[name]:
                continue
            name = groups[name][part.scene]
        key = (part.scene, name)
        if name != part.name:
            called.setdefault(key, part.name)
        renamed = replace(part, name=name)
        folded[key] = _both(folded[key], renamed) if key in folded else renamed
    return Folded(parts=tuple(folded.values()), called=called, notes=tuple(notes))


def is_nameless(name: str, lexicon: Lexicon) -> bool:
    """True for what anybody is called: MAN, VOICE, GIRL #2."""
    numbered = _NUMBERED.match(name)
    return (numbered.group(1).strip() if numbered else name).casefold() in lexicon.people.nameless


def is_anybody(name: str, lexicon: Lexicon) -> bool:
    """True for the cast line of a role without a name, with the place where it is met."""
    return is_nameless(name.partition(" (")[0], lexicon)


def plain_name(name: str, known: Collection[str], lexicon: Lexicon) -> str:
    """A name without its article, its number written one way.

    A name that is more than what anybody is called keeps its article, unless the script also
    writes it without.
    """
    first, _, rest = name.partition(" ")
    bare = rest if rest and first.casefold() in lexicon.grammar.articles else name
    words = bare.split()
    for at in (0, len(words) - 1):
        count = lexicon.people.ordinals.get(words[at].casefold())
        others = " ".join(words[:at] + words[at + 1 :])
        if count and others.casefold() in lexicon.people.nameless:
            return f"{others} #{count}"
    numbered = _NUMBERED.match(bare)
    if numbered and numbered.group(1).strip().casefold() in lexicon.people.nameless:
        return f"{numbered.group(1).strip()} #{numbered.group(2)}"
    return bare if bare in known or is_nameless(bare, lexicon) else name


def _lines(
    name: str, parts: Sequence[Part], scenes: Sequence[Scene], children: Sequence[str]
) -> dict[SceneId, str]:
    """The cast line of a nameless role in each scene it plays in.

    It plays where it speaks; where it is only named, the scene must follow one where it speaks
    or have its set. Elsewhere a man is any man; ``the boy`` is the one boy of the script that
    speaks, where the scene brings in no child of its own: no child is to be passed over.
    """
    heard = {p.scene for p in parts if any(e.rule in {CUE, VOICE} for e in p.evidence)}
    seen = {part.scene for part in parts}
    groups: list[list[int]] = []
    for index, scene in enumerate(scenes):
        if scene.id not in seen:
            continue
        group = next((g for g in groups if _is_evidence(scenes, g, index)), None)
        if group is None:
            groups.append([index])
        else:
            group.append(index)
    speaking = [g for g in groups if any(scenes[index].id in heard for index in g)]
    if len(speaking) == 1 and name.casefold() in children:
        own = [g for g in groups if g in speaking or not _brings_in_a_child(scenes[g[0]], children)]
        return {scenes[index].id: name for group in own for index in group}
    groups = speaking
    if len(groups) < 2:
        return {scenes[index].id: name for group in groups for index in group}
    places = [scenes[group[0]].heading.place for group in groups]
    lines = {}
    for group, place in zip(groups, places, strict=True):
        where = place if places.count(place) == 1 else scenes[group[0]].heading.set
        lines.update({scenes[index].id: f"{name} ({where})" for index in group})
    return lines


def _brings_in_a_child(scene: Scene, children: Sequence[str]) -> bool:
    """True for a BORED BOY, a small girl."""
    words = "|".join(map(re.escape, children))
    loud = "|".join(re.escape(word.upper()) for word in children)
    new = re.compile(rf"\b(?:{loud})\b|\b(?i:an?|un|une)\s+(?:[\w-]+\s+){{0,2}}(?:{words})\b")
    return any(new.search(line.text) for line in scene.lines if line.kind in READ)


def _is_evidence(scenes: Sequence[Scene], group: Sequence[int], index: int) -> bool:
    """True where a scene follows one of the group or has the set of one."""
    own = scenes[index].heading.set
    return index - group[-1] == 1 or any(scenes[each].heading.set == own for each in group if own)


def _apart(name: str, lines: Mapping[SceneId, str], script: Screenplay) -> Iterator[Finding]:
    if len(set(lines.values())) < 2:
        return
    numbers = {scene.id: scene.number for scene in script.shot_scenes}
    told: dict[str, list[str]] = {}
    for scene, line in lines.items():
        told.setdefault(line, []).append(numbers[scene])
    yield Finding(
        severity=Severity.NOTE,
        rule="breakdown.nameless-apart",
        where=f"cast, {name}",
        message=f"“{name}” is taken for {len(told)} people: "
        + "; ".join(f"{line} in scene {', '.join(where)}" for line, where in told.items()),
        remedy="Where two are one, merge them with secondunit breakdown merge.",
    )


def _both(one: Part, other: Part) -> Part:
    return replace(
        one,
        evidence=tuple(dict.fromkeys((*one.evidence, *other.evidence))),
        confidence=max(one.confidence, other.confidence),
    )
