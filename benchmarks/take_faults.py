"""Takes with one thing wrong, made on purpose: what the scorer is calibrated and measured on.

A take is our own render of a shot that was changed in one way, then made unlike it: relit,
graded, its surfaces changed, clutter put on its set, warped, blurred, grained, coded as JPEG.
Nothing of it is drawn by a generator: see the limits in DR-020.
"""

from __future__ import annotations

import io
import math
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw, ImageFilter

from secondunit.adapters.dailies.expecter import ShotExpecter
from secondunit.adapters.render.figures import mannequin
from secondunit.adapters.render.figures.poses import angles
from secondunit.adapters.render.figures.skeleton import Skeleton, make_skeleton, proportions
from secondunit.adapters.render.lens import make_view
from secondunit.adapters.render.staged import shot as staged_shot
from secondunit.core.timecode import Frames, Rate
from secondunit.film.generation.scoring.expected import (
    Expectation,
    ExpectedFrame,
    ExpectRequest,
    Picture,
)
from secondunit.film.shots.model import Figure, Mark, PanelRequest, Pose
from secondunit.film.shots.optics import Lighting

RATE = Rate(numerator=24)
Rng = np.random.Generator
Spoil = Callable[[PanelRequest, ExpectedFrame, Rng], PanelRequest | None]
"""Changes a shot in one way, or says None where the change would not be seen."""
LEAST = 150
"""Pixels that a figure must cover for a change of it to count."""
EXTRA_LEAST = 620
"""Pixels that somebody nobody asked for must cover: half a percent of the frame."""
CHANGED = 240
"""Pixels that must change colour for another costume, or other people, to count."""


def expect(panel: PanelRequest, frame: int = 24) -> Expectation:
    return ShotExpecter().expect(
        ExpectRequest(
            panel=panel,
            duration=Frames(48),
            rate=RATE,
            labels=tuple(f"figure-{place + 1:02d}" for place in range(len(panel.figures))),
            frames=(frame,),
        )
    )


def visible(frame: ExpectedFrame, figure: int) -> int:
    return int((frame.owner == figure).sum())


def shows(asked: ExpectedFrame, spoilt: ExpectedFrame, least: int) -> bool:
    """True when a change can be seen: so many pixels differ by more than a dye of the cloth."""
    from secondunit.film.generation.scoring.reading.colour import difference, oklab

    apart = difference(oklab(asked.picture), oklab(spoilt.picture))
    return int((apart > 0.04).sum()) * 4 >= least


def _look(panel: PanelRequest, by: float) -> PanelRequest:
    """The camera panned by degrees."""
    turn = math.radians(by)
    keys = []
    for key in panel.camera:
        x, z = key.target[0] - key.eye[0], key.target[2] - key.eye[2]
        keys.append(
            replace(
                key,
                target=(
                    key.eye[0] + x * math.cos(turn) - z * math.sin(turn),
                    key.target[1],
                    key.eye[2] + x * math.sin(turn) + z * math.cos(turn),
                ),
            )
        )
    return replace(panel, camera=tuple(keys))


def pan(degrees: float) -> Spoil:
    def spoil(panel: PanelRequest, frame: ExpectedFrame, rng: Rng) -> PanelRequest:
        del frame
        return _look(panel, degrees * rng.choice((-1, 1)))

    return spoil


def lens(factor: float) -> Spoil:
    def spoil(panel: PanelRequest, frame: ExpectedFrame, rng: Rng) -> PanelRequest:
        del frame
        by = factor if rng.random() < 0.5 else 1 / factor
        keys = tuple(replace(key, focal_mm=key.focal_mm * by) for key in panel.camera)
        return replace(panel, camera=keys)

    return spoil


def height(panel: PanelRequest, frame: ExpectedFrame, rng: Rng) -> PanelRequest:
    del frame, rng
    keys = tuple(
        replace(key, eye=(key.eye[0], key.eye[1] + 0.6, key.eye[2])) for key in panel.camera
    )
    return replace(panel, camera=keys)


def mirror(panel: PanelRequest, frame: ExpectedFrame, rng: Rng) -> PanelRequest:
    del frame, rng
    return panel  # the picture is turned after it is drawn


def _seen(panel: PanelRequest, frame: ExpectedFrame, least: int = LEAST) -> list[int]:
    return [place for place in range(len(panel.marks)) if visible(frame, place) >= least]


def swap(panel: PanelRequest, frame: ExpectedFrame, rng: Rng) -> PanelRequest | None:
    people = {each.figure for each in frame.people}
    seen = [place for place in _seen(panel, frame) if place in people]
    if len(seen) < 2:
        return None
    a, b = rng.choice(seen, 2, replace=False)
    figures = list(panel.figures)
    marks = list(panel.marks)
    figures[a], figures[b] = figures[b], figures[a]
    marks[a] = replace(panel.marks[a], figure=figures[a].name, look=panel.marks[b].look)
    marks[b] = replace(panel.marks[b], figure=figures[b].name, look=panel.marks[a].look)
    return replace(panel, figures=tuple(figures), marks=tuple(marks))


