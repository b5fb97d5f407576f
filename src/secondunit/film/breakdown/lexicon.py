"""The words a breakdown goes by, in one language."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from secondunit.film.breakdown.model import Category

KINDS: Mapping[str, Category] = {
    "weapons": Category.PROPS,
    "food": Category.PROPS,
    "makeup-words": Category.MAKEUP_HAIR,
}
"""Sections of a gazetteer that are no category, and the category their heads belong to."""

OF_AGE = 18
"""Years from which nobody is a minor."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Implied:
    """A need that another need brings with it.

    Args:
        when: A category, or a kind the code knows (see ``implied``).
        category: Of the implied element.
        name: Of the implied element.
        rule: Why, in words.
        words: Names, or words of the action, that bring it where ``when`` asks for them.
        least: How many there must be.
    """

    when: str
    category: Category
    name: str
    rule: str
    words: tuple[str, ...] = ()
    least: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Grammar:
    """Small words of a language, lower case.

    Args:
        head: ``last`` or ``first``: which word of a compound says what it is.
        articles: Words that open a noun phrase.
        definite: Those of them that point at something known.
        pronouns: Pronouns of people.
        be: Forms of the verb of the passive.
        prepositions: Words that put a noun aside as a circumstance.
        conjunctions: Words that join verbs of one subject.
        likeness: Words before what is only compared with.
    """

    head: str
    articles: frozenset[str]
    definite: frozenset[str]
    pronouns: frozenset[str]
    be: frozenset[str]
    prepositions: frozenset[str]
    conjunctions: frozenset[str]
    likeness: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Doing:
    """Verbs (lemmas) that make an element of the doing itself.

    Args:
        words: Lemmas by who or what does it (``either``, ``person``, ``hits``, ``suffers``,
            ``machine``, ``beast``, ``alone``, ``things``, ``breakaway``).
        close: Lemmas that count only with one of these words close behind.
        phrases: Lower-case phrases, each with the name of what it brings.
    """

    words: Mapping[str, frozenset[str]]
    close: Mapping[str, tuple[str, ...]]
    phrases: tuple[tuple[str, str], ...]

    def has(self, kind: str, lemma: str) -> bool:
        """True when the lemma is of the kind."""
        return lemma in self.words.get(kind, frozenset())


@dataclass(frozen=True, slots=True, kw_only=True)
class People:
    """Words for people, lower case.

    Args:
        generic: Nouns that count only where somebody new comes in.
        not_roles: Nouns that are never background.
        groups: Cue names that are many people.
        minor_words: Nouns that make somebody a minor.
        numbers: How many a number word is.
        titles: Words before a name.
        given_names: Names that make a character of a word in capitals.
        nameless: What anybody is called, so that two scenes with one may mean two people.
        ordinals: Words that number people (``first``, ``two``).
        pointing: Articles before somebody called by a trade or a rank.
    """

    generic: frozenset[str]
    not_roles: frozenset[str]
    groups: frozenset[str]
    minor_words: tuple[str, ...]
    numbers: Mapping[str, int]
    titles: frozenset[str]
    given_names: frozenset[str]
    nameless: frozenset[str] = frozenset()
    ordinals: Mapping[str, int] = field(default_factory=dict)
    pointing: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Band:
    """Ages that one performer can play.

    Args:
        word: What it is called before a name, upper case (``YOUNG``).
        low: Youngest, in years.
        high: Oldest.
    """

    word: str
    low: int
    high: int

    @property
    def is_minor(self) -> bool:
        """True where nobody of the band is of age."""
        return self.high < OF_AGE


