"""Who stands in the background: people who are named by kind and are no character."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from secondunit.film.breakdown.characters import Character
from secondunit.film.breakdown.find import Find
from secondunit.film.breakdown.lexicon import Lexicon
from secondunit.film.breakdown.model import Category
from secondunit.film.breakdown.phrase import Phrase, Reading
from secondunit.film.breakdown.things import compound_name, following_of, partitive_count

SHOUTED, LISTED, GUESSED = 0.95, 0.8, 0.55
_NEW = frozenset({"a", "an", "another", "some", "several", "few", "many", "other", "more", ""})


class PeopleReader:
    """Reads background.

    Args:
        lexicon: The words to go by.
    """

    def __init__(self, lexicon: Lexicon) -> None:
        self._heads = lexicon.heads
        self._nouns = lexicon.nouns
        self._stop = frozenset({*lexicon.words["stop"], *lexicon.words["body"]})
        self._anyone = frozenset(lexicon.words["anyone"])
        self._kin = frozenset(lexicon.words["kin"])
        self._partitives = frozenset(lexicon.words["partitives"])
        self._plural = lexicon.unsaid["plural"]
        self._crowd = lexicon.unsaid["crowd"]

    def read(
        self, reading: Reading, off: frozenset[int], present: Sequence[Character]
    ) -> Iterator[Find]:
        """Background of a line, given the characters of its scene."""
        words = reading.words
        described = {word for character in present for word in character.described}
        for phrase in reading.phrases:
            head = words[phrase.head]
            if head.who or not head.is_noun or phrase.head in off or head.lemma in self._stop:
                continue
            place = self._place(reading, phrase)
            if place is None:
                continue
            kind, sure = place
            if kind == "crowd" and following_of(reading, phrase) is not None:
                if words[following_of(reading, phrase).head].is_noun:  # type: ignore[union-attr]  # checked above
                    continue
            yield from self._find(reading, phrase, (kind, sure), described)

    def _find(
        self,
        reading: Reading,
        phrase: Phrase,
        place: tuple[str, float],
        described: set[str],
    ) -> Iterator[Find]:
        kind, sure = place
        head = reading.words[phrase.head]
        many = head.tag == "NN2" or head.lemma in {"people", "folk"} or kind == "crowd"
        count = phrase.count or partitive_count(reading, phrase, self._partitives)
        if not (many or count > 1):
            known = head.lemma in described and phrase.det not in {"a", "an", "another"}
            if known or not (phrase.det in _NEW or head.is_shouted or kind == "role"):
                return
        elif kind in {"anyone", "guess", "kin"} and not head.is_shouted:
            if phrase.det not in _NEW and not count:
                return
        if kind == "kin" and not (head.is_shouted and many):
            return
        unsaid = self._crowd if kind == "crowd" else self._plural if many else 0
        name = compound_name(reading.words, phrase, head.lemma)
        yield Find(
            category=Category.BACKGROUND,
            name=name,
            start=reading.words[phrase.head - len(name.split()) + 1].start,
            end=head.end,
            rule=f"background.{kind}" + ("" if count or not many else ": number not said"),
            confidence=SHOUTED if head.is_shouted else sure,
            kind=kind if kind in {"young", "crowd"} else "",
            quantity=count or unsaid,
        )

    def _place(self, reading: Reading, phrase: Phrase) -> tuple[str, float] | None:
        """What kind of person a head is, and how sure that is."""
        words = reading.words
        head = words[phrase.head]
        for first in range(max(phrase.first, phrase.head - 2), phrase.head + 1):
            parts = [word.lower for word in words[first : phrase.head]]
            listed = self._heads.get(" ".join([*parts, head.lemma]))
            if listed is not None:
                category, _, kind = listed.partition("/")
                return (kind, LISTED) if category == "background" else None
        if head.lemma in self._kin or phrase.owner >= 0:
            return "kin", GUESSED
        if head.lemma in self._anyone:
            return "anyone", GUESSED
        if self._nouns.get(head.lemma, "").startswith("person"):
            return ("guess", GUESSED) if not head.tag.startswith("NP") else None
        return None
