"""Takes of shots that move, and takes that move otherwise: two pictures of each."""

from __future__ import annotations

import math
from dataclasses import replace

import numpy as np
from benchmarks.take_faults import RATE, recast, relit
from numpy.typing import NDArray
from PIL import Image, ImageFilter

from secondunit.adapters.dailies.expecter import ShotExpecter
from secondunit.core.timecode import Frames
from secondunit.film.generation.scoring.expected import Expectation, ExpectRequest, Picture
from secondunit.film.generation.scoring.reading.motion import find_motion, motion_row
from secondunit.film.shots.model import Camera, Move, PanelRequest

MOVES: dict[str, Move] = {
    "no move instead of one": Move.STATIC,
    "pan instead": Move.PAN,
    "tilt instead": Move.TILT,
    "truck instead": Move.TRUCK,
    "push in instead": Move.PUSH_IN,
    "zoom in instead": Move.ZOOM_IN,
    "pedestal instead": Move.PEDESTAL,
}
FIRST, DURATION = 18, 48
UP = np.array([0.0, 1.0, 0.0])


def _moved(panel: PanelRequest, move: Move, by: float) -> PanelRequest:
    """A shot with a move of a size that shows: degrees of a turn, metres of a travel."""
    key = panel.camera[0]
    ahead = np.array(key.target) - np.array(key.eye)
    far = float(np.linalg.norm(ahead))
    side = np.cross(ahead / far, UP)
    eye, target, focal = np.array(key.eye), np.array(key.target), key.focal_mm
    if move is Move.PAN:
        turn = math.radians(9 * by)
        x, z = ahead[0], ahead[2]
        target = eye + np.array(
            [
                x * math.cos(turn) - z * math.sin(turn),
                ahead[1],
                x * math.sin(turn) + z * math.cos(turn),
            ]
        )
    elif move is Move.TILT:
        target = target + UP * far * math.tan(math.radians(7 * by))
    elif move is Move.TRUCK:
        eye, target = eye + side * 0.14 * far * by, target + side * 0.14 * far * by
    elif move is Move.PUSH_IN:
        eye = eye + ahead * 0.24 * by
    elif move is Move.ZOOM_IN:
        focal = focal * (1 + 0.30 * by)
    elif move is Move.PEDESTAL:
        eye, target = eye + UP * 0.12 * far * by, target + UP * 0.12 * far * by
    end = Camera(eye=tuple(eye), target=tuple(target), roll=key.roll, focal_mm=focal)
    keys = (key,) if move is Move.STATIC else (key, end)
    return replace(panel, camera=keys, move=move)


def _expect(panel: PanelRequest, frames: tuple[int, ...]) -> Expectation:
    labels = tuple(f"figure-{place:02d}" for place in range(len(panel.figures)))
    return ShotExpecter().expect(
        ExpectRequest(
            panel=panel, duration=Frames(DURATION), rate=RATE, labels=labels, frames=frames
        )
    )


def _as_filmed(pair: list[Picture], parts: int, made: Expectation, seed: int) -> list[Picture]:
    """Two pictures of one take: the same surfaces and grade, another grain and warp."""
    rng = np.random.Generator(np.random.PCG64(seed))
    gain = rng.normal(1.0, 0.05, (parts + 1, 1)) + rng.normal(0, 0.02, (parts + 1, 3))
    gamma, cast = rng.uniform(0.85, 1.2), rng.uniform(0.9, 1.1, 3)
    done = []
    for picture, frame in zip(pair, made.frames, strict=True):
        level = np.clip(picture * gain[frame.part] / 255, 0, 1) ** gamma * cast
        level += rng.normal(0, rng.uniform(1, 4) / 255, (*level.shape[:2], 1))
        image = Image.fromarray((np.clip(level, 0, 1) * 255).astype(np.uint8))
        image = image.filter(ImageFilter.GaussianBlur(float(rng.uniform(0.3, 0.8))))
        shift = rng.uniform(-0.6, 0.6, 2)
        image = image.transform(
            image.size, Image.Transform.AFFINE, (1, 0, shift[0], 0, 1, shift[1]),
            resample=Image.Resampling.BICUBIC,
        )  # fmt: skip
        done.append(np.asarray(image))
    return done


def motion_cases(
    panels: list[PanelRequest], seed: int
) -> list[tuple[int, str, dict[str, NDArray[np.float64]]]]:
    """Of each scene and each move: a right take, and one that moves otherwise."""
    found = []
    kinds = list(MOVES.values())
    for scene, base in enumerate(panels):
        rng = np.random.Generator(np.random.PCG64([seed, scene, 3]))
        panel = recast(base, rng)
        if not panel.camera:
            continue
        for fault, came in MOVES.items():
            others = [kind for kind in kinds if kind is not came]
            asked_kind = others[int(rng.integers(len(others)))]
            by = float(rng.choice((-1, 1)) * rng.uniform(0.6, 1.2))
            asked = _moved(panel, asked_kind, by)
            expected = _expect(asked, (FIRST,))
            for what, kind in (("", asked_kind), (fault, came)):
                size = by if not what else float(rng.choice((-1, 1)) * rng.uniform(0.6, 1.2))
                shot = relit(_moved(panel, kind, size), rng)
                made = _expect(shot, (FIRST, FIRST + expected.frames[0].ahead))
                pair = [frame.picture for frame in made.frames]
                first, later = _as_filmed(pair, len(made.parts), made, int(rng.integers(1 << 30)))
                moved = find_motion(expected.frames[0], first, later)
                if moved is not None:
                    found.append((scene, what, {"motion": np.array([motion_row(moved)])}))
    return found
