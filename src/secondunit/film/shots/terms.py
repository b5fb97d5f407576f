"""The terms of the shot list: what a frame, a move, a body and its light can be."""

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
    WORM = "worm"


class Height(StrEnum):
    """How high the camera stands."""

    FLOOR = "floor"
    KNEE = "knee"
    HIP = "hip"
    SHOULDER = "shoulder"
    EYE = "eye"
    OVERHEAD = "overhead"


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
    ROLL = "roll"
    PEDESTAL = "pedestal"
    ZOOM_IN = "zoom in"
    ZOOM_OUT = "zoom out"
    DOLLY_ZOOM = "dolly zoom"
    WHIP = "whip"


class Easing(StrEnum):
    """How a move takes up and loses speed."""

    EASE = "ease"
    LINEAR = "linear"
    EASE_IN = "ease in"
    EASE_OUT = "ease out"


class Mood(StrEnum):
    """Light in one word."""

    NEUTRAL = "neutral"
    HIGH_KEY = "high key"
    LOW_KEY = "low key"
    SILHOUETTE = "silhouette"
    WARM = "warm"
    COLD = "cold"


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
    HUG = "hug"
    PHONE = "phone"
    DRIVE = "drive"
    FALL = "fall"


class Region(StrEnum):
    """Parts of a body that are dressed, hurt or scored apart."""

    HEAD = "head"
    TORSO = "torso"
    ARMS = "arms"
    HANDS = "hands"
    LEGS = "legs"
    FEET = "feet"


class Texture(StrEnum):
    """Patterns of cloth that read on a board."""

    PLAIN = "plain"
    STRIPES = "stripes"
    CHECKS = "checks"
    DOTS = "dots"


class Build(StrEnum):
    """What kind of figure stands in for a character."""

    WOMAN = "woman"
    MAN = "man"
    CHILD = "child"
    ANIMAL = "animal"
    VEHICLE = "vehicle"


class Shape(StrEnum):
    """Simple solids a set is built from."""

    BOX = "box"
    CYLINDER = "cylinder"
    CONE = "cone"
    SPHERE = "sphere"
