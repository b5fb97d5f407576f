"""Read the words of one line: which are elements, of what category, and why."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from secondunit.film.breakdown.lexicon import Lexicon, phrase_pattern
from secondunit.film.breakdown.model import Category
from secondunit.film.breakdown.tokens import Token
from secondunit.film.breakdown.words.doing import find_effects, find_stunts
from secondunit.film.breakdown.words.find import GAZETTEER, PHRASE, Find
from secondunit.film.breakdown.words.line import Line, singulars
from secondunit.film.breakdown.words.people import find_people
from secondunit.film.breakdown.words.things import find_things


class LineReader:
    """Reads lines by a lexicon; the patterns are made once.

    Args:
        lexicon: The words to go by.
        names: Characters, whose names are never things.
    """

    def __init__(self, lexicon: Lexicon, names: Sequence[str]) -> None:
        self._lexicon = lexicon
        self._names = phrase_pattern(names)
        self._parts = phrase_pattern(
            word
            for name in names
            for word in name.split()
            if len(word) > 2 and word != name and word.casefold() not in lexicon.grammar.articles
        )
        self._idioms = phrase_pattern(lexicon.idioms)
        phrases = {**lexicon.phrases, Category.SPECIAL_EFFECTS: lexicon.effects.phrases}
        self._phrases = {
            category: (phrase_pattern(phrase for phrase, _ in pairs), dict(pairs))
            for category, pairs in phrases.items()
        }

    def read(self, text: str, tokens: Sequence[Token]) -> Iterable[Find]:
        """Everything the line asks for, in no particular order, places may repeat."""
        idioms = [found.span() for found in self._idioms.finditer(text)]
        names = self._named(text)
        line = Line(text, tokens, self._lexicon, names, idioms)
        yield from find_things(line)
        yield from find_people(line)
        yield from find_stunts(line)
        yield from find_effects(line)
        yield from self._marks(line)
        yield from self._said(text, [*idioms, *names])

    def _named(self, text: str) -> list[tuple[int, int]]:
        """Names, and parts of names but for things in small letters: VAN MAN's van is a van."""
        named = [found.span() for found in self._names.finditer(text)]
        for found in self._parts.finditer(text):
            word = found.group()
            forms = singulars(word.casefold(), self._lexicon.language)
            if not (word.islower() and any(form in self._lexicon.heads for form in forms)):
                named.append(found.span())
        return named

    def _marks(self, line: Line) -> Iterator[Find]:
        """Words of any kind that say how somebody is made up: bruised."""
        for word in line.words:
            if self._lexicon.heads.get(word.low) == "makeup-words" and not (
                word.name or word.hidden
            ):
                yield Find(
                    category=Category.MAKEUP_HAIR,
                    name=word.low,
                    start=word.start,
                    end=word.end,
                    quantity=1,
                    rule="makeup-hair.state",
                    confidence=GAZETTEER,
                    head=word.low,
                )

    def _said(self, text: str, masked: Sequence[tuple[int, int]]) -> Iterator[Find]:
        for category, (pattern, names) in self._phrases.items():
            for found in pattern.finditer(text):
                if any(start < found.end() and found.start() < end for start, end in masked):
                    continue
                name = names.get(" ".join(found.group().casefold().split()).replace("’", "'"))
                if name is None:  # letters that only a pattern takes for others (fıre)
                    continue
                yield Find(
                    category=category,
                    name=name,
                    start=found.start(),
                    end=found.end(),
                    quantity=1,
                    rule=f"{category.value}.phrase",
                    confidence=PHRASE,
                    head=name,
                )
