"""The nouns of the shot list: a director's shot as a typed spec.

Lengths are metres, angles degrees, lenses and sensors millimetres. World axes: x right, y up,
z towards the audience of a set's front wall; the ground is y = 0. Azimuth 0 looks along -z.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from secondunit.core.evidence import ScriptSpan
from secondunit.core.ids import Digest, LineId, SceneId, ShotId
from secondunit.core.stage import MediaRef
from secondunit.core.timecode import Frames, Rate
from secondunit.film.shots.optics import Camera, Composition, Lens, Lighting, Motion, Vector
from secondunit.film.shots.people import Figure, Garment, Key, Look, Mark
from secondunit.film.shots.scenery import Piece, SetPlan, Spot
from secondunit.film.shots.terms import (
    Angle,
    Build,
    Easing,
    Framing,
    Height,
    Mood,
    Move,
    Pose,
    Region,
    Shape,
    Size,
    Texture,
)

__all__ = [
    "Angle",
    "Build",
    "Camera",
    "Composition",
    "Easing",
    "Figure",
    "Framing",
    "Garment",
    "Height",
    "Key",
    "Lens",
    "Lighting",
    "Look",
    "Mark",
    "Mood",
    "Motion",
    "Move",
    "MoveRequest",
    "Panel",
    "PanelRequest",
    "Piece",
    "Pose",
    "Region",
    "SetPlan",
    "Shape",
    "ShotSpec",
    "Size",
    "Spot",
    "Texture",
    "Vector",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class ShotSpec:
    """One shot.

    Args:
        id: Stable as long as the lines it covers and its framing are the same.
        scene: Its scene.
        number: ``12A``, ``12B``: scene number and set-up letter (no I or O).
        framing: What the frame is built on.
        size: Shot size.
        angle: Camera angle.
        lens: Lens and sensor.
        move: Camera move.
        subjects: Figures the frame is built on, the main one first.
        marks: Every figure in the set, with its place.
        camera: Keys of the camera: one, or first and last for a move.
        covers: Every line the shot covers, in script order.
        spans: The words that asked for the shot.
        duration: Screen time.
        rate: Frame rate of the duration.
        action: What happens, one sentence, for the panel caption.
        dialogue: First words spoken in it, or "".
        speaker: Who says them, or "".
        aspect: Width over height of the frame, as a trade name (``1.85``).
        light: ``day``, ``night``, ``dawn``, ``dusk``.
        height: Height of the camera; None leaves it to the angle.
        composition: Where the subject sits in the frame.
        motion: How the move runs.
        lighting: The light that is asked for.
        locks: Fields a person has fixed, by name: no later proposal changes them.
        place: Set it plays in when that is not the scene's own (the far end of a phone call).
    """

    id: ShotId
    scene: SceneId
    number: str
    framing: Framing
    size: Size
    angle: Angle
    lens: Lens
    move: Move
    subjects: tuple[str, ...]
    marks: tuple[Mark, ...]
    camera: tuple[Camera, ...]
    covers: tuple[LineId, ...]
    spans: tuple[ScriptSpan, ...]
    duration: Frames
    rate: Rate
    action: str
    dialogue: str = ""
    speaker: str = ""
    aspect: str = "1.85"
    light: str = "day"
    place: str = ""
    height: Height | None = None
    composition: Composition = field(default_factory=Composition)
    motion: Motion = field(default_factory=Motion)
    lighting: Lighting = field(default_factory=Lighting)
    locks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PanelRequest:
    """Everything a renderer needs for one picture or clip of one shot; holds no script text.

    Args:
        shot: For file names.
        set: The set.
        figures: The figures that are marked.
        marks: Where they are.
        camera: Camera keys.
        lens: Sensor and squeeze (focal length comes from the keys).
        aspect: Width over height, as a trade name.
        light: ``day``, ``night``, ``dawn``, ``dusk``.
        width: Pixels.
        height: Pixels.
        move: For the arrows drawn on the panel.
        motion: How the move runs.
        lighting: The light that is asked for.
    """

    shot: ShotId
    set: SetPlan
    figures: tuple[Figure, ...]
    marks: tuple[Mark, ...]
    camera: tuple[Camera, ...]
    lens: Lens
    aspect: str
    light: str
    width: int
    height: int
    move: Move
    motion: Motion = field(default_factory=Motion)
    lighting: Lighting = field(default_factory=Lighting)


@dataclass(frozen=True, slots=True, kw_only=True)
class MoveRequest:
    """A shot that moves, to be drawn from its first frame to its last.

    Args:
        spec: The shot as the renderer sees it.
        frames: Its length.
        rate: Frame rate.
    """

    spec: PanelRequest
    frames: Frames
    rate: Rate


@dataclass(frozen=True, slots=True, kw_only=True)
class Panel:
    """One storyboard panel; of a shot that moves, its first and last frame and the move itself.

    Args:
        shot: The shot it shows.
        number: As people call it (``12A``).
        media: The picture; of a shot that moves, its first frame with arrows.
        width: Pixels.
        height: Pixels.
        request: Digest of the request it was drawn from.
        end: The last frame of a shot that ends elsewhere than it began, or None.
        clip: The move, frame for frame, or None.
    """

    shot: ShotId
    number: str
    media: MediaRef
    width: int
    height: int
    request: Digest
    end: MediaRef | None = None
    clip: MediaRef | None = None
