"""Figures, sets and requests made by hand for the tests of the renderer."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from secondunit.core.ids import ShotId
from secondunit.film.shots.model import (
    Build,
    Camera,
    Figure,
    Lens,
    Mark,
    Move,
    PanelRequest,
    Piece,
    Pose,
    SetPlan,
    Shape,
    Vector,
)


def f32(numbers: Sequence[float] | Sequence[Sequence[float]]) -> NDArray[np.float32]:
    return np.array(numbers, dtype=np.float32)


RED, BLUE, GOLD = (196, 62, 58), (52, 104, 150), (232, 178, 60)


def figure(
    name: str = "ADA",
    build: Build = Build.WOMAN,
    height: float = 1.68,
    colour: tuple[int, int, int] = RED,
    silhouette: str = "short-hair",
) -> Figure:
    return Figure(
        name=name,
        build=build,
        height=height,
        colour=colour,
        accent=(58, 62, 84),
        hair=(60, 38, 28),
        silhouette=silhouette,
    )


ADA = figure()
BRAM = figure("BRAM", Build.MAN, 1.80, BLUE, "cap")
PIP = figure("PIP", Build.CHILD, 1.15, GOLD)
DOG = figure("dog", Build.ANIMAL, 0.55, (158, 112, 72))


def wall(centre: Vector, size: Vector, *, wild: bool = True) -> Piece:
    return Piece(
        shape=Shape.BOX,
        centre=centre,
        size=size,
        turn=0.0,
        colour=(200, 190, 170),
        wild=wild,
        name="wall",
    )


FRONT = wall((0, 1.3, 2.5), (6, 2.6, 0.1))
BACK = wall((0, 1.3, -2.5), (6, 2.6, 0.1))
TABLE = Piece(
    shape=Shape.BOX,
    centre=(1.2, 0.37, -0.8),
    size=(1.2, 0.74, 0.8),
    turn=20.0,
    colour=(150, 100, 60),
    name="table",
)


def yard(*pieces: Piece) -> SetPlan:
    return SetPlan(name="YARD", kind="open", pieces=pieces, width=20.0, depth=20.0, interior=False)


def room(*pieces: Piece) -> SetPlan:
    return SetPlan(name="ROOM", kind="room", pieces=pieces, width=6.0, depth=5.0, interior=True)


def camera(eye: Vector, target: Vector, focal: float = 35.0, roll: float = 0.0) -> Camera:
    return Camera(eye=eye, target=target, roll=roll, focal_mm=focal)


def request(
    *marks: Mark,
    figures: tuple[Figure, ...] = (ADA, BRAM, PIP, DOG),
    plan: SetPlan | None = None,
    keys: tuple[Camera, ...] = (camera((0, 1.4, 5.0), (0, 0.9, 0)),),
    aspect: str = "1.78",
    light: str = "day",
    move: Move = Move.STATIC,
    size: tuple[int, int] = (320, 180),
    shot: str = "shot-1",
) -> PanelRequest:
    return PanelRequest(
        shot=ShotId(shot),
        set=plan or yard(),
        figures=figures,
        marks=marks,
        camera=keys,
        lens=Lens(focal_mm=keys[0].focal_mm if keys else 35.0),
        aspect=aspect,
        light=light,
        width=size[0],
        height=size[1],
        move=move,
    )


def mark(
    name: str = "ADA",
    at: Vector = (0.0, 0.0, 0.0),
    facing: float = 0.0,
    pose: Pose = Pose.STAND,
    to: Vector | None = None,
    gaze: str = "",
    prop: str = "",
) -> Mark:
    return Mark(figure=name, at=at, facing=facing, pose=pose, to=to, gaze=gaze, prop=prop)


def reddish(picture: NDArray[np.uint8]) -> NDArray[np.bool_]:
    """Where the red costume is."""
    wide = picture.astype(int)
    found: NDArray[np.bool_] = (wide[..., 0] > 1.8 * wide[..., 1]) & (wide[..., 0] > 90)
    return found


def bluish(picture: NDArray[np.uint8]) -> NDArray[np.bool_]:
    """Where the blue costume is."""
    wide = picture.astype(int)
    found: NDArray[np.bool_] = (wide[..., 2] > 1.6 * wide[..., 0]) & (wide[..., 2] > 60)
    return found


def middle(mask: NDArray[np.bool_]) -> float:
    """Mean column of a mask."""
    return float(np.nonzero(mask)[1].mean())
