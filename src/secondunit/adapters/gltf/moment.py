"""Write one moment of a shot as a ``.glb``: what stands before the camera then, and the camera.

Unlike the model of a scene nothing in it moves: walkers are in mid-step, what hides the shot from
its camera is gone, as in the shot's control passes.
"""

from __future__ import annotations

from collections.abc import Collection

import numpy as np
from numpy.typing import NDArray

from secondunit.adapters.gltf.glb import Document, Object, quaternion
from secondunit.adapters.gltf.scene import GENERATOR, NEAR, camera_axes, outwards, yfov
from secondunit.adapters.render.casting.scene import Scene
from secondunit.adapters.render.lens import View

GROUND = "0"
"""Name, in a scene, of the ground that goes on past the set."""


def write_moment(scene: Scene, view: View, burning: Collection[str] = ()) -> bytes:
    """The moment: metres, y up. Objects say in their extras whether they are figures, throw a
    shadow, burn, and get an outline (the features of a face and the open ground get none).

    Args:
        scene: What stands there.
        view: The camera.
        burning: Names of the pieces that burn.
    """
    document = Document()
    of_face = scene.parts.object[scene.part]
    nodes = []
    for number, name in enumerate(scene.names):
        for quiet in (False, True):
            faces = np.flatnonzero((of_face == number) & (scene.parts.quiet[scene.part] == quiet))
            if not len(faces):
                continue
            part = int(scene.part[faces[0]])
            extras = {
                "figure": int(scene.parts.figure[part]),
                "casts": int(scene.parts.casts[part]),
                "burns": int(name in burning),
                "inked": int(not quiet and name != GROUND),
            }
            nodes.append(_add_object(document, scene, number, faces, extras))
    nodes.append(_add_camera(document, view))
    document.add("scenes", {"nodes": nodes})
    return document.written(GENERATOR)


def _add_object(
    document: Document, scene: Scene, number: int, faces: NDArray[np.integer], extras: Object
) -> int:
    """One object by its number: names of characters stay here."""
    materials = scene.parts.material[scene.part[faces]]
    primitives = []
    for material in np.unique(materials):
        corners = scene.faces[faces[materials == material]]
        used, turned = np.unique(corners, return_inverse=True)
        points = scene.points[used]
        normals = scene.normals[used].astype(np.float64)
        normals /= np.linalg.norm(normals, axis=1, keepdims=True) + 1e-12
        kind, colour = scene.materials[int(material)]
        primitives.append(
            {
                "attributes": {
                    "POSITION": document.floats(points, extremes=True, vertex=True),
                    "NORMAL": document.floats(normals, vertex=True),
                },
                "indices": document.indexes(
                    outwards(points, normals, turned.reshape(corners.shape))
                ),
                "material": document.material(kind, colour),
            }
        )
    name = f"object-{number:03d}"
    mesh = document.add("meshes", {"name": name, "primitives": primitives})
    return document.add("nodes", {"name": name, "mesh": mesh, "extras": extras})


def _add_camera(document: Document, view: View) -> int:
    window = view.window
    camera = document.add(
        "cameras",
        {
            "type": "perspective",
            "perspective": {
                "yfov": yfov(view),
                "aspectRatio": window.width / window.height,
                "znear": NEAR,
            },
        },
    )
    return document.add(
        "nodes",
        {
            "name": "camera",
            "camera": camera,
            "translation": [float(each) for each in view.eye],
            "rotation": quaternion(camera_axes(view)),
        },
    )
