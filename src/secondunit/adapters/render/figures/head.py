"""Heads: skull, face and hair. Head axes: x to the left, y up, z forward; unit is the head."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from secondunit.adapters.render.mesh import Matter, Mesh, ball, shell, sphere, tube

Gaze = tuple[float, float]
"""Of the eyes in the head, degrees: to the left, up."""

_X = (1.0, 0.0, 0.0)
_RINGS, _SIDES = 32, 32


@lru_cache(maxsize=64)
def make_head(
    silhouette: str, gaze: Gaze, *, soft: bool, old: bool = False, hurt: bool = False
) -> tuple[Mesh, ...]:
    """A head with its face, hair and head-dress, centred between crown and chin; made once.

    Args:
        silhouette: As of the figure.
        gaze: Where the eyes look.
        soft: A rounder jaw and longer default hair.
        old: Lines beside the mouth and under the eyes.
        hurt: A bandage round the brow.
    """
    skull = _skull(soft=soft)
    meshes = [shell(skull, Matter("skin", "head")), *_face(gaze, soft=soft)]
    style = _STYLES.get(silhouette)
    if style is None:
        style = _bob if soft else _short
    meshes += _years(soft=soft) if old else []
    meshes += _bandage() if hurt else []
    return (*meshes, *style(skull))


def _skull(*, soft: bool) -> NDArray[np.float64]:
    """The grid of a skull with a jaw."""
    way = sphere(_RINGS, _SIDES)
    turn = np.arctan2(way[..., 0], way[..., 2])
    x, z = _ring(way[..., 1], turn, soft=soft)
    return np.stack([x, 0.5 * way[..., 1], z], axis=-1)


def _ring(
    rise: NDArray[np.float64], turn: NDArray[np.float64], *, soft: bool
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """x and z of the skull at a height (-1 to 1) and an angle from the front."""
    low = np.clip(-rise, 0, 1)
    level = np.sqrt(np.clip(1 - rise * rise, 0, 1)) ** np.where(rise < 0, 0.80, 0.74)
    jaw = 1 - (0.36 if soft else 0.27) * low**1.3
    front = np.cos(turn)
    back = np.where(front < 0, 1 - 0.36 * low, 1 - 0.16 * low)
    x = 0.340 * level * np.sin(turn) * jaw
    z = 0.420 * level * front * back + 0.13 * low**2
    return x, z


def _on_face(x: float, y: float, *, soft: bool) -> tuple[float, float, float]:
    """The point of the face before a place seen from the front."""
    rise = np.array(y / 0.5)
    widest, _ = _ring(rise, np.array(np.pi / 2), soft=soft)
    turn = np.arcsin(np.clip(x / widest, -0.999, 0.999))
    _, z = _ring(rise, np.asarray(turn), soft=soft)
    return (x, y, float(z))


def _face(gaze: Gaze, *, soft: bool) -> list[Mesh]:
    """Eyes that look somewhere, brows, nose, mouth and ears."""
    meshes = [
        tube(
            [(0, 0.05, 0.375), (0, -0.05, 0.405), (0, -0.125, 0.455), (0, -0.160, 0.425)],
            (0.026, 0.034, 0.052, 0.048), (0.03, 0.04, 0.04, 0.03), _X, Matter("skin", "nose"),
            sides=12,
        )
    ]  # fmt: skip
    for out in (-1.0, 1.0):
        meshes += _eye(out, gaze, soft=soft)
        meshes.append(
            ball(
                (out * 0.335, -0.045, -0.03), (0.032, 0.10, 0.062), Matter("skin", "ear"), sides=12
            )
        )
    half = 0.088 if soft else 0.102
    mouth = [(half * a, -0.272 + 0.012 * a * a) for a in _SPREAD]
    meshes.append(_stroke([_on_face(x, y, soft=soft) for x, y in mouth], 0.013, "mouth"))
    lip = [(half * 0.42 * a, -0.318) for a in _SPREAD]
    return [*meshes, _stroke([_on_face(x, y, soft=soft) for x, y in lip], 0.006, "mouth")]


def _eye(out: float, gaze: Gaze, *, soft: bool) -> list[Mesh]:
    left, up = np.sin(np.radians(np.clip(gaze, (-38, -24), (38, 24))))
    eye = np.array(_on_face(out * 0.138, 0.012, soft=soft)) - (0, 0, 0.034)
    seen = _on_face(out * 0.138 + 0.062 * left, 0.012 + 0.035 * up, soft=soft)
    iris = np.array(seen) - (0, 0, 0.006)
    lash = [(0.138 + a * 0.072, 0.040 - 0.022 * a * a) for a in (-1.0, -0.5, 0.1, 0.6, 1.05)]
    brow = [(0.138 + a, 0.128 - 0.22 * abs(a - 0.02)) for a in (-0.085, -0.03, 0.03, 0.09)]
    return [
        ball(eye, (0.068, 0.042, 0.045), Matter("eye", "eye"), sides=14),
        ball(iris, (0.029, 0.035, 0.020), Matter("line", "iris"), sides=12),
        _stroke([_on_face(out * x, y, soft=soft) for x, y in lash], 0.012, "lash"),
        _stroke([_on_face(out * x, y, soft=soft) for x, y in brow], 0.018, "brow"),
    ]  # fmt: skip


def _years(*, soft: bool) -> list[Mesh]:
    """The lines of an old face: beside nose and mouth, under the eyes."""
    meshes = []
    for out in (-1.0, 1.0):
        for path in (
            ((0.075, -0.150), (0.108, -0.195), (0.128, -0.245), (0.125, -0.285)),
            ((0.090, -0.052), (0.135, -0.070), (0.180, -0.058)),
            ((-0.09, 0.225), (0.0, 0.232), (0.09, 0.225)),
        ):
            points = [_on_face(out * x, y, soft=soft) for x, y in path]
            meshes.append(_stroke(points, 0.006, "wrinkle"))
    return meshes


def _bandage() -> list[Mesh]:
    band = tube(
        [(0, 0.155, 0.0), (0, 0.22, -0.01), (0, 0.30, -0.02)], (0.385, 0.385, 0.365),
        (0.455, 0.455, 0.435), _X, Matter("bandage", "bandage"), sides=28, round_ends=False,
    )  # fmt: skip
    stain = ball((0.16, 0.225, 0.41), (0.075, 0.045, 0.03), Matter("blood", "stain"), sides=12)
    return [band, stain]


_SPREAD = (-1.0, -0.5, 0.0, 0.5, 1.0)


def _stroke(path: Sequence[object], thick: float, part: str) -> Mesh:
    points = np.array(path, dtype=np.float64)
    width = np.full(len(points), thick)
    width[[0, -1]] *= 0.55
    material = "hair-line" if part == "brow" else "line"
    return tube(points, width.tolist(), None, (0.0, 1.0, 0.2), Matter(material, part), sides=8)


def _cap_of_hair(
    skull: NDArray[np.float64], fringe: float, nape: float, thick: float, material: str = "hair"
) -> Mesh:
    """Hair as a second skull: outside it where hair grows, inside it elsewhere.

    Args:
        skull: The skull's grid.
        fringe: Height of the hairline over the face, -0.5 to 0.5.
        nape: Height of the hairline at the back.
        thick: How far the hair stands off.
        material: ``hair``, or ``head`` for a cap or a hood.
    """
    front = np.clip((skull[..., 2] / 0.42 + 0.25) / 0.85, 0, 1)
    front = front * front * (3 - 2 * front)
    line = nape + (fringe - nape) * front
    grows = np.clip((skull[..., 1] - line) / 0.13 + 0.5, 0, 1)
    grows = grows * grows * (3 - 2 * grows)
    size = 0.90 + (0.10 + thick) * grows
    whole = shell(skull * size[..., None], Matter(material, "hair"))
    outside = np.append(grows.ravel() > 0, [False, True])  # the two last points are the poles
    return replace(whole, faces=whole.faces[outside[whole.faces].any(axis=1)])


def _short(skull: NDArray[np.float64]) -> list[Mesh]:
    return [_cap_of_hair(skull, 0.27, -0.20, 0.075)]


def _bob(skull: NDArray[np.float64]) -> list[Mesh]:
    fall = tube(
        [(0, 0.10, -0.10), (0, -0.12, -0.13), (0, -0.34, -0.15), (0, -0.50, -0.13)],
        (0.39, 0.43, 0.42, 0.34), (0.33, 0.30, 0.27, 0.20), _X, Matter("hair", "hair"), sides=24,
    )  # fmt: skip
    return [_cap_of_hair(skull, 0.29, -0.30, 0.10), fall]


def _long(skull: NDArray[np.float64]) -> list[Mesh]:
    fall = tube(
        [(0, 0.10, -0.12), (0, -0.20, -0.17), (0, -0.55, -0.22), (0, -0.95, -0.28),
         (0, -1.25, -0.30)],
        (0.39, 0.43, 0.44, 0.38, 0.22), (0.31, 0.27, 0.20, 0.15, 0.08), _X,
        Matter("hair", "hair"), sides=24,
    )  # fmt: skip
    return [_cap_of_hair(skull, 0.30, -0.30, 0.10), fall]


def _bun(skull: NDArray[np.float64]) -> list[Mesh]:
    knot = ball((0, 0.36, -0.40), (0.20, 0.19, 0.19), Matter("hair", "bun"))
    return [_cap_of_hair(skull, 0.30, -0.24, 0.06), knot]


def _bald(skull: NDArray[np.float64]) -> list[Mesh]:
    del skull
    return []


def _peaked_cap(skull: NDArray[np.float64]) -> list[Mesh]:
    crown = _cap_of_hair(skull, 0.20, 0.06, 0.16, "head")
    peak = tube(
        [(0, 0.215, 0.26), (0, 0.205, 0.42), (0, 0.185, 0.54), (0, 0.165, 0.62), (0, 0.155, 0.66)],
        (0.345, 0.335, 0.290, 0.200, 0.05), (0.03, 0.028, 0.024, 0.018, 0.008), _X,
        Matter("head", "peak"), sides=24, round_ends=False,
    )  # fmt: skip
    return [_cap_of_hair(skull, 0.16, -0.22, 0.06), _renamed(crown, "cap"), peak]


def _hat(skull: NDArray[np.float64]) -> list[Mesh]:
    brim = tube(
        [(0, 0.20, 0.02), (0, 0.225, 0.02)], (0.66, 0.64), (0.72, 0.70), _X,
        Matter("head", "brim"), sides=32, round_ends=False,
    )  # fmt: skip
    crown = tube(
        [(0, 0.22, 0), (0, 0.30, 0), (0, 0.48, 0), (0, 0.61, 0), (0, 0.64, 0)],
        (0.40, 0.40, 0.375, 0.32, 0.10), (0.46, 0.46, 0.435, 0.38, 0.12), _X,
        Matter("head", "crown"), sides=28, round_ends=False,
    )  # fmt: skip
    band = tube(
        [(0, 0.225, 0), (0, 0.30, 0)], (0.41, 0.408), (0.47, 0.468), _X, Matter("line", "band"),
        sides=28, round_ends=False,
    )  # fmt: skip
    return [_cap_of_hair(skull, 0.16, -0.22, 0.06), brim, crown, band]


def _hood(skull: NDArray[np.float64]) -> list[Mesh]:
    cowl = _cap_of_hair(skull * (1.0, 1.0, 1.06), 0.33, -0.62, 0.27, "head")
    drape = tube(
        [(0, -0.20, -0.20), (0, -0.42, -0.20), (0, -0.62, -0.14)],
        (0.42, 0.44, 0.46), (0.26, 0.27, 0.30), _X, Matter("head", "cowl"), sides=24,
    )  # fmt: skip
    return [_cap_of_hair(skull, 0.27, -0.20, 0.05), _renamed(cowl, "cowl"), drape]


def _renamed(mesh: Mesh, part: str) -> Mesh:
    return replace(mesh, part=part)


_STYLES: dict[str, Callable[[NDArray[np.float64]], list[Mesh]]] = {
    "short-hair": _short,
    "long-hair": _long,
    "bun": _bun,
    "bald": _bald,
    "cap": _peaked_cap,
    "hat": _hat,
    "hood": _hood,
}
