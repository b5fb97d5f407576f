"""Ages as a script states them: TAM (9), TAM, now in his sixties, eight-year-old Tam, young Tam."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from secondunit.film.breakdown.intro import AGE
from secondunit.film.breakdown.lexicon import Ages, Band, Lexicon

_NUMBER = r"\d{1,2}"
_SURNAME = r"(?:\s+(?-i:[A-ZÀ-ÖØ-Þ][A-ZÀ-ÖØ-Þ'’.-]+))?"
_AFTER = r"(?=\s*(?:[.,;:)!?\]]|--|[–—]|$|(?:and|with|but|or|years?|ans|et|avec)\b))"
"""What may follow a bare number for it to be an age: not a thing that is counted."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stated:
    """One age stated in a text.

    Args:
        name: The character.
        age: In years; None for a word that only says ``young`` or ``old``.
        band: What the word says, where it is a word and not a number.
        start: First character of the words that state it.
        end: One past the last.
    """

    name: str
    age: int | None
    band: Band | None
    start: int
    end: int


class AgeReader:
    """Finds ages stated of characters; the patterns are made once.

    Args:
        patterns: How each character is named in the action.
        lexicon: The words to go by.
    """

    def __init__(self, patterns: Mapping[str, re.Pattern[str]], lexicon: Lexicon) -> None:
        self._patterns = patterns
        self._ages = lexicon.ages
        ages = lexicon.ages
        spelled = "|".join(sorted(ages.spelled, key=len, reverse=True))
        decade = rf"(?:(?:early|mid|late)[ -]?)?(?:\d0['’]?s|{'|'.join(ages.decades) or '(?!)'})"
        fillers = "|".join(map(re.escape, sorted(ages.fillers, key=len, reverse=True))) or "(?!)"
        self._behind = re.compile(
            rf"{_SURNAME}\s*(?:--|[–—,(])?\s*(?:(?:{fillers})\s+)+"
            rf"(?:({decade})\b|({_NUMBER}|{spelled or '(?!)'})\b{_AFTER})",
            re.IGNORECASE,
        )
        aged = "|".join(map(re.escape, ages.aged)) or "(?!)"
        self._aged = re.compile(
            rf"{_SURNAME}\s*(?:--|[–—,(])?\s*(?:{aged})\s+({_NUMBER}|{spelled or '(?!)'})\b",
            re.IGNORECASE,
        )
        self._later = re.compile(
            rf"[^.!?\n]{{0,40}}?\bin (?:his|her|their) ({decade})\b", re.IGNORECASE
        )
        self._as_child = re.compile(
            rf"\s*,?\s+(?:as|at)\s+an?\s+({'|'.join(ages.forms) or '(?!)'})\b", re.IGNORECASE
        )
        old = ages.years_old or "(?!)"
        self._before = re.compile(
            rf"\b({_NUMBER}|{spelled or '(?!)'})[- ]{old}\s+(?:[\w-]+,?\s+){{0,2}}$", re.IGNORECASE
        )
        forms = "|".join(sorted(ages.forms, key=len, reverse=True)) or "(?!)"
        grown = "|".join(map(re.escape, ages.grown)) or "(?!)"
        self._grown = re.compile(rf"\b(?:{grown})\s*(?:--|[–—])\s*$", re.IGNORECASE)
        self._called = re.compile(rf"(?<!\w)({forms})[ -]$", re.IGNORECASE)
        self._named_next = re.compile(
            rf"\bin (?:his|her|their) ({decade})\b[^.!?\n]*[.!?]\s+(?:His|Her|Their) name is $"
        )

    def read(self, text: str) -> Iterator[Stated]:
        """Every age that a line states of a character, in no particular order."""
        for name, pattern in self._patterns.items():
            for found in pattern.finditer(text):
                yield from self._around(name, text, found.start(), found.end())

    def _around(self, name: str, text: str, start: int, end: int) -> Iterator[Stated]:
        """Ages in the words beside one mention; a number outranks a word."""
        for low, high, word in self._candidates(text, start, end):
            age = self._number(word)
            if age is not None:
                yield Stated(name=name, age=age, band=None, start=low, end=high)
                return
        called = self._called.search(text[:start])
        as_child = self._as_child.match(text, end)
        if called is not None:
            band = self._ages.band_of(called.group(1))
            yield Stated(name=name, age=None, band=band, start=called.start(1), end=end)
        elif (grown := self._grown.search(text[:start])) is not None:
            oldest = self._ages.bands[-1] if self._ages.bands else None
            yield Stated(name=name, age=None, band=oldest, start=grown.start(), end=end)
        elif as_child is not None:
            band = self._ages.band_of(as_child.group(1))
            age = (band.low + band.high) // 2 if band and band.is_minor else None
            yield Stated(name=name, age=age, band=band, start=start, end=as_child.end())

    def _candidates(self, text: str, start: int, end: int) -> Iterator[tuple[int, int, str]]:
        aged = re.compile(rf"(?:[^.!?\n(,]{{0,20}}?)(?:{AGE.pattern})", re.IGNORECASE)
        if found := aged.match(text, end):
            yield start, found.end(), found.group(1) + ("s" if found.group(2) else "")
        if found := self._behind.match(text, end):
            yield start, found.end(), found.group(1) or found.group(2)
        if found := self._aged.match(text, end):
            yield start, found.end(), found.group(1)
        if found := self._before.search(text[:start]):
            yield found.start(1), end, found.group(1)
        if found := self._named_next.search(text[:start]):
            yield found.start(1), end, found.group(1)
        found = self._later.match(text, end)
        between = text[end : found.start(1)] if found else ""
        if found and not any(other.search(between) for other in self._patterns.values()):
            yield start, found.end(), found.group(1)

    def _number(self, word: str) -> int | None:
        """Years: the middle of a decade, or the number; None for what is neither."""
        low = word.casefold().replace("’", "'")
        plain = re.sub(r"^(?:early|mid|late)[ -]?", "", low)
        if plain in self._ages.decades:
            return self._ages.decades[plain]
        if found := re.fullmatch(r"(\d{1,2})'?s", plain):
            return int(found.group(1)) + 5
        if plain.isdigit():
            return int(plain)
        return self._ages.spelled.get(plain)


