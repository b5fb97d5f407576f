"""Depth, normals and edges: the shape of what is seen."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from secondunit.adapters.render.casting.tracer import CORNERS
from secondunit.adapters.render.drawing.ink import NOTHING
from secondunit.adapters.render.drawing.samples import part_of
from secondunit.adapters.render.light.tone import Skin, face_camera
from secondunit.adapters.render.mesh import Floats
from secondunit.adapters.render.passes.moment import Moment, seen_by

FAR = np.float32(1e10)
"""Depth of nothing in EXR, as Blender writes it: no infinities in a compositor's arithmetic."""
_HALF = np.uint32(1 << 7)
"""Half of the last bit that is kept of a depth's 24."""
_LINES = frozenset({"line", "hair-line"})
"""Materials that are ink themselves."""
_CREASE = 0.80
"""Cosine between neighbours' normals below which the surface is bent."""
_STEP = 0.04
"""Share of the depth by which a neighbour of the same thing must lie deeper to be behind it."""


def depth_metres(moment: Moment) -> Floats:
    """``(h, w)`` metres along the optical axis at pixels' centres; :data:`FAR` for nothing.

    Kept to one part in 65,536 (0.08 mm at 5 m): what is finer is the rounding of rays, which
    compresses badly and differs between makes of processor.
    """
    depth = moment.samples.depth
    kept = ((depth.view(np.uint32) + _HALF) & ~(2 * _HALF - np.uint32(1))).view(np.float32)
    return np.where(depth < FAR, kept, FAR)


def depth_tone(depth: Floats, near: float) -> NDArray[np.uint8]:
    """``(h, w)``: 255 at ``near`` metres and nearer, falling as one over the depth."""
    tone = np.clip(np.float32(near) / depth, 0, 1) * 255 + np.float32(0.5)
    return np.asarray(tone, dtype=np.uint8)


def camera_normals(moment: Moment) -> Floats:
    """``(h, w, 3)`` unit vectors: right, up, towards the camera; zero for nothing."""
    scene, samples = moment.stand.scene, moment.samples
    parts, view = scene.parts, moment.stand.view
    skin = Skin(
        flat=scene.flat, normals=scene.normals, faces=scene.faces, part=scene.part,
        smooth=parts.smooth, figure=parts.figure, material=parts.material,
    )  # fmt: skip
    seen = seen_by(moment)
    normals = np.empty((len(seen.face), 3), dtype=np.float32)
    axes = np.stack([view.right, view.up, -view.forward]).astype(np.float32)
    face_camera(skin, seen, axes, normals)
    return normals.reshape(*samples.part.shape, 3)


def normals_tone(normals: Floats) -> NDArray[np.uint8]:
    """``(h, w, 3)``: -1 to 1 as 0 to 255, so that 128 is none."""
    return (normals * np.float32(127.5) + np.float32(128)).astype(np.uint8)


def features(moment: Moment) -> NDArray[np.uint8]:
    """``(h, w)`` share of lines that are drawn on the figures themselves: eyes, brows, mouths."""
    scene, samples = moment.stand.scene, moment.samples
    drawn = np.array([name in _LINES for name, _ in scene.materials])
    of_part = np.append(drawn[scene.parts.material], False)  # -1 is nothing
    found = np.zeros(samples.part.size, dtype=np.uint8)
    found[samples.plain] = 255 * of_part[samples.part.ravel()[samples.plain]]
    fine = of_part[part_of(scene, samples.fine_hits)].reshape(len(CORNERS), -1)
    found[samples.fine] = (fine.mean(axis=0) * 255).astype(np.uint8)
    return found.reshape(samples.part.shape)


def edges(moment: Moment, normals: Floats) -> NDArray[np.uint8]:
    """``(h, w)`` 255 on the near side of every outline and crease, else 0; one pixel wide."""
    scene, part, depth = moment.stand.scene, moment.samples.part, moment.samples.depth
    thing = scene.parts.object[part]
    stuff = scene.parts.material[part]
    thing[part == NOTHING] = stuff[part == NOTHING] = NOTHING
    found = np.zeros(part.shape, dtype=np.uint8)
    for first, second in (
        ((slice(None), slice(None, -1)), (slice(None), slice(1, None))),
        ((slice(None, -1), slice(None)), (slice(1, None), slice(None))),
    ):
        da, db = depth[first], depth[second]
        nearer = np.minimum(da, db)
        with np.errstate(invalid="ignore"):
            apart = np.abs(da - db) > _STEP * nearer
        bent = np.einsum("ijk,ijk->ij", normals[first], normals[second]) < _CREASE
        meets = (thing[first] != thing[second]) | (stuff[first] != stuff[second])
        flat = np.minimum(normals[first][..., 2], normals[second][..., 2]) > 0.25
        line = meets | (apart & flat) | (bent & (part[first] != NOTHING))
        found[first][line & (da <= db)] = 255
        found[second][line & (da > db)] = 255
    return found
