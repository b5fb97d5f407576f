"""The contact sheet of takes: best first, none left out, each with its evidence."""

from __future__ import annotations

from collections.abc import Sequence

from secondunit.core.ids import ShotId
from secondunit.film.generation.scoring.model import Aspect, Score
from secondunit.film.shots.board import STAGE as BOARD
from secondunit.film.shots.model import Move, Panel, ShotSpec
from secondunit.pipeline.dailies.listing import OWN, TakeRow, list_takes
from secondunit.pipeline.desk import status_of
from secondunit.pipeline.queries import View
from secondunit.ports.dailies import Projector, SheetShot, SheetTake, TakeSheet
from secondunit.ports.take_bin import TakeState

_FIRST = (Aspect.BLOCKING, Aspect.FRAMING, Aspect.POSE, Aspect.WARDROBE, Aspect.CAMERA)
"""Which evidence is shown first where nothing is wrong."""


def take_sheet(view: View, shots: Sequence[ShotSpec], projector: Projector) -> TakeSheet:
    """The sheet of some shots; shots without takes are left out.

    Raises:
        StoreError: A picture was kept and is gone.
    """
    panels: dict[ShotId, Panel] = {panel.shot: panel for panel in view.values(BOARD.key)}
    made = []
    for shot in shots:
        rows = list_takes(view, [shot])
        if not rows:
            continue
        panel = panels.get(shot.id)
        made.append(
            SheetShot(
                number=shot.number,
                asked=_asked(view, shot),
                board=view.office.media.fetch_media(panel.media.digest) if panel else None,
                takes=tuple(_take(view, row, projector) for row in rows),
            )
        )
    return TakeSheet(
        title=view.office.records.production().title,
        status=status_of(view, ["generation.pick"]),
        shots=tuple(made),
    )


def _asked(view: View, shot: ShotSpec) -> str:
    """What was asked for, without a word of the script."""
    names = view.office.settings.policy.names_in_pictures
    who = f"{len(shot.marks)} figures" if not names else ", ".join(m.figure for m in shot.marks)
    move = "" if shot.move is Move.STATIC else shot.move.value
    parts = (
        shot.size.value, f"{shot.lens.focal_mm:g} mm", shot.angle.value, move or "static",
        f"{shot.duration} frames at {shot.rate.name}", who,
    )  # fmt: skip
    return " · ".join(part for part in parts if part)


def _take(view: View, row: TakeRow, projector: Projector) -> SheetTake:
    scores = row.scores.scores if row.scores else ()
    facts = " · ".join(
        part
        for part in (
            " ".join(word for word in (row.provider, row.model) if word), row.rung.value,
            f"{row.frames} frames" if row.frames else "", str(row.cost),
            "" if row.by == OWN else f"ordered by {row.by}",
        )
        if part
    )  # fmt: skip
    return SheetTake(
        slate=row.slate,
        headline=_headline(row),
        facts=facts,
        pick=f"PICKED {row.pick.removeprefix('picked ')}"
        if row.pick.startswith("picked")
        else (row.pick),
        hard=bool(row.scores and row.scores.hard),
        picture=_picture(view, row, projector),
        scores=scores,
        overlays=tuple(_overlays(view, scores)),
        note=_note(row),
    )


def _headline(row: TakeRow) -> str:
    if row.state is not TakeState.MADE:
        return row.state.value
    if row.scores is None:
        return "made by the studio" if row.by == OWN else "not scored yet"
    if row.scores.hard:
        return ", ".join(fault.value for fault in row.scores.hard)
    if row.scores.probability is None:
        return "could not be compared"
    return f"as ordered: {100 * row.scores.probability:.0f} %"


def _note(row: TakeRow) -> str:
    if row.note:
        return row.note
    if row.scores is None or not row.scores.unassessed:
        return ""
    return "Look at: " + ", ".join(aspect.value for aspect in row.scores.unassessed)


def _overlays(view: View, scores: Sequence[Score]) -> list[tuple[str, bytes]]:
    """Evidence of what is wrong first, then of what was looked at."""
    drawn = [score for score in scores if score.overlay is not None]
    order = {aspect: place for place, aspect in enumerate(_FIRST)}
    ranked = sorted(drawn, key=lambda each: (not each.faults, order.get(each.aspect, 9)))
    return [
        (score.aspect.value, view.office.media.fetch_media(score.overlay.digest))
        for score in ranked[:3]
        if score.overlay is not None
    ]


def _picture(view: View, row: TakeRow, projector: Projector) -> bytes | None:
    """A picture of the take: the first of its strip, or its first frame."""
    if row.media is None:
        return None
    data = view.office.media.fetch_media(row.media.digest)
    return projector.still(data, row.media.media_type)
