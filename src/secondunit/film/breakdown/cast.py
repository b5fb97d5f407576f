"""Who plays in each scene: from cues, from names in the action, from introductions."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from secondunit.core.evidence import Evidence, ScriptSpan, from_script
from secondunit.core.ids import LineId, SceneId
from secondunit.film.breakdown.intro import NAME, introductions
from secondunit.film.breakdown.lexicon import Lexicon
from secondunit.film.screenplay.model import LineKind, Scene, Screenplay

VOICE_ONLY = ("V.O", "VO", "O.S", "OS", "O.C", "OC", "FILTERED", "ON PHONE", "ON THE PHONE", "OFF")
_SPLIT = re.compile(r"\s*(?:/|&|\+|\band\b|\bAND\b|\bET\b)\s*")
CUE, VOICE, NAMED = "cast.cue", "cast.voice-only", "cast.named-in-action"
"""Rules by which a character plays in a scene."""

ACTS = 2
"""Sentences of its own that make a part of a role without lines."""

READ = frozenset({LineKind.ACTION, LineKind.SHOT, LineKind.GENERAL})


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


def character_names(script: Screenplay, lexicon: Lexicon) -> tuple[str, ...]:
    """Every character: those who speak, then those whom the action introduces and who never do."""
    names = list(speaking_names(script, lexicon))
    for text in _actions(script):
        for name, _, _ in introductions(text, lexicon):
            if not any(_is_alias(name, other, lexicon) for other in names):
                names.append(name.upper())
    for name in acting_roles(script, lexicon):
        if not any(_is_alias(name, other, lexicon) for other in names):
            names.append(name)
    return tuple(names)


def acting_roles(script: Screenplay, lexicon: Lexicon) -> tuple[str, ...]:
    """Who is called by a trade or a rank and does things of their own in two sentences or more.

    The first mention is in capitals (a DUCHESS), as writers bring in a part; what follows in each
    sentence counted is a verb: ``The duchess rises``.
    """
    if not lexicon.people.pointing:
        return ()
    the = "|".join(sorted(lexicon.people.pointing))
    brought = re.compile(rf"\b(?i:{the})\s+{NAME.pattern}")
    found: dict[str, int] = {}
    texts = list(_actions(script))
    for text in texts:
        for each in brought.finditer(text):
            name = each.group(1).rstrip(".-'’")
            word = name.casefold()
            known = lexicon.people.nameless | lexicon.people.groups
            if name.isupper() and word not in known and _is_role(word, lexicon):
                found.setdefault(name, 0)
    for name in found:
        does = re.compile(rf"\b(?:{the})\s+{re.escape(name)}\s+(?:[a-z]+ly\s+)?[a-z]+s\b", re.I)
        found[name] = sum(len(does.findall(text)) for text in texts)
    return tuple(name for name, times in found.items() if times >= ACTS)


def is_group(name: str, lexicon: Lexicon) -> bool:
    """True for a cue that many people speak (``CROWD``, ``SIX GUARDS``, ``VARIOUS FARMERS``)."""
    words = name.casefold().split()
    groups = lexicon.people.groups
    return bool(words) and (words[-1] in groups or (len(words) > 1 and words[0] in groups))


def find_parts(script: Screenplay, lexicon: Lexicon, names: Sequence[str] = ()) -> tuple[Part, ...]:
    """Every character in every scene where it speaks or is named in the action.

    Args:
        script: The script.
        lexicon: The words to go by.
        names: The characters, where they are known already.
    """
    names = tuple(names) or character_names(script, lexicon)
    patterns = mention_patterns(names, lexicon)
    return tuple(
        part for scene in script.shot_scenes for part in _scene_parts(scene, names, patterns)
    )


def mention_patterns(names: Sequence[str], lexicon: Lexicon) -> dict[str, re.Pattern[str]]:
    """What finds each character in the action."""
    return {name: _mention(name, names, lexicon) for name in names}


def _actions(script: Screenplay) -> Iterator[str]:
    for scene in script.shot_scenes:
        for line in scene.lines:
            if line.kind is LineKind.ACTION:
                yield line.text


def _is_alias(name: str, other: str, lexicon: Lexicon) -> bool:
    """True when an introduced name is a fuller or shorter form of a known one."""
    own, known = _parts(name, lexicon), _parts(other, lexicon)
    return bool(own & known) or name.upper() == other


def _mention(name: str, names: Sequence[str], lexicon: Lexicon) -> re.Pattern[str]:
    """Finds the name, whole or by a part of it that no other character shares, in any case
    that a name can have (MINA, Mina; never mina)."""
    others = {part for n in names if n != name for part in (*_parts(n, lexicon), n)}
    forms = {name, *(_parts(name, lexicon) - others)}
    written = sorted({form for f in forms for form in (f, f.title())}, key=lambda f: (-len(f), f))
    role = _as_role(name, lexicon)
    return re.compile(rf"(?<![\w'’])(?:{'|'.join(map(re.escape, written))}{role})(?!\w)")


def _as_role(name: str, lexicon: Lexicon) -> str:
    """For who is called by a trade or a rank, or is the child: the word in small letters behind
    ``the``."""
    words = name.casefold().split()
    anybody = lexicon.people.nameless - set(lexicon.people.minor_words)
    if len(words) != 1 or words[0] in anybody or not _is_role(words[0], lexicon):
        return ""
    definite = lexicon.grammar.definite & lexicon.people.pointing
    articles = sorted(form for the in definite for form in (the, the.title()))
    return "".join(rf"|(?<=\b{the} ){re.escape(words[0])}" for the in articles)


def _is_role(word: str, lexicon: Lexicon) -> bool:
    listed = lexicon.heads.get(word) == "background" or word in lexicon.people.generic
    return listed or lexicon.nouns.get(word) == "person"


def _parts(name: str, lexicon: Lexicon) -> set[str]:
    """Words that call a character by themselves: no titles, nothing that calls anybody, no small
    words."""
    people, grammar = lexicon.people, lexicon.grammar
    small = people.titles | people.nameless | grammar.articles | grammar.prepositions
    return {
        word
        for word in re.split(r"[ -]", name.upper())
        if len(word.strip(".")) > 2 and word.strip(".").casefold() not in small
    } or {name}


def _scene_parts(
    scene: Scene, names: Sequence[str], patterns: Mapping[str, re.Pattern[str]]
) -> Iterable[Part]:
    evidence: dict[str, list[Evidence]] = {}
    sure: dict[str, float] = {}
    for line in scene.lines:
        if line.kind is LineKind.CUE:
            voice = line.extension.upper().startswith(VOICE_ONLY)
            for name in cue_names(line.text):
                if name in names:
                    rule = VOICE if voice else CUE
                    span = _span(scene, line.id, line.text, 0, len(line.text))
                    evidence.setdefault(name, []).append(from_script(span, rule))
                    sure[name] = max(sure.get(name, 0.0), 0.6 if voice else 1.0)
        elif line.kind in READ:
            for name, start, end in _mentions(line.text, names, patterns):
                span = _span(scene, line.id, line.text, start, end)
                evidence.setdefault(name, []).append(from_script(span, NAMED))
                sure[name] = max(sure.get(name, 0.0), 0.85)
    for name in names:
        if name in evidence:
            yield Part(
                scene=scene.id,
                name=name,
                evidence=tuple(evidence[name]),
                confidence=sure[name],
            )


def _mentions(
    text: str, names: Sequence[str], patterns: Mapping[str, re.Pattern[str]]
) -> Iterator[tuple[str, int, int]]:
    """Names in a text; in LADY AGNES HALE the surname calls nobody else, and OLD WOMAN no WOMAN."""
    found = sorted(
        (each.start(), -each.end(), name)
        for name in names
        for each in patterns[name].finditer(text)
    )
    before = (-1, "")
    for start, minus_end, name in found:
        end = -minus_end
        if start < before[0]:
            continue
        joined = before[0] >= 0 and text[before[0] : start] == " " and text[start:end].isupper()
        if not (joined and before[1] != name):
            yield name, start, end
            before = (end, name)


def _span(scene: Scene, line: LineId, text: str, start: int, end: int) -> ScriptSpan:
    return ScriptSpan(
        scene=scene.id,
        line=line,
        start=start,
        end=end,
        quote=text[start:end],
    )
