"""Read one scene line by line: every find of every reader, and what the scene is like."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from secondunit.film.breakdown.cast import find_parts
from secondunit.film.breakdown.characters import READ, Character
from secondunit.film.breakdown.deeds import DeedReader
from secondunit.film.breakdown.find import Find
from secondunit.film.breakdown.lexicon import Lexicon
from secondunit.film.breakdown.mask import MaskReader
from secondunit.film.breakdown.model import Category
from secondunit.film.breakdown.names import Mentions
from secondunit.film.breakdown.pattern import PatternBook
from secondunit.film.breakdown.people import PeopleReader
from secondunit.film.breakdown.phrase import Reading, read_phrases
from secondunit.film.breakdown.sentence import WordReader
from secondunit.film.breakdown.things import ThingReader
from secondunit.film.breakdown.tokens import TokenReply
from secondunit.film.screenplay.model import Line, Scene

WORDED, HEADED = 0.75, 0.9
PATTERN_END = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class SceneFinds:
    """What was found in a scene.

    Args:
        finds: With the line of each, in no particular order; places may repeat.
        is_water_work: True when somebody swims or wades.
    """

    finds: tuple[tuple[Line, Find], ...]
    is_water_work: bool


def read_lines(scene: Scene) -> list[Line]:
    """The lines whose words are read for things."""
    return [line for line in scene.lines if line.kind in READ]


class SceneReader:
    """Reads scenes by a lexicon and a cast; what is slow to set up is set up once.

    Args:
        lexicon: The words to go by.
        characters: The cast of the script.
        animals: Names of animals that have one (``CRUMB``), each with its kind (``terrier``).
    """

    def __init__(
        self, lexicon: Lexicon, characters: Sequence[Character], animals: Mapping[str, str]
    ) -> None:
        self._lexicon = lexicon
        self._characters = characters
        self._animals = animals
        self._mentions = Mentions({c.name: c.forms for c in characters})
        self._names = Mentions({**{c.name: c.forms for c in characters}, **_forms(animals)})
        self._words = WordReader(lexicon)
        self._masks = MaskReader(lexicon)
        self._things = ThingReader(lexicon)
        self._people = PeopleReader(lexicon)
        self._deeds = DeedReader(lexicon)
        self._wording = PatternBook()
        for index, wording in enumerate(lexicon.wordings):
            self._wording.add(wording.patterns, str(index))

    def read(self, scene: Scene, reply: TokenReply) -> SceneFinds:
        """Everything the scene asks for."""
        lexicon = self._lexicon
        parts = find_parts(scene, self._characters, self._mentions, lexicon)
        names = {find.name for _, find in parts if find.category is Category.CAST}
        present = [c for c in self._characters if c.name in names]
        read = [
            (line, *self._read(line.text, tokens))
            for line, tokens in zip(read_lines(scene), reply.lines, strict=True)
        ]
        headed = list(self._heading(scene))
        named = list(self._named_animals(scene))
        has_vehicle = bool(headed) or any(
            lexicon.heads.get(word.lemma, "").startswith("vehicles")
            for _, reading, _ in read
            for word in reading.words
        )
        found: list[tuple[Line, Find]] = [*parts, *headed, *named]
        for line, reading, off in read:
            things = self._things.read(reading, off, has_vehicle=has_vehicle)
            found += [(line, find) for find in things]
            found += [(line, find) for find in self._people.read(reading, off, present)]
            found += [(line, find) for find in self._worded(reading, off)]
        is_armed = any(find.kind == "firearm" for _, find in found)
        for line, reading, off in read:
            deeds = self._deeds.read(reading, off, is_armed=is_armed)
            found += [(line, find) for find in deeds]
        is_wet = any(self._deeds.is_water_work(reading, off) for _, reading, off in read)
        return SceneFinds(finds=tuple(found), is_water_work=is_wet)

    def _read(self, text: str, tokens: Sequence[object]) -> tuple[Reading, frozenset[int]]:
        words = self._words.read(text, tokens, self._names.find(text))  # type: ignore[arg-type]  # tokens of a TokenReply
        return read_phrases(words, self._lexicon.numbers), self._masks.read(text, words)

    def _worded(self, reading: Reading, off: frozenset[int]) -> Iterator[Find]:
        for start, end, value in self._wording.find(reading.words):
            wording = self._lexicon.wordings[int(value)]
            if off & set(range(start, end)):
                continue
            yield Find(
                category=wording.category,
                name=wording.name,
                start=reading.words[start].start,
                end=reading.words[end - PATTERN_END].end,
                rule=f"{wording.category.value}.wording: {wording.rule}",
                confidence=WORDED,
                kind=self._kind(wording.category, wording.name),
            )

    def _kind(self, category: Category, name: str) -> str:
        """The class a wording's name has in the lists (``fire``), or ""."""
        for word in reversed(name.split()):
            place = self._lexicon.heads.get(word, "")
            if place.startswith(f"{category.value}/"):
                return place.partition("/")[2]
        return "camera-crane" if category is Category.SPECIAL_EQUIPMENT else ""

    def _heading(self, scene: Scene) -> Iterator[tuple[Line, Find]]:
        """A set that is a vehicle: the vehicle is there."""
        line = scene.lines[0]
        words = scene.heading.set.casefold().replace("-", " ").replace("/", " ").split()
        for index, word in enumerate(words):
            if not self._lexicon.heads.get(word, "").startswith("vehicles"):
                continue
            pair = f"{words[index - 1]} {word}" if index else word
            known = self._lexicon.heads.get(pair, "").startswith("vehicles")
            name = pair if known else word
            at = line.text.casefold().find(name)
            if at < 0 or _outside(words[index + 1 :]):
                continue
            yield (
                line,
                Find(
                    category=Category.VEHICLES,
                    name=name,
                    start=at,
                    end=at + len(name),
                    rule="vehicles.heading",
                    confidence=HEADED,
                ),
            )

    def _named_animals(self, scene: Scene) -> Iterator[tuple[Line, Find]]:
        names = Mentions(_forms(self._animals))
        for line in read_lines(scene):
            for start, end, name in names.find(line.text):
                yield (
                    line,
                    Find(
                        category=Category.ANIMALS,
                        name=f"{name} ({self._animals[name]})",
                        start=start,
                        end=end,
                        rule="animals.by-name",
                        confidence=HEADED,
                        quantity=1,
                    ),
                )


def _forms(names: Iterable[str]) -> dict[str, tuple[str, ...]]:
    return {name: (name,) for name in names}


def _outside(following: Sequence[str]) -> bool:
    """``BUS STATION``, ``CAR PARK``, ``TRAIN STATION``: a place for vehicles is none."""
    places = {"station", "park", "stop", "shelter", "depot", "wash", "lot", "yard", "shop", "port"}
    return bool(following) and following[0] in places
