"""Vehicles as figures: simple bodies on wheels, or a hull. Body axes as of people."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

import numpy as np

from secondunit.adapters.render.mesh import Matter, Mesh, ball, block, tube

_X = (1.0, 0.0, 0.0)
Profile = Sequence[tuple[float, float]]
"""Corners z, y of a convex side view, anticlockwise as seen from the left, metres."""


def make_vehicle(kind: str, height: float) -> list[Mesh]:
    """A vehicle by its kind, scaled to its height; what has no shape of its own is a car.

    Args:
        kind: Its shape: ``car``, ``van``, ``truck``, ``bus``, ``bicycle``, ``motorcycle``,
            ``boat``, ``carriage``.
        height: Of its roof (of a boat: its gunwale, of a bicycle: its handlebar), metres.
    """
    words = kind.casefold().split()
    own, make = next((_SHAPES[word] for word in words if word in _SHAPES), _SHAPES["car"])
    scale = np.float32(height / own)
    return [replace(mesh, points=mesh.points * scale) for mesh in make()]


def _slab(profile: Profile, half: float, matter: Matter, pinch: float = 1.0) -> list[Mesh]:
    """A convex side view drawn out to both sides; ``pinch`` narrows its top corners."""
    low = min(y for _, y in profile)
    high = max(y for _, y in profile)
    width = [half * (1 + (pinch - 1) * (y - low) / max(high - low, 1e-6)) for _, y in profile]
    rights = np.array([(w, y, z) for (z, y), w in zip(profile, width, strict=True)])
    lefts = rights * (-1, 1, 1)
    count = len(profile)
    fan = [[0, n, n + 1] for n in range(1, count - 1)]
    meshes = [
        _flat(rights, fan, _side(matter, "right"), np.array([1.0, 0.0, 0.0])),
        _flat(lefts, fan, _side(matter, "left"), np.array([-1.0, 0.0, 0.0])),
    ]
    middle = rights.mean(axis=0) * (0, 1, 1)
    for n in range(count):
        after = (n + 1) % count
        square = np.array([rights[n], rights[after], lefts[after], lefts[n]])
        normal = np.cross(square[1] - square[0], square[2] - square[0])
        if np.dot(normal, square.mean(axis=0) - middle) < 0:
            normal = -normal
        meshes.append(_flat(square, [[0, 1, 2], [0, 2, 3]], _side(matter, str(n)), normal))
    return meshes


def _side(matter: Matter, end: str) -> Matter:
    """The same matter, another part of it."""
    return Matter(matter.material, f"{matter.part}/{end}")


def _flat(
    points: np.ndarray, faces: Sequence[Sequence[int]], matter: Matter, normal: np.ndarray
) -> Mesh:
    unit = normal / (np.linalg.norm(normal) + 1e-12)
    return Mesh(
        points=points.astype(np.float32),
        normals=np.tile(unit, (len(points), 1)).astype(np.float32),
        faces=np.array(faces, dtype=np.int32),
        material=matter.material,
        part=matter.part,
    )


def _wheel(x: float, z: float, radius: float, wide: float) -> list[Mesh]:
    out = np.sign(x) or 1.0
    centre = np.array([x, radius, z])
    half = np.array([wide / 2, 0.0, 0.0])
    name = f"wheel{x:+.1f}{z:+.1f}"
    tyre = tube([centre - half, centre + half], [radius] * 2, None, (0, 1, 0),
                Matter("tyre", name), sides=24, round_ends=False)  # fmt: skip
    hub = tube([centre, centre + half * out * 1.06], [radius * 0.56] * 2, None, (0, 1, 0),
               Matter("metal", name), sides=18, round_ends=False)  # fmt: skip
    return [tyre, hub]


def _four(x: float, front: float, back: float, radius: float) -> list[Mesh]:
    return [
        mesh for z in (front, back) for side in (-x, x) for mesh in _wheel(side, z, radius, 0.21)
    ]


def _lights(x: float, y: float, front: float, back: float) -> list[Mesh]:
    meshes = []
    for side in (-x, x):
        lamp = (0.11, 0.075, 0.04)
        meshes.append(ball((side, y, front), lamp, Matter("eye", f"lamp{side:+.0f}"), sides=12))
        rear = (0.09, 0.07, 0.03)
        meshes.append(ball((side, y, back), rear, Matter("blood", f"rear{side:+.0f}"), sides=12))
    return meshes


def _car() -> list[Mesh]:
    coat, glass = Matter("coat", "body"), Matter("glass", "glass")
    body = ((-2.15, 0.34), (2.1, 0.32), (2.2, 0.55), (2.05, 0.72), (0.95, 0.90), (-1.95, 0.94),
            (-2.2, 0.80))  # fmt: skip
    cabin = ((-1.60, 0.90), (0.98, 0.88), (0.28, 1.40), (-1.0, 1.42))
    roof = ((-1.06, 1.40), (0.32, 1.385), (0.22, 1.43), (-0.95, 1.45))
    pillar = ((-0.42, 0.90), (-0.30, 0.90), (-0.30, 1.41), (-0.42, 1.41))
    return [
        *_slab(body, 0.88, coat, 0.94),
        *_slab(cabin, 0.80, glass, 0.80),
        *_slab(roof, 0.66, Matter("coat", "roof"), 0.95),
        *_slab(pillar, 0.81, Matter("coat", "pillar"), 0.80),
        *_four(0.80, 1.38, -1.32, 0.33),
        *_lights(0.62, 0.62, 2.13, -2.17),
        *block((0, 0.40, 2.18), (1.5, 0.14, 0.12), Matter("metal", "bumper")),
    ]


def _van() -> list[Mesh]:
    body = ((-2.4, 0.38), (2.25, 0.36), (2.4, 0.62), (2.3, 0.98), (1.25, 1.85), (0.9, 1.98),
            (-2.35, 2.0), (-2.45, 0.9))  # fmt: skip
    pane = ((0.72, 1.16), (1.92, 1.16), (1.34, 1.72), (0.72, 1.74))
    screen = ((2.04, 1.16), (2.12, 1.20), (1.44, 1.78), (1.36, 1.74))
    return [
        *_slab(body, 0.95, Matter("coat", "body"), 0.93),
        *_slab(pane, 0.945, Matter("glass", "pane"), 0.975),
        *_slab(screen, 0.86, Matter("glass", "screen"), 0.94),
        *_four(0.86, 1.55, -1.5, 0.35),
        *_lights(0.72, 0.72, 2.36, -2.42),
        *block((0, 0.42, 2.38), (1.7, 0.16, 0.10), Matter("metal", "bumper")),
    ]


def _truck() -> list[Mesh]:
    cab = ((1.7, 0.55), (3.35, 0.5), (3.5, 0.8), (3.45, 1.55), (3.15, 2.45), (1.7, 2.5))
    pane = ((2.1, 1.5), (3.0, 1.5), (2.85, 2.2), (2.1, 2.2))
    screen = ((3.42, 1.58), (3.50, 1.60), (3.26, 2.36), (3.18, 2.32))
    load = ((-3.4, 0.85), (1.5, 0.85), (1.5, 3.0), (-3.4, 3.0))
    return [
        *_slab(cab, 1.1, Matter("coat", "cab"), 0.96),
        *_slab(pane, 1.105, Matter("glass", "pane"), 0.985),
        *_slab(screen, 0.98, Matter("glass", "screen")),
        *_slab(load, 1.2, Matter("prop", "load")),
        *block((0, 0.72, -0.9), (0.9, 0.2, 5.2), Matter("tyre", "chassis")),
        *_four(1.0, 2.7, -2.3, 0.5),
        *_four(1.0, -1.1, -1.1, 0.5)[:4],
        *_lights(0.85, 0.85, 3.47, -3.42),
    ]


def _bus() -> list[Mesh]:
    body = ((-4.6, 0.42), (4.5, 0.42), (4.7, 0.7), (4.6, 2.85), (4.4, 3.0), (-4.6, 3.0))
    meshes = _slab(body, 1.22, Matter("coat", "body"), 0.97)
    for n in range(6):
        z = -3.9 + n * 1.35
        pane = ((z, 1.45), (z + 1.15, 1.45), (z + 1.15, 2.45), (z, 2.45))
        meshes += _slab(pane, 1.215, Matter("glass", f"pane{n}"), 0.995)
    screen = ((4.62, 1.35), (4.72, 1.35), (4.66, 2.6), (4.56, 2.6))
    return [
        *meshes,
        *_slab(screen, 1.08, Matter("glass", "screen")),
        *_four(1.1, 3.0, -2.8, 0.48),
        *_lights(0.95, 0.82, 4.67, -4.62),
    ]


def _tubes(paths: Sequence[Sequence[tuple[float, float, float]]], thick: float) -> list[Mesh]:
    return [
        tube(path, [thick] * len(path), None, (0.31, 0.9, 0.1), Matter("coat", f"tube{n}"), sides=8)
        for n, path in enumerate(paths)
    ]


def _ring(z: float, radius: float, thick: float) -> list[Mesh]:
    angle = np.linspace(0, 2 * np.pi, 29)
    path = np.stack([0 * angle, radius + radius * np.sin(angle), z + radius * np.cos(angle)], 1)
    name = f"wheel{z:+.1f}"
    meshes = [tube(path, [thick] * 29, None, _X, Matter("tyre", name), sides=8, round_ends=False)]
    for turn in np.linspace(0, np.pi, 5)[:4]:
        way = np.array([0.0, np.sin(turn), np.cos(turn)]) * radius
        hub = np.array([0.0, radius, z])
        meshes.append(tube([hub - way, hub + way], [0.004] * 2, None, _X, Matter("metal", name),
                           sides=5, round_ends=False))  # fmt: skip
    return meshes


def _bicycle() -> list[Mesh]:
    seat, crank, head = (0.0, 0.86, -0.20), (0.0, 0.30, -0.02), (0.0, 0.88, 0.36)
    back, fork = (0.0, 0.34, -0.52), (0.0, 0.34, 0.54)
    frame = [(seat, crank), (crank, head), (seat, head), (seat, back), (crank, back), (head, fork),
             (head, (0.0, 1.02, 0.33)),
             ((-0.28, 1.03, 0.24), (0.0, 1.03, 0.34), (0.28, 1.03, 0.24)),
             ((-0.10, 0.24, 0.04), (0.10, 0.36, -0.08))]  # fmt: skip
    saddle = ball((0.0, 0.90, -0.24), (0.075, 0.035, 0.13), Matter("tyre", "saddle"), sides=14)
    return [*_tubes(frame, 0.018), saddle, *_ring(-0.52, 0.34, 0.022), *_ring(0.54, 0.34, 0.022)]


def _motorcycle() -> list[Mesh]:
    tank = ball((0.0, 0.82, 0.16), (0.15, 0.13, 0.30), Matter("coat", "tank"), sides=18)
    seat = ball((0.0, 0.80, -0.38), (0.15, 0.07, 0.36), Matter("tyre", "saddle"), sides=16)
    engine = block((0, 0.48, 0.02), (0.34, 0.36, 0.46), Matter("metal", "engine"))
    bars = [((0.0, 0.32, 0.78), (0.0, 0.98, 0.46)), ((0.0, 0.62, -0.3), (0.0, 0.32, -0.68)),
            ((-0.36, 1.04, 0.30), (0.0, 1.02, 0.44), (0.36, 1.04, 0.30))]  # fmt: skip
    lamp = ball((0, 0.92, 0.60), (0.10, 0.10, 0.06), Matter("eye", "lamp"), sides=14)
    wheels = [*_ring(-0.68, 0.32, 0.065), *_ring(0.80, 0.32, 0.055)]
    return [tank, seat, *engine, lamp, *_tubes(bars, 0.03), *wheels]


def _boat() -> list[Mesh]:
    """A hull: rings cut off at the gunwale, the bow narrow and high."""
    path = [(0, 0.62, -2.1), (0, 0.60, -1.4), (0, 0.60, 0), (0, 0.64, 1.2), (0, 0.74, 2.0),
            (0, 0.86, 2.5)]  # fmt: skip
    hull = tube(path, [0.62, 0.78, 0.86, 0.70, 0.36, 0.05], [0.50, 0.58, 0.60, 0.52, 0.34, 0.10],
                _X, Matter("coat", "hull"), sides=24, round_ends=False)  # fmt: skip
    points = hull.points.copy()
    sheer = 0.60 + 0.045 * np.clip(points[:, 2] + 0.5, 0, None) ** 2
    points[:, 1] = np.minimum(points[:, 1], sheer)
    inside = replace(hull, points=points * np.array([0.90, 1.0, 0.94], dtype=np.float32)
                     + np.array([0, 0.006, 0], dtype=np.float32),
                     material="prop", part="inside")  # fmt: skip
    thwarts = [mesh for z in (-1.1, 0.1, 1.0)
               for mesh in block((0, 0.625, z), (1.30 - 0.22 * abs(z), 0.05, 0.26),
                                 Matter("box", f"thwart{z}"))]  # fmt: skip
    return [replace(hull, points=points), inside, *thwarts]


def _carriage() -> list[Mesh]:
    body = ((-0.9, 0.75), (0.9, 0.75), (1.05, 1.25), (0.95, 2.0), (-0.95, 2.0), (-1.05, 1.25))
    pane = ((-0.35, 1.3), (0.35, 1.3), (0.35, 1.8), (-0.35, 1.8))
    wheels = []
    for x in (-0.8, 0.8):
        for mesh in [*_ring(-0.95, 0.58, 0.05), *_ring(1.15, 0.45, 0.05)]:
            aside = mesh.points + np.array([x, 0, 0], dtype=np.float32)
            wheels.append(replace(mesh, points=aside, part=f"{mesh.part}{x:+.1f}"))
    seat = block((0, 1.15, 1.35), (1.1, 0.12, 0.5), Matter("tyre", "box-seat"))
    shafts = _tubes([((-0.4, 0.7, 1.2), (-0.4, 0.95, 3.4)), ((0.4, 0.7, 1.2), (0.4, 0.95, 3.4))],
                    0.035)  # fmt: skip
    panes = _slab(pane, 0.725, Matter("glass", "pane"))
    return [*_slab(body, 0.72, Matter("coat", "body")), *panes, *wheels, *seat, *shafts]


_SHAPES: dict[str, tuple[float, Callable[[], list[Mesh]]]] = {
    "car": (1.45, _car),
    "van": (2.0, _van),
    "truck": (3.0, _truck),
    "bus": (3.0, _bus),
    "bicycle": (1.05, _bicycle),
    "motorcycle": (1.08, _motorcycle),
    "boat": (0.75, _boat),
    "carriage": (2.0, _carriage),
}
"""Height of each shape as it is drawn here, metres, and how it is made."""
