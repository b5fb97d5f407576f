"""Aspect, sensor, lens: what glass and cameras can do.

Source: design page on previs, section 5 (lens geometry, sensors, aspects).
"""

from __future__ import annotations

import math
from collections.abc import Iterator

from secondunit.core.finding import Finding
from secondunit.film.shots.camera.grammar import ASPECTS
from secondunit.film.shots.limits.field import doubtful, impossible
from secondunit.film.shots.model import Move, ShotSpec
from secondunit.film.shots.tables import ShotTables

SQUEEZES = (1.0, 1.25, 1.3, 1.33, 1.5, 1.65, 1.8, 2.0)
"""Anamorphic squeezes there are lenses for."""

ZOOMS = frozenset({Move.ZOOM_IN, Move.ZOOM_OUT, Move.DOLLY_ZOOM})
"""Moves that change the focal length."""

SENSOR_PLAY = 0.06
"""Millimetres by which makers' sheets round."""

FOCUS_PLAY = 0.02
"""Metres by which a closest focus is marked on a ring."""


def check_aspect(shot: ShotSpec) -> Iterator[Finding]:
    """An aspect nobody delivers in."""
    if shot.aspect not in ASPECTS:
        yield impossible(
            shot,
            "aspect",
            f"“{shot.aspect}” is not an aspect",
            f"Use one of {', '.join(ASPECTS)}.",
        )


def check_lens(shot: ShotSpec, tables: ShotTables | None) -> Iterator[Finding]:
    """Lenses and sensors that there are not; a zoom on a prime; what is too near to be sharp.

    Args:
        shot: The shot.
        tables: The kit and the sensors; None leaves out what needs them.
    """
    broken = list(_broken(shot))
    yield from broken
    if broken or tables is None:
        return
    yield from _sensor(shot, tables)
    yield from _zoom(shot, tables)
    yield from _focus(shot, tables)


def _broken(shot: ShotSpec) -> Iterator[Finding]:
    lens = shot.lens
    for field, value in (
        ("focal_mm", lens.focal_mm),
        ("sensor_width_mm", lens.sensor_width_mm),
        ("sensor_height_mm", lens.sensor_height_mm),
    ):
        if not (math.isfinite(value) and value > 0):
            yield impossible(
                shot, f"lens.{field}", f"{value:g} mm sees nothing", "Give a length above zero."
            )
    if not 0 < lens.crop <= 1:
        yield impossible(
            shot,
            "lens.crop",
            f"a crop of {lens.crop:g} is no part of the sensor",
            "Give the share of the sensor that is recorded: above 0, at most 1.",
        )
    if not any(abs(lens.squeeze - known) < 0.005 for known in SQUEEZES):
        yield impossible(
            shot,
            "lens.squeeze",
            f"no lens squeezes by {lens.squeeze:g}",
            f"Use one of {', '.join(f'{known:g}' for known in SQUEEZES)}.",
        )


def _sensor(shot: ShotSpec, tables: ShotTables) -> Iterator[Finding]:
    wide, high = shot.lens.sensor_width_mm, shot.lens.sensor_height_mm
    fits = any(
        abs(wide - each.width_mm) < SENSOR_PLAY and abs(high - each.height_mm) < SENSOR_PLAY
        for each in tables.sensors.values()
    )
    if tables.sensors and not fits:
        yield impossible(
            shot,
            "lens.sensor_width_mm",
            f"no camera of the table has a sensor of {wide:g} x {high:g} mm",
            f"Use one of {', '.join(sorted(tables.sensors))}, or add yours to shots.toml, "
            "[sensors]; a smaller window of a sensor is its crop.",
        )


def _zoom(shot: ShotSpec, tables: ShotTables) -> Iterator[Finding]:
    lenses = tables.lenses
    focal = [key.focal_mm for key in shot.camera] or [shot.lens.focal_mm]
    zooms = shot.move in ZOOMS or max(focal) - min(focal) > 0.5
    if zooms and lenses.zoom_over(shot.lens.focal_mm, *focal) is None:
        yield impossible(
            shot,
            "move",
            f"{min(focal):g} to {max(focal):g} mm is on no zoom of the kit: a prime cannot zoom",
            "Choose a lens that a zoom of the kit covers, make it a push, or add the zoom to "
            "shots.toml, [lenses] zooms.",
        )
    elif not zooms and not lenses.is_prime(focal[0]) and lenses.zoom_over(focal[0]) is None:
        yield doubtful(
            shot,
            "lens.focal_mm",
            f"{focal[0]:g} mm is in no lens of the kit",
            f"Use one of {', '.join(f'{mm:g}' for mm in lenses.kit)} mm, or add it to the kit.",
        )


def _focus(shot: ShotSpec, tables: ShotTables) -> Iterator[Finding]:
    for key in shot.camera:
        near = tables.lenses.nearest_focus(key.focal_mm)
        away = math.dist(key.eye, key.target)
        if away < near - FOCUS_PLAY:
            yield impossible(
                shot,
                "lens.focal_mm",
                f"{shot.size.value} on {key.focal_mm:g} mm puts the camera {away:.2f} m away, "
                f"nearer than the {near:.2f} m it focuses at",
                "Take a longer lens, a wider size, or a dioptre with its own row in "
                "shots.toml, [lenses.nearest].",
            )
            return
