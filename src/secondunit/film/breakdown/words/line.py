"""One line as words: their forms, what they may be, and what of them is already spoken for."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from secondunit.film.breakdown.lexicon import Lexicon
from secondunit.film.breakdown.tokens import Token

LONGEST = 4
"""Words in the longest compound that is looked up."""

_IRREGULAR = {
    "men": "man",
    "women": "woman",
    "children": "child",
    "people": "person",
    "feet": "foot",
    "teeth": "tooth",
    "geese": "goose",
    "mice": "mouse",
    "oxen": "ox",
    "knives": "knife",
    "lives": "life",
    "wives": "wife",
    "wolves": "wolf",
    "calves": "calf",
    "halves": "half",
    "leaves": "leaf",
    "loaves": "loaf",
    "scarves": "scarf",
    "thieves": "thief",
    "shelves": "shelf",
    "dice": "die",
    "sheep": "sheep",
    "paparazzi": "paparazzo",
    "chevaux": "cheval",
    "yeux": "œil",
    "messieurs": "monsieur",
    "mesdames": "madame",
}
_ENDS = frozenset(".;:!?…") | {"...", "--", "–", "—"}


def singulars(word: str, language: str) -> Iterator[str]:
    """Forms that a word may be the plural of, likeliest first; the word itself comes first.

    >>> list(singulars("branches", "en"))
    ['branches', 'branch', 'branche']
    """
    yield word
    stem, _, last = word.rpartition(" ")
    lead = f"{stem} " if stem else ""
    if last in _IRREGULAR:
        yield lead + _IRREGULAR[last]
    elif language == "en" and last.endswith("men") and len(last) > 4:
        yield lead + last[:-3] + "man"
        yield lead + last[:-2] + "an"
    elif language == "en" and last.endswith("i") and len(last) > 4:
        yield lead + last[:-1] + "us"
    elif last.endswith("s") and not last.endswith("ss") and len(last) > 2:
        if language == "en" and last.endswith("ies") and len(last) > 4:
            yield lead + last[:-3] + "y"
        if language == "en" and last.endswith(("xes", "ches", "shes", "sses", "zes", "oes")):
            yield lead + last[:-2]
        yield lead + last[:-1]
    elif language == "fr" and last.endswith("aux"):
        yield lead + last[:-1]
        yield lead + last[:-3] + "al"
    elif language == "fr" and last.endswith("x"):
        yield lead + last[:-1]


@dataclass(frozen=True, slots=True)
class Word:
    """One word of a line.

    Args:
        start: First character in the line.
        end: One past the last.
        text: As written.
        low: Lower case, hyphens as spaces.
        lemma: Dictionary form by the tagger.
        tag: Part of speech (C5).
        name: True inside the name of a character.
        hidden: True inside an idiom.
    """

    start: int
    end: int
    text: str
    low: str
    lemma: str
    tag: str
    name: bool
    hidden: bool

    @property
    def is_noun(self) -> bool:
        """True when the tagger takes it for a noun."""
        return self.tag.startswith("NN")

    @property
    def is_loud(self) -> bool:
        """True for a word in capitals."""
        return len(self.text) > 1 and self.text.isupper()

    @property
    def ends(self) -> bool:
        """True for a mark after which another sentence begins."""
        return self.low in _ENDS


@dataclass(frozen=True, slots=True)
class Head:
    """A head of the gazetteer, or a noun, at its place in a line.

    Args:
        first: Index of its first word.
        last: Index of its last word.
        name: Singular.
    """

    first: int
    last: int
    name: str


class Line:
    """The words of one line with what the lexicon says of them.

    Args:
        text: The line.
        tokens: Its words by the tagger.
        lexicon: The words to go by.
        names: Places of characters' names.
        idioms: Places of idioms.
    """

    def __init__(
        self,
        text: str,
        tokens: Sequence[Token],
        lexicon: Lexicon,
        names: Sequence[tuple[int, int]],
        idioms: Sequence[tuple[int, int]],
    ) -> None:
        self.text = text
        self.lexicon = lexicon
        self._heads: dict[int, Head | None] = {}
        self.words = tuple(
            Word(
                t.start,
                t.end,
                text[t.start : t.end],
                text[t.start : t.end].casefold().replace("-", " ").replace("’", "'"),
                t.lemma,
                t.tag,
                _inside(t, names),
                _inside(t, idioms),
            )
            for t in tokens
        )

    def adjoins(self, index: int) -> bool:
        """True when nothing but space or a hyphen stands between a word and the one before."""
        if not 0 < index < len(self.words):
            return False
        between = self.text[self.words[index - 1].end : self.words[index].start]
        return between in {" ", "\n", "", "-"}

    def head_at(self, index: int) -> Head | None:
        """The longest head of the gazetteer that begins at a word, free of names and idioms."""
        if index not in self._heads:
            self._heads[index] = self._look_up(index)
        return self._heads[index]

    def _look_up(self, index: int) -> Head | None:
        if self.words[index].name or self.words[index].hidden:
            return None
        last = index
        if any(form in self.lexicon.openers for form in self._singles(index)):
            reach = min(len(self.words), index + LONGEST)
            while last + 1 < reach and self.adjoins(last + 1):
                last += 1
        for end in range(last, index, -1):
            if any(word.name or word.hidden for word in self.words[index + 1 : end + 1]):
                continue
            for name in self._compounds(index, end):
                if name in self.lexicon.heads:
                    return Head(index, end, name)
        for name in self._singles(index):
            if name in self.lexicon.heads:
                return Head(index, index, name)
        return None

    def _singles(self, index: int) -> Iterator[str]:
        word = self.words[index]
        yield from singulars(word.low, self.lexicon.language)
        if self.lexicon.grammar.head == "last":
            yield word.lemma

    def _compounds(self, first: int, last: int) -> Iterator[str]:
        words = [word.low for word in self.words[first : last + 1]]
        yield from singulars(_spaced(words), self.lexicon.language)
        if self.lexicon.grammar.head == "first":
            for head in singulars(words[0], self.lexicon.language):
                yield _spaced([head, *words[1:]])

    def before(self, index: int, reach: int = 1) -> Sequence[Word]:
        """Up to ``reach`` words before one, nearest first, within its sentence."""
        found: list[Word] = []
        for word in reversed(self.words[max(0, index - reach) : index]):
            if word.ends:
                break
            found.append(word)
        return found

    def after(self, index: int, reach: int = 1) -> Sequence[Word]:
        """Up to ``reach`` words after one, nearest first, within its sentence."""
        found: list[Word] = []
        for word in self.words[index + 1 : index + 1 + reach]:
            if word.ends:
                break
            found.append(word)
        return found

    def is_verb(self, index: int) -> bool:
        """True for a form in -s behind a noun with ``a``: what a tagger may take for a plural is
        the verb of it (a dog barks)."""
        word = self.words[index]
        if word.tag != "NN2" or not word.low.endswith("s") or not self.adjoins(index):
            return False
        before = self.before(index, 4)
        if not before or not before[0].is_noun or before[0].tag == "NN2":
            return False
        for each in before[1:]:
            if each.low in {"a", "an"}:
                return True
            if not each.tag.startswith(("AJ", "NN")):
                return False
        return False

    def opens(self, index: int) -> bool:
        """True for the first word of a sentence."""
        return index == 0 or self.words[index - 1].ends


def _spaced(words: Sequence[str]) -> str:
    """Words in a row as the gazetteer writes them (``d'or``, ``doctor's bag``)."""
    return re.sub(r" ?' ?", "'", " ".join(words)).replace("'s", "'s ").replace("  ", " ").strip()


def _inside(token: Token, spans: Sequence[tuple[int, int]]) -> bool:
    return any(start < token.end and token.start < end for start, end in spans)
