"""Framing of those who do not stand: on seats, lying, animals; eyes of an ECU; a held thing.

Run it with ``python -m benchmarks.framing_poses``. As :mod:`benchmarks.framing`: what the solver
framed against what the renderer drew, as shares of the frame height.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import product

import numpy as np
from benchmarks.framing import (
    CAST,
    HEIGHT,
    _figure,
    _rig,
    _spec,
    _spread,
    figure_rows,
    measure,
)

from secondunit.adapters.render.lens import make_view
from secondunit.adapters.render.passes.moment import in_world
from secondunit.adapters.render.staged.shot import Staged
from secondunit.film.shots.camera.sight import SetSight
from secondunit.film.shots.frame import frame_spec
from secondunit.film.shots.model import (
    Angle,
    Build,
    Figure,
    Framing,
    Mark,
    PanelRequest,
    Piece,
    Pose,
    SetPlan,
    Shape,
    ShotSpec,
    Size,
)
from secondunit.film.shots.panel import panel_request

SEATS = (0.38, 0.44, 0.46, 0.50)
"""Heights of a sofa, a chair, a bench and a high chair, metres."""
CLOSER = (Size.FULL, Size.COWBOY, Size.MEDIUM, Size.MEDIUM_CLOSE, Size.CLOSE)
ANIMALS = (("dog", 0.55), ("horse", 1.6), ("cat", 0.28), ("cow", 1.4))


def _seat(height: float) -> SetPlan:
    piece = Piece(
        shape=Shape.BOX, centre=(0.0, height / 2, 0.0), size=(0.6, height, 0.6), turn=0.0,
        colour=(120, 110, 90), name="chair",
    )  # fmt: skip
    return SetPlan(name="FIELD", kind="open", pieces=(piece,), width=80, depth=80, interior=False)


def _solved(spec: ShotSpec, figure: Figure, plan: SetPlan) -> PanelRequest:
    rig = replace(_rig(figure, spec), sight=SetSight(plan))
    return panel_request(frame_spec(spec, rig), plan, (figure,), 4 * HEIGHT, HEIGHT)


def _top_error(request: PanelRequest, headroom: float) -> float:
    rows = figure_rows(Staged(request).scene(), make_view(request, request.camera[0]))
    return abs(float(np.flatnonzero(rows)[0]) / len(rows) - headroom) if rows.any() else 1.0


def seated() -> list[float]:
    """Headroom of people on seats."""
    from secondunit.film.shots.camera.grammar import SPANS

    found = []
    for place, (size, height) in enumerate(product(CLOSER, SEATS)):
        build, tall, silhouette = CAST[place % len(CAST)]
        if build is Build.CHILD:
            build, tall, silhouette = CAST[0]
        mark = Mark(figure="ADA", at=(0, 0, 0), facing=float(37 * place % 360), pose=Pose.SIT)
        spec = _spec(size, (Angle.EYE, Angle.HIGH)[place % 2], 40.0, "1.85", mark)
        request = _solved(spec, _figure(build, tall, silhouette), _seat(height))
        found.append(_top_error(request, SPANS[size].headroom))
    return found


def lying() -> list[float]:
    """How much of a figure that lies is cut by the frame that is to hold all of it, as a share."""
    found = []
    for place, size in enumerate((Size.FULL, Size.WIDE) * 4):
        figure = _figure(*CAST[place % len(CAST)])
        mark = Mark(figure="ADA", at=(0, 0.5, 0), facing=float(53 * place % 360), pose=Pose.LIE)
        spec = _spec(size, Angle.EYE, 40.0, "1.85", mark)
        request = _solved(spec, figure, replace(_seat(0.5), pieces=()))
        view = make_view(request, request.camera[0])
        (placed,) = Staged(request).bodies()
        points = np.concatenate([mesh.points for mesh in placed[1].meshes])
        spots = view.project(in_world(placed, points))
        inside = (
            (spots[:, 0] > 0) & (spots[:, 0] < view.window.width)
            & (spots[:, 1] > 0) & (spots[:, 1] < view.window.height)
        )  # fmt: skip
        found.append(1.0 - float(inside.mean()))
    return found


def animals() -> list[float]:
    """Headroom of animals."""
    found = []
    for place, ((kind, tall), size) in enumerate(product(ANIMALS, (Size.FULL, Size.WIDE))):
        figure = replace(_figure(Build.ANIMAL, tall, "short-hair"), kind=kind)
        mark = Mark(figure="ADA", at=(0, 0, 0), facing=float(61 * place % 360))
        error = measure(_spec(size, Angle.EYE, 40.0, "1.85", mark), figure)
        found.append(error.top if error.top is not None else 1.0)
    return found


def eyes() -> list[float]:
    """Where the eyes of an extreme close-up are drawn, against where the solver had them."""
    from secondunit.film.shots.camera.body import landmark

    found = []
    for place, (build, tall, silhouette) in enumerate(CAST):
        for pose in (Pose.STAND, Pose.SIT):
            figure = _figure(build, tall, silhouette)
            mark = Mark(figure="ADA", at=(0, 0, 0), facing=float(41 * place % 360), pose=pose)
            spec = _spec(Size.EXTREME_CLOSE, Angle.EYE, 85.0, "1.85", mark)
            request = _solved(spec, figure, replace(_seat(0.5), pieces=()))
            view = make_view(request, request.camera[0])
            (placed,) = Staged(request).bodies()
            drawn = np.concatenate([m.points for m in placed[1].meshes if m.material == "eye"])
            y = view.project(in_world(placed, drawn))[:, 1].mean()
            wanted = view.project(np.array(landmark(figure, mark, "eye")))[0, 1]
            found.append(abs(float(y - wanted)) / view.window.height)
    return found


def held() -> list[float]:
    """How far from the middle a held thing is drawn that an insert shows."""
    found = []
    for place, prop in enumerate(("key", "letter", "cup", "phone", "photo", "contraption")):
        figure = _figure(*CAST[place % 2])
        facing = float(59 * place % 360)
        mark = Mark(figure="ADA", at=(0, 0, 0), facing=facing, pose=Pose.HOLD, prop=prop)
        spec = replace(_spec(Size.INSERT, Angle.EYE, 65.0, "1.85", mark), framing=Framing.INSERT)
        request = _solved(spec, figure, replace(_seat(0.5), pieces=()))
        view = make_view(request, request.camera[0])
        (placed,) = Staged(request).bodies()
        drawn = np.concatenate(
            [
                m.points
                for m in placed[1].meshes
                if m.part.startswith("prop") or m.material == "prop"
            ]
        )
        spots = view.project(in_world(placed, drawn))
        y = (spots[:, 1].max() + spots[:, 1].min()) / 2
        found.append(abs(float(y) / view.window.height - 0.5))
    return found


def rows() -> list[tuple[str, str, str]]:
    """Rows of what, measured, bar."""
    bar = "<= 0.5 %, <= 3 %"
    return [
        ("headroom of who sits on a seat: median, p95, worst", _spread(seated()), bar),
        ("  share of who lies that the frame cuts", _spread(lying()), bar),
        ("  headroom of animals", _spread(animals()), bar),
        ("  eyes of an extreme close-up", _spread(eyes()), bar),
        ("  a held thing, off the middle of its insert", _spread(held()), "printed"),
    ]


if __name__ == "__main__":
    for what, measured, bar in rows():
        print(f"{what:<58} {measured:>28}   {bar}")
