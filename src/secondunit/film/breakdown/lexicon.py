"""The words a breakdown goes by, read from the data files."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

import msgspec

from secondunit.core.errors import InputError
from secondunit.film.breakdown.model import Category

WORDS_FILE = "breakdown.toml"
NOUNS_FILE = "breakdown_wordnet.tsv"

WORD_LISTS = (
    "stop body vehicle_parts anyone kin child groups titles qualifiers containers partitives "
    "elsewhere depictions likeness general number_nouns sources loud"
).split()
VERB_LISTS = "handle wear eat drive ride absent water".split()
ACTORS = frozenset({"person", "animal", "vehicle", "thing", "any"})
CIRCUMSTANCES = frozenset({"minor", "driving", "water-work"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Deed:
    """Doing that is an element by itself.

    Args:
        verbs: Lemmas.
        category: Of the element.
        by: Kinds of who or what must do it (``person``, ``vehicle``), or ``any``.
        rule: Why, in words.
        to: Kind its object must be, or "".
        with_: Words one of which must follow, none for no condition.
        not_with: Words none of which may follow.
        name: Of the element; ``~`` stands for the doer, ``#`` for the verb, "" for the verb.
        armed: Only in a scene with a firearm.
    """

    verbs: tuple[str, ...]
    category: Category
    by: tuple[str, ...]
    rule: str
    to: str = ""
    with_: tuple[str, ...] = ()
    not_with: tuple[str, ...] = ()
    name: str = ""
    armed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """Phrases that ask for one thing as a whole.

    Args:
        category: Of the element.
        name: Of the element.
        patterns: In dictionary forms, ``~`` for any one word.
        rule: Why, in words.
    """

    category: Category
    name: str
    patterns: tuple[str, ...]
    rule: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Implied:
    """A need that another need brings with it.

    Args:
        when: A category, ``category/class``, ``minor``, ``driving`` or ``water-work``; any of them.
        category: Of the implied element.
        name: Of the implied element.
        rule: Why, in words.
    """

    when: tuple[str, ...]
    category: Category
    name: str
    rule: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Lexicon:
    """Everything the breakdown knows about words. Nouns and verbs are lower case lemmas.

    Args:
        heads: ``category/class`` of a noun or compound, from our own lists.
        nouns: WordNet: category of a noun's usual sense (or ``person``, ``weapon``, ``food``,
            ``instrument``, ``-``), then those of its other senses, joined by commas.
        verbs: Lemmas by what they do to a noun (``handle``, ``wear``).
        words: Lists of words by use (``stop``, ``body``, ``kin``).
        numbers: How many a number word is.
        unsaid: How many to take where the script does not say: ``plural``, ``crowd``.
        deeds: Doing that is an element.
        wordings: Phrases that are an element.
        idioms: Patterns that are not to be taken at their word.
        implied: Needs that bring others.
    """

    heads: Mapping[str, str]
    nouns: Mapping[str, str]
    verbs: Mapping[str, tuple[str, ...]]
    words: Mapping[str, tuple[str, ...]]
    numbers: Mapping[str, int]
    unsaid: Mapping[str, int]
    deeds: tuple[Deed, ...]
    wordings: tuple[Wording, ...]
    idioms: tuple[str, ...]
    implied: tuple[Implied, ...]


class _Deed(msgspec.Struct, forbid_unknown_fields=True, rename={"with_": "with"}):
    verbs: str
    category: Category
    by: str
    rule: str
    to: str = ""
    with_: str = ""
    not_with: str = ""
    name: str = ""
    armed: bool = False


class _Wording(msgspec.Struct, forbid_unknown_fields=True):
    category: Category
    name: str
    patterns: str
    rule: str


class _Implied(msgspec.Struct, forbid_unknown_fields=True):
    when: str
    category: Category
    name: str
    rule: str


class _File(msgspec.Struct):
    heads: dict[Category, dict[str, str]]
    verbs: dict[str, str]
    words: dict[str, str]
    numbers: dict[str, int]
    unsaid: dict[str, int]
    deed: list[_Deed]
    wording: list[_Wording]
    idioms: dict[str, str]
    implied: list[_Implied]


def read_lexicon(words: str, nouns: str) -> Lexicon:
    """Read ``breakdown.toml`` and ``breakdown_wordnet.tsv``.

    Args:
        words: Text of the first.
        nouns: Text of the second: noun, category of its usual sense, of its other senses.

    Raises:
        InputError: A file has not its shape, or names what is unknown.
    """
    try:
        file = msgspec.convert(tomllib.loads(words), type=_File)
    except (tomllib.TOMLDecodeError, msgspec.ValidationError) as error:
        raise _wrong(str(error)) from error
    lists = {key: _commas(text) for key, text in file.words.items()}
    verbs = {key: tuple(text.split()) for key, text in file.verbs.items()}
    _require_keys("words", WORD_LISTS, lists)
    _require_keys("verbs", VERB_LISTS, verbs)
    _require_keys("unsaid", ["plural", "crowd"], file.unsaid)
    _require_keys("idioms", ["patterns"], file.idioms)
    heads = _read_heads(file.heads)
    return Lexicon(
        heads=heads,
        nouns=_read_nouns(nouns),
        verbs=verbs,
        words=lists,
        numbers=file.numbers,
        unsaid=file.unsaid,
        deeds=tuple(_read_deed(deed) for deed in file.deed),
        wordings=tuple(
            Wording(
                category=each.category,
                name=each.name,
                patterns=_patterns(each.patterns),
                rule=each.rule,
            )
            for each in file.wording
        ),
        idioms=_patterns(file.idioms["patterns"]),
        implied=tuple(_read_implied(each, heads) for each in file.implied),
    )


def _wrong(what: str) -> InputError:
    return InputError(f"{WORDS_FILE}: {what}", remedy="Compare it with the file that ships.")


def _require_keys(table: str, keys: Iterable[str], found: Mapping[str, Any]) -> None:
    missing = [key for key in keys if not found.get(key)]
    if missing:
        raise _wrong(f"{table}.{missing[0]} is missing or empty")


def _read_heads(tables: Mapping[Category, Mapping[str, str]]) -> dict[str, str]:
    heads: dict[str, str] = {}
    for category, classes in tables.items():
        for kind, text in classes.items():
            for word in _commas(text):
                place = f"{category.value}/{kind}"
                if heads.setdefault(word, place) != place:
                    raise _wrong(f"heads.{category.value}: {word!r} is in {heads[word]} already")
    return heads


def _read_deed(deed: _Deed) -> Deed:
    by = tuple(deed.by.split())
    unknown = ({*by, deed.to} - {""}) - ACTORS
    if unknown:
        raise _wrong(f"deed {deed.verbs!r}: {min(unknown)!r} is none of {sorted(ACTORS)}")
    return Deed(
        verbs=tuple(deed.verbs.split()),
        category=deed.category,
        by=by,
        rule=deed.rule,
        to=deed.to,
        with_=tuple(deed.with_.split()),
        not_with=tuple(deed.not_with.split()),
        name=deed.name,
        armed=deed.armed,
    )


def _read_implied(rule: _Implied, heads: Mapping[str, str]) -> Implied:
    when = _commas(rule.when)
    known = {*CIRCUMSTANCES, *(category.value for category in Category), *heads.values()}
    for each in when:
        if each not in known:
            raise _wrong(f"implied {rule.name!r}: when = {each!r} is nothing it knows")
    return Implied(when=when, category=rule.category, name=rule.name, rule=rule.rule)


def _commas(text: str) -> tuple[str, ...]:
    parts = (" ".join(part.split()) for part in text.split(","))
    return tuple(dict.fromkeys(part for part in parts if part))


def _patterns(text: str) -> tuple[str, ...]:
    parts = (" ".join(part.split()) for part in text.split(";"))
    return tuple(dict.fromkeys(part for part in parts if part))


def _read_nouns(text: str) -> dict[str, str]:
    found = {}
    for number, line in enumerate(text.splitlines(), start=1):
        if line.startswith("#") or not line.strip():
            continue
        noun, *senses = line.split("\t")
        if not senses:
            raise InputError(
                f"{NOUNS_FILE}, line {number}: a noun without a category",
                remedy="Use the file that ships.",
            )
        found[noun] = ",".join(sense for sense in senses if sense)
    return found
