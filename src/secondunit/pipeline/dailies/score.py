"""Score the takes of the bin: each against what its own order asked for, and keep the evidence."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from secondunit.core.errors import InputError
from secondunit.core.ids import Digest, canonical_json
from secondunit.core.stage import MediaRef
from secondunit.film.generation.model import Order
from secondunit.film.generation.scoring.calibration import FILE, Calibration, read_calibration
from secondunit.film.generation.scoring.expected import (
    Expectation,
    ExpectRequest,
    Footage,
    Picture,
    sampled,
)
from secondunit.film.generation.scoring.model import (
    Aspect,
    Fault,
    Score,
    TakeScores,
    not_assessed,
)
from secondunit.film.generation.scoring.reading.features import Plate
from secondunit.film.generation.scoring.score import (
    VERSION,
    Slate,
    read_plates,
    score_take,
)
from secondunit.film.shots.model import Figure, ShotSpec
from secondunit.film.shots.panel import is_still
from secondunit.film.shots.passes import figure_labels
from secondunit.film.shots.shot_list import STAGE as SHOT_LIST
from secondunit.pipeline.dailies.picks import bin_takes, picks, scores_of
from secondunit.pipeline.queries import View
from secondunit.ports.dailies import Artist, Expecter, Projector
from secondunit.ports.take_bin import OrderedTake, TakeState


@dataclass(frozen=True, slots=True, kw_only=True)
class Screening:
    """What takes are scored with.

    Args:
        expecter: Renders what was asked for.
        projector: Reads what came.
        artist: Draws the evidence.
        cast: Every figure of the production, in its order: they are called by their numbers.
    """

    expecter: Expecter
    projector: Projector
    artist: Artist
    cast: tuple[Figure, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Scored:
    """A take and what was found of it; ``fresh`` when it was looked at now."""

    slate: str
    scores: TakeScores
    fresh: bool


def score_takes(
    view: View, shots: Sequence[ShotSpec], screening: Screening, *, again: bool = False
) -> Iterator[Scored]:
    """Score every made take of some shots that was not scored as it would be now.

    Args:
        view: The production.
        shots: Whose takes.
        screening: What they are scored with.
        again: Look again at those that were scored.

    Raises:
        InputError: The calibration cannot be read, or an order's frame is impossible.
        StoreError: A take is gone, or nothing can be kept.
    """
    calibration = read_calibration(view.table(FILE))
    for shot in shots:
        references = _references(view, shot, screening.projector)
        known: dict[Digest, tuple[Expectation, tuple[Plate, ...]]] = {}
        for each in bin_takes(view, shot.id):
            if each.state is not TakeState.MADE or each.media is None:
                continue
            old = scores_of(view, each)
            if old is not None and not again and _is_current(old, calibration):
                yield Scored(slate=each.slate, scores=old, fresh=False)
                continue
            key = _asked_key(each.order)
            if key not in known:
                asked = screening.expecter.expect(_request(view, each.order, screening.cast))
                known[key] = (asked, read_plates(asked))
            scores = _score(view, each, known[key], (calibration, references), screening)
            kept = view.office.media.store_media(
                canonical_json(scores), "application/json", f"{each.slate}-scores.json"
            )
            if view.office.bin is not None:
                view.office.bin.put(replace(each, scores=kept.digest))
            yield Scored(slate=each.slate, scores=scores, fresh=True)


def _is_current(scores: TakeScores, calibration: Calibration) -> bool:
    return (scores.scorer, scores.calibration) == (VERSION, calibration.version)


def _asked_key(order: Order) -> Digest:
    return Digest(canonical_json([order.spec, order.duration, order.rate]).hex())


def _request(view: View, order: Order, cast: Sequence[Figure]) -> ExpectRequest:
    """What an order asked for: of the order itself, not of the shot as it is now."""
    names = view.office.settings.policy.names_in_pictures
    return ExpectRequest(
        panel=order.spec,
        duration=order.duration,
        rate=order.rate,
        labels=figure_labels(cast, order.spec.figures, names=names),
        frames=sampled(order.duration, moves=not is_still(order.spec)),
    )


def _score(
    view: View,
    each: OrderedTake,
    asked: tuple[Expectation, tuple[Plate, ...]],
    against: tuple[Calibration, tuple[Picture, ...]],
    screening: Screening,
) -> TakeScores:
    calibration, references = against
    expectation, plates = asked
    media = each.media
    if media is None:
        raise InputError(f"{each.slate} has no media", remedy="Order it again.")
    slate = Slate(take=each.key, media=media.digest)
    data = view.office.media.fetch_media(media.digest)
    try:
        took = screening.projector.project(data, media.media_type, expectation)
    except InputError as error:
        return unreadable(slate, calibration, error.message)
    scores = score_take(slate, expectation, plates, took, calibration, references)
    return _with_pictures(view, each.slate, scores, expectation, took, screening.artist)


def unreadable(slate: Slate, calibration: Calibration, why: str) -> TakeScores:
    """The scores of a take that nobody can look at."""
    technical = Score(aspect=Aspect.TECHNICAL, value=0.0, said=why, faults=(Fault.UNREADABLE,))
    rest = (not_assessed(aspect, "it cannot be read") for aspect in list(Aspect)[1:])
    return TakeScores(
        take=slate.take,
        media=slate.media,
        scorer=VERSION,
        calibration=calibration.version,
        frames=(),
        scores=(technical, *rest),
        probability=0.0,
    )


def _with_pictures(
    view: View,
    slate: str,
    scores: TakeScores,
    asked: Expectation,
    took: Footage,
    artist: Artist,
) -> TakeScores:
    """The same, each score with its evidence drawn, and a strip of the frames looked at."""
    store = view.office.media
    frames = {frame.frame: frame for frame in asked.frames}
    shown = {each.frame: each for each in took.shown}

    def keep(data: bytes, what: str) -> MediaRef:
        return store.store_media(data, "image/png", f"{slate}-{what}.png")

    drawn = []
    for score in scores.scores:
        wanted = next((mark.frame for mark in score.marks if mark.frame in shown), None)
        if score.value is None or not shown:
            drawn.append(score)
            continue
        frame = wanted if wanted is not None else next(iter(shown))
        made = artist.overlay(score, frames[frame], shown[frame])
        drawn.append(replace(score, overlay=keep(made, score.aspect.value)))
    strip = keep(artist.strip([each.picture for each in took.shown]), "frames")
    return replace(scores, scores=tuple(drawn), strip=strip)


def _references(view: View, shot: ShotSpec, projector: Projector) -> tuple[Picture, ...]:
    """Takes that people picked in the same scene, of other shots: what a take has to cut with."""
    scene = {each.id for each in _shots(view) if each.scene == shot.scene and each.id != shot.id}
    found: list[Picture] = []
    for of_shot, row in picks(view).items():
        if of_shot in scene and row.fact is not None and len(found) < 6:
            media = row.value.media
            found.append(
                projector.look_at(view.office.media.fetch_media(media.digest), media.media_type)
            )
    return tuple(found)


def _shots(view: View) -> tuple[ShotSpec, ...]:
    return view.values(SHOT_LIST.key)
