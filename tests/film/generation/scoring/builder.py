"""A shot of two people before a set, painted with rectangles, and takes of it."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from secondunit.core.ids import Digest
from secondunit.core.timecode import Frames, Rate
from secondunit.film.generation.scoring.expected import (
    NOTHING,
    SET,
    Expectation,
    ExpectedFrame,
    Footage,
    Part,
    Picture,
    Seen,
    Shown,
)
from secondunit.film.generation.scoring.score import Slate

HEIGHT, WIDTH = 260, 480
SLATE = Slate(take=Digest("t"), media=Digest("m"))
SKIN = (222, 180, 150)
PARTS = (
    Part(owner=SET, region="wall"), Part(owner=SET, region="box"),
    Part(owner=NOTHING, region="sky"),
    Part(owner=0, region="torso"), Part(owner=0, region="legs"), Part(owner=0, region="skin"),
    Part(owner=0, region="arms"),
    Part(owner=1, region="torso"), Part(owner=1, region="legs"), Part(owner=1, region="skin"),
    Part(owner=1, region="arms"),
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """Where somebody stands, in what, and where their arm is: ``down`` or ``up``."""

    figure: int
    x: int
    torso: tuple[int, int, int]
    legs: tuple[int, int, int]
    arm: str = "down"
    top: int = 60


MINA = Person(figure=0, x=120, torso=(180, 40, 40), legs=(40, 50, 140))
DES = Person(figure=1, x=330, torso=(50, 140, 60), legs=(120, 90, 40))
BOTH = (MINA, DES)


def paint(people: tuple[Person, ...] = BOTH) -> tuple[Picture, NDArray[np.int16]]:
    """The picture and the part of each pixel."""
    picture = np.zeros((HEIGHT, WIDTH, 3), dtype=np.uint8)
    part = np.zeros((HEIGHT, WIDTH), dtype=np.int16)
    picture[:] = (190, 184, 172)
    picture[:40], part[:40] = (205, 215, 225), 2
    for left, top, wide, high in (
        (20, 150, 60, 70), (220, 170, 70, 60), (400, 120, 60, 90), (250, 60, 30, 30),
    ):  # fmt: skip
        picture[top : top + high, left : left + wide] = (150, 140, 120)
        part[top : top + high, left : left + wide] = 1
    for who in people:
        first, x, top = 3 + 4 * who.figure, who.x, who.top
        boxes = [
            (x, top, 24, 26, SKIN, first + 2), (x - 10, top + 26, 44, 60, who.torso, first),
            (x - 8, top + 86, 40, 70, who.legs, first + 1),
        ]  # fmt: skip
        arm = (x - 24, top + 28, 14, 54) if who.arm == "down" else (x + 34, top - 14, 14, 54)
        boxes.append((*arm, who.torso, first + 3))
        for left, y, wide, high, colour, place in boxes:
            picture[y : y + high, left : left + wide] = colour
            part[y : y + high, left : left + wide] = place
    return picture, part


def frame_of(
    people: tuple[Person, ...] = BOTH, *, frame: int = 8, flow: float = 0.0
) -> ExpectedFrame:
    """A frame as it was ordered."""
    picture, part = paint(people)
    owners = np.array([each.owner for each in PARTS], dtype=np.int16)
    ways = np.zeros((HEIGHT, WIDTH, 2), dtype=np.float32)
    ways[..., 0] = flow
    depth = np.full((HEIGHT, WIDTH), 5.0, dtype=np.float32)
    depth[:40] = np.inf
    return ExpectedFrame(
        frame=frame,
        picture=picture,
        part=part,
        owner=owners[part],
        depth=depth,
        flow=ways,
        ahead=6,
        people=tuple(_seen(who) for who in people),
        focal_px=480.0,
    )


def _seen(who: Person) -> Seen:
    x, top = who.x, who.top
    places = np.zeros((18, 2))
    places[2:5] = [(x - 17, top + 32), (x - 17, top + 55), (x - 17, top + 78)]
    places[5:8] = [(x + 30, top + 32), (x + 30, top + 55), (x + 30, top + 78)]
    places[8:11] = [(x + 2, top + 88), (x + 2, top + 120), (x + 2, top + 152)]
    places[11:14] = [(x + 22, top + 88), (x + 22, top + 120), (x + 22, top + 152)]
    visible = np.zeros(18, dtype=np.bool_)
    visible[[2, 3, 4, 8, 9, 10, 11, 12, 13]] = True
    return Seen(figure=who.figure, places=places, visible=visible, height=160.0)


def asked(*, moves: bool = False, flow: float = 0.0) -> Expectation:
    """The shot as it was ordered, at one frame."""
    return Expectation(
        names=("figure-01", "figure-02"),
        parts=PARTS,
        frames=(frame_of(flow=flow),),
        duration=Frames(24),
        rate=Rate(numerator=24),
        window=(0.0, 0.0, 1.0, 1.0),
        aspect=WIDTH / HEIGHT,
        moves=moves,
        version="1",
    )


def grain(picture: Picture, seed: int = 1, size: float = 2.0) -> Picture:
    """A picture with grain."""
    rng = np.random.Generator(np.random.PCG64(seed))
    return np.clip(picture + rng.normal(0, size, picture.shape), 0, 255).astype(np.uint8)


def take_of(people: tuple[Person, ...] = BOTH) -> Picture:
    """A frame of a take."""
    return grain(paint(people)[0])


def footage(picture: Picture, later: Picture | None = None, frames: int = 24) -> Footage:
    """A take that shows a picture, each frame with its own grain."""
    step = np.linspace(0, HEIGHT - 1, 36).astype(int), np.linspace(0, WIDTH - 1, 64).astype(int)
    small = picture[step[0]][:, step[1]]
    return Footage(
        frames=frames,
        rate=Rate(numerator=24),
        width=WIDTH,
        height=HEIGHT,
        small=np.stack([grain(small, seed) for seed in range(frames)]),
        shown=(Shown(frame=8, picture=picture, later=later),),
        rows=picture.mean(axis=2).astype(np.uint8),
    )


def moved(took: Footage, **changes: object) -> Footage:
    """Footage with some fields changed."""
    return replace(took, **changes)  # type: ignore[arg-type]  # fields of the test
