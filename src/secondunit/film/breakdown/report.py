"""The sheets of the breakdown: by category, by scene, and the cast list."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from secondunit.core.ids import SceneId
from secondunit.core.pages import format_eighths, page_words
from secondunit.core.sheet import Align, Column, Row, Sheet
from secondunit.film.breakdown.model import CastMember, Category, Element, cast_list
from secondunit.film.screenplay.model import Scene, Screenplay


@dataclass(frozen=True, slots=True, kw_only=True)
class Breakdown:
    """All that the breakdown's sheets are drawn from.

    Args:
        screenplay: The script.
        elements: What stands of its breakdown.
        production: Title of the production.
        status: Printed on every page.
    """

    screenplay: Screenplay
    elements: tuple[Element, ...]
    production: str
    status: str

    @property
    def cast(self) -> tuple[CastMember, ...]:
        """The cast, numbered."""
        order = tuple(scene.id for scene in self.screenplay.shot_scenes)
        return cast_list(self.elements, order)


def title_of(category: Category) -> str:
    """A category as a sheet prints it.

    >>> title_of(Category.SET_DRESSING)
    'Set Dressing'
    """
    return category.value.replace("-", " ").title()


def element_list(breakdown: Breakdown) -> Sheet:
    """Every element by category, with the scenes that need it."""
    numbers = _numbers(breakdown.screenplay)
    rows = []
    for category in Category:
        names: dict[str, list[Element]] = {}
        for element in breakdown.elements:
            if element.category is category and element.scene in numbers:
                names.setdefault(element.name, []).append(element)
        if names:
            rows.append(Row(cells=(f"{title_of(category)} ({len(names)})",), style="heading"))
        for name, uses in sorted(names.items(), key=lambda pair: (-len(pair[1]), pair[0])):
            rows.append(_use_row(name, uses, numbers))
    return _sheet(
        breakdown,
        "elements",
        "Breakdown by Category",
        (
            Column(title="Element", width=30),
            Column(title="Scenes", width=8, align=Align.RIGHT),
            Column(title="Most", width=8, align=Align.RIGHT),
            Column(title="In scenes", width=60),
            Column(title="", width=12),
        ),
        rows,
    )


def scene_breakdown(breakdown: Breakdown) -> Sheet:
    """Every scene with what it needs, category by category."""
    cast = {member.name: member.number for member in breakdown.cast}
    rows = []
    for scene in breakdown.screenplay.shot_scenes:
        heading = _heading(scene)
        rows.append(Row(cells=(heading,), style="heading"))
        own = [element for element in breakdown.elements if element.scene == scene.id]
        for category in Category:
            if category in {Category.SET, Category.LOCATION}:
                continue
            held = sorted(
                (e for e in own if e.category is category), key=lambda e: cast.get(e.name, 0)
            )
            named = [_named(e, cast) for e in held]
            if named:
                rows.append(Row(cells=(title_of(category), ", ".join(named))))
    return _sheet(
        breakdown,
        "by-scene",
        "Breakdown by Scene",
        (Column(title="Category", width=22), Column(title="Elements", width=90)),
        rows,
    )


def _remark(member: CastMember) -> str:
    """What stands beside a cast line: a minor, and who is played by several."""
    plays = f"plays {member.plays}" if member.plays else ""
    return ", ".join(filter(None, ("minor" if member.minor else "", plays)))


def _heading(scene: Scene) -> str:
    return f"{scene.number} · {scene.heading.raw} · {page_words(scene.eighths)}"


def cast_sheet(breakdown: Breakdown) -> Sheet:
    """The cast with their numbers and scenes."""
    numbers = _numbers(breakdown.screenplay)
    scenes = {scene.id: scene for scene in breakdown.screenplay.scenes}
    rows = [
        Row(
            cells=(
                str(member.number),
                member.name,
                str(len(member.scenes)),
                format_eighths(sum(scenes[scene].eighths for scene in member.scenes)),
                _remark(member),
                ", ".join(numbers[scene] for scene in member.scenes),
            )
        )
        for member in breakdown.cast
    ]
    return _sheet(
        breakdown,
        "cast-list",
        "Cast List",
        (
            Column(title="No.", width=5, align=Align.RIGHT),
            Column(title="Character", width=22),
            Column(title="Scenes", width=8, align=Align.RIGHT),
            Column(title="Pages", width=8, align=Align.RIGHT),
            Column(title="", width=18),
            Column(title="In scenes", width=60),
        ),
        rows,
    )


def _numbers(script: Screenplay) -> dict[SceneId, str]:
    return {scene.id: scene.number for scene in script.shot_scenes}


def _use_row(name: str, uses: Sequence[Element], numbers: dict[SceneId, str]) -> Row:
    return Row(
        cells=(
            name,
            str(len(uses)),
            str(max(use.quantity for use in uses)),
            ", ".join(numbers[use.scene] for use in uses),
            "implied" if all(use.implied for use in uses) else "",
        )
    )


def _named(element: Element, cast: dict[str, int]) -> str:
    is_cast = element.category is Category.CAST and element.name in cast
    number = f"{cast[element.name]}. " if is_cast else ""
    many = f" × {element.quantity}" if element.quantity > 1 else ""
    return f"{number}{element.name}{many}{' (implied)' if element.implied else ''}"


def _sheet(
    breakdown: Breakdown, key: str, title: str, columns: tuple[Column, ...], rows: Iterable[Row]
) -> Sheet:
    scenes: tuple[Scene, ...] = breakdown.screenplay.shot_scenes
    pages = format_eighths(sum(scene.eighths for scene in scenes))
    return Sheet(
        key=key,
        title=title,
        production=breakdown.production,
        subtitle=f"{len(scenes)} scenes · {pages} pages · {len(breakdown.elements)} elements",
        columns=columns,
        rows=tuple(rows),
        status=breakdown.status,
    )