def missing(panel: PanelRequest, frame: ExpectedFrame, rng: Rng) -> PanelRequest | None:
    seen = _seen(panel, frame)
    if not seen:
        return None
    gone = int(rng.choice(seen))
    return replace(
        panel,
        figures=tuple(each for place, each in enumerate(panel.figures) if place != gone),
        marks=tuple(each for place, each in enumerate(panel.marks) if place != gone),
    )


def extra(panel: PanelRequest, frame: ExpectedFrame, rng: Rng) -> PanelRequest | None:
    """Somebody who was not asked for, standing where there is room in the frame."""
    del frame
    view = make_view(panel, panel.camera[0])
    figures = random_figures(rng, 1)
    for _ in range(40):
        x = panel.set.width * (rng.random() - 0.5)
        z = panel.set.depth * (rng.random() - 0.5)
        spots = np.array([[x, share * figures[0].height, z] for share in (0.1, 0.5, 0.95)])
        u, v, depth = view.project(spots).T
        inside = (u > 12) & (u < view.window.width - 12) & (v > 0) & (v < view.window.height)
        if depth.min() < 1.2 or not inside[1:].all():
            continue
        apart = [
            math.hypot(mark.at[0] - x, mark.at[2] - z)
            for mark in panel.marks
        ]  # fmt: skip
        if min(apart, default=9.0) < 0.7:
            continue
        mark = Mark(figure=figures[0].name, at=(x, 0.0, z), facing=float(rng.uniform(0, 360)))
        spoilt = replace(panel, figures=(*panel.figures, figures[0]), marks=(*panel.marks, mark))
        if visible(expect(spoilt).frames[0], len(panel.figures)) >= EXTRA_LEAST:
            return spoilt
    return None


def random_colour(rng: Rng) -> tuple[int, int, int]:
    return tuple(int(c) for c in rng.integers(30, 226, 3))  # type: ignore[return-value]  # three


def random_figures(rng: Rng, count: int) -> list[Figure]:
    from secondunit.film.shots.terms import Build

    shapes = ("cap", "bun", "long-hair", "short-hair", "hat", "bald", "coat")
    return [
        Figure(
            name=f"STRANGER {place}",
            build=(Build.MAN, Build.WOMAN)[int(rng.integers(2))],
            height=float(rng.uniform(1.58, 1.88)),
            colour=random_colour(rng),
            accent=random_colour(rng),
            hair=tuple(int(c) for c in rng.integers(20, 120, 3)),  # type: ignore[arg-type]  # three
            silhouette=str(rng.choice(shapes)),
        )
        for place in range(count)
    ]


def _dressed(panel: PanelRequest, place: int, colour: tuple[int, int, int]) -> PanelRequest:
    figures = list(panel.figures)
    figures[place] = replace(figures[place], colour=colour, looks=())
    marks = list(panel.marks)
    marks[place] = replace(marks[place], look="")
    return replace(panel, figures=tuple(figures), marks=tuple(marks))


def _torso(panel: PanelRequest, frame: ExpectedFrame, rng: Rng) -> int | None:
    people = {each.figure for each in frame.people}
    seen = [place for place in _seen(panel, frame, 400) if place in people]
    return int(rng.choice(seen)) if seen else None


def wardrobe(panel: PanelRequest, frame: ExpectedFrame, rng: Rng) -> PanelRequest | None:
    place = _torso(panel, frame, rng)
    if place is None:
        return None
    own = np.array(panel.figures[place].colour)
    for _ in range(50):
        colour = random_colour(rng)
        if np.abs(np.array(colour) - own).sum() > 150:
            return _dressed(panel, place, colour)
    return None


def tint(panel: PanelRequest, frame: ExpectedFrame, rng: Rng) -> PanelRequest | None:
    """The same garment dyed: one channel up, one down."""
    place = _torso(panel, frame, rng)
    if place is None:
        return None
    own = np.array(panel.figures[place].colour, dtype=float)
    up, down = rng.choice(3, 2, replace=False)
    own[up] += 45 if own[up] < 190 else -45
    own[down] -= 45 if own[down] > 65 else -45
    return _dressed(panel, place, tuple(int(c) for c in np.clip(own, 10, 245)))  # type: ignore[arg-type]  # three


def turn(degrees: float) -> Spoil:
    def spoil(panel: PanelRequest, frame: ExpectedFrame, rng: Rng) -> PanelRequest | None:
        place = _torso(panel, frame, rng)
        if place is None:
            return None
        marks = list(panel.marks)
        by = degrees * rng.choice((-1, 1))
        marks[place] = replace(marks[place], facing=marks[place].facing + by, gaze="")
        return replace(panel, marks=tuple(marks))

    return spoil


