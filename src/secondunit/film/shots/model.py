"""The nouns of the shot list: a director's shot as a typed spec.

Lengths are metres, angles degrees, lenses and sensors millimetres. World axes: x right, y up,
z towards the audience of a set's front wall; the ground is y = 0. Azimuth 0 looks along -z.
"""

from __future__ import annotations

from dataclasses import dataclass

from secondunit.core.evidence import ScriptSpan
from secondunit.core.ids import Digest, LineId, SceneId, ShotId
from secondunit.core.stage import MediaRef
from secondunit.core.timecode import Frames, Rate
from secondunit.film.shots.terms import (
    Angle,
    Build,
    Framing,
    Move,
    Pose,
    Shape,
    Size,
)

__all__ = ["Angle", "Build", "Framing", "Move", "Pose", "Shape", "Size"]

Vector = tuple[float, float, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Lens:
    """A lens on a sensor; never a bare field of view.

    Args:
        focal_mm: Focal length.
        sensor_width_mm: Width of the sensor that is used.
        sensor_height_mm: Height of the sensor that is used.
        squeeze: Anamorphic squeeze, 1 for spherical.
    """

    focal_mm: float
    sensor_width_mm: float = 24.89
    sensor_height_mm: float = 18.66
    squeeze: float = 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A character as previs shows it: the same in every shot.

    Args:
        name: The character (``MINA``) or what it is (``dog``).
        build: Kind of mannequin.
        height: Standing height, metres (of an animal: at the shoulder).
        colour: sRGB of the costume, 0-255; unique in the production.
        accent: sRGB of trousers or skirt.
        hair: sRGB.
        silhouette: One of ``cap``, ``bun``, ``long-hair``, ``short-hair``, ``hat``, ``hood``,
            ``bald``, ``backpack``, ``coat``, ``skirt``: with the colour, what tells two apart.
    """

    name: str
    build: Build
    height: float
    colour: tuple[int, int, int]
    accent: tuple[int, int, int]
    hair: tuple[int, int, int]
    silhouette: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """Where a figure is in a shot.

    Args:
        figure: Name of the figure.
        at: Position of the feet.
        facing: Degrees; 0 looks along +z, 90 along +x.
        pose: What it does.
        to: Where it walks during the shot, or None.
        gaze: Name of the figure looked at, or "".
        prop: What it holds, or "".
    """

    figure: str
    at: Vector
    facing: float
    pose: Pose = Pose.STAND
    to: Vector | None = None
    gaze: str = ""
    prop: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """One solid of a set.

    Args:
        shape: Solid; a cylinder and a cone stand along y.
        centre: Its centre.
        size: Extent along x, y, z before turning.
        turn: Degrees about y.
        colour: sRGB 0-255.
        wild: True when it may be taken away if it stands before the camera.
        name: ``wall``, ``table``, ``tree``: for ids and the plan view.
    """

    shape: Shape
    centre: Vector
    size: Vector
    turn: float
    colour: tuple[int, int, int]
    wild: bool = False
    name: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """A place a figure can take in a set.

    Args:
        at: Where the feet go.
        facing: Degrees; 0 looks along +z.
        name: What it is (``chair``, ``driver``, ``door``).
    """

    at: Vector
    facing: float
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SetPlan:
    """A simple set, the same for every scene with that heading.

    Args:
        name: The set as the heading has it.
        kind: Which part of the library it was built from (``room``, ``street``, ``woods``...).
        pieces: Its solids.
        width: Usable floor along x.
        depth: Usable floor along z.
        interior: True when it has walls and no sky.
        seats: Places to sit.
        doors: Where people come in and go out; they face into the set.
        acting: Middle of the clear floor, where people stand and talk.
    """

    name: str
    kind: str
    pieces: tuple[Piece, ...]
    width: float
    depth: float
    interior: bool
    seats: tuple[Spot, ...] = ()
    doors: tuple[Spot, ...] = ()
    acting: Vector = (0.0, 0.0, 0.0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Camera:
    """A solved camera: one keyframe.

    Args:
        eye: Position.
        target: What it looks at.
        roll: Degrees.
        focal_mm: Focal length at this key.
    """

    eye: Vector
    target: Vector
    roll: float
    focal_mm: float


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Panel:
    """One storyboard panel.

    Args:
        shot: The shot it shows.
        number: As people call it (``12A``).
        media: The picture.
        width: Pixels.
        height: Pixels.
        request: Digest of the request it was drawn from.
    """

    shot: ShotId
    number: str
    media: MediaRef
    width: int
    height: int
    request: Digest
