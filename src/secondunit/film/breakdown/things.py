"""Which noun phrases of a line are things to be found, made or hired, and of what category."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from secondunit.film.breakdown.find import Find
from secondunit.film.breakdown.lexicon import Lexicon
from secondunit.film.breakdown.model import Category
from secondunit.film.breakdown.phrase import PERSON_PRONOUNS, Phrase, Reading, Role
from secondunit.film.breakdown.sentence import Word

SHOUTED, LISTED, GOVERNED, USUAL, OTHER = 0.95, 0.85, 0.7, 0.6, 0.5
"""How sure each kind of reason is: in capitals, on our lists, by its verb, by WordNet."""

_FROM_WORDNET = {
    "weapon": (Category.PROPS, "weapon"),
    "food": (Category.PROPS, "food"),
    "instrument": (Category.PROPS, "instrument"),
    "vehicles": (Category.VEHICLES, ""),
    "animals": (Category.ANIMALS, ""),
    "wardrobe": (Category.WARDROBE, ""),
    "set-dressing": (Category.SET_DRESSING, ""),
    "greenery": (Category.GREENERY, ""),
    "props": (Category.PROPS, ""),
}
_CERTAIN = frozenset({"vehicles", "animals", "wardrobe", "set-dressing", "weapon", "instrument"})
_LIKENESS_OF = frozenset(
    {Category.ANIMALS, Category.VEHICLES, Category.BACKGROUND, Category.GREENERY}
)
_PARTICULAR = frozenset({"a", "an", "his", "her", "their", "its", "my", "one", "another"})


@dataclass(frozen=True, slots=True, kw_only=True)
class _Sense:
    category: Category
    kind: str
    name: str
    rule: str
    sure: float


class ThingReader:
    """Reads things.

    Args:
        lexicon: The words to go by.
    """

    def __init__(self, lexicon: Lexicon) -> None:
        self._heads = lexicon.heads
        self._nouns = lexicon.nouns
        self._verbs = {key: frozenset(verbs) for key, verbs in lexicon.verbs.items()}
        words = lexicon.words
        self._apart = frozenset(
            {*words["stop"], *words["body"], *words["anyone"], *words["kin"], *words["groups"]}
        )
        self._vehicle_parts = frozenset(words["vehicle_parts"])
        self._containers = frozenset(words["containers"])
        self._partitives = frozenset(words["partitives"])
        self._likeness = frozenset(words["likeness"])

    def read(self, reading: Reading, off: frozenset[int], *, has_vehicle: bool) -> Iterator[Find]:
        """Every thing of a line.

        Args:
            reading: The line.
            off: Words not to be taken at their word.
            has_vehicle: True where the scene has a vehicle, whose ``bonnet`` is no hat.
        """
        words = reading.words
        held: set[int] = set()
        for phrase in reading.phrases:
            head = words[phrase.head]
            if head.who or not head.is_noun or phrase.head in off or phrase.head in held:
                continue
            if has_vehicle and head.lemma in self._vehicle_parts and phrase.det != "a":
                continue
            sense = self._sense(reading, phrase)
            content = self._content(reading, phrase)
            if content is not None:
                inner = self._sense(reading, content)
                is_part = head.lemma in self._partitives and head.lemma not in self._containers
                if is_part or (sense is None and head.lemma in self._partitives):
                    continue
                if sense is not None and inner is not None and inner.category is Category.PROPS:
                    held.add(content.head)
                    name = f"{sense.name} of {words[content.head].lower}"
                    yield self._find(reading, phrase, sense, (name, content.head))
                    continue
            if sense is not None:
                yield self._find(reading, phrase, sense, (sense.name, phrase.head))

    def _find(
        self, reading: Reading, phrase: Phrase, sense: _Sense, named: tuple[str, int]
    ) -> Find:
        words = reading.words
        name, last = named
        spelled = sense.name.split()
        first = max(phrase.first, phrase.head - len(spelled) + 1)
        head = words[phrase.head]
        return Find(
            category=sense.category,
            name=name,
            start=words[first].start,
            end=words[last].end,
            rule=sense.rule,
            confidence=max(sense.sure, SHOUTED) if head.is_shouted else sense.sure,
            kind=sense.kind,
            quantity=phrase.count or partitive_count(reading, phrase, self._partitives),
        )

    def _content(self, reading: Reading, phrase: Phrase) -> Phrase | None:
        """The phrase after ``of``, when this one is a container or a part."""
        lemma = reading.words[phrase.head].lemma
        if lemma not in self._containers and lemma not in self._partitives:
            return None
        return following_of(reading, phrase)

    def _sense(self, reading: Reading, phrase: Phrase) -> _Sense | None:
        words = reading.words
        verb = self._verb(reading, phrase)
        like = self._like(words, phrase)
        listed = self._listed(words, phrase)
        if listed is not None:
            name, place = listed
            category, _, kind = place.partition("/")
            return self._governed(Category(category), kind, (name, like), verb)
        head = words[phrase.head]
        if head.lemma in self._apart or head.tag.startswith("NP"):
            return None
        return self._by_wordnet(words, phrase, verb, like)

    def _listed(self, words: Sequence[Word], phrase: Phrase) -> tuple[str, str] | None:
        """The longest entry of our lists that ends in the head."""
        head = words[phrase.head]
        for first in range(max(phrase.first, phrase.head - 3), phrase.head + 1):
            parts = [word.lower for word in words[first : phrase.head]]
            for last in dict.fromkeys((head.lemma, head.lower)):
                key = " ".join([*parts, last]).replace(" 's ", "'s ").replace(" ’s ", "'s ")
                place = self._heads.get(key)
                if place is not None and (first < phrase.head or last not in self._apart):
                    if place.startswith("background"):
                        return None
                    name = key if first < phrase.head else compound_name(words, phrase, last)
                    return name, place
        return None

    def _governed(
        self, category: Category, kind: str, named: tuple[str, str], verb: frozenset[str]
    ) -> _Sense | None:
        """A listed category, moved by the verb: a chair that is thrown is a prop."""
        name, like = named
        rule, sure = f"{category.value}.listed", LISTED
        if like and category in _LIKENESS_OF:
            name = name if name.startswith(like) else f"{like} {name}"
            category = Category.PROPS if "handle" in verb else Category.SET_DRESSING
            return _Sense(category=category, kind="", name=name, rule="likeness", sure=GOVERNED)
        if category is Category.PROPS and "wear" in verb:
            category, rule = Category.WARDROBE, "wardrobe.worn"
        elif category is Category.SET_DRESSING and "handle" in verb:
            category, rule = Category.PROPS, "props.handled"
        elif category is Category.ANIMALS and "eat" in verb:
            category, kind, rule = Category.PROPS, "food", "props.eaten"
        return _Sense(category=category, kind=kind, name=name, rule=rule, sure=sure)

    def _by_wordnet(
        self, words: Sequence[Word], phrase: Phrase, verb: frozenset[str], like: str
    ) -> _Sense | None:
        head = words[phrase.head]
        before = words[phrase.head - 1].lower if phrase.head > phrase.first else ""
        senses = self._nouns.get(f"{before} {head.lemma}", self._nouns.get(head.lemma, ""))
        usual, *others = senses.split(",")
        name = compound_name(words, phrase, head.lemma)
        if usual in {"", "person", "sound"}:
            return None
        if usual == "-":
            return _other_sense(name, others, verb)
        if usual in {"props", "food", "greenery"}:
            known = verb or head.is_shouted or phrase.det in _PARTICULAR or phrase.count
            if not known:
                return None
        category, kind = _FROM_WORDNET[usual]
        if like and category in _LIKENESS_OF:
            return self._governed(category, kind, (name, like), verb)
        if category is Category.PROPS and "wear" in verb:
            category = Category.WARDROBE
        if category is Category.ANIMALS and "eat" in verb:
            category, kind = Category.PROPS, "food"
        sure = GOVERNED if verb else USUAL if usual in _CERTAIN else OTHER
        return _Sense(
            category=category, kind=kind, name=name, rule=f"{category.value}.wordnet", sure=sure
        )

    def _verb(self, reading: Reading, phrase: Phrase) -> frozenset[str]:
        """What the verb that governs a phrase does to it (``handle``, ``wear``)."""
        if phrase.verb < 0 or phrase.role is not Role.OBJECT:
            return frozenset()
        lemma = reading.words[phrase.verb].lemma
        doing = next((d for d in reading.doings if d.at == phrase.verb), None)
        if doing is not None and doing.subject is not None:
            if not self._may_handle(reading.words[doing.subject.head]):
                return frozenset()
        return frozenset(key for key, verbs in self._verbs.items() if lemma in verbs)

    def _may_handle(self, word: Word) -> bool:
        """True for a character, a person's pronoun, and a noun that is no thing."""
        if word.who or word.lower in PERSON_PRONOUNS:
            return True
        place = self._heads.get(word.lemma)
        return place.startswith("background") if place else word.is_noun

    def _like(self, words: Sequence[Word], phrase: Phrase) -> str:
        for word in words[phrase.first : phrase.head]:
            if word.lower in self._likeness:
                return word.lower
        return ""


