"""Cameras, marks and paths against the set, and looks against who is there."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from secondunit.core.finding import Finding
from secondunit.film.shots.camera.path import keys_of, legs_of
from secondunit.film.shots.camera.sight import SetSight, Solids
from secondunit.film.shots.limits.field import doubtful, impossible
from secondunit.film.shots.model import Figure, Framing, Mark, Pose, ShotSpec
from secondunit.film.shots.staging.way import in_the_way, met

OVER_EDGE = 1.5
"""Metres past the usable floor a mark may lie: in a doorway, at the kerb."""

RESTING = frozenset({Pose.SIT, Pose.LIE, Pose.DRIVE, Pose.KNEEL})
"""Poses that are on or in a piece of the set."""


def check_cast(shot: ShotSpec, figures: Sequence[Figure]) -> Iterator[Finding]:
    """Subjects without a mark, marks of nobody, two marks of one, gazes at nobody."""
    cast = {figure.name for figure in figures}
    marked = Counter(mark.figure for mark in shot.marks)
    seen = set(marked)
    for name, count in marked.items():
        if count > 1:
            yield impossible(
                shot, "marks", f"{name} stands on {count} marks at once", "Keep one mark of each."
            )
        if name not in cast:
            yield impossible(
                shot,
                "marks",
                f"{name or 'nobody'} has a mark but is not in the cast",
                "Name a figure of the production.",
            )
    missing = [name for name in shot.subjects if name not in seen]
    for name in missing if shot.framing not in {Framing.INSERT, Framing.ESTABLISHING} else ():
        yield impossible(
            shot, "subjects", f"{name} is framed but has no mark", f"Give {name} a mark in the set."
        )
    for mark in shot.marks:
        for gaze in {mark.gaze, *(key.gaze for key in mark.keys)} - {""}:
            if gaze == mark.figure:
                yield impossible(
                    shot, "marks.gaze", f"{gaze} looks at {gaze}", "Name somebody else, or nobody."
                )
            elif gaze not in seen and gaze not in cast:
                yield impossible(
                    shot,
                    "marks.gaze",
                    f"{mark.figure} looks at {gaze}, who is nobody of the cast",
                    "Name a figure of the production, or leave the gaze empty.",
                )


def check_marks(shot: ShotSpec, sight: SetSight) -> Iterator[Finding]:
    """Marks outside the set or inside what is solid, and ways that lead through it."""
    plan = sight.plan
    solids = in_the_way(plan)
    for mark in shot.marks:
        places = [mark.at, *(key.at for key in keys_of(mark))]
        off = max(max(abs(at[0]) - plan.width / 2, abs(at[2]) - plan.depth / 2) for at in places)
        if off > OVER_EDGE and plan.interior:
            yield impossible(
                shot,
                "marks.at",
                f"{mark.figure} stands {off:.1f} m outside {plan.name}",
                f"Keep marks within {plan.width:g} x {plan.depth:g} m about the middle.",
            )
        yield from _through(shot, mark, solids)


def _through(shot: ShotSpec, mark: Mark, solids: Solids) -> Iterator[Finding]:
    for start, end, _ in legs_of(mark):
        if mark.pose in RESTING:
            continue
        name = met(start, end, solids)
        if name:
            yield doubtful(
                shot,
                "marks.keys" if mark.keys else "marks.to",
                f"{mark.figure} walks through the {name}",
                "Lead the way round it with a key on the path, or move the piece.",
            )


def check_camera(shot: ShotSpec, sight: SetSight) -> Iterator[Finding]:
    """Cameras in the ground, inside furniture, or behind a wall that stays."""
    if shot.framing is Framing.POV:
        return
    for key in shot.camera:
        if key.eye[1] < 0.02:
            yield impossible(
                shot,
                "height",
                f"the camera would stand {-key.eye[1]:.2f} m below the ground",
                "Raise the camera, take a longer lens, or dig the hole and lock the height.",
            )
            return
        if sight.fixed.clearance(key.eye) <= 0.0:
            name = sight.fixed.inside(key.eye, 0.0) or "piece of the set"
            yield impossible(
                shot,
                "camera",
                f"the camera is inside a {name}",
                "Take another angle or lens, or mark the piece as wild.",
            )
            return
        walls = sight.walls
        if walls.blocked(key.eye, [key.target]):
            yield impossible(
                shot,
                "camera",
                "the camera looks through a wall that stays",
                "Take a wider lens or another angle, or mark the wall as wild.",
            )
            return
