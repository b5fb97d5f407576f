"""Doing that is an element by itself: stunts, effects on cue, noises."""

from __future__ import annotations

from collections.abc import Iterator

from secondunit.film.breakdown.find import Find
from secondunit.film.breakdown.lexicon import Deed, Lexicon
from secondunit.film.breakdown.model import Category
from secondunit.film.breakdown.phrase import PERSON_PRONOUNS, Doing, Phrase, Reading
from secondunit.film.breakdown.things import compound_name

SURE, LOUD = 0.75, 0.8
REACH = 7
"""Words after a verb in which its particles are looked for."""


class DeedReader:
    """Reads doings.

    Args:
        lexicon: The words to go by.
    """

    def __init__(self, lexicon: Lexicon) -> None:
        self._deeds: dict[str, list[Deed]] = {}
        for deed in lexicon.deeds:
            for verb in deed.verbs:
                self._deeds.setdefault(verb, []).append(deed)
        self._heads = lexicon.heads
        self._nouns = lexicon.nouns
        words = lexicon.words
        self._people = frozenset({*words["anyone"], *words["kin"], *words["groups"]})
        self._sources = frozenset(words["sources"])
        self._loud = frozenset(words["loud"])
        self._water = frozenset(lexicon.verbs["water"])

    def read(self, reading: Reading, off: frozenset[int], *, is_armed: bool) -> Iterator[Find]:
        """Every deed of a line.

        Args:
            reading: The line.
            off: Words not to be taken at their word.
            is_armed: True where the scene has a firearm.
        """
        words = reading.words
        for doing in reading.doings:
            if doing.at in off or self._is_unreal(reading, doing):
                continue
            for deed in self._deeds.get(words[doing.at].lemma, ()):
                if (is_armed or not deed.armed) and self._fits(reading, doing, deed):
                    yield self._find(reading, doing, deed)
                    break
        yield from self._noises(reading, off)

    def is_water_work(self, reading: Reading, off: frozenset[int]) -> bool:
        """True when somebody swims or wades."""
        return any(
            reading.words[doing.at].lemma in self._water
            and doing.at not in off
            and self.kind_of(reading, doing.subject) == "person"
            for doing in reading.doings
        )

    def kind_of(self, reading: Reading, phrase: Phrase | None) -> str:
        """``person``, ``animal``, ``vehicle`` or ``thing``; a fragment's missing doer is a person."""
        if phrase is None:
            return "person"
        word = reading.words[phrase.head]
        if word.who or word.lower in PERSON_PRONOUNS or word.lemma in self._people:
            return "person"
        place = self._heads.get(word.lemma, "")
        for prefix, kind in (
            ("background", "person"),
            ("animals", "animal"),
            ("vehicles", "vehicle"),
        ):
            if place.startswith(prefix):
                return kind
        sense = self._nouns.get(word.lemma, "") if not place else ""
        named = {"person": "person", "animals": "animal", "vehicles": "vehicle"}
        return named.get(sense.partition(",")[0], "thing")

    def _is_unreal(self, reading: Reading, doing: Doing) -> bool:
        """``She would tackle him``, ``he does not fall``, ``nearly falls``."""
        before = reading.words[max(0, doing.at - 2) : doing.at]
        return any(
            word.tag in {"VM0", "XX0"} or word.lower in {"nearly", "almost", "never"}
            for word in before
        )

    def _fits(self, reading: Reading, doing: Doing, deed: Deed) -> bool:
        by = self.kind_of(reading, doing.subject)
        if "any" not in deed.by and by not in deed.by:
            return False
        target = self.kind_of(reading, doing.target) if doing.target is not None else ""
        if deed.to and target != deed.to:
            return False
        if not deed.to and by == "person" and target in {"thing", "animal", "vehicle"}:
            word = reading.words[doing.target.head] if doing.target is not None else None
            if deed.category is Category.STUNTS and word is not None and word.lower != "it":
                return False
        after = {w.lower for w in reading.words[doing.at + 1 : doing.at + 1 + REACH]}
        after = (
            after
            if doing.stop > doing.at + REACH
            else {w.lower for w in reading.words[doing.at + 1 : doing.stop + 1]}
        )
        if deed.not_with and after & set(deed.not_with):
            return False
        return not deed.with_ or bool(after & set(deed.with_))

    def _find(self, reading: Reading, doing: Doing, deed: Deed) -> Find:
        word = reading.words[doing.at]
        name = deed.name or word.lemma
        if "~" in name:
            name = self._named(reading, doing, deed)
        return Find(
            category=deed.category,
            name=name,
            start=word.start,
            end=word.end,
            rule=f"{deed.category.value}.deed: {deed.rule}",
            confidence=SURE,
            kind=name if name in {"fire", "explosion"} else "",
        )

    def _named(self, reading: Reading, doing: Doing, deed: Deed) -> str:
        """A deed named for its doer, and for a noise by the verb where the doer is no alarm."""
        verb = reading.words[doing.at].lemma
        subject = doing.subject
        if subject is None or not reading.words[subject.head].is_noun:
            return verb
        head = reading.words[subject.head].lemma
        doer = compound_name(reading.words, subject, head)
        if deed.category is Category.SOUND and deed.name == "~" and head not in self._sources:
            return f"{doer} {verb}"
        return deed.name.replace("~", doer).replace("#", verb)

    def _noises(self, reading: Reading, off: frozenset[int]) -> Iterator[Find]:
        """Noises in capitals, as writers mark them for the sound department."""
        for index, word in enumerate(reading.words):
            if word.is_shouted and word.lemma in self._loud and index not in off:
                yield Find(
                    category=Category.SOUND,
                    name=word.lemma,
                    start=word.start,
                    end=word.end,
                    rule="sound.in-capitals",
                    confidence=LOUD,
                )