_RAISED: dict[str, tuple[int, float, float, float]] = {}


@contextmanager
def raised(name: str, side: int, forward: float, out: float, elbow: float) -> Iterator[None]:
    """One arm of a figure held otherwise while this lasts."""
    plain = mannequin._bones

    def bones(figure: Figure, posture: mannequin.Posture) -> Skeleton:
        if figure.name not in _RAISED:
            return plain(figure, posture)
        side, forward, out, elbow = _RAISED[figure.name]
        found = angles(posture.pose, posture.phase, holds=bool(posture.prop))

        def put(pair: tuple[float, float], value: float) -> tuple[float, float]:
            return (value, pair[1]) if side == 0 else (pair[0], value)

        found = replace(
            found, arm=put(found.arm, forward), out=put(found.out, out),
            elbow=put(found.elbow, elbow),
        )  # fmt: skip
        parts = proportions(figure.build, figure.height)
        return make_skeleton(figure.height, parts, found)

    _RAISED[name] = (side, forward, out, elbow)
    mannequin._bones = bones
    mannequin.make_body.cache_clear()
    staged_shot._standing.cache_clear()
    try:
        yield
    finally:
        _RAISED.clear()
        mannequin._bones = plain
        mannequin.make_body.cache_clear()
        staged_shot._standing.cache_clear()


def limb(panel: PanelRequest, frame: ExpectedFrame, rng: Rng) -> Expectation | None:
    """One arm raised, where at least 60 pixels and a tenth of the arms change hands."""
    place = _torso(panel, frame, rng)
    if place is None or panel.marks[place].pose in {Pose.LIE, Pose.FALL, Pose.DRIVE, Pose.HUG}:
        return None
    own = frame.owner == place
    for side in rng.permutation(2):
        by = (float(rng.uniform(70, 150)), float(rng.uniform(5, 60)), float(rng.uniform(0, 60)))
        with raised(panel.figures[place].name, int(side), *by):
            came = expect(panel)
        changed = int((own != (came.frames[0].owner == place)).sum())
        if changed >= max(60, 0.06 * own.sum()):
            return came
    return None


