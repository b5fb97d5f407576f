"""Who is seen, in what, and where they are in a shot."""

from __future__ import annotations

from dataclasses import dataclass

from secondunit.core.ids import SceneId
from secondunit.film.shots.optics import Vector
from secondunit.film.shots.terms import Build, Pose, Region, Texture


@dataclass(frozen=True, slots=True, kw_only=True)
class Garment:
    """What covers a region of the body.

    Args:
        region: Where.
        colour: sRGB, 0-255.
        texture: Its pattern.
    """

    region: Region
    colour: tuple[int, int, int]
    texture: Texture = Texture.PLAIN


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """How a character looks on some story days; continuity goes by story day.

    Args:
        name: ``day 1``, ``wedding``; "" for the look of every other day.
        days: Story days it is worn on; empty for every day no other look names.
        garments: Regions in the order they are put on; what they leave bare is skin.
        hair: sRGB, or None for the character's own.
        injuries: Regions that are hurt or bandaged.
        scenes: Scenes of those days that it is worn in, in script order; empty for all of them.
        since: Line of the first of those scenes after which it is worn; "" for the whole scene.
    """

    name: str
    days: tuple[int, ...] = ()
    garments: tuple[Garment, ...] = ()
    hair: tuple[int, int, int] | None = None
    injuries: tuple[Region, ...] = ()
    scenes: tuple[SceneId, ...] = ()
    since: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A character as previs shows it: the same in every shot.

    Args:
        name: The character (``MINA``) or what it is (``dog``).
        build: Kind of mannequin.
        height: Standing height, metres (of an animal: at the shoulder; of a vehicle: its roof).
        colour: sRGB of the costume, 0-255; unique in the production.
        accent: sRGB of trousers or skirt.
        hair: sRGB.
        silhouette: One of ``cap``, ``bun``, ``long-hair``, ``short-hair``, ``hat``, ``hood``,
            ``bald``, ``backpack``, ``coat``, ``skirt``: with the colour, what tells two apart.
        kind: Which animal (``dog``, ``horse``) or vehicle it is; "" for people.
        looks: Looks by story day; empty for the one that the colours above give.
        age: In years, 0 when the script does not say: the old stoop and their faces are lined.
    """

    name: str
    build: Build
    height: float
    colour: tuple[int, int, int]
    accent: tuple[int, int, int]
    hair: tuple[int, int, int]
    silhouette: str
    kind: str = ""
    looks: tuple[Look, ...] = ()
    age: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Key:
    """Where a figure is at one moment of a shot.

    Args:
        share: Of the shot, 0 to 1.
        at: Position of the feet.
        facing: Degrees; None looks where it goes, or as before.
        pose: What it does from there on.
        gaze: Name of the figure looked at from there on, or "".
    """

    share: float
    at: Vector
    facing: float | None = None
    pose: Pose = Pose.WALK
    gaze: str = ""


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
        keys: Path with poses and looks after the start, in time; ``to`` alone is a straight
            walk through the whole shot.
        look: Name of the look worn, or "" for the figure's own.
    """

    figure: str
    at: Vector
    facing: float
    pose: Pose = Pose.STAND
    to: Vector | None = None
    gaze: str = ""
    prop: str = ""
    keys: tuple[Key, ...] = ()
    look: str = ""
