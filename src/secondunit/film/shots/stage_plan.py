"""Sets and figures of the whole production, the same in every shot."""

from __future__ import annotations

from dataclasses import dataclass, field

from secondunit.core.ids import SceneId
from secondunit.film.breakdown.model import Category, Element
from secondunit.film.screenplay.model import Screenplay
from secondunit.film.shots.cast.figures import cast_figures, extra_figures, vehicle_figures
from secondunit.film.shots.cast.look_table import LookTable
from secondunit.film.shots.cast.looks import read_worn, with_looks
from secondunit.film.shots.cast.roles import Role, read_roles
from secondunit.film.shots.cast.story_days import story_days
from secondunit.film.shots.model import Figure, SetPlan
from secondunit.film.shots.sets.build import build_set
from secondunit.film.shots.sets.library import SetLibrary
from secondunit.film.shots.tables import ShotTables

MOST_EXTRAS = 5
"""Background people shown in one set, at most; a crowd is told by its front row."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StagePlan:
    """What previs is played with.

    Args:
        roles: Every character and animal, the largest part first.
        figures: One for each role, then the extras, then the vehicles of the breakdown.
        sets: One for each set of a heading, inside and outside apart, in script order.
        set_of: Place of each scene's set in ``sets``, by scene id.
        days: Story day of each scene, by scene id.
    """

    roles: tuple[Role, ...]
    figures: tuple[Figure, ...]
    sets: tuple[SetPlan, ...]
    set_of: dict[str, int]
    days: dict[SceneId, int] = field(default_factory=dict)


def plan_stage(
    script: Screenplay,
    elements: tuple[Element, ...],
    tables: ShotTables,
    library: SetLibrary,
    looks: LookTable | None = None,
) -> StagePlan:
    """Cast the figures and build the sets.

    Args:
        script: The screenplay.
        elements: The breakdown: cast, animals, minors.
        tables: Looks and heights.
        library: Parts and sets.
        looks: Words of wardrobe, and the production's own looks; None for neither.
    """
    roles = read_roles(script, elements, tables)
    built: dict[tuple[str, str], int] = {}
    sets: list[SetPlan] = []
    set_of: dict[str, int] = {}
    for scene in script.shot_scenes:
        heading = scene.heading
        key = (heading.set, heading.int_ext.value if heading.int_ext else "")
        if key not in built:
            built[key] = len(sets)
            sets.append(build_set(heading.set, heading.int_ext, library))
        set_of[scene.id] = built[key]
    cast = cast_figures(roles, tables)
    if looks is not None:
        names = [role.name for role in roles]
        worn = read_worn(script, elements, names, looks)
        cast = with_looks(cast, worn, looks, story_days(script))
    vehicles = vehicle_figures(elements, {figure.name for figure in cast}, tables)
    return StagePlan(
        roles=roles,
        figures=(*cast, *extra_figures(MOST_EXTRAS, tables), *vehicles),
        sets=tuple(sets),
        set_of=set_of,
        days=story_days(script),
    )


def count_extras(scene: str, elements: tuple[Element, ...]) -> int:
    """Background people shown in a scene."""
    asked = sum(
        element.quantity
        for element in elements
        if element.scene == scene and element.category is Category.BACKGROUND
    )
    return min(MOST_EXTRAS, asked)
