"""Technical faults: of the file, not of the film. Told by rule; every picture is looked at.

Source: section 7 of the studio's page on generation (score Q); the limits are ours.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from secondunit.film.generation.scoring.expected import Expectation, Footage
from secondunit.film.generation.scoring.model import Aspect, EvidenceMark, Fault, Measure, Score

_WHOLE = (0.0, 0.0, 1.0, 1.0)
_LUMA = np.array([0.2126, 0.7152, 0.0722], dtype=np.float32)
_EMPTY = 3.0
"""Deviation of a picture, of 255, below which there is nothing in it."""
_DARK = 5.0
"""Mean of a picture, of 255, below which it is black."""
_SAME = 0.25
"""Mean change, of 255, below which two pictures are one."""
_CADENCE = 4
"""Most frames a picture is held in animation on threes or fours; a longer hold is a freeze."""
_FLICKER = 2.2
"""Usual swing of the light from frame to frame, of 255, above which it is seen."""
_SHAPE = 0.02
"""Share by which width over height may differ."""
_BANDED = 0.006
"""Share of pixels that are steps in what should be a slow ramp."""


def judge_technical(asked: Expectation, took: Footage) -> Score:
    """Length, rate, shape, blank and black pictures, freezes, doubled frames, flicker, banding."""
    found: dict[Fault, str] = {}
    luma = took.small.astype(np.float32) @ _LUMA
    changes: NDArray[np.float32] = (
        np.abs(np.diff(luma, axis=0)).mean(axis=(1, 2))
        if len(luma) > 1
        else np.zeros(0, np.float32)
    )
    held = _longest_hold(changes)
    swing, banded = _swing(luma), _banded(took.rows)
    marks: list[EvidenceMark] = []
    if took.frames != asked.duration:
        found[Fault.LENGTH] = f"{took.frames} frames, {asked.duration} were ordered"
    if took.rate is not None and took.rate.fraction != asked.rate.fraction:
        found[Fault.RATE] = f"{took.rate.name} a second, {asked.rate.name} were ordered"
    shape = took.width / took.height
    if min(abs(shape / wanted - 1) for wanted in _shapes(asked)) > _SHAPE:
        found[Fault.SHAPE] = f"{took.width}x{took.height} is no frame of the shot"
    marks += _empty(luma, found)
    if asked.moves and len(changes) and not {Fault.BLANK, Fault.BLACK} & set(found):
        marks += _still(changes, held, found)
    if swing > _FLICKER:
        found[Fault.FLICKER] = f"the light swings by {swing:.1f} of 255 from frame to frame"
    if banded > _BANDED:
        found[Fault.BANDING] = f"steps in {100 * banded:.1f} % of the picture's ramps"
    said = "; ".join(f"{fault.value}: {why}" for fault, why in found.items())
    rate = "" if took.rate is None else f" at {took.rate.name}"
    return Score(
        aspect=Aspect.TECHNICAL,
        value=0.0 if found else 1.0,
        said=said or f"{took.frames} frames{rate}, {took.width}x{took.height}, as ordered",
        measures=(
            Measure(name="longest_hold_frames", value=float(held)),
            Measure(name="light_swing_255", value=swing),
            Measure(name="banded_share", value=banded),
        ),
        faults=tuple(found),
        marks=tuple(marks),
    )


def _empty(luma: NDArray[np.float32], found: dict[Fault, str]) -> list[EvidenceMark]:
    """Pictures with nothing in them, into ``found``."""
    empty = np.flatnonzero(luma.std(axis=(1, 2)) < _EMPTY)
    dark = np.flatnonzero(luma.mean(axis=(1, 2)) < _DARK)
    marks = []
    for fault, frames in ((Fault.BLANK, np.setdiff1d(empty, dark)), (Fault.BLACK, dark)):
        if len(frames):
            found[fault] = f"{len(frames)} of {len(luma)} pictures, first {frames[0]}"
            marks.append(_mark(int(frames[0]), "a picture", fault.value))
    return marks


def _still(changes: NDArray[np.float32], held: int, found: dict[Fault, str]) -> list[EvidenceMark]:
    """Freezes and doubled frames of a shot that moves, into ``found``."""
    if held > max(_CADENCE, len(changes) // 3):
        found[Fault.FROZEN] = f"{held + 1} frames show one picture of a shot that moves"
        return [_mark(_hold_start(changes, held), "movement", "one picture")]
    if _is_uneven(changes):
        found[Fault.DUPLICATES] = f"{int((changes < _SAME).sum())} frames repeat the one before"
    return []


def _shapes(asked: Expectation) -> tuple[float, float]:
    """Width over height of the frame, and of its open window."""
    return asked.aspect, asked.aspect * asked.window[2] / asked.window[3]


def _mark(frame: int, expected: str, came: str) -> EvidenceMark:
    return EvidenceMark(frame=frame, box=_WHOLE, expected=expected, came=came)


def _longest_hold(changes: NDArray[np.float32]) -> int:
    """Most changes in a row that are none."""
    most = run = 0
    for change in changes.tolist():
        run = run + 1 if change < _SAME else 0
        most = max(most, run)
    return most


def _hold_start(changes: NDArray[np.float32], held: int) -> int:
    run = 0
    for frame, change in enumerate(changes.tolist()):
        run = run + 1 if change < _SAME else 0
        if run == held:
            return frame - held + 1
    return 0


def _is_uneven(changes: NDArray[np.float32]) -> bool:
    """True when some frames repeat, and not in step: animation on twos or threes does."""
    same = changes < _SAME
    if not 0.04 < same.mean() < 0.9:
        return False
    steps = np.diff(np.flatnonzero(~same))
    return bool(len(steps) > 3 and (steps != np.median(steps)).mean() > 0.1)


def _swing(luma: NDArray[np.float32]) -> float:
    """Median of how far each picture's light is from the mean of its neighbours."""
    light = luma.mean(axis=(1, 2))
    if len(light) < 5:
        return 0.0
    return float(np.median(np.abs(light[1:-1] - (light[:-2] + light[2:]) / 2)))


def _banded(rows: NDArray[np.uint8]) -> float:
    """Share of pixels that are steps of a few levels between flats of one level.

    Grain, and the slow ramp of a sky, change by one level at a time.
    """
    if rows.shape[1] < 32:
        return 0.0
    step = np.abs(np.diff(rows.astype(np.int16), axis=1))
    flat = step == 0
    width = step.shape[1] - 16
    beside = np.ones((rows.shape[0], width), dtype=np.bool_)
    for away in range(1, 9):
        beside &= flat[:, 8 - away : 8 - away + width] & flat[:, 8 + away : 8 + away + width]
    middle = step[:, 8 : 8 + width]
    return float((beside & (middle >= 3) & (middle <= 10)).mean())
