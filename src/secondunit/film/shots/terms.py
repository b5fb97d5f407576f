"""The terms of the shot list: sizes, angles, framings, moves, poses, builds, shapes."""

from __future__ import annotations

from enum import StrEnum


class Size(StrEnum):
    """Shot sizes, widest first."""

    EXTREME_WIDE = "EWS"
    WIDE = "WS"
    FULL = "FS"
    COWBOY = "MLS"
    MEDIUM = "MS"
    MEDIUM_CLOSE = "MCU"
    CLOSE = "CU"
    EXTREME_CLOSE = "ECU"
    INSERT = "INSERT"


class Angle(StrEnum):
    """How the camera looks at the subject."""

    EYE = "eye"
    HIGH = "high"
    LOW = "low"
    OVERHEAD = "overhead"
    DUTCH = "dutch"


class Framing(StrEnum):
    """What the frame is built on."""

    ESTABLISHING = "establishing"
    MASTER = "master"
    SINGLE = "single"
    TWO_SHOT = "two-shot"
    GROUP = "group"
    OVER_SHOULDER = "over-shoulder"
    POV = "pov"
    INSERT = "insert"


class Move(StrEnum):
    """What the camera does."""

    STATIC = "static"
    PAN = "pan"
    TILT = "tilt"
    PUSH_IN = "push in"
    PULL_OUT = "pull out"
    TRUCK = "truck"
    CRANE = "crane"
    ARC = "arc"
    FOLLOW = "follow"
    HANDHELD = "handheld"


class Pose(StrEnum):
    """What a figure does."""

    STAND = "stand"
    WALK = "walk"
    RUN = "run"
    SIT = "sit"
    KNEEL = "kneel"
    LIE = "lie"
    CROUCH = "crouch"
    POINT = "point"
    HOLD = "hold"
    PHONE = "phone"
    DRIVE = "drive"
    FALL = "fall"


class Build(StrEnum):
    """What kind of figure stands in for a character."""

    WOMAN = "woman"
    MAN = "man"
    CHILD = "child"
    ANIMAL = "animal"


class Shape(StrEnum):
    """Simple solids a set is built from."""

    BOX = "box"
    CYLINDER = "cylinder"
    CONE = "cone"
    SPHERE = "sphere"
