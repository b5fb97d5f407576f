"""Score a take: read its frames against what was ordered, and judge every aspect apart."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from secondunit.core.ids import Digest
from secondunit.film.generation.scoring.calibration import Calibration
from secondunit.film.generation.scoring.evidence import Case
from secondunit.film.generation.scoring.expected import Expectation, Footage, Picture
from secondunit.film.generation.scoring.judge import judge_all
from secondunit.film.generation.scoring.model import (
    Aspect,
    Fault,
    Score,
    TakeScores,
    not_assessed,
)
from secondunit.film.generation.scoring.reading.features import Plate, read_frame, read_plate
from secondunit.film.generation.scoring.reading.motion import find_motion
from secondunit.film.generation.scoring.style import judge_style
from secondunit.film.generation.scoring.technical import judge_technical

VERSION = "scorer-1"
_NOTHING_TO_SEE = frozenset({Fault.BLANK, Fault.BLACK, Fault.UNREADABLE})
NO_EMBEDDER = "no model that knows faces is set up; a person has to look"


@dataclass(frozen=True, slots=True, kw_only=True)
class Slate:
    """Which take is scored.

    Args:
        take: Digest of its order.
        media: Digest of the clip.
    """

    take: Digest
    media: Digest


def read_plates(asked: Expectation) -> tuple[Plate, ...]:
    """The shot as it was ordered, read once for all its takes."""
    return tuple(read_plate(frame, asked.parts) for frame in asked.frames)


def score_take(
    slate: Slate,
    asked: Expectation,
    plates: Sequence[Plate],
    took: Footage,
    calibration: Calibration,
    references: Sequence[Picture] = (),
    identity: Score | None = None,
) -> TakeScores:
    """All that can be found of a take. What cannot be looked at is said so, never guessed.

    Args:
        slate: Which take.
        asked: The shot as it was ordered, at some frames.
        plates: Those frames, read.
        took: The take, at the same frames as far as it goes.
        calibration: What the numbers mean.
        references: Pictures that it has to look like, at any size.
        identity: What an embedder said of its faces, or None.
    """
    technical = judge_technical(asked, took)
    if _NOTHING_TO_SEE & set(technical.faults):
        rest = [not_assessed(aspect, "there is nothing to see") for aspect in _SEEN]
        return _scores(slate, calibration, took, (technical, *rest), 0.0)
    by_frame = {plate.asked.frame.frame: plate for plate in plates}
    shown = [each for each in took.shown if each.frame in by_frame]
    case = Case(
        asked=asked,
        frames=tuple(each.frame for each in shown),
        readings=tuple(read_frame(by_frame[each.frame], each.picture) for each in shown),
        moved=tuple(
            None
            if each.later is None
            else find_motion(by_frame[each.frame].asked.frame, each.picture, each.later)
            for each in shown
        ),
        calibration=calibration,
    )
    judged, probability = judge_all(case)
    scores = (
        technical,
        *judged,
        judge_style([each.picture for each in shown], references),
        identity or not_assessed(Aspect.IDENTITY, NO_EMBEDDER),
    )
    if probability is not None and technical.faults:
        probability = min(probability, 0.5)
    return _scores(slate, calibration, took, scores, probability)


_SEEN = (
    Aspect.FRAMING, Aspect.CAMERA, Aspect.BLOCKING, Aspect.WARDROBE, Aspect.POSE, Aspect.STYLE,
    Aspect.IDENTITY,
)  # fmt: skip


def _scores(
    slate: Slate,
    calibration: Calibration,
    took: Footage,
    scores: tuple[Score, ...],
    probability: float | None,
) -> TakeScores:
    return TakeScores(
        take=slate.take,
        media=slate.media,
        scorer=VERSION,
        calibration=calibration.version,
        frames=tuple(each.frame for each in took.shown),
        scores=scores,
        probability=probability,
    )
