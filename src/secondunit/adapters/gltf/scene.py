"""Write a scene as one ``.glb``: its set, and each shot's figures, camera and moves.

Every shot is a glTF scene of its own named by its number, so that a reader which knows scenes shows
one shot at a time; all share the set.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from secondunit.adapters.gltf.glb import Document, Object, continuous, quaternion
from secondunit.adapters.render.figures.mannequin import Body
from secondunit.adapters.render.figures.wardrobe import outfit_of
from secondunit.adapters.render.lens import View, make_view
from secondunit.adapters.render.mesh import Mesh
from secondunit.adapters.render.palette import Colour
from secondunit.adapters.render.staged.designed import Designs
from secondunit.adapters.render.staged.motion import camera_at, players_at
from secondunit.adapters.render.staged.solids import make_piece, turn_about_y
from secondunit.adapters.render.staged.stage import Placed, place
from secondunit.film.shots.model import Move
from secondunit.film.shots.panel import is_still
from secondunit.film.shots.scene_model import ModelShot, SceneModel

GENERATOR = "Second Unit"
NEAR = 0.05
"""Where cameras begin to see, metres; they see to infinity."""
POINTER = "KHR_animation_pointer"
"""Extension by which a zoom changes a camera's field of view."""


class GlbScenes:
    """Scenes as binary glTF 2.0.

    Args:
        designs: Where designers' models come from; None writes every set from its pieces.
    """

    suffix = ".glb"

    def __init__(self, designs: Designs | None = None) -> None:
        self._designs = designs

    def write_scene(self, scene: SceneModel) -> bytes:
        """The scene: metres, y up, cameras looking along -z.

        Raises:
            InputError: A shot has an impossible lens or aspect.
        """
        document = Document()
        stage = _add_set(document, scene, self._designs)
        bodies: dict[int, tuple[Body, int]] = {}
        for shot in scene.shots:
            nodes = [stage, *_add_figures(document, shot, bodies), _add_camera(document, shot)]
            document.add("scenes", {"name": shot.number, "nodes": nodes})
        if not scene.shots:
            document.add("scenes", {"name": scene.number, "nodes": [stage]})
        return document.written(GENERATOR)


def _add_set(document: Document, scene: SceneModel, designs: Designs | None) -> int:
    """The set as one node; parts that may be taken away say so."""
    solids: list[tuple[str, Sequence[Mesh], Colour, bool]] = [
        (piece.name or piece.shape.value, make_piece(piece), piece.colour, piece.wild)
        for piece in scene.set.pieces
    ]
    if scene.set.model is not None and designs is not None:
        parts = designs.parts(scene.set.model)
        solids = [(part.name, [part.mesh], part.colour, part.wild) for part in parts]
    children = []
    for name, meshes, colour, wild in solids:
        node: Object = {"name": name, "mesh": _add_mesh(document, name, meshes, {"set": colour})}
        if wild:
            node["extras"] = {"wild": True}
        children.append(document.add("nodes", node))
    root: Object = {"name": scene.set.name or "set"}
    return document.add("nodes", {**root, "children": children} if children else root)


def _add_figures(
    document: Document, shot: ModelShot, bodies: dict[int, tuple[Body, int]]
) -> list[int]:
    request = shot.request
    start = place(players_at(request, 0.0), request.set)
    nodes = []
    for each in start:
        player, body, _ = each
        if id(body) not in bodies:  # bodies are made once; kept here so that none takes its id
            colours = outfit_of(player.figure, player.mark.look).colours
            made = _add_mesh(document, player.figure.name, body.meshes, colours)
            bodies[id(body)] = (body, made)
        nodes.append(
            document.add(
                "nodes",
                {
                    "name": f"{shot.number} {player.figure.name}",
                    "mesh": bodies[id(body)][1],
                    **_posed(_where(each), quaternion(turn_about_y(player.mark.facing))),
                },
            )
        )
    if not is_still(request):
        _animate_figures(document, shot, start, nodes)
    return nodes


def _where(each: Placed) -> list[float]:
    player, _, lift = each
    return [float(player.mark.at[0]), float(lift), float(player.mark.at[2])]


def _animate_figures(
    document: Document, shot: ModelShot, start: Sequence[Placed], nodes: Sequence[int]
) -> None:
    """Those who walk, along their paths; their limbs stay as at the start."""
    times, shares = _moments(shot)
    tracks = [players_at(shot.request, share) for share in shares]
    for index, (each, node) in enumerate(zip(start, nodes, strict=True)):
        ground = _where(each)[1] - each[0].mark.at[1]
        marks = [track[index].mark for track in tracks]
        path = np.array([(mark.at[0], mark.at[1] + ground, mark.at[2]) for mark in marks])
        turns = [quaternion(turn_about_y(mark.facing)) for mark in marks]
        if np.ptp(path, axis=0).max() < 1e-6 and np.ptp(turns, axis=0).max() < 1e-6:
            continue
        _animate(document, f"{shot.number} {each[0].figure.name}", node, times, path, turns)


