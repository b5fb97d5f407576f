"""Dailies: every take of a shot, what became of it, what was found of it, and who picked it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from secondunit.core.errors import NotFound
from secondunit.core.ids import ShotId
from secondunit.core.money import Money
from secondunit.core.stage import MediaRef
from secondunit.film.generation.model import Rung, Take
from secondunit.film.generation.pick import Candidate, rank
from secondunit.film.generation.scoring.model import TakeScores
from secondunit.film.generation.take import STAGE as TAKE
from secondunit.film.shots.model import ShotSpec
from secondunit.film.shots.shot_list import STAGE as SHOT_LIST
from secondunit.pipeline.dailies.picks import bin_takes, picks, scores_of, take_of
from secondunit.pipeline.queries import Standing, View
from secondunit.ports.take_bin import OrderedTake, TakeState

OWN = "studio"
"""Whose takes are that no person ordered: those that the stage made of every shot."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TakeRow:
    """One take as people look at it.

    Args:
        slate: Shot number and take.
        shot: Number of the shot.
        state: What has become of it.
        provider: Who makes it.
        model: Of the provider, or "".
        rung: How tightly it was held to the shot.
        cost: What was charged.
        by: Who ordered it.
        note: Why it was refused or failed, or "".
        scores: What was found of it, or None.
        pick: Where its pick stands (``picked by Kim Oduya (director)``, ``proposed``), or "".
        media: The clip or picture, or None.
        frames: Its length.
    """

    slate: str
    shot: str
    state: TakeState
    provider: str
    model: str
    rung: Rung
    cost: Money
    by: str
    note: str = ""
    scores: TakeScores | None = None
    pick: str = ""
    media: MediaRef | None = None
    frames: int = 0


def shots_named(view: View, name: str) -> tuple[ShotSpec, ...]:
    """The shots a person means: a number, an id, a scene's number with a full stop, or all for "".

    Raises:
        NotFound: There is none.
    """
    shots: tuple[ShotSpec, ...] = view.values(SHOT_LIST.key)
    asked = name.strip().casefold()
    if not asked:
        return shots
    found = [shot for shot in shots if asked in {shot.number.casefold(), shot.id.casefold()}]
    if not found:
        some = ", ".join(shot.number for shot in shots[:8]) + (" ..." if len(shots) > 8 else "")
        raise NotFound(
            f"there is no shot “{name}”",
            remedy=f"Shots: {some}" if shots else "Run secondunit produce SCRIPT first.",
        )
    return tuple(found)


def list_takes(view: View, shots: Sequence[ShotSpec]) -> list[TakeRow]:
    """Takes of some shots, in the order in which a person should look at them; none left out.

    Takes that were made come first, as ranked; the studio's own after them; then those that are
    being made, and last those that were refused, failed or are in doubt.

    Raises:
        StoreError: Scores were kept and are gone.
    """
    standing = picks(view)
    own: dict[ShotId, list[Take]] = {}
    for take in view.values(TAKE.key):
        own.setdefault(take.shot, []).append(take)
    rows: list[TakeRow] = []
    for shot in shots:
        pick = standing.get(shot.id)
        in_bin = list(bin_takes(view, shot.id))
        made = [each for each in in_bin if each.state is TakeState.MADE and each.media is not None]
        ranked = rank(
            [Candidate(take=take_of(each), scores=scores_of(view, each)) for each in made]
        )
        by_key = {each.key: each for each in made}
        rows += [_row(shot, by_key[each.take.inputs], each.scores, pick) for each in ranked]
        rows += [_own(shot, take, pick) for take in own.get(shot.id, [])]
        rest = [each for each in in_bin if each not in made]
        rows += [_row(shot, each, None, pick) for each in sorted(rest, key=_waiting)]
    return rows


def _waiting(each: OrderedTake) -> tuple[int, int]:
    return list(TakeState).index(each.state), each.take


def _row(
    shot: ShotSpec, each: OrderedTake, scores: TakeScores | None, pick: Standing | None
) -> TakeRow:
    return TakeRow(
        slate=each.slate,
        shot=shot.number,
        state=each.state,
        provider=each.order.provider,
        model=each.order.model,
        rung=each.order.rung,
        cost=each.cost,
        by=each.by,
        note=each.note,
        scores=scores,
        pick=_pick(pick, each.media),
        media=each.media,
        frames=each.frames,
    )


def _own(shot: ShotSpec, take: Take, pick: Standing | None) -> TakeRow:
    return TakeRow(
        slate=take.number,
        shot=shot.number,
        state=TakeState.MADE,
        provider=take.provider,
        model="",
        rung=Rung.DRIVING_CLIP,
        cost=take.cost,
        by=OWN,
        pick=_pick(pick, take.media),
        media=take.media,
        frames=take.frames,
    )


def _pick(row: Standing | None, media: MediaRef | None) -> str:
    if row is None or media is None or row.value is None or row.value.media != media:
        return ""
    return f"picked by {row.fact.by} ({row.fact.role})" if row.fact else "proposed"
