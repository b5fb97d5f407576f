"""Read the word lists of the breakdown from their data files."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Iterable, Mapping

import msgspec

from secondunit.core.errors import InputError
from secondunit.film.breakdown.lexicon import (
    KINDS,
    Ages,
    Band,
    Doing,
    Grammar,
    Implied,
    Lexicon,
    People,
)
from secondunit.film.breakdown.model import Category
from secondunit.film.breakdown.words.line import singulars

WORDS = {"en": "breakdown.toml", "fr": "breakdown_fr.toml"}
GAZETTEERS = {"en": "breakdown_gazetteer.toml", "fr": "breakdown_gazetteer_fr.toml"}
NOUNS = {"en": "breakdown_wordnet.tsv"}
IMPLIED = "breakdown_implied.toml"

_FROM_WORDNET = {
    "weapon": Category.PROPS,
    "food": Category.PROPS,
    "instrument": Category.MUSIC,
}
_HEADER = frozenset({"source", "version", "checked_on", "language"})
_PHRASES = {
    "visual": Category.VISUAL_EFFECTS,
    "equipment": Category.SPECIAL_EQUIPMENT,
    "noise": Category.SOUND,
}


class _Phrases(msgspec.Struct):
    phrases: str


class _Words(msgspec.Struct):
    grammar: dict[str, str]
    verbs: dict[str, str]
    stunts: dict[str, str]
    effects: dict[str, str]
    visual: _Phrases
    equipment: _Phrases
    noise: _Phrases
    people: dict[str, str]
    stop: dict[str, str]
    ages: dict[str, str] = {}


class _Need(msgspec.Struct, forbid_unknown_fields=True):
    when: str
    category: Category
    name: str
    rule: str
    words: str = ""
    least: int = 1


class _Needs(msgspec.Struct):
    implied: list[_Need]


def read_lexicon(language: str, fetch: Callable[[str], str]) -> Lexicon:
    """Read the words of one language.

    Args:
        language: ``en`` or ``fr``.
        fetch: Gives the text of a data file by its name.

    Raises:
        InputError: A file has not its shape, or names an unknown category.
    """
    if language not in WORDS:
        raise InputError(f"there are no words for {language}", remedy=f"Known: {', '.join(WORDS)}.")
    name = WORDS[language]
    try:
        words = msgspec.convert(tomllib.loads(fetch(name)), type=_Words)
        name = GAZETTEERS[language]
        heads = _without_plurals(_read_heads(tomllib.loads(fetch(name))), language)
        name = IMPLIED
        needs = msgspec.convert(tomllib.loads(fetch(name)), type=_Needs)
        name = NOUNS.get(language, "")
        nouns = _read_nouns(fetch(name)) if name else {}
        name = WORDS[language]
        return _lexicon(language, words, heads, nouns, needs)
    except (tomllib.TOMLDecodeError, msgspec.ValidationError, ValueError, KeyError) as error:
        raise InputError(
            f"{name}: {error}", remedy="Compare it with the file that ships."
        ) from error


def _lexicon(
    language: str,
    words: _Words,
    heads: Mapping[str, str],
    nouns: Mapping[str, str],
    needs: _Needs,
) -> Lexicon:
    phrases = {
        category: _read_phrases(getattr(words, key).phrases) for key, category in _PHRASES.items()
    }
    return Lexicon(
        language=language,
        heads=heads,
        nouns=nouns,
        grammar=_read_grammar(words.grammar),
        verbs={key: _set(text) for key, text in words.verbs.items()},
        stunts=_read_doing(words.stunts),
        effects=_read_doing(words.effects),
        phrases=phrases,
        people=_read_people(words.people),
        stop=_set(words.stop["words"]),
        idioms=tuple(phrase for phrase, _ in _read_phrases(words.stop["idioms"])),
        implied=tuple(map(_read_need, needs.implied)),
        openers=frozenset(re.split(r"[ ']", head)[0] for head in heads if not head.isalpha()),
        ages=_read_ages(words.ages),
    )


def _read_heads(table: Mapping[str, object]) -> dict[str, str]:
    heads: dict[str, str] = {}
    for section, kinds in table.items():
        if section in _HEADER:
            continue
        if section not in KINDS:
            Category(section)
        for text in msgspec.convert(kinds, type=dict[str, str]).values():
            for phrase in text.split(","):
                head = " ".join(phrase.casefold().replace("-", " ").split())
                if head:
                    heads.setdefault(head, section)
    return heads


def _without_plurals(heads: Mapping[str, str], language: str) -> dict[str, str]:
    """Heads whose singular is not listed in the same section, so that one thing has one name."""

    def is_plural(head: str, section: str) -> bool:
        _, *others = singulars(head, language)
        return any(heads.get(form) == section for form in others)

    return {head: section for head, section in heads.items() if not is_plural(head, section)}


def _read_grammar(table: Mapping[str, str]) -> Grammar:
    return Grammar(
        head=table["head"],
        articles=_set(table["articles"]),
        definite=_set(table["definite"]),
        pronouns=_set(table["pronouns"]),
        be=_set(table["be"]),
        prepositions=_set(table["prepositions"]),
        conjunctions=_set(table["conjunctions"]),
        likeness=_set(table["likeness"]),
    )


def _read_doing(table: Mapping[str, str]) -> Doing:
    close = {}
    for line in table.get("with", "").splitlines():
        verb, equals, after = line.strip().partition("=")
        if equals:
            close[verb] = tuple(word.strip() for word in after.split(","))
    return Doing(
        words={k: _set(text) for k, text in table.items() if k not in {"with", "phrases"}},
        close=close,
        phrases=_read_phrases(table.get("phrases", "")),
    )


def _read_people(table: Mapping[str, str]) -> People:
    pairs = (pair.partition("=") for pair in table["numbers"].split())
    return People(
        generic=_set(table["generic"]),
        not_roles=_set(table["not_roles"]),
        groups=_set(table["groups"]),
        minor_words=tuple(table["minor_words"].split()),
        numbers={word: int(count) for word, _, count in pairs},
        titles=_set(table["titles"]),
        given_names=_set(table["given_names"]),
        nameless=_set(table.get("nameless", "")),
        ordinals=_counts(table.get("ordinals", "")),
        pointing=_set(table.get("pointing", "")),
    )


def _read_ages(table: Mapping[str, str]) -> Ages:
    """Words for ages; a production's own file that has none of them goes without."""
    if not table:
        return Ages()
    bands = []
    for part in table["bands"].split():
        word, _, years = part.partition("=")
        low, _, high = years.partition("-")
        bands.append(Band(word=word.upper(), low=int(low), high=int(high)))
    return Ages(
        bands=tuple(bands),
        forms=dict(part.split("=") for part in table["forms"].split()),
        fillers=_listed(table["fillers"]),
        aged=_listed(table["aged"]),
        spelled=_counts(table["spelled"]),
        decades=_counts(table["decades"]),
        years_old=table["years_old"],
        year_words=table["year_words"],
        later=tuple(table["later"].split()),
        earlier=tuple(table["earlier"].split()),
        counts=_counts(table["counts"]),
        some_years=int(table["some_years"]),
        breaks=_listed(table["breaks"]),
        looks_back=_listed(table["looks_back"]),
        grown=_listed(table["grown"]),
        loose=_set(table["loose"]),
    )


