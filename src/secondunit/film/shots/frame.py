"""Solve the camera of a spec that a person wrote: every field they gave is kept."""

from __future__ import annotations

from dataclasses import replace

from secondunit.film.shots.camera.grammar import half_tangents
from secondunit.film.shots.camera.setup import Rig, Setup
from secondunit.film.shots.camera.solve import solve_camera
from secondunit.film.shots.model import Easing, Framing, Mark, ShotSpec
from secondunit.film.shots.tables import Lenses


def frame_spec(spec: ShotSpec, rig: Rig) -> ShotSpec:
    """The spec with the camera keys that its own size, angle, height, lens and move ask for.

    The lens is the one given, on its own sensor, squeeze and crop; nothing of the spec is put
    right. What the camera cannot do, `secondunit.film.shots.feasible.check_spec` says of the
    result.

    Args:
        spec: The shot; its camera keys are not read.
        rig: The scene's set, cast and history; the shot is remembered in it.

    Raises:
        InputError: The aspect is not known, or nobody could see through the lens.
    """
    half_tangents(spec.lens, spec.aspect)  # refuses what nobody could see through
    own = Rig(
        sight=rig.sight,
        figures=rig.figures,
        lenses=_one_lens(spec, rig.lenses),
        aspect=spec.aspect,
        sides=rig.sides,
        last=rig.last,
    )
    solved = solve_camera(_setup(spec), own)
    rig.last = own.last
    motion = spec.motion
    if solved.carried:
        motion = replace(motion, easing=Easing.LINEAR)
    return replace(spec, camera=solved.keys, motion=motion)


def _setup(spec: ShotSpec) -> Setup:
    return Setup(
        framing=spec.framing,
        size=spec.size,
        angle=spec.angle,
        move=spec.move,
        subjects=spec.subjects,
        marks=spec.marks,
        looker=_looker(spec) if spec.framing is Framing.POV else None,
        height=spec.height,
        composition=spec.composition,
    )


def _looker(spec: ShotSpec) -> Mark | None:
    """Who sees a point of view: who is marked, is not seen, and looks at what is seen."""
    others = [mark for mark in spec.marks if mark.figure not in spec.subjects]
    looking = [mark for mark in others if mark.gaze and mark.gaze in spec.subjects]
    return next(iter(looking or others), None)


def _one_lens(spec: ShotSpec, kit: Lenses) -> Lenses:
    lens = spec.lens
    return replace(
        kit,
        kit=(lens.focal_mm,),
        sensor_width_mm=lens.sensor_width_mm,
        sensor_height_mm=lens.sensor_height_mm,
        squeeze=lens.squeeze,
        crop=lens.crop,
    )
