"""Can this shot be made? Every rule on one spec, whoever wrote it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from secondunit.core.finding import Finding, blocking
from secondunit.film.shots.camera.sight import SetSight
from secondunit.film.shots.limits.frame import (
    check_angle,
    check_composition,
    check_move,
    check_solved,
)
from secondunit.film.shots.limits.glass import check_aspect, check_lens
from secondunit.film.shots.limits.lit import check_lighting
from secondunit.film.shots.limits.pace import check_pace
from secondunit.film.shots.limits.place import check_camera, check_cast, check_marks
from secondunit.film.shots.model import Figure, SetPlan, ShotSpec
from secondunit.film.shots.tables import ShotTables


def check_spec(
    spec: ShotSpec,
    plan: SetPlan | None,
    figures: Sequence[Figure],
    tables: ShotTables | None = None,
    sight: SetSight | None = None,
) -> tuple[Finding, ...]:
    """What of a shot is impossible, field by field, with the remedy; nothing is clipped silently.

    Args:
        spec: The shot; without camera keys, what needs a solved camera is left out.
        plan: The set it plays in; None leaves out what needs a set.
        figures: The cast of the production.
        tables: Kit, sensors and paces (``shots.toml``); None leaves out what needs them.
        sight: The set as the camera meets it, where the caller has it already.

    Returns:
        An error for what cannot be made, a warning for what can hardly be meant. Each names the
        shot and the field in ``where``.
    """
    return tuple(_findings(spec, plan, figures, tables, sight))


def is_feasible(
    spec: ShotSpec, plan: SetPlan | None, figures: Sequence[Figure], tables: ShotTables
) -> bool:
    """True when a shot has no impossible field."""
    return not blocking(check_spec(spec, plan, figures, tables))


def _findings(
    spec: ShotSpec,
    plan: SetPlan | None,
    figures: Sequence[Figure],
    tables: ShotTables | None,
    sight: SetSight | None,
) -> Iterator[Finding]:
    glass = [*check_aspect(spec), *check_lens(spec, tables)]
    yield from glass
    yield from check_composition(spec)
    angle = list(check_angle(spec))
    yield from angle
    yield from check_cast(spec, figures)
    yield from check_pace(spec, tables)
    yield from check_move(spec)
    yield from check_lighting(spec, plan)
    if not blocking(glass) and not angle:
        yield from check_solved(spec, figures)
    if plan is not None:
        seen = sight or SetSight(plan)
        yield from check_marks(spec, seen)
        yield from check_camera(spec, seen)
