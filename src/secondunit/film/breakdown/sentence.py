"""The words of a line, with names joined and the usual slips of a tagger put right."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from secondunit.film.breakdown.lexicon import Lexicon
from secondunit.film.breakdown.tokens import Token

STOPS = frozenset(".!?;:…") | {"--", "...", "–", "—"}
"""Marks that end what belongs together."""

SINGLE = frozenset({"a", "an", "one", "this", "that", "each", "every", "another", "no"})
_SUBJECTS = frozenset({"he", "she", "they", "it", "we", "i", "you", "who"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Word:
    """One word of a line, or a whole character's name.

    Args:
        start: First character in the line.
        end: One past the last.
        text: As written.
        lemma: Dictionary form, lower case.
        tag: Part of speech (C5).
        who: The character it names, or "".
    """

    start: int
    end: int
    text: str
    lemma: str
    tag: str
    who: str = ""

    @property
    def lower(self) -> str:
        """As written, lower case."""
        return self.text.lower()

    @property
    def is_noun(self) -> bool:
        """True for a common or proper noun that names no character."""
        return self.tag.startswith(("NN", "NP")) and not self.who

    @property
    def is_verb(self) -> bool:
        """True for any verb form."""
        return self.tag.startswith("V")

    @property
    def is_shouted(self) -> bool:
        """True for a word in capitals."""
        return self.text.isupper() and len(self.text) > 2


class WordReader:
    """Makes words of tokens.

    Args:
        lexicon: Tells things from doings where the tagger is unsure.
    """

    def __init__(self, lexicon: Lexicon) -> None:
        self._heads = lexicon.heads
        self._nouns = lexicon.nouns
        self._doings = {verb for verbs in lexicon.verbs.values() for verb in verbs} | {
            verb for deed in lexicon.deeds for verb in deed.verbs
        }

    def read(
        self, text: str, tokens: Sequence[Token], names: Iterable[tuple[int, int, str]]
    ) -> list[Word]:
        """Words of a line.

        Args:
            text: The line.
            tokens: Its tokens.
            names: Where characters are named: start, end, character.
        """
        words: list[Word] = []
        spans = sorted(names)
        for token in tokens:
            span = next((s for s in spans if s[0] <= token.start and token.end <= s[1]), None)
            if span and words and words[-1].who == span[2] and words[-1].end <= span[1]:
                if words[-1].start >= span[0]:
                    merged = {"end": token.end, "text": text[words[-1].start : token.end]}
                    words[-1] = replace(words[-1], **merged)
                    continue
            written = text[token.start : token.end]
            words.append(
                Word(
                    start=token.start,
                    end=token.end,
                    text=written,
                    lemma=self._lemma(written.lower(), token.lemma),
                    tag="NP0" if span else token.tag,
                    who=span[2] if span else "",
                )
            )
        for index in range(len(words)):
            words[index] = self._repair(words, index)
        return words

    def is_thing(self, lemma: str) -> bool:
        """True for a noun the lexicon has as something to be found for a scene."""
        sense = self._nouns.get(lemma, "-")
        return lemma in self._heads or not sense.startswith(("-", "person"))

    def _lemma(self, written: str, lemma: str) -> str:
        for form in (lemma, written, *_singulars(written)):
            if form in self._heads:
                return form
        if lemma == written and written.endswith("s"):
            for form in _singulars(written):
                if form in self._nouns:
                    return form
        return lemma

    def _repair(self, words: Sequence[Word], at: int) -> Word:
        word = words[at]
        before = words[at - 1] if at else None
        after = words[at + 1] if at + 1 < len(words) else None
        if word.who:
            return word
        if word.tag.startswith("NN"):
            return self._noun_or_verb(words, at, before, after)
        opens = before is None or before.text in STOPS
        named = word.lemma in self._heads
        if before and before.tag in {"AT0", "DPS"} and word.tag in {"VVB", "VVZ", "VVI", "VM0"}:
            return replace(word, tag="NN1")
        if named and word.tag.startswith("AJ") and (after is None or not _may_follow(after)):
            return replace(word, tag="NN1")
        if named and opens and not word.tag.startswith("VV") and word.text[:1].isupper():
            return replace(word, tag="NN2" if word.lower != word.lemma else "NN1")
        if named and opens and (after is None or after.text in STOPS or after.is_verb):
            return replace(word, tag="NN1")
        return word

    def _noun_or_verb(
        self, words: Sequence[Word], at: int, before: Word | None, after: Word | None
    ) -> Word:
        """``A dog barks``, ``Mina fires twice``, ``guests dance``: what follows its doer is done."""
        word = words[at]
        if before is None:
            return word
        ends_in_s = word.lower.endswith("s") and word.tag == "NN2"
        verb = replace(word, tag="VVZ" if ends_in_s else "VVB", lemma=_verb_lemma(word))
        if before.lower in _SUBJECTS or (before.who and ends_in_s):
            return verb
        compound = f"{before.lower} {word.lemma}" in self._heads
        if before.tag.startswith("NN") and not compound:
            done = _verb_lemma(word) in self._doings
            det = next((w for w in reversed(words[max(0, at - 4) : at - 1]) if _is_det(w)), None)
            if ends_in_s and before.tag != "NN2":
                single = det is not None and det.lower in SINGLE
                if single or done or not self.is_thing(word.lemma):
                    return verb
            if before.tag == "NN2" and word.tag == "NN1" and (done or after is None):
                return verb
        joined = before.tag == "CJC" or before.text == ","
        if joined and ends_in_s and _verb_lemma(word) in self._doings and _follows_verb(after):
            if any(w.is_verb for w in words[:at]):
                return verb
        return word


def _is_det(word: Word) -> bool:
    return word.tag in {"AT0", "DPS", "DT0", "CRD"}


def _may_follow(word: Word) -> bool:
    """True for what may still belong to the noun an adjective describes."""
    return word.tag.startswith(("NN", "NP", "AJ", "VVG", "VVN")) or word.text in {",", "-"}


def _follows_verb(word: Word | None) -> bool:
    return word is None or word.tag in {"AV0", "PRP", "AVP", "PNP", "DPS", "AT0", "PUN", "CRD"}


def _verb_lemma(word: Word) -> str:
    """Lemma of a verb form that was taken for a noun (``fires``, ``crashes``)."""
    lower = word.lower
    if lower.endswith("ies"):
        return lower[:-3] + "y"
    if lower.endswith(("sses", "shes", "ches", "xes", "zzes")):
        return lower[:-2]
    return lower[:-1] if lower.endswith("s") and not lower.endswith("ss") else lower


def _singulars(written: str) -> tuple[str, ...]:
    if not written.endswith("s") or written.endswith("ss") or len(written) < 4:
        return ()
    forms = [written[:-1]]
    if written.endswith("es"):
        forms.append(written[:-2])
    if written.endswith("ies"):
        forms.append(written[:-3] + "y")
    if written.endswith("ves"):
        forms += [written[:-3] + "f", written[:-3] + "fe"]
    return tuple(forms)
