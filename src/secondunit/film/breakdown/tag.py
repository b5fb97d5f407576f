"""Propose the breakdown: what each scene needs, each item quoting the words that ask for it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from secondunit.core.evidence import from_rule
from secondunit.core.ids import ItemId, digest, read_json, stable_id
from secondunit.core.proposal import Item, Proposal
from secondunit.core.stage import Answer, Ask, ask
from secondunit.film.breakdown.animals import find_animals
from secondunit.film.breakdown.characters import find_characters
from secondunit.film.breakdown.find import Find
from secondunit.film.breakdown.gather import Gathered, gather_finds
from secondunit.film.breakdown.implied import Found, implied_needs
from secondunit.film.breakdown.lexicon import Lexicon
from secondunit.film.breakdown.model import Category, Element
from secondunit.film.breakdown.scene import SceneReader, read_lines
from secondunit.film.breakdown.tokens import TokenReply, TokenRequest
from secondunit.film.screenplay.model import Line, Scene, Screenplay

IMPLIED = 0.8
"""How sure a rule of the trade is that the scene will need it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TagInputs:
    """What the breakdown reads.

    Args:
        screenplay: The script.
        lexicon: The words to read it by.
        rejected: Ids of items that a person rejected: never proposed again.
    """

    screenplay: Screenplay
    lexicon: Lexicon
    rejected: tuple[str, ...] = ()


class TagStage:
    """Reads every scene for what it needs."""

    key = "breakdown.tag"
    version = 2

    def plan(self, inputs: TagInputs) -> Sequence[Ask]:
        """One ask a scene for the words of its action; equal words are asked about once."""
        return [
            ask(
                "tokens",
                f"Sc. {scene.number}",
                TokenRequest(lines=tuple(line.text for line in read_lines(scene))),
            )
            for scene in inputs.screenplay.shot_scenes
        ]

    def propose(self, inputs: TagInputs, answers: Sequence[Answer]) -> Proposal[Element]:
        """Every element of every scene, in the order of the script, cast first."""
        script, lexicon = inputs.screenplay, inputs.lexicon
        animals = find_animals(script, lexicon)
        characters = [c for c in find_characters(script, lexicon) if c.name not in animals]
        reader = SceneReader(lexicon, characters, animals)
        items: list[Item[Element]] = []
        for index, (scene, answer) in enumerate(zip(script.shot_scenes, answers, strict=True)):
            reply = read_json(answer.body, TokenReply)
            minors = {c.name for c in characters if c.is_minor_in(index)}
            items += _scene_items(scene, reader, (reply, lexicon), minors)
        refused = frozenset(inputs.rejected)
        return Proposal(
            stage=self.key,
            version=self.version,
            inputs=digest(inputs),
            items=tuple(item for item in items if item.id not in refused),
        )


STAGE = TagStage()


def _scene_items(
    scene: Scene,
    reader: SceneReader,
    given: tuple[TokenReply, Lexicon],
    minors: set[str],
) -> list[Item[Element]]:
    reply, lexicon = given
    read = reader.read(scene, reply)
    finds = [*_heading(scene), *read.finds]
    gathered = gather_finds(scene, finds, frozenset(lexicon.words["general"]))
    items = [_item(scene, _element(scene, key, own, minors), own) for key, own in gathered.items()]
    found = Found(
        elements=[item.fact for item in items],
        kinds={key: own.kind for key, own in gathered.items()},
        is_water_work=read.is_water_work,
    )
    items += _implied(scene, found, lexicon)
    order = list(Category)
    items.sort(key=lambda i: (order.index(i.fact.category), i.fact.implied, i.fact.name))
    return items


def _heading(scene: Scene) -> Iterator[tuple[Line, Find]]:
    line = scene.lines[0]
    for category, name in (
        (Category.SET, scene.heading.set),
        (Category.LOCATION, scene.heading.place),
    ):
        if name:
            at = line.text.upper().find(name)
            start, end = (at, at + len(name)) if at >= 0 else (0, len(line.text))
            rule = f"{category.value}.heading"
            yield (
                line,
                Find(category=category, name=name, start=start, end=end, rule=rule, confidence=1.0),
            )


def _element(
    scene: Scene, key: tuple[Category, str], own: Gathered, minors: Iterable[str]
) -> Element:
    category, name = key
    return Element(
        scene=scene.id,
        category=category,
        name=name,
        quantity=max(1, own.quantity),
        minor=category is Category.CAST and name in minors,
    )


def _implied(scene: Scene, found: Found, lexicon: Lexicon) -> Iterator[Item[Element]]:
    for need in implied_needs(scene, found, lexicon):
        element = Element(scene=need.scene, category=need.category, name=need.name, implied=True)
        own = Gathered(
            evidence=[from_rule(f"implied: {need.rule}", need.because)], confidence=IMPLIED
        )
        yield _item(scene, element, own)


def _item(scene: Scene, element: Element, own: Gathered) -> Item[Element]:
    many = f" × {element.quantity}" if element.quantity > 1 else ""
    category = element.category.value.replace("-", " ")
    return Item(
        id=ItemId(stable_id("el", scene.id, element.category.value, element.name)),
        label=f"Sc. {scene.number} · {category} · {element.name}{many}",
        fact=element,
        evidence=tuple(own.evidence),
        confidence=round(own.confidence, 2),
    )
