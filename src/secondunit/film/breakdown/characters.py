"""Who is in the script: its characters, the forms their names take, and how old they are."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from secondunit.film.breakdown.lexicon import Lexicon
from secondunit.film.breakdown.names import (
    cue_names,
    is_group,
    is_person_word,
    own_parts,
    tokens_of,
)
from secondunit.film.screenplay.model import Line, LineKind, Scene, Screenplay

ADULT = 18
READ = frozenset({LineKind.ACTION, LineKind.SHOT, LineKind.GENERAL, LineKind.PARENTHETICAL})
"""Kinds whose words are read for things; what is only spoken of is not there."""

_NAME = r"[A-Z][A-Z'’.\-]*[A-Z.]"
_INTRODUCED = re.compile(
    rf"(?<![\w'’])((?:{_NAME}|[A-Z])(?:\s+(?:{_NAME}|#?\d+))*)"
    r"(?:,?\s*\((?P<round>[^()\n]{1,40})\)|,\s*(?P<comma>(?:age[ds]?\s+|now\s+)*\d{1,2}\b(?!\s*(?:am|pm|:))))"
)
_NAMED = re.compile(rf"\bnamed\s+((?:{_NAME})(?:\s+{_NAME})*)")
_AGE = re.compile(
    r"(?:\b(?P<tens>early|mid|late)?[ -]*)?\b(?P<years>\d{1,2})(?P<decade>['’]?s)?\b"
    r"(?!\s*(?:%|feet|pounds|:))"
)
_LOOSE_AGE = re.compile(
    r"^[^.!?\n]{0,60}?\b(?:(?:aged?|of)\s+(?P<of>\w+)|(?P<old>[\w-]+?)[ -]years?[ -]old)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Character:
    """One part.

    Args:
        name: In capitals, as cued most often.
        forms: How action names it, the longest first.
        is_role: True when the name is only a kind of person (``NURSE``, ``OLD WOMAN``).
        ages: Ages the script gives: index of the scene, years.
        is_child: True when the name itself says so (``LITTLE GIRL``).
        described: Nouns of its introduction (``chair`` of the Harbour Trust), lower case.
    """

    name: str
    forms: tuple[str, ...]
    is_role: bool
    ages: tuple[tuple[int, int], ...] = ()
    is_child: bool = False
    described: frozenset[str] = frozenset()

    def age_in(self, scene: int) -> int | None:
        """The age that holds in a scene, by index; None where the script gives none at all.

        The last age given before it holds. An age below an earlier one is a flashback and holds
        for its own scene only. Before the first, the first holds.
        """
        present: int | None = None
        for where, years in self.ages:
            if where == scene:
                return years
            if where < scene and (present is None or years >= present):
                present = years
        return self.ages[0][1] if present is None and self.ages else present

    def is_minor_in(self, scene: int) -> bool:
        """True when the part is under 18 in that scene."""
        age = self.age_in(scene)
        return self.is_child if age is None else age < ADULT


@dataclass(slots=True)
class _Draft:
    cues: int = 0
    aliases: Counter[str] = field(default_factory=Counter)
    ages: list[tuple[int, int]] = field(default_factory=list)
    described: set[str] = field(default_factory=set)


def find_characters(script: Screenplay, lexicon: Lexicon) -> tuple[Character, ...]:
    """Every part of the script, in order of appearance: who is cued, and who is introduced."""
    drafts: dict[str, _Draft] = {}
    for scene in script.shot_scenes:
        for line in scene.lines:
            if line.kind is LineKind.CUE:
                for name in cue_names(line.text):
                    if not is_group(name, lexicon):
                        drafts.setdefault(name, _Draft()).cues += 1
    _introduce(script, lexicon, drafts)
    return _build(_merge(drafts, lexicon), lexicon)


def _introduce(script: Screenplay, lexicon: Lexicon, drafts: dict[str, _Draft]) -> None:
    for index, scene in enumerate(script.shot_scenes):
        for line in _read_lines(scene):
            for name, after, age in _introductions(line.text, lexicon):
                if is_group(name, lexicon) or _is_thing(name, after, lexicon):
                    continue
                draft = drafts.setdefault(name, _Draft())
                if age is not None:
                    draft.ages.append((index, age))
                draft.described |= _described(after, lexicon)


def _read_lines(scene: Scene) -> Iterator[Line]:
    return (line for line in scene.lines if line.kind in READ)


def _introductions(text: str, lexicon: Lexicon) -> Iterator[tuple[str, str, int | None]]:
    for found in _INTRODUCED.finditer(text):
        name = " ".join(found.group(1).split()).rstrip(",")
        said = found.group("round") or found.group("comma") or ""
        age = _read_age(said, lexicon)
        after = text[found.end() :]
        if age is not None and len(name) > 1:
            yield name, after, age
    for found in _NAMED.finditer(text):
        before = text[max(0, found.start() - 40) : found.start()]
        yield " ".join(found.group(1).split()), before, _loose_age(before, lexicon)


def _read_age(said: str, lexicon: Lexicon) -> int | None:
    """``9``, ``early 30s``, ``age 3``, ``thirties``; None for what is no age (``V.O.``)."""
    found = _AGE.search(said)
    if found:
        return int(found.group("years"))
    words = re.findall(r"[a-z]+", said.lower())
    for word in words:
        if word in lexicon.numbers and ("age" in words or len(words) == 1):
            return lexicon.numbers[word]
        if word.endswith("ties") and word[:-3] + "y" in lexicon.numbers:
            return lexicon.numbers[word[:-3] + "y"]
        if word in {"teens", "teen", "teenager"}:
            return 15
    return None


def _loose_age(after: str, lexicon: Lexicon) -> int | None:
    found = _LOOSE_AGE.search(after)
    if not found:
        return None
    word = (found.group("of") or found.group("old") or "").lower()
    if word.isdigit():
        return int(word)
    parts = word.split("-")
    if all(part in lexicon.numbers for part in parts):
        return sum(lexicon.numbers[part] for part in parts)
    return None


def _is_thing(name: str, after: str, lexicon: Lexicon) -> bool:
    """True for a name that is an animal or a thing: ``CRUMB, a three-legged terrier``."""
    heads = (lexicon.heads.get(word, "") for word in (name.casefold(), name.casefold().split()[-1]))
    return any(head and not head.startswith("background") for head in heads) and not re.match(
        r"\s*[,(]?\s*\d", after
    )


def _described(after: str, lexicon: Lexicon) -> set[str]:
    sentence = re.split(r"[.!?;:]", after, maxsplit=1)[0].lower()
    return {word for word in re.findall(r"[a-z]+", sentence) if is_person_word(word, lexicon)}


def _merge(drafts: Mapping[str, _Draft], lexicon: Lexicon) -> dict[str, _Draft]:
    """Join names of the same part: ``WILL`` and ``WILL BLOOM``, never ``YOUNG WILL``."""
    merged: dict[str, _Draft] = {}
    names = list(drafts)
    target: dict[str, str] = {}
    for name in names:
        longer = [other for other in names if other != name and _same(name, other, lexicon)]
        if len(longer) == 1:
            target[name] = longer[0]
    for name in names:
        root = target.get(name, name)
        while root in target and target[root] != root:
            root = target[root]
        draft = merged.setdefault(root, _Draft())
        draft.cues += drafts[name].cues
        draft.aliases[name] += drafts[name].cues
        draft.ages += drafts[name].ages
        draft.described |= drafts[name].described
    return {
        max(draft.aliases, key=lambda name: (draft.aliases[name], -len(name), name)): draft
        for draft in merged.values()
    }


def _same(short: str, long: str, lexicon: Lexicon) -> bool:
    """True when every word of the short name is in the long one, which adds only a name."""
    own, other = tokens_of(short), tokens_of(long)
    if not own or len(own) >= len(other) or not set(own) <= set(other):
        return False
    added = [word for word in other if word not in own]
    apart = {*lexicon.words["qualifiers"]}
    if any(word in apart or word.startswith("#") or word.isdigit() for word in added):
        return False
    if any(word.endswith(("'s", "’s")) for word in other):
        return False
    titles = set(lexicon.words["titles"])
    if set(own) <= titles:
        return False
    return not all(is_person_word(word, lexicon) for word in own)


def _build(drafts: Mapping[str, _Draft], lexicon: Lexicon) -> tuple[Character, ...]:
    owners: Counter[str] = Counter()
    for draft in drafts.values():
        owners.update({part for alias in draft.aliases for part in own_parts(alias, lexicon)})
    child = set(lexicon.words["child"])
    characters = []
    for name, draft in drafts.items():
        is_role = not own_parts(name, lexicon)
        described = draft.described | {word for word in tokens_of(name) if word.isalpha()}
        characters.append(
            Character(
                name=name,
                forms=_forms(draft.aliases, owners, lexicon),
                is_role=is_role,
                ages=tuple(sorted(set(draft.ages))),
                is_child=is_role and bool(child & set(tokens_of(name))),
                described=frozenset(described),
            )
        )
    return tuple(characters)


def _forms(aliases: Iterable[str], owners: Mapping[str, int], lexicon: Lexicon) -> tuple[str, ...]:
    forms: set[str] = set()
    for alias in aliases:
        forms.add(alias)
        words = alias.split()
        qualified = words[0].strip(".").casefold() in lexicon.words["qualifiers"]
        for part in own_parts(alias, lexicon):
            if owners[part] == 1 and not qualified:
                forms.add(part)
                if words[0].strip(".").casefold() in lexicon.words["titles"]:
                    forms.add(f"{words[0]} {part}")
    return tuple(sorted(forms, key=lambda form: (-len(form), form)))