@dataclass(frozen=True, slots=True, kw_only=True)
class Ages:
    """Words that say how old somebody is, lower case; nothing by default.

    Args:
        bands: Ages by performer, youngest first, without gaps.
        forms: Words before a name, with the word of their band.
        fillers: Words between a name and an age (``is``, ``now``).
        aged: Those of them after which any number is an age (``at age``).
        spelled: Numbers in letters.
        decades: The middle of a decade in letters (``sixties``).
        years_old: Pattern of what makes a number before a name an age.
        year_words: Pattern of ``years``.
        later: Words that put years after what was.
        earlier: Words that put years before.
        counts: How many years a loose word means (``few``).
        some_years: How many, where nothing says.
        breaks: Phrases that end a look back.
        looks_back: Words of a heading that looks back.
        grown: What an apposition calls somebody who is of age (``old man``).
        loose: Bands whose word alone makes nobody a child (``young``).
    """

    bands: tuple[Band, ...] = ()
    forms: Mapping[str, str] = field(default_factory=dict)
    fillers: tuple[str, ...] = ()
    aged: tuple[str, ...] = ()
    spelled: Mapping[str, int] = field(default_factory=dict)
    decades: Mapping[str, int] = field(default_factory=dict)
    years_old: str = ""
    year_words: str = ""
    later: tuple[str, ...] = ()
    earlier: tuple[str, ...] = ()
    counts: Mapping[str, int] = field(default_factory=dict)
    some_years: int = 0
    breaks: tuple[str, ...] = ()
    looks_back: tuple[str, ...] = ()
    grown: tuple[str, ...] = ()
    loose: frozenset[str] = frozenset()

    def band_at(self, age: int) -> Band | None:
        """The band of an age, or None where there are no bands."""
        return next((band for band in self.bands if band.low <= age <= band.high), None)

    def band_of(self, word: str) -> Band | None:
        """The band that a word before a name says, or None."""
        called = self.forms.get(word.casefold(), "")
        return next((band for band in self.bands if band.word.casefold() == called), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Lexicon:
    """Everything the tagger knows about the words of one language. Lemmas are lower case.

    Args:
        language: ``en`` or ``fr``.
        heads: Section of a head or compound in the gazetteer (``props``, ``weapons``, ...).
        nouns: Category of a noun's usual sense in WordNet, or ``person`` or ``-``.
        grammar: Small words.
        verbs: Words by what they say of a noun near them (``wear``, ``drive``, ``eat``,
            ``handle``, ``made``, ``absent``).
        stunts: Doing that needs a stunt performer.
        effects: What a thing does that special effects must make.
        phrases: Phrases of other categories, by category.
        people: Words for people.
        stop: Nouns that are never elements by themselves.
        idioms: Lower-case phrases that are not to be taken at their word.
        implied: Needs that bring others.
        openers: First words of the compounds among the heads.
        ages: Words that say how old somebody is.
    """

    language: str
    heads: Mapping[str, str]
    nouns: Mapping[str, str]
    grammar: Grammar
    verbs: Mapping[str, frozenset[str]]
    stunts: Doing
    effects: Doing
    phrases: Mapping[Category, tuple[tuple[str, str], ...]]
    people: People
    stop: frozenset[str]
    idioms: tuple[str, ...]
    implied: tuple[Implied, ...]
    openers: frozenset[str]
    ages: Ages = field(default_factory=Ages)

    def category(self, head: str) -> Category | None:
        """The category of a head of the gazetteer, or None."""
        section = self.heads.get(head)
        return None if section is None else KINDS.get(section) or Category(section)

    def is_weapon(self, name: str) -> bool:
        """True when a name, or its last words, stand among the weapons."""
        words = name.split()
        return any(self.heads.get(" ".join(words[at:])) == "weapons" for at in range(len(words)))


def phrase_pattern(phrases: Iterable[str]) -> re.Pattern[str]:
    """A pattern that finds any of the phrases as whole words, the longest first."""
    ranked = sorted(set(phrases), key=lambda phrase: (-len(phrase), phrase))
    joined = "|".join(
        re.escape(phrase).replace(r"\ ", r"\s+").replace("'", "['’]") for phrase in ranked
    )
    return re.compile(rf"(?<!\w)(?:{joined or '(?!)'})(?!\w)", re.IGNORECASE)
