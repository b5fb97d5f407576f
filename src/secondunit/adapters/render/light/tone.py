"""The loops of shading, compiled: surfaces that rays met, and the tone that light gives them."""

from __future__ import annotations

import math
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from secondunit.adapters.render.casting.compiled import compiled
from secondunit.adapters.render.mesh import Floats
from secondunit.adapters.render.palette import LEVELS

GRAZING = 0.02
"""Cosine to the key below which a surface is its own shadow."""
_NUDGE = 7e-3
"""Metres a shadow ray starts off its surface: past the flats of a limb's facets."""
_HAZE, _CLEAR = 1 / 70.0, 6.0
"""Share of the horizon's colour in a metre of outside air, past the metres that stay clear."""


class Skin(NamedTuple):
    """The faces of a scene.

    Args:
        flat: ``(m, 3)`` normal of each face.
        normals: ``(n, 3)`` normal of each point.
        faces: ``(m, 3)`` its points.
        part: ``(m,)`` its part.
        smooth: By part: its normals are interpolated.
        figure: By part: it belongs to a figure.
        material: By part: row of the ramps.
    """

    flat: Floats
    normals: Floats
    faces: NDArray[np.int32]
    part: NDArray[np.int16]
    smooth: NDArray[np.bool_]
    figure: NDArray[np.bool_]
    material: NDArray[np.int16]


class Seen(NamedTuple):
    """Rays of one eye and what they met; see `secondunit.adapters.render.casting.rays.Hits`."""

    eye: Floats
    rays: Floats
    face: NDArray[np.int32]
    distance: Floats
    u: Floats
    v: Floats


class Air(NamedTuple):
    """What lies behind and between.

    Args:
        open: Under a sky: it lightens to the horizon, and distance hazes.
        low: sRGB at the horizon; of the empty stage where there is no sky.
        high: sRGB at the top of the sky.
    """

    open: bool
    low: Floats
    high: Floats


class Faced(NamedTuple):
    """How samples lie to the light.

    Args:
        facing: ``(n,)`` cosine to the key.
        rise: ``(n,)`` how far the surface looks up, -1 to 1.
        blocked: ``(n,)`` 1 where something stands before the key.
    """

    facing: Floats
    rise: Floats
    blocked: NDArray[np.bool_]


@compiled
def _towards_eye(skin: Skin, seen: Seen, sample: int) -> tuple[float, float, float]:
    """The unit normal of what a sample met, on the side that the eye is on."""
    face = seen.face[sample]
    if skin.smooth[skin.part[face]]:
        a, b, c = skin.faces[face]
        u, v = seen.u[sample], seen.v[sample]
        w = 1 - u - v
        x = skin.normals[a, 0] * w + skin.normals[b, 0] * u + skin.normals[c, 0] * v
        y = skin.normals[a, 1] * w + skin.normals[b, 1] * u + skin.normals[c, 1] * v
        z = skin.normals[a, 2] * w + skin.normals[b, 2] * u + skin.normals[c, 2] * v
        scale = 1 / (math.sqrt(x * x + y * y + z * z) + 1e-9)
        x, y, z = x * scale, y * scale, z * scale
    else:
        x, y, z = skin.flat[face, 0], skin.flat[face, 1], skin.flat[face, 2]
    way = seen.rays[sample]
    if x * way[0] + y * way[1] + z * way[2] > 0:
        x, y, z = -x, -y, -z
    return x, y, z


@compiled
def face_key(
    skin: Skin, seen: Seen, key: Floats, faced: Faced, starts: Floats, asked: NDArray[np.int32]
) -> int:
    """Fill ``facing`` and ``rise``; how many shadow rays to ask.

    Args:
        skin: The scene.
        seen: The samples.
        key: Unit vector to the key light.
        faced: Filled.
        starts: ``(n, 3)``; its first rows are where shadow rays start.
        asked: ``(n,)``; its first rows are the samples of those rays.
    """
    count = 0
    for sample in range(len(seen.face)):
        face = seen.face[sample]
        if face < 0:
            continue
        x, y, z = _towards_eye(skin, seen, sample)
        way = seen.rays[sample]
        facing = x * key[0] + y * key[1] + z * key[2]
        faced.facing[sample], faced.rise[sample] = facing, y
        if facing > GRAZING:
            far = seen.distance[sample]
            starts[count, 0] = seen.eye[0] + way[0] * far + x * _NUDGE
            starts[count, 1] = seen.eye[1] + way[1] * far + y * _NUDGE
            starts[count, 2] = seen.eye[2] + way[2] * far + z * _NUDGE
            asked[count] = sample
            count += 1
    return count


