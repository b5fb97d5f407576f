"""Size, angle, height and composition: what of a frame contradicts itself.

Source: design page on previs, section 5 (spans of the sizes, angles, heights, lead room).
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence

from secondunit.core.finding import Finding
from secondunit.film.shots.camera.body import landmark
from secondunit.film.shots.camera.geometry import Aim, aim_of, project
from secondunit.film.shots.camera.grammar import ASPECTS, SPANS, half_tangents
from secondunit.film.shots.camera.stand import AGAINST, TIPS, level_of
from secondunit.film.shots.limits.field import doubtful, impossible
from secondunit.film.shots.model import (
    Angle,
    Build,
    Figure,
    Framing,
    Mark,
    Move,
    ShotSpec,
    Size,
)

HEADROOM = (-0.35, 0.6)
"""Least and most headroom: less crops the eyes, more leaves the face at the bottom edge."""

LEAST_FILLED = 0.35
"""Least share of the frame height between the landmarks of a size closer than a full shot."""

LEAD = (0.2, 5.0)
"""Space before a face over the space behind it; beyond these a face leaves the frame."""

LEVEL_PLAY = 0.08
"""Metres by which a camera may miss the height it was asked for."""

LOOSE = frozenset({Size.EXTREME_WIDE, Size.WIDE})
ON_THE_SPOT = frozenset({Move.STATIC, Move.HANDHELD})
"""Moves that need no second key."""

FACES = frozenset({Framing.SINGLE, Framing.OVER_SHOULDER})


def check_composition(shot: ShotSpec) -> Iterator[Finding]:
    """A composition whose parts cannot all hold."""
    asked = shot.composition
    if asked.across is not None and not -1 < asked.across < 1:
        yield impossible(
            shot,
            "composition.across",
            f"{asked.across:g} across puts the face on the edge of the frame or beyond",
            "Give a place between -1 (left edge) and 1 (right edge); a third is 0.33.",
        )
    if asked.lead is not None and not LEAD[0] <= asked.lead <= LEAD[1]:
        yield impossible(
            shot,
            "composition.lead",
            f"a lead of {asked.lead:g} leaves no room for the face",
            f"Give {LEAD[0]:g} to {LEAD[1]:g}; 2 is twice as much space before as behind.",
        )
    if asked.across is not None and asked.lead is not None:
        yield impossible(
            shot,
            "composition.lead",
            "the place across the frame and the lead both say where the face is",
            "Keep one of them.",
        )
    if asked.headroom is not None:
        yield from _headroom(shot, asked.headroom)


def _headroom(shot: ShotSpec, headroom: float) -> Iterator[Finding]:
    span = SPANS[shot.size]
    filled = 1.0 - headroom - span.footroom
    low, high = HEADROOM
    if not low <= headroom <= high:
        yield impossible(
            shot,
            "composition.headroom",
            f"{headroom:.0%} of headroom leaves no picture of the subject",
            f"Give {low:.0%} to {high:.0%} of the frame height.",
        )
    elif shot.size not in LOOSE and filled < LEAST_FILLED:
        yield impossible(
            shot,
            "composition.headroom",
            f"with {headroom:.0%} of headroom a {shot.size.value} fills {filled:.0%} of the frame",
            "Take less headroom, or call it a wider size.",
        )


def check_angle(shot: ShotSpec) -> Iterator[Finding]:
    """An angle that no camera of that height has, whatever the lens."""
    if shot.height is not None and shot.height in AGAINST.get(shot.angle, frozenset()):
        yield impossible(
            shot,
            "height",
            f"from {shot.height.value} height nobody is seen at a {shot.angle.value} angle",
            "Leave the height to the angle, or choose another angle.",
        )


def check_move(shot: ShotSpec) -> Iterator[Finding]:
    """A move that leads nowhere: its end would be across the line or in the furniture."""
    if len(shot.camera) == 1 and shot.move not in ON_THE_SPOT:
        yield impossible(
            shot,
            "move",
            f"there is no place where its {shot.move.value} could end",
            "Give the figure somewhere to go, clear the camera's way, or let the shot stand.",
        )


def check_solved(shot: ShotSpec, figures: Sequence[Figure]) -> Iterator[Finding]:
    """The solved camera against what was asked: height, angle, size, place in the frame.

    Args:
        shot: The shot, its aspect and lens possible.
        figures: The cast.
    """
    mark = next((m for m in shot.marks if shot.subjects and m.figure == shot.subjects[0]), None)
    figure = next((f for f in figures if mark is not None and f.name == mark.figure), None)
    if not shot.camera or mark is None or figure is None or shot.aspect not in ASPECTS:
        return
    key = shot.camera[0]
    aim = aim_of(key, *_tangents(shot))
    if shot.framing in {Framing.POV, Framing.INSERT, Framing.ESTABLISHING}:
        return
    if shot.height is not None and shot.angle is not Angle.OVERHEAD:
        wanted = level_of(shot.height, figure, mark)
        if abs(key.eye[1] - wanted) > LEVEL_PLAY:
            yield impossible(
                shot,
                "height",
                f"a {shot.size.value} on {key.focal_mm:g} mm puts the camera at "
                f"{key.eye[1]:.2f} m, where {shot.height.value} height is {wanted:.2f} m",
                "Take a longer lens or a wider size, or leave the height open.",
            )
            return
    low, high = TIPS[shot.angle]
    if not low <= aim.pitch <= high and (shot.height is not None or shot.angle is not Angle.EYE):
        yield impossible(
            shot,
            "angle",
            f"the camera looks {abs(aim.pitch):.0f}° {'up' if aim.pitch > 0 else 'down'}: no "
            f"{shot.angle.value} angle",
            "Leave the height to the angle, or take another lens or size.",
        )
    yield from _held(shot, figure, mark, aim)


def _tangents(shot: ShotSpec) -> tuple[float, float]:
    wide, high = half_tangents(shot.lens, shot.aspect)
    scale = shot.lens.focal_mm / shot.camera[0].focal_mm
    return wide * scale, high * scale


def _held(shot: ShotSpec, figure: Figure, mark: Mark, aim: Aim) -> Iterator[Finding]:
    """Everybody who is framed has the face in the frame."""
    eye = shot.camera[0].eye
    if abs(shot.camera[0].roll) > 1 or shot.angle is Angle.OVERHEAD:
        return
    asked = shot.composition
    if figure.build is not Build.ANIMAL and shot.framing in FACES and asked.across is not None:
        across = project(landmark(figure, mark, "eye"), eye, aim)[0]
        if abs(across - asked.across) > 0.15:
            yield doubtful(
                shot,
                "composition.across",
                f"the face lies at {across:+.2f} across the frame, not at {asked.across:+.2f}",
                "Leave the place to the grammar, or lock the camera as it is.",
            )
    faces = [mark, *(m for m in shot.marks if m.figure in shot.subjects[1:])]
    for each in faces if shot.framing not in FACES else ():
        x, _, depth = project((each.at[0], each.at[1] + 1.4, each.at[2]), eye, aim)
        if depth > 0 and math.isfinite(x) and abs(x) > 1.0 and asked.across is not None:
            yield impossible(
                shot,
                "composition.across",
                f"with the frame so placed {each.figure} is out of it",
                "Centre the group, or take a wider size.",
            )