def years_passed(text: str, ages: Ages) -> int:
    """Years that a caption puts between what was and what is: 10 for TEN YEARS LATER, -2 for TWO
    YEARS EARLIER; 0 where it says nothing."""
    if not ages.later:
        return 0
    words = "|".join(map(re.escape, (*ages.later, *ages.earlier)))
    found = re.match(
        rf"\W*(?:(?:super|title|caption|chyron)\W+)?((?:[\w-]+\s+){{0,3}}?)"
        rf"(?:{ages.year_words})\s+({words})\b",
        text,
        re.IGNORECASE,
    )
    if not found:
        return 0
    said = found.group(1).casefold().split()
    many = next((_count(word, ages) for word in reversed(said) if _count(word, ages)), 0)
    if said and not many:
        return 0
    sign = -1 if found.group(2).casefold() in ages.earlier else 1
    return sign * (many or ages.some_years)


def _count(word: str, ages: Ages) -> int:
    return int(word) if word.isdigit() else ages.counts.get(word, ages.spelled.get(word, 0))


def forms_of(names: Sequence[str], ages: Ages) -> dict[str, tuple[str, Band]]:
    """Characters that are another one at another age, with whom and which: YOUNG TAM is TAM.

    A character whose first word says an age is one only where the rest is a character, too.
    """
    known = set(names)
    found = {}
    for name in names:
        first, _, rest = name.replace("GROWN UP ", "GROWN-UP ").partition(" ")
        band = ages.band_of(first)
        if band is not None and rest in known:
            found[name] = (rest, band)
    return found