def _listed(text: str) -> tuple[str, ...]:
    return tuple(phrase for phrase, _ in _read_phrases(text))


def _counts(text: str) -> dict[str, int]:
    pairs = (pair.partition("=") for pair in text.split())
    return {word: int(count) for word, _, count in pairs}


def _read_need(need: _Need) -> Implied:
    words = need.words.split(";") if ";" in need.words else need.words.split()
    return Implied(
        when=need.when,
        category=need.category,
        name=need.name,
        rule=need.rule,
        words=tuple(word.strip() for word in words),
        least=need.least,
    )


def _set(text: str) -> frozenset[str]:
    return frozenset(text.split())


def _read_phrases(text: str) -> tuple[tuple[str, str], ...]:
    parts: Iterable[str] = (" ".join(part.split()) for part in text.split(";"))
    pairs = (part.partition(": ") for part in parts if part)
    return tuple((phrase.casefold(), name or phrase) for phrase, _, name in pairs)


def _read_nouns(text: str) -> dict[str, str]:
    found = {}
    for line in text.splitlines():
        noun, _, rest = line.partition("\t")
        if line.startswith("#") or not rest:
            continue
        sense = rest.partition("\t")[0]
        found[noun] = str(_FROM_WORDNET.get(sense, sense))
    return found
