"""Read the words of one action line: which are elements, of what category, and why."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from secondunit.film.breakdown.lexicon import Lexicon, phrase_pattern
from secondunit.film.breakdown.model import Category
from secondunit.film.breakdown.tokens import Token

GAZETTEER, WORDNET, VERB, PHRASE, GOVERNED = 0.85, 0.6, 0.7, 0.75, 0.7
"""How sure each kind of reason is: set by judgement; the quality benchmark says how it does."""

REACH = 4
"""Words between a verb and the noun it governs."""

_PHRASES = {
    "stunt": Category.STUNTS,
    "effects": Category.SPECIAL_EFFECTS,
    "vfx": Category.VISUAL_EFFECTS,
    "equipment": Category.SPECIAL_EQUIPMENT,
    "sound": Category.SOUND,
}
_TRUSTED = frozenset(
    {
        Category.PROPS,
        Category.ANIMALS,
        Category.VEHICLES,
        Category.WARDROBE,
        Category.SET_DRESSING,
        Category.SOUND,
        Category.MUSIC,
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Find:
    """One element found at one place of a line.

    Args:
        category: Its category.
        name: Singular.
        start: First character in the line.
        end: One past the last.
        quantity: How many the line says, or 1.
        rule: Which rule found it.
        confidence: How sure that rule is.
    """

    category: Category
    name: str
    start: int
    end: int
    quantity: int
    rule: str
    confidence: float


class LineReader:
    """Reads lines by a lexicon; the patterns are made once.

    Args:
        lexicon: The words to go by.
        names: Characters, whose names are never things.
    """

    def __init__(self, lexicon: Lexicon, names: Sequence[str]) -> None:
        self._lexicon = lexicon
        self._stop = frozenset(lexicon.stop)
        self._roles = frozenset(lexicon.roles)
        self._names = phrase_pattern(names)
        self._parts = phrase_pattern(
            word for name in names for word in name.split() if len(word) > 2 and word != name
        )
        self._idioms = phrase_pattern(lexicon.idioms)
        self._phrases: Mapping[str, tuple[re.Pattern[str], Mapping[str, str]]] = {
            kind: (phrase_pattern(phrase for phrase, _ in pairs), dict(pairs))
            for kind, pairs in lexicon.phrases.items()
        }

    def read(self, text: str, tokens: Sequence[Token]) -> Iterable[Find]:
        """Everything the line asks for, in no particular order, places may repeat."""
        masked = self._masked(text)
        free = [token for token in tokens if not _inside(token, masked)]
        for index, token in enumerate(free):
            yield from self._word(text, free, index, token)
        yield from self._said(text, masked)

    def _masked(self, text: str) -> list[tuple[int, int]]:
        """Idioms, names, and parts of names but for a thing in small letters: the van of VAN MAN
        is a van."""
        masked = [
            found.span()
            for pattern in (self._idioms, self._names)
            for found in pattern.finditer(text)
        ]
        for found in self._parts.finditer(text):
            word = found.group()
            if not (word.islower() and word in self._lexicon.heads):
                masked.append(found.span())
        return masked

    def _word(self, text: str, tokens: Sequence[Token], index: int, token: Token) -> Iterable[Find]:
        if token.tag.startswith("VV"):
            if token.lemma in self._lexicon.verbs["stunts"]:
                yield _find(Category.STUNTS, token.lemma, token, 1, ("stunts.verb", VERB))
            return
        lemma = token.lemma
        opens = index == 0 or tokens[index - 1].lemma in {".", "!", "?"}
        is_noun = token.tag.startswith("NN") or (opens and lemma in self._lexicon.heads)
        if not is_noun or self._is_modifier(tokens, index):
            return
        quantity = self._quantity(tokens, index)
        if lemma in self._roles:
            many = quantity if quantity > 1 else 2 if token.tag == "NN2" else 1
            yield _find(Category.BACKGROUND, lemma, token, many, ("background.role", GAZETTEER))
            return
        found = self._category(tokens, index, lemma)
        if found is not None:
            category, rule, sure = found
            if text[token.start : token.end].isupper() and token.end - token.start > 1:
                sure = min(0.95, sure + 0.1)
            yield _find(category, lemma, token, quantity, (rule, sure))

    def _is_modifier(self, tokens: Sequence[Token], index: int) -> bool:
        """True for ``bread`` in ``bread van``: a noun right before one that is a thing itself.

        A tagger takes the verb of ``a dog barks`` for a noun; a bark is no thing, so the dog stays.
        """
        if index + 1 >= len(tokens) or tokens[index].tag == "NN2":
            return False
        following = tokens[index + 1]
        close = following.start - tokens[index].end <= 1
        sense = self._lexicon.nouns.get(following.lemma, "-")
        is_thing = following.lemma in self._lexicon.heads or sense not in {"-", "person"}
        return close and following.tag.startswith("NN") and is_thing

    def _category(
        self, tokens: Sequence[Token], index: int, lemma: str
    ) -> tuple[Category, str, float] | None:
        verb = _governing_verb(tokens, index)
        verbs = self._lexicon.verbs
        own = self._lexicon.heads.get(lemma)
        if own is not None:
            if own is Category.PROPS and verb in verbs["wear"]:
                return Category.WARDROBE, "wardrobe.worn", GAZETTEER
            return own, f"{own.value}.list", GAZETTEER
        if lemma in self._stop:
            return None
        sense = self._lexicon.nouns.get(lemma)
        if verb in verbs["wear"]:
            return Category.WARDROBE, "wardrobe.worn", GOVERNED
        if sense not in {None, "-", "person"}:
            category = Category(sense)
            if category in _TRUSTED:
                sure = GOVERNED if verb in verbs["handle"] else WORDNET
                return category, f"{category.value}.wordnet", sure
        if sense == "-" and verb in verbs["eat"]:
            return Category.PROPS, "props.eaten", WORDNET
        return None

    def _quantity(self, tokens: Sequence[Token], index: int) -> int:
        for token in reversed(tokens[max(0, index - 3) : index]):
            if token.lemma.isdigit():
                return max(1, min(int(token.lemma), 10_000))
            if token.lemma in self._lexicon.numbers:
                return self._lexicon.numbers[token.lemma]
            if not token.tag.startswith(("AJ", "NN", "CRD", "PRF", "AT")):
                return 1
        return 1

    def _said(self, text: str, masked: Sequence[tuple[int, int]]) -> Iterable[Find]:
        for kind, (pattern, names) in self._phrases.items():
            for found in pattern.finditer(text):
                if any(start < found.end() and found.start() < end for start, end in masked):
                    continue
                name = names.get(" ".join(found.group().casefold().split()))
                if name is None:  # letters that only a pattern takes for others (fıre)
                    continue
                category = _PHRASES[kind]
                yield Find(
                    category=category,
                    name=name,
                    start=found.start(),
                    end=found.end(),
                    quantity=1,
                    rule=f"{category.value}.phrase",
                    confidence=PHRASE,
                )


def _find(
    category: Category, name: str, token: Token, quantity: int, why: tuple[str, float]
) -> Find:
    return Find(
        category=category,
        name=name,
        start=token.start,
        end=token.end,
        quantity=quantity,
        rule=why[0],
        confidence=why[1],
    )


def _inside(token: Token, spans: Iterable[tuple[int, int]]) -> bool:
    return any(start <= token.start and token.end <= end for start, end in spans)


def _governing_verb(tokens: Sequence[Token], index: int) -> str:
    """The nearest verb before a noun, within reach and in the same clause."""
    for token in reversed(tokens[max(0, index - REACH) : index]):
        if token.tag.startswith("VV"):
            return token.lemma
        if token.lemma in {".", ";", ":", "!", "?"}:
            return ""
    return ""
