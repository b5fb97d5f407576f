"""Mannequins: a clothed body over a skeleton, the same for a character in every shot."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from secondunit.adapters.render.figures.bird import is_bird, make_bird
from secondunit.adapters.render.figures.head import Gaze, make_head
from secondunit.adapters.render.figures.keypoints import Joint, keypoints
from secondunit.adapters.render.figures.limbs import make_arms, make_legs
from secondunit.adapters.render.figures.poses import angles, stooped
from secondunit.adapters.render.figures.props import make_prop, make_wheel
from secondunit.adapters.render.figures.quadruped import make_animal
from secondunit.adapters.render.figures.skeleton import Skeleton, make_skeleton, proportions
from secondunit.adapters.render.figures.torso import make_outfit, make_torso
from secondunit.adapters.render.figures.vehicle import make_vehicle
from secondunit.adapters.render.figures.wardrobe import dressed, outfit_of
from secondunit.adapters.render.mesh import Matter, Mesh, block, tube, turned
from secondunit.film.shots.camera.body import OLD, STOOPS
from secondunit.film.shots.model import Build, Figure, Pose, Region

SEATED = frozenset({Pose.SIT, Pose.DRIVE})


@dataclass(frozen=True, slots=True, kw_only=True)
class Posture:
    """What a body does, apart from where it stands.

    Args:
        pose: The pose.
        phase: Of its step, 0 to 1.
        head: Turn of the head against the chest, degrees: to the left, up.
        gaze: Turn of the eyes in the head.
        prop: What it holds, or "".
        look: Name of the look it wears, or "" for its own.
    """

    pose: Pose
    phase: float = 0.12
    head: Gaze = (0.0, 0.0)
    gaze: Gaze = (0.0, 0.0)
    prop: str = ""
    look: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Body:
    """A figure in body axes, set down on y = 0.

    Args:
        meshes: Its parts.
        seat: Height of what it sits on, or 0.
        head: Centre of the head.
        contacts: ``(n, 2)`` x and z of what touches the ground.
        reach: Radius of its head, for cameras that stand in it.
        joints: Keypoints of a person by name; none of an animal.
    """

    meshes: tuple[Mesh, ...]
    seat: float
    head: tuple[float, float, float]
    contacts: tuple[tuple[float, float], ...]
    reach: float
    joints: tuple[Joint, ...] = ()


@lru_cache(maxsize=96)
def make_body(figure: Figure, posture: Posture) -> Body:
    """A figure in a posture; made once."""
    if figure.build is Build.ANIMAL:
        return _animal(figure, posture)
    if figure.build is Build.VEHICLE:
        return _vehicle(figure)
    bones = _bones(figure, posture)
    outfit = outfit_of(figure, posture.look)
    holds = bool(posture.prop)
    meshes = make_torso(bones) + make_arms(bones, posture.pose, holds=holds)
    meshes += make_legs(bones, bare=figure.silhouette == "skirt")
    meshes += make_outfit(bones, figure.silhouette)
    head, frame, placed = _placed_head(figure, posture, bones, hurt=Region.HEAD in outfit.injuries)
    meshes = dressed([*meshes, *placed], outfit, figure.height)
    if posture.pose is Pose.PHONE:
        meshes += make_prop("phone", bones)
    elif posture.pose is Pose.DRIVE:
        meshes += make_wheel(bones)
    if posture.prop and posture.pose is not Pose.PHONE:
        meshes += make_prop(posture.prop, bones)
    drop = min(float(mesh.points[:, 1].min()) for mesh in meshes)
    seated = posture.pose in SEATED
    seat = float(bones.joints["hips"][1]) - 0.062 * bones.height - drop if seated else 0.0
    placed_meshes = _set_down(meshes)
    return Body(
        meshes=placed_meshes,
        seat=seat,
        head=(float(head[0]), float(head[1]) - drop, float(head[2])),
        contacts=_contacts(placed_meshes),
        reach=0.6 * bones.parts.head * bones.height,
        joints=keypoints(bones, head, frame, drop),
    )


def bones_of(figure: Figure, pose: Pose, phase: float) -> dict[str, NDArray[np.float64]]:
    """Joints of a person in body axes, set down like the body of that posture."""
    posture = Posture(pose=pose, phase=round(phase % 1.0, 3))
    bones = _bones(figure, posture)
    head, _, _ = _placed_head(figure, posture, bones, hurt=False)
    drop = np.array([0.0, float(head[1]) - make_body(figure, posture).head[1], 0.0])
    return {name: joint - drop for name, joint in bones.joints.items()}


def _animal(figure: Figure, posture: Posture) -> Body:
    kind = figure.kind or figure.name
    make = make_bird if is_bird(kind) else make_animal
    animal = make(kind, figure.height, posture.pose, posture.phase)
    meshes = _set_down(list(animal.meshes))
    return Body(
        meshes=meshes,
        seat=0.0,
        head=animal.head,
        contacts=_contacts(meshes),
        reach=animal.reach,
    )


def _vehicle(figure: Figure) -> Body:
    """A vehicle; nobody's eyes are in it."""
    meshes = _set_down(make_vehicle(figure.kind or figure.name, figure.height))
    return Body(
        meshes=meshes,
        seat=0.0,
        head=(0.0, 0.7 * figure.height, 0.0),
        contacts=_contacts(meshes),
        reach=0.0,
    )


