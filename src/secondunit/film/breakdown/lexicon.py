"""The words a breakdown goes by, read from the data files."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import msgspec

from secondunit.core.errors import InputError
from secondunit.film.breakdown.model import Category

WORDS_FILE = "breakdown.toml"
NOUNS_FILE = "breakdown_wordnet.tsv"

_FROM_WORDNET = {
    "weapon": Category.PROPS,
    "food": Category.PROPS,
    "instrument": Category.MUSIC,
}
_NOT_CATEGORIES = {"weapons", "food"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Implied:
    """A need that another need brings with it.

    Args:
        when: A category, or ``weapons``, ``minor``, ``fire``, ``rain``, ``blood``, ``driving``.
        category: Of the implied element.
        name: Of the implied element.
        rule: Why, in words.
    """

    when: str
    category: Category
    name: str
    rule: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Lexicon:
    """Everything the tagger knows about words. Lemmas are lower case.

    Args:
        heads: Category of a noun, from our own lists.
        nouns: Category of a noun's usual sense in WordNet, or ``person`` or ``-``.
        weapons: Nouns that need an armourer.
        verbs: Lemmas by kind (``stunts``, ``handle``, ``wear``, ``drive``, ``eat``).
        phrases: Lower-case phrases by kind, each with the name of what it brings.
        roles: Singular nouns of people who are background when they do not speak.
        groups: Cue names that are many people.
        minor_words: Nouns that make a character a minor.
        numbers: How many a number word is.
        stop: Nouns that are never elements by themselves.
        idioms: Lower-case phrases that are not to be taken at their word.
        implied: Needs that bring others.
    """

    heads: Mapping[str, Category]
    nouns: Mapping[str, str]
    weapons: tuple[str, ...]
    verbs: Mapping[str, tuple[str, ...]]
    phrases: Mapping[str, tuple[tuple[str, str], ...]]
    roles: tuple[str, ...]
    groups: tuple[str, ...]
    minor_words: tuple[str, ...]
    numbers: Mapping[str, int]
    stop: tuple[str, ...]
    idioms: tuple[str, ...]
    implied: tuple[Implied, ...]


class _File(msgspec.Struct):
    words: dict[str, str]
    verbs: dict[str, str]
    people: dict[str, str]
    stop: dict[str, str]
    implied: list[Implied]


def read_lexicon(words: str, nouns: str) -> Lexicon:
    """Read ``breakdown.toml`` and ``breakdown_wordnet.tsv``.

    Args:
        words: Text of the first.
        nouns: Text of the second: noun, category of its usual sense, other senses.

    Raises:
        InputError: A file has not its shape, or names an unknown category.
    """
    try:
        file = msgspec.convert(tomllib.loads(words), type=_File)
        heads = {
            word: Category(key)
            for key, text in file.words.items()
            if key not in _NOT_CATEGORIES
            for word in text.split()
        }
        return Lexicon(
            heads=heads,
            nouns=_read_nouns(nouns),
            weapons=tuple(file.words["weapons"].split()),
            verbs={
                key: tuple(text.split())
                for key, text in file.verbs.items()
                if not key.endswith("_phrases")
            },
            phrases={
                key.removesuffix("_phrases"): _read_phrases(text)
                for key, text in file.verbs.items()
                if key.endswith("_phrases")
            },
            roles=tuple(file.people["roles"].split()),
            groups=tuple(file.people["groups"].split()),
            minor_words=tuple(file.people["minor_words"].split()),
            numbers=_read_numbers(file.people["numbers"]),
            stop=tuple(file.stop["words"].split()),
            idioms=tuple(phrase for phrase, _ in _read_phrases(file.stop["idioms"])),
            implied=tuple(file.implied),
        )
    except (tomllib.TOMLDecodeError, msgspec.ValidationError, ValueError, KeyError) as error:
        raise InputError(
            f"{WORDS_FILE}: {error}", remedy="Compare it with the file that ships."
        ) from error


def _read_phrases(text: str) -> tuple[tuple[str, str], ...]:
    parts = [" ".join(part.split()) for part in text.split(";")]
    pairs = (part.partition(": ") for part in parts if part)
    return tuple((phrase.casefold(), name or phrase) for phrase, _, name in pairs)


def _read_numbers(text: str) -> dict[str, int]:
    return {word: int(count) for word, _, count in (pair.partition("=") for pair in text.split())}


def _read_nouns(text: str) -> dict[str, str]:
    found = {}
    for line in text.splitlines():
        noun, _, rest = line.partition("\t")
        if line.startswith("#") or not rest:
            continue
        sense = rest.partition("\t")[0]
        found[noun] = str(_FROM_WORDNET.get(sense, sense))
    return found


def phrase_pattern(phrases: Iterable[str]) -> re.Pattern[str]:
    """A pattern that finds any of the phrases as whole words, the longest first."""
    ranked = sorted(set(phrases), key=lambda phrase: (-len(phrase), phrase))
    joined = "|".join(re.escape(phrase).replace(r"\ ", r"\s+") for phrase in ranked)
    return re.compile(rf"(?<!\w)(?:{joined or '(?!)'})(?!\w)", re.IGNORECASE)
