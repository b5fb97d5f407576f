"""Framing: what a spec asks of a frame against what the renderer's mask shows.

Run it with ``python -m benchmarks.framing``.

Every size from extreme wide to close-up is solved for every angle, four lenses, four aspects,
builds, silhouettes and poses, and cast by the renderer's own rays. The top of the figure's mask
is held against the headroom of its size, the bottom against its footroom where the size shows
the soles; both as shares of the frame height. The landmark at the lower edge of a closer size is
held against the joint of the renderer's own skeleton.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import product
from pathlib import Path
from statistics import median

import numpy as np
from numpy.typing import NDArray

from secondunit.adapters.render.casting.scene import Scene
from secondunit.adapters.render.figures.mannequin import bones_of
from secondunit.adapters.render.lens import View, make_view
from secondunit.adapters.render.staged.motion import camera_at, players_at
from secondunit.adapters.render.staged.shot import Staged
from secondunit.adapters.render.staged.solids import turn_about_y
from secondunit.core.ids import LineId, SceneId, ShotId
from secondunit.core.timecode import Frames, Rate
from secondunit.film.shots.camera.grammar import SPANS
from secondunit.film.shots.camera.setup import Rig
from secondunit.film.shots.camera.sight import SetSight
from secondunit.film.shots.frame import frame_spec
from secondunit.film.shots.model import (
    Angle,
    Build,
    Camera,
    Figure,
    Framing,
    Lens,
    Mark,
    Move,
    PanelRequest,
    Pose,
    SetPlan,
    ShotSpec,
    Size,
)
from secondunit.film.shots.panel import panel_request
from secondunit.film.shots.tables import ShotTables, read_shot_tables

DATA = Path(__file__).parents[1] / "src" / "secondunit" / "data"
HEIGHT = 720
SIZES = (
    Size.EXTREME_WIDE, Size.WIDE, Size.FULL, Size.COWBOY, Size.MEDIUM, Size.MEDIUM_CLOSE,
    Size.CLOSE,
)  # fmt: skip
ANGLES = (Angle.EYE, Angle.HIGH, Angle.LOW)
LENSES = (25.0, 40.0, 65.0, 100.0)
ASPECTS = ("1.33", "1.85", "2.39", "9:16")
CAST = (
    (Build.WOMAN, 1.66, "bun"), (Build.MAN, 1.82, "short-hair"), (Build.CHILD, 1.15, "cap"),
    (Build.WOMAN, 1.72, "long-hair"), (Build.MAN, 1.75, "hat"), (Build.MAN, 1.70, "bald"),
)  # fmt: skip
POSES = (Pose.STAND, Pose.STAND, Pose.WALK, Pose.STAND, Pose.SIT, Pose.STAND, Pose.KNEEL)
JOINTS = {Size.MEDIUM: "waist"}
"""Landmarks at a lower edge that are joints of the skeleton."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Error:
    """How far one shot is off, as shares of the frame height; None where it cannot be seen."""

    size: Size
    angle: Angle
    pose: Pose
    top: float | None = None
    bottom: float | None = None
    joint: float | None = None


@lru_cache(maxsize=1)
def shot_tables() -> ShotTables:
    """The tables that ship."""
    return read_shot_tables((DATA / "shots.toml").read_text(encoding="utf-8"))


PLAN = SetPlan(name="FIELD", kind="open", pieces=(), width=80, depth=80, interior=False)


def errors() -> list[Error]:
    """The error of each shot of the sample."""
    found = []
    for place, (size, angle, focal, aspect) in enumerate(product(SIZES, ANGLES, LENSES, ASPECTS)):
        build, height, silhouette = CAST[place % len(CAST)]
        figure = _figure(build, height, silhouette)
        pose = POSES[place % len(POSES)]
        mark = Mark(figure="ADA", at=(0, 0, 0), facing=float(37 * place % 360), pose=pose)
        spec = _spec(size, angle, focal, aspect, mark)
        found.append(measure(spec, figure))
    return found


def measure(spec: ShotSpec, figure: Figure) -> Error:
    """Solve, cast and measure one shot."""
    solved = frame_spec(spec, _rig(figure, spec))
    request = panel_request(solved, PLAN, (figure,), 16 * HEIGHT, HEIGHT)
    view = make_view(request, solved.camera[0])
    scene = Staged(request).scene()
    rows = figure_rows(scene, view)
    span = SPANS[spec.size]
    whole = Error(size=spec.size, angle=spec.angle, pose=spec.marks[0].pose)
    if not rows.any():
        return replace(whole, top=1.0)
    lines = np.flatnonzero(rows)
    count = len(rows)
    bottom = abs((lines[-1] + 1) / count - (1 - span.footroom)) if span.footroom else None
    return replace(
        whole,
        top=abs(lines[0] / count - span.headroom),
        bottom=bottom,
        joint=_joint_error(request, view, spec),
    )


