"""Solve a camera anew for a shot that a person has changed, among the shots it stands between."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from secondunit.film.shots.camera.body import person_at
from secondunit.film.shots.camera.geometry import side_of
from secondunit.film.shots.camera.setup import ON_AXIS, Rig, Setup
from secondunit.film.shots.camera.sight import SetSight
from secondunit.film.shots.camera.solve import solve_camera
from secondunit.film.shots.continuity.cuts import azimuth
from secondunit.film.shots.continuity.lines import axis_pairs
from secondunit.film.shots.model import Figure, Framing, Move, SetPlan, ShotSpec
from secondunit.film.shots.tables import Lenses

CAMERA_FIELDS = ("framing", "size", "angle", "height", "move", "subjects", "composition", "aspect")
"""Fields that say where a camera stands: where one differs the camera is solved anew."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stand:
    """Where a shot is taken.

    Args:
        plan: The set.
        figures: The cast of the production.
        lenses: The kit.
        sight: The set as the camera meets it.
    """

    plan: SetPlan
    figures: Sequence[Figure]
    lenses: Lenses
    sight: SetSight


def asks_for_camera(before: ShotSpec, after: ShotSpec) -> bool:
    """True where a change moves the camera."""
    if before.lens != after.lens:
        return True
    return any(getattr(before, field) != getattr(after, field) for field in CAMERA_FIELDS)


def reframe(shot: ShotSpec, neighbours: Sequence[ShotSpec], stand: Stand) -> ShotSpec:
    """The shot with its camera solved again, on the scene's side of every line.

    A lens that the shot names is kept; a camera that is locked stays where it is. What a point of
    view sees from is where it was, through the lens that is named.

    Args:
        shot: As the person wants it.
        neighbours: The scene's shots in order, this one among them by its id or not.
        stand: The set, the cast and the kit.
    """
    if "camera" in shot.locks or shot.framing is Framing.POV:
        keys = tuple(replace(key, focal_mm=shot.lens.focal_mm) for key in shot.camera)
        return replace(shot, camera=keys)
    rig = Rig(
        sight=stand.sight,
        figures={figure.name: figure for figure in stand.figures},
        lenses=replace(stand.lenses, kit=(shot.lens.focal_mm,)),
        aspect=shot.aspect,
    )
    _remember(rig, shot, neighbours)
    main = next((mark for mark in shot.marks if shot.subjects[:1] == (mark.figure,)), None)
    solved = solve_camera(
        Setup(
            framing=shot.framing,
            size=shot.size,
            angle=shot.angle,
            move=shot.move,
            subjects=shot.subjects,
            marks=shot.marks,
            prop=main.prop if main is not None else _last_word(shot.action),
            height=shot.height,
            composition=shot.composition,
        ),
        rig,
    )
    moves = len(solved.keys) > 1 or shot.move is Move.HANDHELD
    return replace(
        shot,
        framing=solved.framing,
        camera=solved.keys,
        lens=replace(shot.lens, focal_mm=solved.focal_mm),
        move=shot.move if moves else Move.STATIC,
    )


def _remember(rig: Rig, shot: ShotSpec, neighbours: Sequence[ShotSpec]) -> None:
    """The sides the scene is shot from, and what was shown just before."""
    for other in neighbours:
        if other.id == shot.id:
            continue
        at = {mark.figure: person_at(mark) for mark in other.marks}
        for pair in axis_pairs(other):
            side = side_of(other.camera[0].eye, at[pair[0]], at[pair[1]])
            if pair not in rig.sides and abs(side) >= ON_AXIS:
                rig.sides[pair] = 1.0 if side > 0 else -1.0
    place = next((n for n, other in enumerate(neighbours) if other.id == shot.id), 0)
    if place:
        before = neighbours[place - 1]
        rig.last = (before.subjects, before.size, azimuth(before.camera[-1]))


def _last_word(text: str) -> str:
    return text.rsplit(None, 1)[-1].strip(".,:!?").lower() if text else ""
