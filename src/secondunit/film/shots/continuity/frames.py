"""What must hold within a frame: the shoulder of an over-shoulder, room to look, clear faces.

Source: design page on previs, section 5: foreground shoulder 15 to 35 % of the width, the far
face in the opposite third and not hidden; 1.2 times as much room before a look as behind it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from secondunit.core.finding import Finding, Severity
from secondunit.film.shots.camera.body import SHOULDER_HALF, landmark
from secondunit.film.shots.camera.geometry import aim_of, project
from secondunit.film.shots.camera.grammar import half_tangents
from secondunit.film.shots.camera.sight import passes_body
from secondunit.film.shots.continuity.eyelines import gaze_sign
from secondunit.film.shots.continuity.moments import first_mark, is_single
from secondunit.film.shots.model import Angle, Figure, Framing, Lens, Mark, ShotSpec, Size

LEAST_SHOULDER, MOST_SHOULDER = 0.07, 0.42
"""Share of the width outside of which a shoulder is no over-shoulder any more; the trade's own
15 to 35 % are what is aimed at, and a little more or less is no fault."""

LEAD = 1.2
"""Least room before a look, over the room behind."""

OF_SEVERAL = frozenset({Framing.MASTER, Framing.GROUP, Framing.TWO_SHOT})

LOOKED_AT = frozenset({Size.MEDIUM, Size.MEDIUM_CLOSE, Size.CLOSE})


@dataclass(frozen=True, slots=True)
class _Seen:
    """A landmark on the frame: across and up, -1 to 1; depth in metres; half the width's slope."""

    x: float
    y: float
    depth: float
    wide: float


def check_frames(shots: Sequence[ShotSpec], figures: Mapping[str, Figure]) -> Iterator[Finding]:
    """Errors for hidden faces of over-shoulders, warnings for their shoulders and for whoever a
    frame of several hides, notes on lead room.

    Args:
        shots: Shots of one scene.
        figures: The cast by name; whoever is missing is not checked.
    """
    for shot in shots:
        if shot.place:
            continue
        if shot.framing is Framing.OVER_SHOULDER:
            yield from _shoulder(shot, figures)
        elif shot.framing in OF_SEVERAL and shot.angle is not Angle.OVERHEAD:
            yield from _hidden(shot, figures)
        elif is_single(shot) and shot.size in LOOKED_AT:
            yield from _lead(shot, figures)


def _see(shot: ShotSpec, figure: Figure, mark: Mark, part: str) -> _Seen:
    key = shot.camera[0]
    lens = Lens(
        focal_mm=key.focal_mm,
        sensor_width_mm=shot.lens.sensor_width_mm,
        sensor_height_mm=shot.lens.sensor_height_mm,
        squeeze=shot.lens.squeeze,
        crop=shot.lens.crop,
    )
    wide, high = half_tangents(lens, shot.aspect)
    x, y, depth = project(landmark(figure, mark, part), key.eye, aim_of(key, wide, high))
    return _Seen(x, y, depth, wide)


def _shoulder(shot: ShotSpec, figures: Mapping[str, Figure]) -> Iterator[Finding]:
    pair = [(figures.get(name), first_mark(shot, name)) for name in shot.subjects[:2]]
    if len(pair) < 2:
        return
    (far, far_mark), (near, near_mark) = pair
    if far is None or far_mark is None or near is None or near_mark is None:
        return
    face, shoulder = _see(shot, far, far_mark, "eye"), _see(shot, near, near_mark, "shoulder")
    if passes_body(
        shot.camera[0].eye, landmark(far, far_mark, "eye"), near_mark.at, near.height
    ) and abs(face.x - _see(shot, near, near_mark, "crown").x) < _head(near, shoulder):
        yield _finding(
            shot, Severity.ERROR, "face-hidden",
            f"{near_mark.figure} hides the face of {far_mark.figure}",
            "Move the camera off the line, or higher.",
        )  # fmt: skip
    half = SHOULDER_HALF * near.height / (max(shoulder.depth, 0.05) * shoulder.wide)
    cover = max(0.0, min(1.0, shoulder.x + half) - max(-1.0, shoulder.x - half)) / 2
    if shoulder.depth < 0.05 or not LEAST_SHOULDER <= cover <= MOST_SHOULDER:
        yield _finding(
            shot, Severity.WARNING, "shoulder",
            f"the shoulder of {near_mark.figure} takes {100 * cover:.0f} % of the width",
            "Frame it at 15 to 35 %, or make the shot a single.",
        )  # fmt: skip
    elif face.x * shoulder.x > 0:
        yield _finding(
            shot, Severity.WARNING, "shoulder",
            f"{far_mark.figure} and the shoulder of {near_mark.figure} share a side of the frame",
            "Put the face in the third away from the shoulder.",
        )  # fmt: skip


def _hidden(shot: ShotSpec, figures: Mapping[str, Figure]) -> Iterator[Finding]:
    """Whom of those a frame is built on another stands before."""
    eye = shot.camera[0].eye
    cast = [(mark, figures[mark.figure]) for mark in shot.marks if mark.figure in figures]
    for mark, figure in cast:
        if mark.figure not in shot.subjects:
            continue
        face = landmark(figure, mark, "eye")
        before = [
            other.figure
            for other, body in cast
            if other.figure != mark.figure
            and passes_body(eye, face, other.at, landmark(body, other, "crown")[1] - other.at[1])
        ]
        if before:
            yield _finding(
                shot, Severity.WARNING, "hidden",
                f"{before[0]} stands before {mark.figure}, whom the shot is to show, and no "
                "better place was found on this side of the line",
                f"Move {mark.figure} or {before[0]}, take a higher angle, or give "
                f"{mark.figure} a shot of their own.",
            )  # fmt: skip


def _head(figure: Figure, seen: _Seen) -> float:
    """Half the width of a head on the frame."""
    return 0.055 * figure.height / (max(seen.depth, 0.05) * seen.wide)


def _lead(shot: ShotSpec, figures: Mapping[str, Figure]) -> Iterator[Finding]:
    sign, name = gaze_sign(shot), shot.subjects[0]
    mark, figure = first_mark(shot, name), figures.get(name)
    if not sign or mark is None or figure is None:
        return
    x = _see(shot, figure, mark, "eye").x
    before, behind = 1 - sign * x, 1 + sign * x
    if before < LEAD * behind:
        yield _finding(
            shot, Severity.NOTE, "lead-room",
            f"{name} has {before / max(behind, 1e-6):.1f} times as much room before as behind",
            "Give the side that is looked to at least 1.2 times the room.",
        )  # fmt: skip


def _finding(shot: ShotSpec, severity: Severity, rule: str, message: str, remedy: str) -> Finding:
    return Finding(
        severity=severity,
        rule=f"shots.{rule}",
        where=f"shot {shot.number}",
        message=message,
        remedy=remedy,
    )
