"""Words of a line that are not to be taken at their word: idioms, likenesses, what is not there."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from secondunit.film.breakdown.lexicon import Lexicon
from secondunit.film.breakdown.pattern import PatternBook
from secondunit.film.breakdown.sentence import STOPS, Word

_QUOTED = re.compile(r"[\"“][^\"“”]{1,120}[\"”]")
_WRITTEN = re.compile(
    r"(?:\b(?:reads?|says?|said|marked|labell?ed|titled|spells?|stencilled|lettered)\b[,:]?\s+|:\s+)"
    r"((?:[A-Z0-9][A-Z0-9'’!?&.-]*\s*)+)(?=[.!?,;]|$)"
)
_NOTHING = frozenset({"no", "without", "neither", "nor", "never", "not", "n't", "nobody"})
_BREAKS = frozenset({",", "and", "but", "while", "who", "which", "that", "with", "then"})


class MaskReader:
    """Finds what a line only seems to name.

    Args:
        lexicon: Its idioms, and the words that speak of what is elsewhere.
    """

    def __init__(self, lexicon: Lexicon) -> None:
        self._idioms = PatternBook()
        self._idioms.add(lexicon.idioms)
        self._absent = frozenset(lexicon.verbs["absent"])
        self._elsewhere = PatternBook()
        self._elsewhere.add(lexicon.words["elsewhere"])
        self._depictions = frozenset(lexicon.words["depictions"])

    def read(self, text: str, words: Sequence[Word]) -> frozenset[int]:
        """Indices of the words to pass over; names of characters are never among the reasons."""
        off: set[int] = set()
        for start, end, _ in self._idioms.find(words):
            off.update(range(start, end))
        for pattern, group in ((_QUOTED, 0), (_WRITTEN, 1)):
            for found in pattern.finditer(text):
                off.update(_between(words, found.start(group), found.end(group)))
        for _, end, _ in self._elsewhere.find(words):
            off.update(_clause(words, end))
        for index, word in enumerate(words):
            off.update(self._opened(words, index, word))
        return frozenset(off)

    def _opened(self, words: Sequence[Word], index: int, word: Word) -> Iterator[int]:
        after = index + 1
        lower = word.lower
        is_like = lower == "like" and not word.is_verb
        second_as = lower == "as" and any(w.lower == "as" for w in words[max(0, index - 3) : index])
        as_if = lower == "as" and after < len(words) and words[after].lower in {"if", "though"}
        if is_like or second_as or as_if or lower in {"than", "resembling"}:
            yield from _clause(words, after)
        elif lower in _NOTHING:
            yield from _group(words, after)
        elif word.is_verb and word.lemma in self._absent:
            yield from _clause(words, after)
        elif word.lemma in self._depictions and word.is_noun:
            if after < len(words) and words[after].lower in {"of", "about"}:
                yield from _group(words, after + 1)


def _between(words: Sequence[Word], start: int, end: int) -> Iterator[int]:
    return (i for i, word in enumerate(words) if start <= word.start and word.end <= end)


def _clause(words: Sequence[Word], at: int) -> Iterator[int]:
    """Up to the end of the clause."""
    for index in range(at, len(words)):
        if words[index].text in STOPS or words[index].lower in _BREAKS:
            return
        yield index


def _group(words: Sequence[Word], at: int) -> Iterator[int]:
    """One noun phrase, with the nouns joined to it by ``or``."""
    for index in range(at, len(words)):
        word = words[index]
        if not (word.tag.startswith(("AJ", "NN", "AT", "DPS", "DT", "CRD", "ORD")) or word.who):
            if word.lower != "or":
                return
        yield index
