"""Pose: the keypoints of everyone in the frame as OpenPose writes them, each with what hides it.

Source: OpenPose 1.7, "Output format" (JSON of people, POSE_COCO order of 18 keypoints).
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from enum import IntEnum

import numpy as np
from numpy.typing import NDArray

from secondunit.adapters.render.casting.tracer import cast_from
from secondunit.adapters.render.passes.moment import Moment, in_world
from secondunit.film.shots.passes import PassRequest


class Hidden(IntEnum):
    """What stands before a joint."""

    BY_NOTHING = 0
    BY_ITSELF = 1
    BY_ANOTHER = 2
    OUT_OF_FRAME = 3


CONFIDENCE = {
    Hidden.BY_NOTHING: 1.0,
    Hidden.BY_ITSELF: 0.5,
    Hidden.BY_ANOTHER: 0.25,
    Hidden.OUT_OF_FRAME: 0.0,
}
"""The third number of a keypoint. OpenPose guesses what it cannot see and says how sure it is; here
the place is always right, and the number says whether it can be seen."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """One figure's keypoints in a frame.

    Args:
        label: What the request calls the figure.
        places: ``(18, 2)`` pixels in the open window, from its upper left corner.
        depths: ``(18,)`` metres along the optical axis.
        hidden: What stands before each.
    """

    label: str
    places: NDArray[np.float64]
    depths: NDArray[np.float64]
    hidden: tuple[Hidden, ...]


def find_people(moment: Moment, request: PassRequest) -> list[Person]:
    """The people before the camera, the farthest first; animals have no such keypoints.

    A joint is hidden where its ray meets something farther before it than its own limb is thick.
    """
    view, scene = moment.stand.view, moment.stand.scene
    labels = {
        figure.name: label
        for figure, label in zip(request.panel.figures, request.labels, strict=True)
    }
    people = []
    for each in moment.stand.bodies:
        joints, name = each[1].joints, each[0].figure.name
        if not joints:
            continue
        world = in_world(each, [joint.at for joint in joints])
        seen = view.project(world)
        ways = (world - view.eye).astype(np.float32)
        hits = cast_from(scene, view, ways)
        gaps = np.linalg.norm(ways, axis=1) * (1 - hits.distance)
        covered = (hits.face >= 0) & (gaps > np.array([joint.deep for joint in joints]))
        owners = [scene.names[number] for number in scene.parts.object[scene.part[hits.face]]]
        hidden = [
            _hidden(bool(over), owner == name) for over, owner in zip(covered, owners, strict=True)
        ]
        person = Person(
            label=labels[name],
            places=seen[:, :2],
            depths=seen[:, 2],
            hidden=tuple(hidden),
        )
        people.append(_framed(person, view.window.width, view.window.height))
    kept = [person for person in people if any(h < Hidden.OUT_OF_FRAME for h in person.hidden)]
    return sorted(kept, key=lambda person: -float(person.depths.mean()))


def write_people(people: list[Person], width: int, height: int) -> bytes:
    """JSON as OpenPose writes it, with two words more: ``label`` and ``occlusion``.

    ``occlusion`` is 0 for a joint that is seen, 1 behind its own body, 2 behind something else, 3
    out of the frame.
    """
    said = {
        "version": 1.3,
        "canvas_width": width,
        "canvas_height": height,
        "people": [_person(person) for person in people],
    }
    return json.dumps(said, separators=(",", ":")).encode()


def _person(person: Person) -> dict[str, object]:
    keypoints: list[float] = []
    for (x, y), hidden in zip(person.places.tolist(), person.hidden, strict=True):
        if hidden is Hidden.OUT_OF_FRAME:
            keypoints += [0.0, 0.0, 0.0]
        else:
            keypoints += [round(x, 3), round(y, 3), CONFIDENCE[hidden]]
    empty = ("face", "hand_left", "hand_right")
    return {
        "person_id": [-1],
        "pose_keypoints_2d": keypoints,
        **{f"{name}_keypoints_2d": [] for name in empty},
        **{f"{name}_keypoints_3d": [] for name in ("pose", *empty)},
        "label": person.label,
        "occlusion": [int(hidden) for hidden in person.hidden],
    }


def _hidden(covered: bool, own: bool) -> Hidden:  # noqa: FBT001  two facts of one joint
    if not covered:
        return Hidden.BY_NOTHING
    return Hidden.BY_ITSELF if own else Hidden.BY_ANOTHER


def _framed(person: Person, width: int, height: int) -> Person:
    """The same with joints outside the frame, or behind the camera, told as such."""
    x, y = person.places.T
    inside = (person.depths > 0) & (x >= 0) & (x < width) & (y >= 0) & (y < height)
    hidden = tuple(
        what if there else Hidden.OUT_OF_FRAME
        for what, there in zip(person.hidden, inside.tolist(), strict=True)
    )
    return Person(label=person.label, places=person.places, depths=person.depths, hidden=hidden)
