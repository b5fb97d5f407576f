"""What a figure wears: colours by region, patterns of cloth, and bandages where it is hurt."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from secondunit.adapters.render.mesh import Matter, Mesh
from secondunit.adapters.render.palette import FIXED, PAPER, SKIN, Colour
from secondunit.film.shots.model import Figure, Look, Region, Texture

PITCH = 0.070
"""Height of a stripe and its gap, as a fraction of the standing height: reads in a full shot."""
MARK = ":mark"
"""Ending of the material of a pattern's stripes, checks or dots."""
_WRAPS = {
    Region.TORSO: ("jacket", 0.42, 0.62),
    Region.ARMS: ("arm.r", 0.30, 0.56),
    Region.LEGS: ("leg.r", 0.34, 0.60),
}
"""Part that is bandaged, and from where to where along it."""
_WHOLE = {Region.HANDS: ("hand.", ".r"), Region.FEET: ("shoe.", ".r")}
_PATTERNED = frozenset(
    {"jacket", "hips", "drape", "arm.l", "arm.r", "leg.l", "leg.r", "crown"}
)  # fmt: skip
"""Parts that are long enough to carry a pattern."""
_STAIN = 0.16
"""Share of a bandage's girth that has bled through."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Outfit:
    """What is worn, by region.

    Args:
        colours: sRGB by material of the mannequin.
        textures: Patterns by region; plain cloth is left out.
        injuries: Regions that are hurt.
    """

    colours: dict[str, Colour]
    textures: dict[str, Texture]
    injuries: tuple[Region, ...] = ()


def look_of(figure: Figure, name: str) -> Look | None:
    """The look a figure wears; None for the one its own colours give."""
    return next((look for look in figure.looks if look.name == name), None)


def outfit_of(figure: Figure, look: str) -> Outfit:
    """Colours, patterns and injuries of a figure in a look.

    Args:
        figure: Who.
        look: Name of the look, "" for its own.
    """
    worn = look_of(figure, look)
    own: dict[str, Colour] = {
        Region.HEAD.value: figure.colour if figure.silhouette == "hood" else figure.accent,
        Region.TORSO.value: figure.colour,
        Region.ARMS.value: figure.colour,
        Region.HANDS.value: SKIN,
        Region.LEGS.value: figure.accent,
        Region.FEET.value: FIXED["shoe"],
    }
    textures: dict[str, Texture] = {}
    if worn is not None and worn.garments:
        own = {**dict.fromkeys(own, SKIN), Region.HEAD.value: own[Region.HEAD.value]}
        for garment in worn.garments:
            own[garment.region.value] = garment.colour
            textures.pop(garment.region.value, None)
            if garment.texture is not Texture.PLAIN:
                textures[garment.region.value] = garment.texture
    marks = {f"{region}{MARK}": _mark_colour(own[region]) for region in textures}
    hair = figure.hair if worn is None or worn.hair is None else worn.hair
    return Outfit(
        colours={**_fixed(figure, hair), **own, **marks},
        textures=textures,
        injuries=() if worn is None else worn.injuries,
    )


def dressed(meshes: Sequence[Mesh], outfit: Outfit, height: float) -> list[Mesh]:
    """The meshes of a body with the patterns of its cloth and its bandages."""
    made: list[Mesh] = []
    for mesh in meshes:
        texture = outfit.textures.get(mesh.material)
        if texture is None or mesh.part not in _PATTERNED:
            made.append(mesh)
        elif texture is Texture.DOTS:
            made += [mesh, _dots(mesh, PITCH * height)]
        else:
            made += _bands(mesh, PITCH * height, checks=texture is Texture.CHECKS)
    for region in outfit.injuries:
        made = _bandaged(made, meshes, region)
    return made


def _fixed(figure: Figure, hair: Colour) -> dict[str, Colour]:
    fur = tuple(0.72 * channel for channel in figure.colour)
    line: Colour = (hair[0] * 0.55 + 12, hair[1] * 0.55 + 10, hair[2] * 0.55 + 10)
    return {
        **FIXED,
        "accent": figure.accent,
        "hair": hair,
        "hair-line": line,
        "coat": figure.colour,
        "mane": (fur[0], fur[1], fur[2]),
    }


def _mark_colour(colour: Colour) -> Colour:
    """A colour that stands off from cloth of a colour, dark on light and light on dark.

    Source: luma weights of ITU-R BT.709.
    """
    luma = 0.2126 * colour[0] + 0.7152 * colour[1] + 0.0722 * colour[2]
    if luma > 120:
        return (colour[0] * 0.38, colour[1] * 0.38, colour[2] * 0.38)
    return tuple(0.25 * own + 0.75 * paper for own, paper in zip(colour, PAPER, strict=True))  # type: ignore[return-value]  # three channels in, three out


def _grid(mesh: Mesh) -> tuple[NDArray[np.float32], NDArray[np.float32], NDArray[np.float64]]:
    """Rings of a tube, their normals, and how far along it each is, metres."""
    sides = int(mesh.faces[0][2]) - 1
    points = mesh.points[:-2].reshape(-1, sides, 3)
    normals = mesh.normals[:-2].reshape(-1, sides, 3)
    steps = np.linalg.norm(np.diff(points.mean(axis=1), axis=0), axis=1)
    return points, normals, np.concatenate([[0.0], np.cumsum(steps)])


def _rings_at(
    grid: NDArray[np.float32], along: NDArray[np.float64], places: NDArray[np.float64]
) -> NDArray[np.float32]:
    """Rings between rings."""
    upper = np.clip(np.searchsorted(along, places, side="right"), 1, len(along) - 1)
    span = np.maximum(along[upper] - along[upper - 1], 1e-9)
    share = np.clip((places - along[upper - 1]) / span, 0, 1).astype(np.float32)[:, None, None]
    mixed: NDArray[np.float32] = grid[upper - 1] * (1 - share) + grid[upper] * share
    return mixed


def _bands(mesh: Mesh, pitch: float, *, checks: bool) -> list[Mesh]:
    """Cloth in two colours: bands round the limb, or squares."""
    points, normals, along = _grid(mesh)
    edges = np.arange(pitch / 2, along[-1], pitch / 2)
    places = np.unique(np.round(np.concatenate([along, edges]), 6))
    rings, turned = _rings_at(points, along, places), _rings_at(normals, along, places)
    count, sides = rings.shape[:2]
    row, column = np.mgrid[0 : count - 1, 0:sides]
    middle = (places[:-1] + places[1:]) / 2
    dark = (middle // (pitch / 2)).astype(int)[:, None] % 2 + np.zeros((1, sides), dtype=int)
    if checks:
        girth = float(np.linalg.norm(np.diff(rings[count // 2], axis=0), axis=1).sum())
        blocks = min(
            (n for n in range(2, sides + 1, 2) if sides % n == 0),
            key=lambda n: abs(girth / n - pitch / 2),
        )
        dark = (dark + column * blocks // sides) % 2
    here, right = row * sides + column, row * sides + (column + 1) % sides
    quads = np.stack([here, right, right + sides, here, right + sides, here + sides], axis=-1)
    flat = quads.reshape(-1, 2, 3)
    chosen = dark.reshape(-1).astype(bool)
    caps = mesh.faces[-2 * sides :].copy()
    bottom, top, last = count * sides, count * sides + 1, (len(points) - 1) * sides
    caps = np.where(caps == len(points) * sides, bottom, caps)
    caps = np.where(caps == len(points) * sides + 1, top, caps)
    caps[sides:] = np.where(
        caps[sides:] < bottom, caps[sides:] - last + (count - 1) * sides, caps[sides:]
    )
    whole = replace(
        mesh,
        points=np.concatenate([rings.reshape(-1, 3), mesh.points[-2:]]).astype(np.float32),
        normals=np.concatenate([turned.reshape(-1, 3), mesh.normals[-2:]]).astype(np.float32),
    )
    plain = np.concatenate([flat[~chosen].reshape(-1, 3), caps]).astype(np.int32)
    return [
        replace(whole, faces=plain),
        replace(
            whole, faces=flat[chosen].reshape(-1, 3).astype(np.int32), material=mesh.material + MARK
        ),
    ]


def _dots(mesh: Mesh, pitch: float) -> Mesh:
    """Round spots on a tube, every second row shifted."""
    points, normals, along = _grid(mesh)
    sides = points.shape[1]
    rows = np.arange(pitch * 0.4, along[-1], pitch * 0.62)
    rings, turned = _rings_at(points, along, rows), _rings_at(normals, along, rows)
    made: list[NDArray[np.float32]] = []
    ways: list[NDArray[np.float32]] = []
    faces: list[NDArray[np.intp]] = []
    spin = np.linspace(0, 2 * np.pi, 10, endpoint=False)
    for number, (ring, way) in enumerate(zip(rings, turned, strict=True)):
        girth = float(np.linalg.norm(np.diff(ring, axis=0), axis=1).sum())
        count = max(3, round(girth / (pitch * 0.8)))
        for place in range(count):
            spot = ((place + 0.5 * (number % 2)) / count * sides) % sides
            low, share = int(spot), spot - int(spot)
            high = (low + 1) % sides
            centre = ring[low] * (1 - share) + ring[high] * share
            normal = way[low] * (1 - share) + way[high] * share
            normal = normal / (np.linalg.norm(normal) + 1e-9)
            side = ring[high] - ring[low]
            side = side - normal * np.dot(side, normal)
            side = side / (np.linalg.norm(side) + 1e-9)
            up = np.cross(normal, side)
            reach = 0.20 * pitch
            rim = (
                centre
                + normal * 0.004
                + reach * (np.cos(spin)[:, None] * side + np.sin(spin)[:, None] * up)
            )
            start = len(made) * 11
            made.append(np.concatenate([rim, [centre + normal * 0.007]]))
            ways.append(np.tile(normal, (11, 1)))
            index = np.arange(10)
            faces.append(
                np.stack([np.full(10, start + 10), start + index, start + (index + 1) % 10], axis=1)
            )
    return Mesh(
        points=np.concatenate(made).astype(np.float32),
        normals=np.concatenate(ways).astype(np.float32),
        faces=np.concatenate(faces).astype(np.int32),
        material=mesh.material + MARK,
        part=mesh.part,
    )


def _bandaged(made: list[Mesh], bare: Sequence[Mesh], region: Region) -> list[Mesh]:
    if region in _WHOLE:
        start, end = _WHOLE[region]
        return [
            replace(mesh, material="bandage")
            if mesh.part.startswith(start) and mesh.part.endswith(end)
            else mesh
            for mesh in made
        ]
    if region not in _WRAPS:  # the head's is made with the head, which knows its axes
        return made
    part, low, high = _WRAPS[region]
    limb = next((mesh for mesh in bare if mesh.part == part), None)
    return made if limb is None else [*made, *_wrap(limb, low, high)]


def _wrap(limb: Mesh, low: float, high: float) -> list[Mesh]:
    """A bandage round a limb, and the spot that bled through it."""
    points, normals, along = _grid(limb)
    places = np.linspace(low, high, 5) * along[-1]
    rings, ways = _rings_at(points, along, places), _rings_at(normals, along, places)
    sides = rings.shape[1]
    row, column = np.mgrid[0:4, 0:sides]
    here, right = row * sides + column, row * sides + (column + 1) % sides
    quads = np.stack([here, right, right + sides, here, right + sides, here + sides], axis=-1)
    ahead = int(np.argmax(points.mean(axis=0)[:, 2]))
    reach = max(1, round(sides * _STAIN / 2))
    near = (column - ahead + reach) % sides < 2 * reach
    bled = near & (row >= 1) & (row <= 2)
    skin = Matter("bandage", f"{limb.part}.bandage")
    return [
        Mesh(
            points=(rings + ways * off).reshape(-1, 3).astype(np.float32),
            normals=ways.reshape(-1, 3).astype(np.float32),
            faces=quads[chosen].reshape(-1, 3).astype(np.int32),
            material=material,
            part=skin.part,
        )
        for off, chosen, material in (
            (0.006, np.ones_like(bled), "bandage"),
            (0.010, bled, "blood"),
        )
    ]
