"""The nouns of the breakdown."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from msgspec import UNSET, UnsetType

from secondunit.core.ids import ItemId, SceneId, stable_id


class Category(StrEnum):
    """Categories of a breakdown sheet.

    Source: Final Draft's default set and the Universal Category ids (design page ``plan``, 1.2).
    """

    CAST = "cast"
    BACKGROUND = "background"
    STUNTS = "stunts"
    VEHICLES = "vehicles"
    PROPS = "props"
    CAMERA = "camera"
    SPECIAL_EFFECTS = "special-effects"
    WARDROBE = "wardrobe"
    MAKEUP_HAIR = "makeup-hair"
    ANIMALS = "animals"
    ANIMAL_WRANGLER = "animal-wrangler"
    MUSIC = "music"
    SOUND = "sound"
    ART_DEPARTMENT = "art-department"
    SET_DRESSING = "set-dressing"
    GREENERY = "greenery"
    SPECIAL_EQUIPMENT = "special-equipment"
    SECURITY = "security"
    ADDITIONAL_LABOR = "additional-labor"
    VISUAL_EFFECTS = "visual-effects"
    MECHANICAL_EFFECTS = "mechanical-effects"
    MISCELLANEOUS = "miscellaneous"
    SET = "set"
    LOCATION = "location"


@dataclass(frozen=True, slots=True, kw_only=True)
class Element:
    """Something one scene needs.

    Args:
        scene: The scene.
        category: Its category.
        name: Singular, as a list would print it (``lantern``; cast in capitals: ``MINA``).
        quantity: How many; 1 where the script does not say.
        implied: True when a rule of the trade asks for it, not the words (a wrangler for a dog).
        minor: For people: under 18 in this scene, by the script.
        plays: For cast: the character as the script calls it, where the performer's cast line has
            another name (``TAM`` for YOUNG TAM, who plays it as a child). Unset elsewhere, and
            then not written: decisions bind to what is written.
    """

    scene: SceneId
    category: Category
    name: str
    quantity: int = 1
    implied: bool = False
    minor: bool = False
    plays: str | UnsetType = UNSET

    @property
    def called(self) -> str:
        """What the script calls it in this scene: the character, for one of its performers."""
        return self.plays or self.name


def element_id(element: Element) -> ItemId:
    """The id of an element's item: the same for as long as scene, category and name are."""
    return ItemId(stable_id("el", element.scene, element.category.value, element.name))


def element_label(element: Element, number: str) -> str:
    """An element in a few words.

    Args:
        element: The element.
        number: Of its scene.
    """
    many = f" × {element.quantity}" if element.quantity > 1 else ""
    return f"Sc. {number} · {element.category.value.replace('-', ' ')} · {element.name}{many}"


@dataclass(frozen=True, slots=True, kw_only=True)
class CastMember:
    """A character as the schedule numbers it.

    Args:
        number: Cast id on strips: 1 for the part with most scenes, ties by first appearance.
        name: The character.
        minor: Under 18 in every scene; who also plays the character grown up is not.
        scenes: Where the character plays, in script order.
        plays: The character whom this performer plays at one age, where it has other cast lines
            (``TAM`` for YOUNG TAM).
    """

    number: int
    name: str
    minor: bool
    scenes: tuple[SceneId, ...]
    plays: str = ""


def cast_list(elements: tuple[Element, ...], order: tuple[SceneId, ...]) -> tuple[CastMember, ...]:
    """Number the cast: most scenes first, ties by first appearance, then by name.

    Args:
        elements: All elements; other categories are passed over.
        order: Scene ids in script order.
    """
    place = {scene: index for index, scene in enumerate(order)}
    scenes: dict[str, set[SceneId]] = {}
    grown: set[str] = set()
    plays: dict[str, str] = {}
    for element in elements:
        if element.category is Category.CAST and element.scene in place:
            scenes.setdefault(element.name, set()).add(element.scene)
            if element.name.endswith(f" {element.called}"):
                plays[element.name] = element.called
            if not element.minor:
                grown.add(element.name)
    ranked = sorted(
        scenes, key=lambda name: (-len(scenes[name]), min(place[s] for s in scenes[name]), name)
    )
    return tuple(
        CastMember(
            number=number,
            name=name,
            minor=name not in grown,
            scenes=tuple(sorted(scenes[name], key=place.__getitem__)),
            plays=plays.get(name, ""),
        )
        for number, name in enumerate(ranked, start=1)
    )
