"""The shot list as a sheet."""

from __future__ import annotations

from collections.abc import Sequence

from secondunit.core.sheet import Align, Column, Row, Sheet
from secondunit.core.timecode import timecode
from secondunit.film.screenplay.model import Screenplay
from secondunit.film.shots.model import Move, ShotSpec

COLUMNS = (
    Column(title="Shot", width=7),
    Column(title="Size", width=8),
    Column(title="Framing", width=13),
    Column(title="Angle", width=9),
    Column(title="Lens", width=8, align=Align.RIGHT),
    Column(title="Move", width=10),
    Column(title="On", width=20),
    Column(title="What happens", width=58),
    Column(title="Time", width=7, align=Align.RIGHT),
)


def shot_list_sheet(
    script: Screenplay, shots: Sequence[ShotSpec], *, production: str, status: str
) -> Sheet:
    """Every shot in script order under its scene; time in seconds and frames."""
    rows = []
    for scene in script.shot_scenes:
        own = [shot for shot in shots if shot.scene == scene.id]
        if own:
            heading = f"{scene.number}   {scene.heading.raw}   {len(own)} shots"
            rows.append(Row(cells=(heading,), style="heading"))
        rows += [_row(shot) for shot in own]
    length = ""
    if shots:
        whole = sum(shot.duration for shot in shots)
        length = f" · {timecode(whole, shots[0].rate)} at {shots[0].rate.name}"
    return Sheet(
        key="shot-list",
        title="Shot List",
        production=production,
        subtitle=f"{len(shots)} shots{length}",
        columns=COLUMNS,
        rows=tuple(rows),
        status=status,
        landscape=True,
    )


def _row(shot: ShotSpec) -> Row:
    seconds, frames = divmod(shot.duration, shot.rate.nominal)
    return Row(
        cells=(
            shot.number,
            shot.size.value,
            shot.framing.value,
            shot.angle.value,
            f"{shot.lens.focal_mm:g} mm",
            "" if shot.move is Move.STATIC else shot.move.value,
            ", ".join(shot.subjects),
            shot.action,
            f"{seconds}:{frames:02d}",
        )
    )
