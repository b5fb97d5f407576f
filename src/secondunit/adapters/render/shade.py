"""Tone: a key light with its shadow, ambient light, and contact with the ground."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from secondunit.adapters.render.mesh import Floats
from secondunit.adapters.render.palette import LEVELS, Mood, ramp
from secondunit.adapters.render.rays import Hits, shadow_origins
from secondunit.adapters.render.stage import Scene

_HAZE = np.float32(1 / 70.0)
"""Share of the horizon's colour in a metre of outside air."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Light:
    """How a scene is lit.

    Args:
        mood: Colours and key.
        interior: True where there is no sky and no haze.
        ramps: ``(materials, levels, 3)``.
    """

    mood: Mood
    interior: bool
    ramps: NDArray[np.uint8]


def make_light(scene: Scene, mood: Mood, *, interior: bool) -> Light:
    """The light of a scene, with the ramps of its materials."""
    ramps = np.stack([ramp(name, colour, mood) for name, colour in scene.materials])
    return Light(mood=mood, interior=interior, ramps=ramps)


def shade(
    scene: Scene, light: Light, eye: NDArray[np.float64], rays: Floats, hits: Hits
) -> tuple[NDArray[np.uint8], NDArray[np.uint8]]:
    """``(n, 3)`` colours of samples, and how much of each is shadow (0 to 255)."""
    colours = backdrop(light, rays)
    dark = np.zeros(len(rays), dtype=np.uint8)
    met = np.flatnonzero(hits.face >= 0)
    face, way = hits.face[met], rays[met]
    distance = hits.distance[met]
    points = way * distance[:, None] + eye.astype(np.float32)
    part = scene.part[face]
    normals = _normals(scene, hits, met, face, part)
    normals *= np.where(np.einsum("ij,ij->i", normals, way) > 0, -1, 1).astype(np.float32)[:, None]
    key = np.asarray(light.mood.key, dtype=np.float32)
    key /= np.float32(np.linalg.norm(key))
    facing = normals @ key
    lit = _lit(scene, points, normals, facing, key)
    figure = scene.parts.figure[part]
    ambient = np.float32(0.16) + np.float32(0.10) * normals[:, 1]
    tone = np.where(figure, ambient + np.float32(0.86) * lit, ambient + np.float32(0.74) * lit)
    material = scene.parts.material[part]
    shadow = np.where(facing > 0.02, np.maximum(facing, 0.25) - lit, 0.0)
    ground = np.flatnonzero(normals[:, 1] > 0.9)
    contact = _contact(scene, points[ground])
    tone[ground] *= 1 - np.float32(0.85) * contact
    shadow[ground] = np.maximum(shadow[ground], contact)
    shadow[figure] *= 0.25
    level = np.clip(tone * LEVELS, 0, LEVELS - 1).astype(np.int16)
    found = light.ramps.reshape(-1, 3)[material.astype(np.int32) * LEVELS + level]
    if not light.interior:
        found = _hazed(found, distance, figure, light)
    colours[met] = found
    dark[met] = np.clip(shadow * 255, 0, 255).astype(np.uint8)
    return colours, dark


def backdrop(light: Light, rays: Floats) -> NDArray[np.uint8]:
    """Paper where nothing is hit: a sky that lightens to the horizon, or an empty stage."""
    if light.interior:
        return np.tile(np.array(light.mood.void, dtype=np.uint8), (len(rays), 1))
    rise = rays[:, 1] / np.sqrt(np.einsum("ij,ij->i", rays, rays))
    share = np.clip(rise * 2.2, 0, 1).astype(np.float32)[:, None]
    low = np.asarray(light.mood.horizon, dtype=np.float32)
    high = np.asarray(light.mood.sky, dtype=np.float32)
    found: NDArray[np.uint8] = (low + (high - low) * share + np.float32(0.5)).astype(np.uint8)
    return found


def _normals(
    scene: Scene,
    hits: Hits,
    met: NDArray[np.intp],
    face: NDArray[np.int32],
    part: NDArray[np.int16],
) -> Floats:
    normals = scene.flat[face]
    round_ones = np.flatnonzero(scene.parts.smooth[part])
    if len(round_ones):
        corners = scene.faces[face[round_ones]]
        u, v = hits.u[met[round_ones]][:, None], hits.v[met[round_ones]][:, None]
        bent = scene.normals[corners[:, 0]] * (1 - u - v)
        bent += scene.normals[corners[:, 1]] * u
        bent += scene.normals[corners[:, 2]] * v
        bent /= np.sqrt(np.einsum("ij,ij->i", bent, bent))[:, None] + np.float32(1e-9)
        normals[round_ones] = bent
    return normals


def _lit(scene: Scene, points: Floats, normals: Floats, facing: Floats, key: Floats) -> Floats:
    """Light of the key on each point, after shadow rays."""
    lit = np.maximum(facing, np.float32(0))
    asked = np.flatnonzero(lit > 0.02)
    starts = shadow_origins(points[asked], normals[asked])
    ways = np.tile(key, (len(asked), 1))
    lit[asked[scene.shadows.blocked(starts, ways)]] = 0
    return lit


def _contact(scene: Scene, points: Floats) -> Floats:
    """Darkness under what stands on the ground: nobody floats."""
    dark = np.zeros(len(points), dtype=np.float32)
    for x, z, reach in scene.contacts:
        near = np.flatnonzero(
            (np.abs(points[:, 0] - x) < 3 * reach) & (np.abs(points[:, 2] - z) < 3 * reach)
        )
        spot = points[near]
        square = (spot[:, 0] - x) ** 2 + (spot[:, 2] - z) ** 2
        low = np.exp(-np.abs(spot[:, 1]) * np.float32(30))
        fall = np.exp(-square / (np.float32(0.8) * reach * reach)) * low * np.float32(0.8)
        dark[near] = np.maximum(dark[near], fall)
    return dark


def _hazed(
    colours: NDArray[np.uint8], distance: Floats, figure: NDArray[np.bool_], light: Light
) -> NDArray[np.uint8]:
    far = np.flatnonzero((distance > 6) & ~figure)
    if not len(far):
        return colours
    share = (1 - np.exp(-(distance[far] - 6) * _HAZE)).astype(np.float32)[:, None]
    horizon = np.asarray(light.mood.horizon, dtype=np.float32)
    base = colours[far].astype(np.float32)
    colours[far] = (base + (horizon - base) * share + np.float32(0.5)).astype(np.uint8)
    return colours
