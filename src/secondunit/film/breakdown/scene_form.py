"""Breakdown sheets: one page a scene, a box for each category."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from secondunit.core.form import Form, Panel
from secondunit.core.ids import SceneId
from secondunit.core.pages import format_eighths
from secondunit.core.sheet import Align, Column, Row
from secondunit.film.breakdown.categories import CategoryTable
from secondunit.film.breakdown.model import Category, Element
from secondunit.film.breakdown.report import Breakdown
from secondunit.film.screenplay.model import IntExt, LineKind, Scene, TimeOfDay

BOXES = (
    Category.CAST,
    Category.BACKGROUND,
    Category.STUNTS,
    Category.VEHICLES,
    Category.PROPS,
    Category.SPECIAL_EFFECTS,
    Category.WARDROBE,
    Category.MAKEUP_HAIR,
    Category.ANIMALS,
    Category.SET_DRESSING,
    Category.SPECIAL_EQUIPMENT,
    Category.SOUND,
)
"""Boxes of the classic sheet, which stand on every one, empty or not; others where needed."""
_LEAST = (9, 7, 5, 3)
"""Lines of an empty box, room to write in: fewer where a full box needs the page."""
_PAGE = 48
"""Lines that the boxes of a page have between them."""
_ROW = 1.42
"""Lines that an element takes in its box."""
_BESIDE = {
    Category.ANIMALS: (Category.ANIMAL_WRANGLER,),
    Category.SPECIAL_EFFECTS: (Category.MECHANICAL_EFFECTS,),
    Category.SOUND: (Category.MUSIC,),
    Category.SET_DRESSING: (Category.ART_DEPARTMENT, Category.GREENERY),
    Category.SPECIAL_EQUIPMENT: (Category.CAMERA,),
}
"""Categories that share a box; those that are there are named in it."""
_ONE = (Column(title=""),)


def scene_forms(
    breakdown: Breakdown, categories: CategoryTable, days: Mapping[SceneId, str]
) -> tuple[Form, ...]:
    """A breakdown sheet of each scene to be shot, in script order.

    Args:
        breakdown: The breakdown as it stands.
        categories: Names and colours of the boxes.
        days: Shooting day of each scene in words (``Day 3, 6 Jan``); none where there is no board.
    """
    scenes = breakdown.screenplay.shot_scenes
    return tuple(
        _form(breakdown, categories, scene, (number, len(scenes)), days.get(scene.id, ""))
        for number, scene in enumerate(scenes, start=1)
    )


def paper_style(scene: Scene) -> str:
    """The colour of the sheet's head: interior day white, exterior day yellow, interior night
    blue, exterior night green, as breakdown sheets are printed on.

    Source: colour code of breakdown sheets, the same as that of strips (design page ``plan``, 1.3).
    """
    inside = "int" if scene.heading.int_ext is IntExt.INT else "ext"
    is_night = scene.heading.time_of_day is TimeOfDay.NIGHT
    return f"{inside}-{'night' if is_night else 'day'}"


def _form(
    breakdown: Breakdown,
    categories: CategoryTable,
    scene: Scene,
    place: tuple[int, int],
    day: str,
) -> Form:
    sheet, count = place
    own = [element for element in breakdown.elements if element.scene == scene.id]
    cast = {member.name: member.number for member in breakdown.cast}
    return Form(
        key="breakdown-sheets",
        title=f"Breakdown Sheet {sheet}",
        production=breakdown.production,
        subtitle=f"Scene {scene.number} · {scene.heading.raw} · sheet {sheet} of {count}",
        panels=(
            *_head(scene, sheet, day),
            *_boxes(own, categories, cast),
            Panel(title="Notes", columns=_ONE, rows=(), lines=6),
        ),
        status=breakdown.status,
        notes=("* not in the script’s words: a rule of the trade asks for it",),
    )


def _head(scene: Scene, sheet: int, day: str) -> tuple[Panel, ...]:
    style, heading = paper_style(scene), scene.heading
    inside = heading.int_ext.value if heading.int_ext else ""
    cells = (
        scene.number,
        inside,
        heading.set,
        heading.time or heading.time_of_day.value,
        format_eighths(scene.eighths),
        str(scene.page),
        str(sheet),
        day or "not scheduled",
    )
    titles = ("Scene", "I/E", "Set", "D/N", "Pages", "Script p.", "Sheet", "Shooting day")
    widths = (8, 9, 40, 14, 8, 9, 7, 18)
    columns = tuple(
        Column(title=title, width=width, align=Align.CENTRE)
        for title, width in zip(titles, widths, strict=True)
    )
    return (
        Panel(title="", columns=columns, rows=(Row(cells=cells, style=style),)),
        Panel(title="Synopsis", columns=_ONE, rows=(Row(cells=(_synopsis(scene),)),), lines=2),
    )


def _boxes(
    own: Sequence[Element], categories: CategoryTable, cast: Mapping[str, int]
) -> tuple[Panel, ...]:
    shared = {inner for others in _BESIDE.values() for inner in others}
    present = {element.category for element in own}
    more = tuple(
        category
        for category in Category
        if category in present
        and category not in {*BOXES, *shared, Category.SET, Category.LOCATION}
    )
    panels = []
    for category in (*BOXES, *more):
        held = (category, *(each for each in _BESIDE.get(category, ()) if each in present))
        rows = [
            Row(cells=(_words(element, cast),))
            for each in held
            for element in sorted(
                (e for e in own if e.category is each), key=lambda e: (cast.get(e.name, 0), e.name)
            )
        ]
        title = " / ".join(categories.known[each].name for each in held)
        color = categories.known[category].color
        panels.append(Panel(title=title, columns=_ONE, rows=tuple(rows), span=4, color=color))
    least = next((each for each in _LEAST if _lines(panels, each) <= _PAGE), _LEAST[-1])
    return tuple(replace(panel, lines=least) for panel in panels)


def _lines(panels: Sequence[Panel], least: int) -> float:
    """Lines that the boxes take, three side by side, bars included."""
    return sum(
        2 + max(least, *(len(panel.rows) * _ROW for panel in panels[at : at + 3]))
        for at in range(0, len(panels), 3)
    )


def _words(element: Element, cast: Mapping[str, int]) -> str:
    number = f"{cast[element.name]}. " if element.category is Category.CAST else ""
    many = f" ({element.quantity})" if element.quantity > 1 else ""
    minor = " (minor)" if element.minor else ""
    return f"{number}{element.name}{many}{minor}{'*' if element.implied else ''}"


def _synopsis(scene: Scene) -> str:
    """The writer's synopsis, else the first action, whole."""
    for kind in (LineKind.SYNOPSIS, LineKind.ACTION):
        for line in scene.lines:
            if line.kind is kind and line.text.strip():
                return " ".join(line.text.split())
    return ""
