"""Who plays in each scene: from cues, from names in the action, from introductions."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from secondunit.film.breakdown.characters import READ, Character
from secondunit.film.breakdown.find import Find
from secondunit.film.breakdown.lexicon import Lexicon
from secondunit.film.breakdown.model import Category
from secondunit.film.breakdown.names import Mentions, cue_names, is_group
from secondunit.film.screenplay.model import Line, LineKind, Scene

CUE, INTRODUCED, NAMED, BODY, OWNED, ROLE = 1.0, 0.95, 0.9, 0.85, 0.55, 0.7
"""How sure each kind of reason is."""

VOICE = 0.9
_NOT_SEEN = re.compile(
    r"\b(?:V\.?\s?O\.?|VOICE[ -]?OVER|FILTERED|PRE-?LAP|RECORDED|"
    r"ON (?:THE )?(?:RADIO|TV|TELEVISION|TAPE|RECORDING|SPEAKER|LOUDSPEAKER)|NARRAT\w+)(?!\w)"
)
_VOICE_NAME = re.compile(r"(?:['’]S)? VOICE$|^VOICE OF ")
_SAID_OF = re.compile(
    r"(\w+)(?:\s+\w+)?\s+(?:of|from|to|about|for|named|called)\s+$", re.IGNORECASE
)
_OWNS = re.compile(r"(?:['’]s|(?<=s)['’])\s+((?:\w[\w'’-]*\s+){0,3}?\w[\w'’-]*)")


@dataclass(slots=True)
class _Part:
    finds: list[tuple[Line, Find]] = field(default_factory=list)
    voices: list[tuple[Line, Find]] = field(default_factory=list)


def find_parts(
    scene: Scene,
    characters: Sequence[Character],
    mentions: Mentions,
    lexicon: Lexicon,
) -> list[tuple[Line, Find]]:
    """Every character who is in a scene, and every one who is only heard.

    A cue is a character on set, unless its extension says that the voice comes from elsewhere. A
    character whose every cue in the scene is such a voice, and whom the action does not name, is
    not on set: it is proposed as sound (``JUDE (voice)``), to be recorded or read in.
    """
    known = {character.name for character in characters}
    parts: dict[str, _Part] = {}
    for line in scene.lines:
        if line.kind is LineKind.CUE:
            _read_cue(line, characters, known, parts)
        elif line.kind in READ:
            _read_action(line, mentions, lexicon, parts)
    _read_roles(scene, characters, parts)
    found: list[tuple[Line, Find]] = []
    for name, part in parts.items():
        if part.finds:
            found += part.finds + [
                (line, _cast(name, find.start, find.end, "cast.voice", OWNED))
                for line, find in part.voices
            ]
        else:
            found += part.voices
    return found + _groups(scene, lexicon)


def _cast(name: str, start: int, end: int, rule: str, confidence: float) -> Find:
    return Find(
        category=Category.CAST,
        name=name,
        start=start,
        end=end,
        rule=rule,
        confidence=confidence,
    )


def _read_cue(
    line: Line, characters: Sequence[Character], known: set[str], parts: dict[str, _Part]
) -> None:
    unseen = _NOT_SEEN.search(f"{line.text} {line.extension}".upper())
    unseen = unseen or _VOICE_NAME.search(line.text.upper())
    for name in cue_names(line.text, known):
        who = next((c.name for c in characters if name == c.name or name in c.forms), "")
        if not who:
            continue
        part = parts.setdefault(who, _Part())
        if unseen:
            voice = Find(
                category=Category.SOUND,
                name=f"{who} (voice)",
                start=0,
                end=len(line.text),
                rule="cast.voice-only: heard, not on set",
                confidence=VOICE,
            )
            part.voices.append((line, voice))
        else:
            part.finds.append((line, _cast(who, 0, len(line.text), "cast.cue", CUE)))


def _read_action(line: Line, mentions: Mentions, lexicon: Lexicon, parts: dict[str, _Part]) -> None:
    for start, end, name in mentions.find(line.text):
        rule, sure = _presence(line.text, start, end, lexicon)
        if sure:
            part = parts.setdefault(name, _Part())
            part.finds.append((line, _cast(name, start, end, rule, sure)))


def _presence(text: str, start: int, end: int, lexicon: Lexicon) -> tuple[str, float]:
    """Whether a name in the action means that its bearer is there, and how surely."""
    before = _SAID_OF.search(text[:start])
    if before and before.group(1).casefold().removesuffix("s") in lexicon.words["depictions"]:
        return "", 0.0
    owned = _OWNS.match(text[end:])
    if owned:
        words = owned.group(1).casefold().split()
        forms = {form for word in words for form in (word, word.removesuffix("s"))}
        if forms & {*lexicon.words["body"], "feet", "teeth"}:
            return "cast.named-by-body", BODY
        places = {form for form in forms if lexicon.heads.get(form, "").startswith("wardrobe")}
        return ("cast.named-by-clothes", OWNED) if places else ("", 0.0)
    if text[start:end].isupper() and re.match(r",|\s*\(", text[end:]):
        return "cast.introduced", INTRODUCED
    return "cast.named-in-action", NAMED


def _read_roles(scene: Scene, characters: Sequence[Character], parts: dict[str, _Part]) -> None:
    """``The nurse`` in a scene where NURSE speaks is that nurse."""
    for character in characters:
        if not character.is_role or character.name not in parts:
            continue
        pattern = re.compile(rf"\b{re.escape(character.name.casefold())}\b")
        for line in scene.lines:
            if line.kind in READ:
                for found in pattern.finditer(line.text):
                    find = _cast(character.name, *found.span(), "cast.role-named", ROLE)
                    parts[character.name].finds.append((line, find))


def _groups(scene: Scene, lexicon: Lexicon) -> list[tuple[Line, Find]]:
    return [
        (
            line,
            Find(
                category=Category.BACKGROUND,
                name=name.casefold().removesuffix("s") if name.endswith("S") else name.casefold(),
                start=0,
                end=len(line.text),
                quantity=2,
                rule="background.group-cue",
                confidence=0.9,
            ),
        )
        for line in scene.lines
        if line.kind is LineKind.CUE
        for name in cue_names(line.text)
        if is_group(name, lexicon) and name not in {"ALL", "BOTH", "EVERYONE", "EVERYBODY"}
    ]