def _add_camera(document: Document, shot: ModelShot) -> int:
    """The camera as the renderer has it: field of view after the crop to the aspect."""
    request = shot.request
    view = make_view(request, request.camera[0])
    lens = request.lens
    camera = document.add(
        "cameras",
        {
            "name": shot.number,
            "type": "perspective",
            "perspective": {
                "yfov": yfov(view),
                "aspectRatio": view.window.width / view.window.height,
                "znear": NEAR,
            },
        },
    )
    node = document.add(
        "nodes",
        {
            "name": f"{shot.number} camera",
            "camera": camera,
            **_posed([float(each) for each in view.eye], quaternion(camera_axes(view))),
            "extras": {
                "focal_mm": request.camera[0].focal_mm,
                "sensor_width_mm": lens.sensor_width_mm,
                "sensor_height_mm": lens.sensor_height_mm,
                "squeeze": lens.squeeze,
                "crop": lens.crop,
                "aspect": request.aspect,
                "move": request.move.value,
                "frames": shot.duration,
                "rate": f"{shot.rate.numerator}/{shot.rate.denominator}",
            },
        },
    )
    if len(request.camera) > 1 or request.move is Move.HANDHELD:
        _animate_camera(document, shot, node, camera)
    return node


def _animate_camera(document: Document, shot: ModelShot, node: int, camera: int) -> None:
    request = shot.request
    times, shares = _moments(shot)
    views = [
        make_view(request, camera_at(request, share, float(seconds)))
        for share, seconds in zip(shares, times, strict=True)
    ]
    path = np.array([view.eye for view in views])
    turns = [quaternion(camera_axes(view)) for view in views]
    fields = np.array([yfov(view) for view in views])
    channels, samplers = _animate(document, f"{shot.number} camera", node, times, path, turns)
    if np.ptp(fields) > 1e-9:
        document.use(POINTER)
        samplers.append(
            {
                "input": samplers[0]["input"],
                "output": document.floats(fields, vertex=False),
                "interpolation": "LINEAR",
            }
        )
        target = {"pointer": f"/cameras/{camera}/perspective/yfov"}
        channels.append(
            {"sampler": 2, "target": {"path": "pointer", "extensions": {POINTER: target}}}
        )


def _animate(
    document: Document,
    name: str,
    node: int,
    times: NDArray[np.float64],
    path: NDArray[np.floating],
    turns: Sequence[Sequence[float]],
) -> tuple[list[Object], list[Object]]:
    """An animation of a node; its channels and samplers, which may be added to."""
    clock = document.floats(times, extremes=True, vertex=False)
    outputs = (
        ("translation", document.floats(path, vertex=False)),
        ("rotation", document.floats(continuous(turns), vertex=False)),
    )
    samplers: list[Object] = [
        {"input": clock, "output": output, "interpolation": "LINEAR"} for _, output in outputs
    ]
    channels: list[Object] = [
        {"sampler": index, "target": {"node": node, "path": what}}
        for index, (what, _) in enumerate(outputs)
    ]
    document.add("animations", {"name": name, "channels": channels, "samplers": samplers})
    return channels, samplers


def _moments(shot: ModelShot) -> tuple[NDArray[np.float64], list[float]]:
    """Seconds and shares of every frame of a shot, the first and the last included."""
    last = max(shot.duration - 1, 1)
    frames = np.arange(last + 1)
    seconds = frames * shot.rate.denominator / shot.rate.numerator
    return seconds, [float(frame) / last for frame in frames]


def yfov(view: View) -> float:
    """Vertical field of view of the open frame, radians.

    Source: vFOV = 2 atan(h / 2f), h the used height of the sensor.
    """
    return 2 * math.atan(view.window.height / (2 * view.focal_px))


def camera_axes(view: View) -> NDArray[np.float64]:
    """Where a glTF camera's x, y and z go: right, up, and backwards."""
    return np.stack([view.right, view.up, -view.forward])


def _posed(at: Sequence[float], turn: Sequence[float]) -> Object:
    return {"translation": list(at), "rotation": list(turn)}


def _add_mesh(
    document: Document, name: str, meshes: Sequence[Mesh], colours: Mapping[str, Colour]
) -> int:
    """A mesh with one primitive for each material."""
    by_material: dict[str, list[Mesh]] = {}
    for mesh in meshes:
        by_material.setdefault(mesh.material, []).append(mesh)
    primitives = []
    for material, parts in by_material.items():
        points = np.concatenate([part.points for part in parts])
        normals = np.concatenate([part.normals for part in parts]).astype(np.float64)
        normals /= np.linalg.norm(normals, axis=1, keepdims=True) + 1e-12
        starts = np.cumsum([0, *(len(part.points) for part in parts[:-1])])
        faces = np.concatenate(
            [part.faces + start for part, start in zip(parts, starts, strict=True)]
        )
        red, green, blue = colours[material]
        primitives.append(
            {
                "attributes": {
                    "POSITION": document.floats(points, extremes=True, vertex=True),
                    "NORMAL": document.floats(normals, vertex=True),
                },
                "indices": document.indexes(outwards(points, normals, faces)),
                "material": document.material(material, (float(red), float(green), float(blue))),
            }
        )
    return document.add("meshes", {"name": name or "piece", "primitives": primitives})


def outwards(
    points: NDArray[np.floating], normals: NDArray[np.float64], faces: NDArray[np.integer]
) -> NDArray[np.integer]:
    """Faces wound anticlockwise as seen from outside, as glTF wants them."""
    corner = points[faces]
    flat = np.cross(corner[:, 1] - corner[:, 0], corner[:, 2] - corner[:, 0])
    away = np.einsum("ij,ij->i", flat, normals[faces].sum(axis=1)) < 0
    turned = faces.copy()
    turned[away] = turned[away][:, ::-1]
    return turned
