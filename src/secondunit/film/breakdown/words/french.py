"""French words told apart by the word lists alone: there is no tagger to ask.

What stands in the gazetteer is a noun unless it is also a form of a known verb with no article
before it; verbs are known by the forms their infinitives give in the present and the participle.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from secondunit.film.breakdown.lexicon import Lexicon
from secondunit.film.breakdown.tokens import Token
from secondunit.film.breakdown.words.line import singulars

_WORD = re.compile(
    r"(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu)['’]"
    r"|\d+(?:[.,]\d+)*"
    r"|[^\W\d_]+(?:-[^\W\d_]+)*"
    r"|--+|\.\.\.|[^\w\s]|_",
    re.IGNORECASE,
)
_FIRST_GROUP = ("e", "ent", "é", "ée", "és", "ées", "ant")
_SECOND_GROUP = ("it", "issent", "i", "ie", "is", "ies", "issant")
_THIRD_GROUP = ("", "ent", "u", "ue", "us", "ues", "ant")
_PARTICIPLE = ("é", "ée", "és", "ées", "i", "ie", "u", "ue", "is", "ise", "us", "ert", "erte")


class FrenchTagger:
    """Tells words apart by a lexicon; the forms of its verbs are made once.

    Args:
        lexicon: The words to go by.
    """

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._forms = verb_forms(lexicon)
        self._nouns = frozenset(head.split()[0] for head in lexicon.heads)

    def tag(self, text: str) -> tuple[Token, ...]:
        """The words of a line with lemmas and C5 tags as far as the lists tell."""
        tokens: list[Token] = []
        for found in _WORD.finditer(text):
            low = found.group().casefold().replace("’", "'")
            named = bool(tokens) and tokens[-1].tag in {"AT0", "CRD"}
            lemma, tag = self._read(low, after_article=named)
            tokens.append(Token(start=found.start(), end=found.end(), lemma=lemma, tag=tag))
        return tuple(tokens)

    def _read(self, low: str, *, after_article: bool) -> tuple[str, str]:
        small = self._small(low)
        if small is not None:
            return small
        if low in self._forms and not after_article:
            return self._forms[low], "VVN" if low.endswith(_PARTICIPLE) else "VVZ"
        plain = low.replace("-", " ")
        known = next((form for form in singulars(plain, "fr") if form in self._nouns), "")
        if known:
            return known, "NN1" if known == plain else "NN2"
        if after_article:
            last = list(singulars(low, "fr"))[-1]
            return last, "NN1" if last == low else "NN2"
        return low, "AJ0"

    def _small(self, low: str) -> tuple[str, str] | None:
        """What a mark, a number or a small word is."""
        grammar = self._lexicon.grammar
        if not low[0].isalnum():
            return low, "PUN"
        if low.isdigit() or low in self._lexicon.people.numbers:
            return low, "CRD"
        for words, tag in (
            (grammar.pronouns, "PNP"),
            (grammar.articles, "AT0"),
            (grammar.prepositions, "PRP"),
            (grammar.conjunctions, "CJC"),
        ):
            if low in words:
                return low, tag
        return ("être", "VBZ") if low in grammar.be else None


def verb_forms(lexicon: Lexicon) -> Mapping[str, str]:
    """Present and participle of every verb the lexicon knows, with its infinitive."""
    lemmas = {lemma for k, words in lexicon.verbs.items() if k != "irregular" for lemma in words}
    for doing in (lexicon.stunts, lexicon.effects):
        lemmas.update(doing.close)
        for kind, words in doing.words.items():
            if kind not in {"things", "breakaway"}:
                lemmas.update(words)
    listed = lexicon.verbs.get("irregular", frozenset())
    exceptions = dict(pair.split("=", 1) for pair in sorted(listed) if "=" in pair)
    forms: dict[str, str] = {}
    for verb in sorted(lemmas):
        bare = verb.removeprefix("s'").removeprefix("se-")
        if bare not in exceptions:
            for form in _regular(bare):
                forms.setdefault(form, verb)
    for verb, others in exceptions.items():
        forms.update(dict.fromkeys(others.split(","), verb))
    return forms


def _regular(verb: str) -> Iterator[str]:
    """Forms of a regular verb by its ending."""
    stem = verb[:-2]
    if verb.endswith("er"):
        yield from (stem + ending for ending in _FIRST_GROUP)
        if stem.endswith("g"):
            yield stem + "eant"
    elif verb.endswith("ir"):
        yield from (stem + ending for ending in _SECOND_GROUP)
    elif verb.endswith("re"):
        yield from (stem + ending for ending in _THIRD_GROUP)
