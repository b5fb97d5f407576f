"""When two names are one: articles, capitals and plurals make no other thing."""

from __future__ import annotations

import re

from secondunit.film.breakdown.lexicon import Lexicon
from secondunit.film.breakdown.words.line import singulars

_WORD = re.compile(r"\w+")


def plain_name(given: str, lexicon: Lexicon) -> str:
    """A name as a list prints it: lower case, one space between words, no article in front."""
    words = given.casefold().split()
    while len(words) > 1 and words[0] in lexicon.grammar.articles:
        words.pop(0)
    return " ".join(words)


def forms(name: str, language: str) -> frozenset[str]:
    """The name and what it may be the plural of."""
    return frozenset(singulars(name.casefold().replace("-", " "), language))


def is_named_in(name: str, quote: str, language: str) -> bool:
    """True where every word of the name stands in the quote, in whatever number."""
    quoted: set[str] = set()
    for word in _WORD.findall(quote.casefold()):
        quoted.update(singulars(word, language))
    words = _WORD.findall(name.casefold())
    return bool(words) and all(quoted & set(singulars(word, language)) for word in words)


def head_forms(name: str, lexicon: Lexicon) -> frozenset[str]:
    """The word of a name that says what it is, in whatever number."""
    words = _WORD.findall(name.casefold())
    if not words:
        return frozenset()
    head = words[0] if lexicon.grammar.head == "first" else words[-1]
    return frozenset(singulars(head, lexicon.language))
