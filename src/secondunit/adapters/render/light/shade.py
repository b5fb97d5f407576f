"""Tone: a key light with its shadow, ambient light, and contact with the ground."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from secondunit.adapters.render.casting.rays import Hits
from secondunit.adapters.render.casting.scene import Scene
from secondunit.adapters.render.casting.tracer import Tracer
from secondunit.adapters.render.lens import View
from secondunit.adapters.render.mesh import Floats
from secondunit.adapters.render.palette import Mood, ramp


@dataclass(frozen=True, slots=True, kw_only=True)
class Light:
    """How a scene is lit.

    Args:
        mood: Colours and key.
        interior: True where there is no sky and no haze.
        ramps: ``(materials, levels, 3)``.
        lamps: Practicals that burn; see `secondunit.adapters.render.light.lamps.lamps_of`.
    """

    mood: Mood
    interior: bool
    ramps: NDArray[np.uint8]
    lamps: Floats = field(default_factory=lambda: np.empty((0, 6), dtype=np.float32))


def make_light(scene: Scene, mood: Mood, *, interior: bool, lamps: Floats | None = None) -> Light:
    """The light of a scene, with the ramps of its materials.

    Args:
        scene: The scene.
        mood: Colours and key.
        interior: True where there is no sky and no haze.
        lamps: Practicals that burn; None for none.
    """
    ramps = np.stack([ramp(name, colour, mood) for name, colour in scene.materials])
    if lamps is None:
        return Light(mood=mood, interior=interior, ramps=ramps)
    return Light(mood=mood, interior=interior, ramps=ramps, lamps=lamps)


def shade(
    scene: Scene, light: Light, looker: tuple[View, Tracer], rays: Floats, hits: Hits
) -> tuple[NDArray[np.uint8], NDArray[np.uint8]]:
    """``(n, 3)`` colours of samples, and how much of each is shadow (0 to 255).

    Args:
        scene: The scene.
        light: How it is lit.
        looker: The view, and who finds what the key light misses.
        rays: ``(n, 3)`` from the view's eye.
        hits: What they met.
    """
    from secondunit.adapters.render.light.tone import Air, Faced, Seen, Skin, face_key, lay_tone

    view, tracer = looker
    count = len(rays)
    parts = scene.parts
    skin = Skin(
        flat=scene.flat, normals=scene.normals, faces=scene.faces, part=scene.part,
        smooth=parts.smooth, figure=parts.figure, material=parts.material,
    )  # fmt: skip
    seen = Seen(
        eye=view.eye.astype(np.float32), rays=rays,
        face=hits.face, distance=hits.distance, u=hits.u, v=hits.v,
    )  # fmt: skip
    faced = Faced(
        facing=np.empty(count, dtype=np.float32),
        rise=np.empty(count, dtype=np.float32),
        blocked=np.zeros(count, dtype=np.bool_),
    )
    starts, asked = np.empty((count, 3), dtype=np.float32), np.empty(count, dtype=np.int32)
    key = np.asarray(light.mood.key, dtype=np.float32)
    key /= np.float32(np.linalg.norm(key))
    met = face_key(skin, seen, key, faced, starts, asked)
    faced.blocked[asked[:met]] = tracer.unlit(scene, view, starts[:met], key)
    colours = np.empty((count, 3), dtype=np.uint8)
    dark = np.empty(count, dtype=np.uint8)
    mood = light.mood
    low = mood.void if light.interior else mood.horizon
    air = Air(
        open=not light.interior,
        low=np.asarray(low, dtype=np.float32),
        high=np.asarray(mood.sky, dtype=np.float32),
    )
    lay_tone(skin, seen, faced, air, light.ramps, scene.contacts, colours, dark)
    if len(light.lamps):
        from secondunit.adapters.render.light.lamps import light_lamps

        light_lamps(skin, seen, light.lamps, colours, dark)
    return colours, dark
