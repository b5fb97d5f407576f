"""The shot list as a table that other programs take and that can be read back."""

from __future__ import annotations

from collections.abc import Sequence

from secondunit.core.sheet import Align, Column, Row, Sheet
from secondunit.film.screenplay.model import Screenplay
from secondunit.film.shots.model import ShotSpec

HEADS = (
    Column(title="Id", width=16),
    Column(title="Scene", width=6),
    Column(title="Shot", width=6),
    Column(title="Framing", width=12),
    Column(title="Size", width=7, align=Align.CENTRE),
    Column(title="Angle", width=8),
    Column(title="Height", width=8),
    Column(title="Lens mm", width=7, align=Align.RIGHT),
    Column(title="Move", width=10),
    Column(title="Subjects", width=18),
    Column(title="Description", width=44),
    Column(title="Seconds", width=8, align=Align.RIGHT),
    Column(title="Mood", width=9),
    Column(title="Locks", width=12),
    Column(title="Speaker", width=12),
    Column(title="Dialogue", width=30),
    Column(title="Lines", width=6, align=Align.RIGHT),
)
"""Columns as written; the last three are for the reader and are not read back."""


def exchange_sheet(script: Screenplay, shots: Sequence[ShotSpec]) -> Sheet:
    """One row a shot, every field spelled out, no banners.

    Args:
        script: For scene numbers and the title.
        shots: In order.
    """
    numbers = {scene.id: scene.number for scene in script.scenes}
    return Sheet(
        key="shots",
        title="Shots",
        production=script.title,
        subtitle="",
        columns=HEADS,
        rows=tuple(Row(cells=_cells(shot, numbers.get(shot.scene, ""))) for shot in shots),
        landscape=True,
        notes=(
            "An empty cell leaves a field as it is, - takes it away. Speaker, Dialogue and Lines"
            " are not read back.",
        ),
    )


def _cells(shot: ShotSpec, scene: str) -> tuple[str, ...]:
    return (
        shot.id,
        scene,
        shot.number,
        shot.framing.value,
        shot.size.value,
        shot.angle.value,
        "" if shot.height is None else shot.height.value,
        f"{shot.lens.focal_mm:g}",
        shot.move.value,
        ", ".join(shot.subjects),
        shot.action,
        f"{float(shot.rate.seconds_of(shot.duration)):.2f}",
        shot.lighting.mood.value,
        ", ".join(shot.locks),
        shot.speaker,
        shot.dialogue,
        str(len(shot.covers)),
    )
