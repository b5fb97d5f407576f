"""The shot list on paper."""

from __future__ import annotations

from collections.abc import Sequence

from secondunit.core.sheet import Align, Column, Row, Sheet
from secondunit.film.screenplay.model import Scene, Screenplay
from secondunit.film.shots.model import Angle, Move, ShotSpec

COLUMNS = (
    Column(title="Shot", width=6),
    Column(title="Size", width=6, align=Align.CENTRE),
    Column(title="Framing", width=11),
    Column(title="Angle", width=8),
    Column(title="Lens", width=7, align=Align.RIGHT),
    Column(title="Move", width=9),
    Column(title="Subjects", width=16),
    Column(title="Description", width=44),
    Column(title="Lines", width=6, align=Align.RIGHT),
    Column(title="Seconds", width=8, align=Align.RIGHT),
)


def shot_list_sheet(
    script: Screenplay, shots: Sequence[ShotSpec], *, status: str = "", subtitle: str = ""
) -> Sheet:
    """The shot list, a banner for each scene.

    Args:
        script: For headings and the title.
        shots: In order.
        status: Printed on every page.
        subtitle: Draft and date, in one line.
    """
    scenes = {scene.id: scene for scene in script.scenes}
    rows: list[Row] = []
    last = ""
    for shot in shots:
        if shot.scene != last:
            last = shot.scene
            scene = scenes.get(shot.scene)
            if scene is not None:
                rows.append(Row(cells=(_banner(scene, shots),), style="banner"))
        rows.append(_row(shot))
    total = sum((shot.rate.seconds_of(shot.duration) for shot in shots), start=0)
    rows.append(
        Row(
            cells=("Total", *[""] * 6, f"{len(shots)} shots", "", _minutes(round(total))),
            style="total",
        )
    )
    return Sheet(
        key="shot-list",
        title="Shot List",
        production=script.title,
        subtitle=subtitle,
        columns=COLUMNS,
        rows=tuple(rows),
        status=status,
        landscape=True,
        notes=(
            "Sizes: EWS, WS, FS, MLS (cowboy), MS, MCU, CU, ECU. Lines: printed lines covered.",
        ),
    )


def view_words(shot: ShotSpec) -> str:
    """From where a shot is taken: angle, unless it is level, and height of the lens in metres."""
    height = f"{max(0.0, shot.camera[0].eye[1]):.1f} m"
    return height if shot.angle is Angle.EYE else f"{shot.angle.value} {height}"


def _banner(scene: Scene, shots: Sequence[ShotSpec]) -> str:
    count = sum(shot.scene == scene.id for shot in shots)
    return f"{scene.number}   {scene.heading.raw}   ·   {count} shots"


def _row(shot: ShotSpec) -> Row:
    spoken = f" {shot.speaker}: “{shot.dialogue}”" if shot.dialogue else ""
    there = f" [{shot.place}]" if shot.place else ""
    return Row(
        cells=(
            shot.number,
            shot.size.value,
            shot.framing.value,
            "" if shot.angle is Angle.EYE else shot.angle.value,
            f"{shot.lens.focal_mm:g} mm",
            "" if shot.move is Move.STATIC else shot.move.value,
            ", ".join(shot.subjects),
            f"{shot.action}{spoken}{there}".strip(),
            str(len(shot.covers)),
            f"{float(shot.rate.seconds_of(shot.duration)):.1f}",
        )
    )


def _minutes(seconds: int) -> str:
    return f"{seconds // 60}:{seconds % 60:02d}"