SPOILS: dict[str, Spoil] = {
    "pan 5°": pan(5.0),
    "pan 1.5°": pan(1.5),
    "lens x1.25": lens(1.25),
    "lens x1.06": lens(1.06),
    "0.6 m higher": height,
    "mirrored": mirror,
    "person missing": missing,
    "person too many": extra,
    "people swapped": swap,
    "wardrobe changed": wardrobe,
    "wardrobe tinted": tint,
    "turned 50°": turn(50.0),
    "turned 20°": turn(20.0),
}
LIMB = "one arm raised"
COLOURED = frozenset({"people swapped", "wardrobe changed", "wardrobe tinted"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """A take.

    Args:
        scene: Number of its scene.
        fault: What is wrong with it, or "".
        picture: What came.
    """

    scene: int
    fault: str
    picture: Picture


def relit(panel: PanelRequest, rng: Rng) -> PanelRequest:
    lighting = Lighting(
        key_azimuth=float(rng.uniform(-70, 70)),
        key_elevation=float(rng.uniform(25, 65)),
        ratio=float(rng.uniform(1.5, 5.0)),
        kelvin=int(rng.uniform(3600, 7800)),
    )
    return replace(panel, lighting=lighting)


def unlike(frame: ExpectedFrame, rng: Rng) -> Picture:
    """A render as another hand would have made it: nothing of it is wrong."""
    picture = frame.picture.astype(np.float32)
    height, width = frame.owner.shape
    picture = _surfaced(picture, frame.part, rng)
    picture = _cluttered(picture, frame.owner, rng)
    picture = _warped(picture, rng)
    level = picture / 255
    level = np.clip(level, 0, 1) ** rng.uniform(0.85, 1.2)
    level = (level - 0.5) * rng.uniform(0.88, 1.12) + 0.5
    level *= rng.uniform(0.9, 1.1, 3).astype(np.float32)
    picture = np.clip(level * 255, 0, 255)
    picture += rng.normal(0, rng.uniform(1.0, 4.0), (height, width, 1))
    image = Image.fromarray(np.clip(picture, 0, 255).astype(np.uint8))
    image = image.filter(ImageFilter.GaussianBlur(float(rng.uniform(0.3, 0.9))))
    out = io.BytesIO()
    image.save(out, "JPEG", quality=int(rng.integers(60, 92)))
    return np.asarray(Image.open(out).convert("RGB"))


def _surfaced(picture: NDArray[Any], part: NDArray[Any], rng: Rng) -> NDArray[Any]:
    """Each surface a little lighter, of another hue, and with a grain of its own."""
    count = int(part.max()) + 2
    gain = rng.normal(1.0, 0.05, (count, 1)) + rng.normal(0, 0.02, (count, 3))
    height, width = part.shape
    coarse = rng.normal(0, 1, (height // 6 + 2, width // 6 + 2)).astype(np.float32)
    grain = np.asarray(Image.fromarray(coarse).resize((width, height), Image.Resampling.BICUBIC))
    strength = rng.uniform(0.0, 0.05, count)[part]
    spoilt: NDArray[Any] = picture * gain[part] * (1 + strength * grain)[..., None]
    return spoilt.astype(np.float32)


def _cluttered(picture: NDArray[Any], owner: NDArray[Any], rng: Rng) -> NDArray[Any]:
    """Things on the set: pictures, shelves, cables, edges of light; never before a figure."""
    image = Image.fromarray(np.clip(picture, 0, 255).astype(np.uint8))
    pen = ImageDraw.Draw(image)
    height, width = owner.shape
    for _ in range(int(rng.integers(6, 18))):
        x, y = rng.uniform(0, width), rng.uniform(0, height)
        w, h = rng.uniform(6, 60), rng.uniform(4, 40)
        under = picture[int(min(y, height - 1)), int(min(x, width - 1))]
        colour = tuple(int(c) for c in np.clip(under + rng.normal(0, 22, 3), 0, 255))
        kind = rng.integers(3)
        if kind == 0:
            pen.rectangle((x, y, x + w, y + h), fill=colour)
        elif kind == 1:
            pen.ellipse((x, y, x + w * 0.6, y + h), fill=colour)
        else:
            pen.line((x, y, x + w, y + rng.uniform(-20, 20)), fill=colour, width=2)
    behind = (owner < 0)[..., None]
    return np.where(behind, np.asarray(image, dtype=np.float32), picture)


def _warped(picture: NDArray[Any], rng: Rng) -> NDArray[Any]:
    """Moved by up to 1.5 pixels, smoothly: a generator's drawing is never the drawing."""
    height, width = picture.shape[:2]
    moves = []
    for _ in range(2):
        coarse = rng.uniform(-1, 1, (5, 7)).astype(np.float32)
        field = Image.fromarray(coarse).resize((width, height), Image.Resampling.BICUBIC)
        moves.append(np.asarray(field) * rng.uniform(0.6, 1.5))
    row, column = np.mgrid[0:height, 0:width].astype(np.float32)
    y = np.clip(row + moves[1], 0, height - 1.001)
    x = np.clip(column + moves[0], 0, width - 1.001)
    y0, x0 = y.astype(int), x.astype(int)
    fy, fx = (y - y0)[..., None], (x - x0)[..., None]
    top = picture[y0, x0] * (1 - fx) + picture[y0, x0 + 1] * fx
    low = picture[y0 + 1, x0] * (1 - fx) + picture[y0 + 1, x0 + 1] * fx
    mixed: NDArray[Any] = top * (1 - fy) + low * fy
    return mixed


def recast(panel: PanelRequest, rng: Rng) -> PanelRequest:
    """The shot with other costumes and another light, so that no two scenes are alike."""
    figures = tuple(
        replace(each, colour=random_colour(rng), accent=random_colour(rng), looks=())
        for each in panel.figures
    )
    marks = tuple(replace(mark, look="") for mark in panel.marks)
    light = str(rng.choice(("day", "day", "dusk", "night")))
    return replace(panel, figures=figures, marks=marks, light=light)


def cases(
    panels: list[PanelRequest], seed: int, good: int = 5
) -> Iterator[tuple[Expectation, list[Case]]]:
    """Each scene as it was ordered, with its takes: good ones, and one of each fault that shows."""
    for number, base in enumerate(panels):
        rng = np.random.Generator(np.random.PCG64([seed, number]))
        panel = recast(base, rng)
        asked = expect(panel)
        frame = asked.frames[0]
        takes = [
            Case(scene=number, fault="", picture=unlike(expect(relit(panel, rng)).frames[0], rng))
            for _ in range(good)
        ]
        for fault, spoil in SPOILS.items():
            spoilt = spoil(panel, frame, rng)
            if spoilt is None:
                continue
            if fault in COLOURED and not shows(frame, expect(spoilt).frames[0], CHANGED):
                continue
            picture = unlike(expect(relit(spoilt, rng)).frames[0], rng)
            if fault == "mirrored":
                picture = np.ascontiguousarray(picture[:, ::-1])
            takes.append(Case(scene=number, fault=fault, picture=picture))
        came = limb(relit(panel, rng), frame, rng)
        if came is not None:
            takes.append(Case(scene=number, fault=LIMB, picture=unlike(came.frames[0], rng)))
        yield asked, takes
