"""Characters by their introduction: a name in capitals, mostly with an age, spoken or silent."""

from __future__ import annotations

import re
from collections.abc import Iterator

from secondunit.film.breakdown.lexicon import Lexicon
from secondunit.film.breakdown.words.line import singulars

_WORD = r"[A-ZÀ-ÖØ-Þ][A-ZÀ-ÖØ-Þ'’.-]*[A-ZÀ-ÖØ-Þ.]"
NAME = re.compile(rf"(?<![\w'’-])({_WORD}(?:[ -]{_WORD}){{0,4}})(?![\w-])")
AGE = re.compile(
    r"\s*(?:\(|,\s*)\s*(?:aged?\s+|about\s+|around\s+|barely\s+|âgée?\s+de\s+)?"
    r"(?:(?:early|mid|late)[ -]?)?(\d{1,2})(s|['’]s)?\b(?:\s*ans)?",
    re.IGNORECASE,
)
"""Behind a name: ``(9)``, ``(early 40s)``, ``, 9,``, ``(45 ans)``."""


def introductions(text: str, lexicon: Lexicon) -> Iterator[tuple[str, int, int]]:
    """Names in capitals that bring a character in, with their places.

    A name with an age behind it is a character unless it is a plural or a role with an indefinite
    article; without an age it must have a given name in it.
    """
    for found in NAME.finditer(text):
        name = found.group(1).rstrip(".-'’")
        words = name.casefold().replace("-", " ").split()
        if not words or len(name) < 2 or _is_many(text, found.start(), words, lexicon):
            continue
        aged = AGE.match(text, found.end())
        if aged:
            if not _is_a_role(text, found.start(), words, lexicon):
                yield name, found.start(1), found.start(1) + len(name)
        elif any(word in lexicon.people.given_names for word in words) and not _is_listed(
            words, lexicon
        ):
            yield name, found.start(1), found.start(1) + len(name)


def _is_many(text: str, start: int, words: list[str], lexicon: Lexicon) -> bool:
    before = text[:start].split()
    count = before[-1].casefold() if before else ""
    if count in lexicon.people.numbers or count.isdigit() or words[0] in lexicon.people.numbers:
        return True
    last = words[-1]
    forms = list(singulars(last, lexicon.language))
    return any(form != last and _is_person(form, lexicon) for form in forms)


def _is_a_role(text: str, start: int, words: list[str], lexicon: Lexicon) -> bool:
    before = text[:start].split()
    article = before[-1].casefold() if before else ""
    indefinite = lexicon.grammar.articles - lexicon.grammar.definite
    return article in indefinite and _is_person(words[-1], lexicon)


def _is_person(word: str, lexicon: Lexicon) -> bool:
    listed = lexicon.heads.get(word) == "background"
    return listed or lexicon.nouns.get(word) == "person" or word in lexicon.people.generic


def _is_listed(words: list[str], lexicon: Lexicon) -> bool:
    """True for a word in capitals that is a given name and a thing: a ROSE, a COLT."""
    return len(words) == 1 and words[0] in lexicon.heads