def dolly_zoom_drift() -> float:
    """The most that a figure's height in the frame changes through dolly zooms, as a share."""
    drift = 0.0
    for build, height, silhouette in CAST[:3]:
        figure = _figure(build, height, silhouette)
        mark = Mark(figure="ADA", at=(0, 0, 0), facing=20.0)
        spec = replace(_spec(Size.FULL, Angle.EYE, 50.0, "1.85", mark), move=Move.DOLLY_ZOOM)
        solved = frame_spec(spec, _rig(figure, spec))
        request = panel_request(solved, PLAN, (figure,), 1280, HEIGHT)
        heights = []
        for share in (0.0, 0.25, 0.5, 0.75, 1.0):
            view = make_view(request, camera_at(request, share, 0.0))
            seen = figure_rows(Staged(request).scene(), view)
            heights.append(float(seen.sum()) / len(seen))
        drift = max(drift, max(heights) - min(heights))
    return drift


def figure_rows(scene: Scene, view: View) -> NDArray[np.bool_]:
    """``(h,)``: which rows of the open window show a figure."""
    height, width = view.window.height, view.window.width
    # Columns about the middle of the figure are enough, and the frame may be very wide.
    step = max(1, width // 640)
    row, column = np.mgrid[0:height, 0:width:step]
    x, y = ((grid.ravel() + 0.5).astype(np.float32) for grid in (column, row))
    rays = view.directions(x, y)
    origins = np.empty_like(rays)
    origins[:] = view.eye.astype(np.float32)
    face = scene.caster.cast(origins, rays).face
    seen = scene.parts.figure[scene.part[face]] & (face >= 0)
    return np.asarray(seen.reshape(row.shape).any(axis=1), dtype=np.bool_)


def _figure(build: Build, height: float, silhouette: str) -> Figure:
    return Figure(
        name="ADA", build=build, height=height, colour=(196, 62, 58), accent=(58, 62, 84),
        hair=(60, 38, 28), silhouette=silhouette,
    )  # fmt: skip


def _rig(figure: Figure, spec: ShotSpec) -> Rig:
    return Rig(
        sight=SetSight(PLAN),
        figures={figure.name: figure},
        lenses=shot_tables().lenses,
        aspect=spec.aspect,
    )


def _joint_error(request: PanelRequest, view: View, spec: ShotSpec) -> float | None:
    name = JOINTS.get(spec.size)
    player = players_at(request, 0.0)[0]
    if name is None or player.mark.pose is Pose.LIE:
        return None
    joint = bones_of(player.figure, player.mark.pose, player.phase)[name]
    at = joint @ turn_about_y(player.mark.facing) + np.asarray(player.mark.at)
    y = float(view.project(at)[0, 1]) / view.window.height
    return abs(y - 1.0)


def _spec(size: Size, angle: Angle, focal: float, aspect: str, mark: Mark) -> ShotSpec:
    return ShotSpec(
        id=ShotId("framing"),
        scene=SceneId("framing"),
        number="1A",
        framing=Framing.SINGLE,
        size=size,
        angle=angle,
        lens=Lens(focal_mm=focal),
        move=Move.STATIC,
        subjects=("ADA",),
        marks=(mark,),
        camera=(Camera(eye=(0, 1, 5), target=(0, 1, 0), roll=0, focal_mm=focal),),
        covers=(LineId("line"),),
        spans=(),
        duration=Frames(48),
        rate=Rate(numerator=24),
        action="",
        aspect=aspect,
    )


def rows() -> list[tuple[str, str, str]]:
    """Rows of what, measured, bar."""
    found = errors()
    edges = [each for error in found for each in (error.top, error.bottom) if each is not None]
    joints = [error.joint for error in found if error.joint is not None]
    return [
        (
            f"framing against the rendered mask, {len(found)} shots: median, p95, worst",
            _spread(edges),
            "<= 0.5 %, <= 3 %",
        ),
        ("  crown", _spread([e.top for e in found if e.top is not None]), ""),
        ("  soles", _spread([e.bottom for e in found if e.bottom is not None]), ""),
        (
            "  height of the subject through a dolly zoom, most",
            f"{dolly_zoom_drift():.2%}",
            "<= 1 %",
        ),
        ("  waist of a medium shot, against the joint", _spread(joints), ""),
    ]


def _spread(values: list[float]) -> str:
    if not values:
        return "none"
    high = sorted(values)[min(len(values) - 1, int(0.95 * len(values)))]
    return f"{median(values):.2%}, {high:.2%}, {max(values):.2%}"


if __name__ == "__main__":
    for what, measured, bar in rows():
        print(f"{what:<72} {measured:>24}   {bar}")