@compiled
def face_camera(skin: Skin, seen: Seen, axes: Floats, normals: Floats) -> None:
    """Fill ``normals``: unit vectors to the right, up and towards the camera; zero for nothing.

    Args:
        skin: The scene.
        seen: The samples.
        axes: ``(3, 3)`` rows are right, up and back of the camera.
        normals: ``(n, 3)``, filled.
    """
    for sample in range(len(seen.face)):
        face = seen.face[sample]
        if face < 0:
            normals[sample, 0] = normals[sample, 1] = normals[sample, 2] = 0.0
            continue
        x, y, z = _towards_eye(skin, seen, sample)
        for axis in range(3):
            normals[sample, axis] = x * axes[axis, 0] + y * axes[axis, 1] + z * axes[axis, 2]


@compiled
def lay_tone(
    skin: Skin,
    seen: Seen,
    faced: Faced,
    air: Air,
    ramps: NDArray[np.uint8],
    contacts: Floats,
    colours: NDArray[np.uint8],
    dark: NDArray[np.uint8],
) -> None:
    """Fill the colour of every sample, and how much of it is shadow (0 to 255).

    Args:
        skin: The scene.
        seen: The samples.
        faced: How they lie to the light.
        air: What is behind and between.
        ramps: ``(materials, levels, 3)`` sRGB.
        contacts: ``(n, 3)`` x, z and reach of what touches the ground.
        colours: ``(n, 3)``, filled.
        dark: ``(n,)``, filled.
    """
    for sample in range(len(seen.face)):
        face = seen.face[sample]
        way = seen.rays[sample]
        if face < 0:
            share = _height(way) if air.open else 0.0
            for channel in range(3):
                low = air.low[channel]
                colours[sample, channel] = int(low + (air.high[channel] - low) * share + 0.5)
            dark[sample] = 0
            continue
        part = skin.part[face]
        figure = skin.figure[part]
        facing, rise = faced.facing[sample], faced.rise[sample]
        lit = 0.0 if faced.blocked[sample] else max(facing, 0.0)
        shadow = max(facing, 0.25) - lit if facing > GRAZING else 0.0
        tone = 0.16 + 0.10 * rise + (0.86 if figure else 0.74) * lit
        far = seen.distance[sample]
        if rise > 0.9:
            contact = _contact(seen.eye, way, far, contacts)
            tone *= 1 - 0.85 * contact
            shadow = max(shadow, contact)
        if figure:
            shadow *= 0.25
        level = int(min(max(tone * LEVELS, 0.0), LEVELS - 1.0))
        haze = 0.0
        if air.open and far > _CLEAR and not figure:
            haze = 1 - math.exp((_CLEAR - far) * _HAZE)
        for channel in range(3):
            base = float(ramps[skin.material[part], level, channel])
            colours[sample, channel] = int(base + (air.low[channel] - base) * haze + 0.5)
        dark[sample] = int(min(max(shadow, 0.0), 1.0) * 255)


@compiled
def _height(way: Floats) -> float:
    """Where a ray meets the sky: 0 at the horizon, 1 from some height up."""
    length = math.sqrt(way[0] * way[0] + way[1] * way[1] + way[2] * way[2])
    return float(min(max(way[1] / length * 2.2, 0.0), 1.0))


@compiled
def _contact(eye: Floats, way: Floats, far: float, contacts: Floats) -> float:
    """Darkness under what stands on the ground: nobody floats."""
    x, y, z = eye[0] + way[0] * far, eye[1] + way[1] * far, eye[2] + way[2] * far
    most = 0.0
    for index in range(len(contacts)):
        reach = contacts[index, 2]
        across, along = x - contacts[index, 0], z - contacts[index, 1]
        if abs(across) < 3 * reach and abs(along) < 3 * reach:
            square = across * across + along * along
            fall = math.exp(-square / (0.8 * reach * reach) - abs(y) * 30) * 0.8
            most = max(most, fall)
    return most
