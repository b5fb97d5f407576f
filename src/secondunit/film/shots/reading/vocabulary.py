"""The words of a script that ask something of the camera, found in all their forms."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from secondunit.film.shots.cast.roles import Role, name_pattern
from secondunit.film.shots.model import Pose
from secondunit.film.shots.tables import ShotTables

ABBREVIATIONS = ("mr", "mrs", "ms", "dr", "st", "jr", "sr", "prof", "no", "a.p", "u.s")
"""Words whose full stop ends no sentence."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """A word of the vocabulary in a text: ``text[start:end]``, what it asks for, and its form.

    Args:
        start: First character.
        end: One past the last.
        asks: Class of the verb, pose or direction.
        bare: True for the base form, which may as well be a noun.
    """

    start: int
    end: int
    asks: str
    bare: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """A name in a text.

    Args:
        at: First character.
        name: The role.
        owns: It stands in the possessive: something of theirs does it, not they.
    """

    at: int
    name: str
    owns: bool


class Words:
    """Phrases by what they ask for, matched whole and in any form of their first word."""

    def __init__(self, phrases: dict[str, Sequence[str]], *, inflect: bool) -> None:
        self._asks: dict[str, list[tuple[str, bool]]] = {}
        for asks, given in phrases.items():
            for phrase in given:
                for form, bare in _forms(phrase) if inflect else ((phrase, False),):
                    self._asks.setdefault(form.lower(), []).append((asks, bare))
        longest = sorted(self._asks, key=lambda form: (-len(form), form))
        forms = "|".join(map(re.escape, longest)) or r"(?!)"
        self._pattern = re.compile(rf"(?<![\w'])(?:{forms})(?![\w])", re.IGNORECASE)

    def find(self, text: str) -> list[Hit]:
        """Every hit in a text, in order; a phrase that asks for two things is two hits."""
        return [
            Hit(start=found.start(), end=found.end(), asks=asks, bare=bare)
            for found in self._pattern.finditer(text)
            for asks, bare in self._asks[found.group(0).lower()]
        ]


class Vocabulary:
    """All the words of one production: names of its cast, verbs, poses, directions."""

    def __init__(self, roles: Sequence[Role], tables: ShotTables) -> None:
        self.roles = {role.name: role for role in roles}
        self.verbs = Words(dict(tables.verbs), inflect=True)
        self.poses = Words(dict(tables.poses), inflect=True)
        self.directions = Words(dict(tables.directions), inflect=False)
        self.turns = Words({"turn": tables.turns["words"]}, inflect=False)
        self.signs = Words(dict(tables.signs), inflect=False)
        self._names = _name_matcher(roles)

    def names(self, text: str) -> list[Mention]:
        """Where each name of the cast stands in a text, in order."""
        if self._names is None:
            return []
        pattern, owners = self._names
        return [
            Mention(
                at=found.start(),
                name=owners[found.lastindex - 1],
                owns=text[found.end() : found.end() + 2] in {"'s", "’s"},
            )
            for found in pattern.finditer(text)
            if found.lastindex
        ]


def sentences(text: str) -> list[tuple[int, int]]:
    """Start and end of each sentence of a paragraph; an abbreviation ends none.

    >>> [("He sits. She goes."[a:b]) for a, b in sentences("He sits. She goes.")]
    ['He sits.', 'She goes.']
    """
    spans = []
    start = 0
    for found in re.finditer(r"(?:[.!?…]+[\"”’)\]]*|\n)(?=\s|$)", text):
        before = text[start : found.start()].rsplit(None, 1)
        last = before[-1].lower().lstrip("(“\"'") if before else ""
        if found.group(0) == "." and last in ABBREVIATIONS:
            continue
        if text[start : found.end()].strip():
            spans.append(_trimmed(text, start, found.end()))
        start = found.end()
    if text[start:].strip():
        spans.append(_trimmed(text, start, len(text)))
    return spans


def pose_of(asks: str) -> Pose:
    """The pose a word of the table asks for; unknown words leave a figure standing."""
    return Pose(asks) if asks in set(Pose) else Pose.STAND


def count_words(text: str) -> int:
    """Words as a reader counts them."""
    return len(re.findall(r"[\w’'-]+", text))


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    piece = text[start:end]
    return start + len(piece) - len(piece.lstrip()), start + len(piece.rstrip())


def _forms(phrase: str) -> Iterable[tuple[str, bool]]:
    first, _, rest = phrase.partition(" ")
    tail = f" {rest}" if rest else ""
    yield first + tail, True
    yield _third(first) + tail, False
    yield _participle(first) + tail, False


def _third(verb: str) -> str:
    if verb.endswith(("s", "sh", "ch", "x", "z", "o")):
        return verb + "es"
    if verb.endswith("y") and verb[-2:-1] not in "aeiou":
        return verb[:-1] + "ies"
    return verb + "s"


def _participle(verb: str) -> str:
    if verb.endswith("ie"):
        return verb[:-2] + "ying"
    if verb.endswith("e") and not verb.endswith(("ee", "ye", "oe")):
        return verb[:-1] + "ing"
    vowels = "aeiou"
    doubled = (
        len(verb) >= 3
        and verb[-1] not in "aeiouwxy"
        and verb[-2] in vowels
        and verb[-3] not in vowels
        and sum(letter in vowels for letter in verb) == 1
    )
    return verb + verb[-1] + "ing" if doubled else verb + "ing"


def _name_matcher(roles: Sequence[Role]) -> tuple[re.Pattern[str], list[str]] | None:
    entries: list[tuple[str, str]] = []
    for role in roles:
        entries.append((role.name, role.name))
        entries += [(called, role.name) for called in role.called]
    entries.sort(key=lambda entry: (-len(entry[0]), entry[0]))
    if not entries:
        return None
    owners = [owner for _, owner in entries]
    pattern = "|".join(f"({_pattern(name, roles, owner)})" for name, owner in entries)
    return re.compile(pattern), owners


def _pattern(name: str, roles: Sequence[Role], owner: str) -> str:
    animal = any(role.name == owner and role.animal for role in roles)
    exact = name_pattern(name)
    if animal:
        plain = "|".join(re.escape(form) for form in (name.lower(), name.upper()))
        return rf"{exact}|(?<!\w)(?:{plain})(?!\w)"
    return exact
