"""The scene numbers that a print shows.

A script prints the numbers it has: one that has none is a draft that was never numbered.
"""

from __future__ import annotations

from secondunit.film.screenplay.model import LineKind, Scene, Screenplay
from secondunit.film.screenplay.pages.locked import number_scenes


def scene_labels(script: Screenplay, *, number_all: bool = False) -> tuple[str, ...]:
    """The number of each scene as printed; "" for none.

    Args:
        script: The script.
        number_all: Scenes without a number get one: by their place where no scene has one, else
            lettered between those that have (``12A``).
    """
    written = [_written(scene) for scene in script.scenes]
    if not number_all:
        return tuple(written)
    if not any(written):
        return tuple(str(place) for place in range(1, len(written) + 1))
    kept = [number for number in written if number]
    given = {
        each.scene: each.number
        for each in number_scenes(kept, [number or None for number in written])
        if each.scene is not None
    }
    return tuple(given[index] for index in range(len(written)))


def _written(scene: Scene) -> str:
    head = scene.lines[0] if scene.lines else None
    return head.number if head is not None and head.kind is LineKind.HEADING else ""