def _other_sense(name: str, others: Sequence[str], verb: frozenset[str]) -> _Sense | None:
    """A sense that is not the usual one, where the verb asks for it."""
    asked = {
        "wear": ("wardrobe",),
        "eat": ("food",),
        "drive": ("vehicles",),
        "ride": ("vehicles", "animals"),
        "handle": ("props", "weapon", "instrument"),
    }
    for use, senses in asked.items():
        for sense in senses:
            if use in verb and sense in others:
                category, kind = _FROM_WORDNET[sense]
                rule = f"{category.value}.wordnet-by-verb"
                return _Sense(category=category, kind=kind, name=name, rule=rule, sure=OTHER)
    return None


def following_of(reading: Reading, phrase: Phrase) -> Phrase | None:
    """The phrase that follows with ``of``."""
    after = phrase.head + 1
    words = reading.words
    if after >= len(words) or words[after].lower != "of":
        return None
    return next((each for each in reading.phrases if each.first == after + 1), None)


def partitive_count(reading: Reading, phrase: Phrase, partitives: frozenset[str]) -> int:
    """How many the phrase before ``of`` says (``a crowd of forty`` needs no help)."""
    words = reading.words
    if phrase.preposition != "of":
        return 0
    for other in reading.phrases:
        if other.head == phrase.first - 2 and words[other.head].lemma in partitives:
            return other.count
    return 0


def compound_name(words: Sequence[Word], phrase: Phrase, last: str) -> str:
    """A head with the nouns that stand right before it (``bread tray``)."""
    parts: list[str] = []
    for word in reversed(words[phrase.first : phrase.head]):
        if not word.tag.startswith("NN") or word.who or len(parts) == 2:
            break
        parts.insert(0, word.lower)
    return " ".join([*parts, last])