def _bones(figure: Figure, posture: Posture) -> Skeleton:
    holds = bool(posture.prop)
    found = angles(posture.pose, posture.phase, holds=holds)
    if figure.age >= OLD and posture.pose in STOOPS:
        found = stooped(found)
    parts = proportions(figure.build, figure.height)
    return make_skeleton(figure.height, parts, found)


def _placed_head(
    figure: Figure, posture: Posture, bones: Skeleton, *, hurt: bool
) -> tuple[NDArray[np.float64], NDArray[np.float64], list[Mesh]]:
    """The head on its neck, turned; its centre, its axes in units of the head, and meshes."""
    size = bones.parts.head * bones.height
    yaw, pitch = np.radians(posture.head[0]), np.radians(posture.head[1] - bones.angles.nod)
    chest = bones.across["chest"]
    level = chest if bones.angles.tilt else np.array([chest[0], 0.0, chest[2]])
    level = level / np.linalg.norm(level)
    rise = bones.trunk if bones.angles.tilt else _half_way(bones.trunk)
    front = np.cross(level, rise)
    rise = np.cross(front, level)
    ahead = np.cos(yaw) * front + np.sin(yaw) * level
    side = np.cos(yaw) * level - np.sin(yaw) * front
    forward = np.cos(pitch) * ahead + np.sin(pitch) * rise
    frame = np.stack([side, np.cross(forward, side), forward])
    pivot = bones.joints["neck"] + 0.02 * size * rise
    up = (1 - bones.parts.neck - bones.parts.head / 2) * bones.height
    centre = pivot + frame[1] * up + frame[2] * 0.07 * size
    soft = figure.build in {Build.WOMAN, Build.CHILD}
    old = figure.age >= OLD
    parts = make_head(figure.silhouette, posture.gaze, soft=soft, old=old, hurt=hurt)
    nape = centre - frame[1] * 0.22 * size - frame[2] * 0.10 * size
    throat = _throat(bones, nape, soft=soft)
    return centre, frame * size, [throat, *(turned(mesh, frame * size, centre) for mesh in parts)]


def _throat(bones: Skeleton, nape: NDArray[np.float64], *, soft: bool) -> Mesh:
    root = bones.joints["neck"] - bones.trunk * 0.03 * bones.height
    thick = (0.030 if soft else 0.034) * bones.height
    path = [root, root + (nape - root) * 0.35, root + (nape - root) * 0.7, nape]
    wide = [1.25 * thick, 1.06 * thick, thick, thick]
    return tube(path, wide, None, bones.across["chest"], Matter("skin", "neck"))


def _half_way(trunk: NDArray[np.float64]) -> NDArray[np.float64]:
    """Heads stay more upright than trunks."""
    middle = trunk + np.array([0.0, 1.6, 0.0])
    found: NDArray[np.float64] = middle / np.linalg.norm(middle)
    return found


def _set_down(meshes: list[Mesh]) -> tuple[Mesh, ...]:
    """The meshes with unit normals and the lowest point on the ground."""
    drop = min(float(mesh.points[:, 1].min()) for mesh in meshes)
    done = []
    for mesh in meshes:
        length = np.linalg.norm(mesh.normals, axis=1, keepdims=True) + 1e-12
        done.append(
            Mesh(
                points=mesh.points - np.array([0.0, drop, 0.0], dtype=np.float32),
                normals=(mesh.normals / length).astype(np.float32),
                faces=mesh.faces,
                material=mesh.material,
                part=mesh.part,
            )
        )
    return tuple(done)


def _contacts(meshes: tuple[Mesh, ...]) -> tuple[tuple[float, float], ...]:
    """Centres of the parts that touch the ground."""
    found = []
    for mesh in meshes:
        low = mesh.points[mesh.points[:, 1] < 0.03]
        if len(low) > 3:
            found.append((float(low[:, 0].mean()), float(low[:, 2].mean())))
    return tuple(found)


def apple_box(height: float) -> list[Mesh]:
    """What a figure sits on where the set has no seat: an apple box, as on a stage."""
    size = np.array([0.42, height, 0.36])
    return block((0.0, height / 2, -0.04), size, Matter("box", "seat"))
