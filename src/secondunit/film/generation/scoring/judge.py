"""Judge a take, aspect by aspect, from what was read of its frames."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from secondunit.film.generation.scoring.evidence import (
    Case,
    Verdict,
    bearing,
    garment,
    mark_at,
    of_figure,
    where,
    whole,
)
from secondunit.film.generation.scoring.model import (
    Aspect,
    EvidenceMark,
    Fault,
    Measure,
    Score,
    not_assessed,
)
from secondunit.film.generation.scoring.reading.features import features
from secondunit.film.generation.scoring.reading.motion import describe, motion_row

_ELSEWHERE = "the frame is not where it was asked, so places cannot be compared"
_NOBODY = "nobody is large enough in the frame"


def verdict(case: Case, name: str) -> Verdict | None:
    """What a detector says: its usual word over the frames; None where it had nothing to judge."""
    detector = case.calibration.detectors[name]
    each: list[tuple[float, int, int]] = []
    for place, reading in enumerate(case.readings):
        rows = features(reading)[name]
        if rows:
            sums = [detector.judge(row) for row in rows]
            best = int(np.argmax(sums))
            each.append((sums[best], place, best))
    return _usual(case, name, each)


def motion_verdict(case: Case) -> Verdict | None:
    """What the motion says; None where nothing could be followed."""
    judge = case.calibration.detectors["motion"].judge
    each = [(judge(motion_row(moved)), place, 0) for place, moved in enumerate(case.moved) if moved]
    return _usual(case, "motion", each)


def _usual(case: Case, name: str, each: list[tuple[float, int, int]]) -> Verdict | None:
    if not each:
        return None
    detector = case.calibration.detectors[name]
    logit = float(np.median([sum_ for sum_, _, _ in each]))
    _, frame, candidate = max(each)
    return Verdict(
        excess=logit - detector.threshold,
        value=detector.value(logit),
        frame=frame,
        candidate=candidate,
    )


def judge_all(case: Case) -> tuple[tuple[Score, ...], float | None]:
    """Framing, camera, blocking, wardrobe and pose; and the probability of the whole take."""
    framing, mirror = verdict(case, "framing"), verdict(case, "mirror")
    scores = [_framing(case, framing, mirror), _camera(case, motion_verdict(case))]
    excesses = [each.excess for each in (framing, motion_verdict(case)) if each]
    if framing is not None and _is_elsewhere(case, framing):
        scores += [
            not_assessed(aspect, _ELSEWHERE)
            for aspect in (Aspect.BLOCKING, Aspect.WARDROBE, Aspect.POSE)
        ]
    else:
        found = {
            name: verdict(case, name) for name in ("missing", "extra", "swap", "wardrobe", "pose")
        }
        scores += [
            _blocking(case, found["missing"], found["extra"], found["swap"]),
            _one(case, found["wardrobe"], Aspect.WARDROBE, Fault.WARDROBE, garment),
            _one(case, found["pose"], Aspect.POSE, Fault.LIMB, bearing),
        ]
        excesses += [each.excess for each in found.values() if each]
    probability = case.calibration.probability(excesses) if excesses else None
    return tuple(scores), probability


_STEP = 4.0
"""Pixels by which another place or size must fit better for the frame to be called elsewhere: where
none does, it is not the frame that is wrong but who stands in it."""


def _is_elsewhere(case: Case, found: Verdict) -> bool:
    fit = case.readings[found.frame].fit
    return found.excess > 0 and (fit.moved_px >= _STEP or fit.mirrored < 0)


def _framing(case: Case, found: Verdict | None, mirror: Verdict | None) -> Score:
    if found is None:
        return not_assessed(Aspect.FRAMING, "there are too few lines in the frame")
    fit = case.readings[found.frame].fit
    faults: tuple[Fault, ...] = ()
    said = "as asked"
    if _is_elsewhere(case, found):
        turned = mirror is not None and mirror.excess > 0 and fit.mirrored < 0
        faults = (Fault.MIRRORED,) if turned else (Fault.MISFRAMED,)
        said = "mirrored" if turned else where(fit.shift, fit.size)
    return Score(
        aspect=Aspect.FRAMING,
        value=found.value,
        said=said,
        measures=(
            Measure(name="outline_distance_px", value=fit.there),
            Measure(name="outline_z", value=fit.z),
            Measure(name="shift_right_px", value=fit.shift[0]),
            Measure(name="shift_down_px", value=fit.shift[1]),
            Measure(name="size", value=fit.size),
        ),
        faults=faults,
        marks=(whole(case, found.frame, "the outlines as asked", said, faults),),
    )


def _camera(case: Case, found: Verdict | None) -> Score:
    moved = case.moved[found.frame] if found else None
    if found is None or moved is None:
        why = "one picture does not move" if not any(case.moved) else "nothing can be followed"
        return not_assessed(Aspect.CAMERA, why)
    asked = describe(moved.asked, moved.asked_growth)
    came = describe(moved.shift, moved.growth)
    wrong = found.excess > 0
    said = f"asked: {asked}; came: {came}" if wrong else f"{asked}, as asked"
    return Score(
        aspect=Aspect.CAMERA,
        value=found.value,
        said=said,
        measures=(
            Measure(name="error_px", value=max(moved.near, moved.far)),
            Measure(name="due_px", value=moved.due),
            Measure(name="places", value=float(moved.places)),
        ),
        faults=(Fault.MOVE,) if wrong else (),
        marks=(whole(case, found.frame, asked, came, (Fault.MOVE,) if wrong else ()),),
    )


def _blocking(
    case: Case, missing: Verdict | None, extra: Verdict | None, swap: Verdict | None
) -> Score:
    if missing is None and extra is None:
        return not_assessed(Aspect.BLOCKING, _NOBODY)
    faults: list[Fault] = []
    said: list[str] = []
    marks: list[EvidenceMark] = []
    if missing is not None and missing.excess > 0:
        gone = case.readings[missing.frame].presences[missing.candidate]
        name = case.asked.names[gone.figure]
        faults.append(Fault.MISSING)
        said.append(f"{name} is not there")
        marks.append(of_figure(case, missing.frame, gone.figure, name, "nobody"))
    if swap is not None and swap.excess > 0:
        _, first, second = case.readings[swap.frame].swaps[swap.candidate]
        names = case.asked.names[first], case.asked.names[second]
        faults.append(Fault.SWAPPED)
        said.append(f"{names[0]} and {names[1]} look exchanged")
        marks += [
            of_figure(case, swap.frame, own, case.asked.names[own], case.asked.names[other])
            for own, other in ((first, second), (second, first))
        ]
    if extra is not None and extra.excess > 0 and case.readings[extra.frame].strangers:
        stranger = case.readings[extra.frame].strangers[extra.candidate]
        faults.append(Fault.EXTRA)
        said.append("somebody stands there whom nobody asked for")
        marks.append(mark_at(case, extra.frame, stranger.box, "the set", "somebody"))
    seen = max((len(reading.presences) for reading in case.readings), default=0)
    return Score(
        aspect=Aspect.BLOCKING,
        value=min(each.value for each in (missing, extra, swap) if each),
        said="; ".join(said) or f"{_count(seen)}, each in place",
        measures=tuple(
            Measure(name=f"{name}_excess", value=each.excess)
            for name, each in (("missing", missing), ("extra", extra), ("swap", swap))
            if each
        ),
        faults=tuple(faults),
        marks=tuple(marks),
    )


def _count(seen: int) -> str:
    return {0: "nobody", 1: "one person"}.get(seen, f"{seen} people")


def _one(
    case: Case,
    found: Verdict | None,
    aspect: Aspect,
    fault: Fault,
    tell: Callable[[Case, Verdict], tuple[str, EvidenceMark]],
) -> Score:
    """The score of an aspect that one detector judges."""
    if found is None:
        return not_assessed(aspect, _NOBODY)
    wrong = found.excess > 0
    told, mark = tell(case, found)
    return Score(
        aspect=aspect,
        value=found.value,
        said=told if wrong else "as asked",
        measures=(Measure(name="excess", value=found.excess),),
        faults=(fault,) if wrong else (),
        marks=(EvidenceMark(
            frame=mark.frame, box=mark.box, expected=mark.expected, came=mark.came, wrong=wrong,
            expected_colour=mark.expected_colour, came_colour=mark.came_colour,
        ),),
    )  # fmt: skip
