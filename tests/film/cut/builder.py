"""A scene of speeches with its shots and cut, for tests of the cut and of localisation."""

from __future__ import annotations

from dataclasses import replace

from tests.film.generation.builder import make_shot

from secondunit.core.ids import Digest, LineId, SceneId
from secondunit.core.pages import Eighths
from secondunit.core.stage import MediaRef
from secondunit.core.timecode import Rate
from secondunit.film.cut.assemble import STAGE, AssembleInputs
from secondunit.film.cut.model import Cut
from secondunit.film.screenplay.model import (
    Heading,
    IntExt,
    Line,
    LineKind,
    Scene,
    Screenplay,
    Side,
    TimeOfDay,
)
from secondunit.film.shots.model import Panel, ShotSpec

SCENE = SceneId("scene-1")


def make_media(name: str) -> MediaRef:
    return MediaRef(digest=Digest(name), media_type="image/png", byte_count=1, name=f"{name}.png")


def make_panel(shot: ShotSpec) -> Panel:
    return Panel(
        shot=shot.id,
        number=shot.number,
        media=make_media(f"panel-{shot.number}"),
        width=960,
        height=540,
        request=Digest("request"),
    )


def make_script(*speeches: tuple[str, str]) -> Screenplay:
    """A kitchen in which each (cue, words) is said in turn.

    A cue that ends in ``^`` is said at the same time as the one before it.
    """
    lines = [Line(id=LineId("h"), kind=LineKind.HEADING, text="INT. KITCHEN - DAY", row=1)]
    sides = [Side.RIGHT if cue.endswith("^") else None for cue, _ in speeches]
    sides = [
        side or (Side.LEFT if sides[index + 1 : index + 2] == [Side.RIGHT] else None)
        for index, side in enumerate(sides)
    ]
    for number, (cue, words) in enumerate(speeches):
        name, _, extension = cue.rstrip(" ^").partition(" (")
        lines.append(
            Line(
                id=LineId(f"c{number}"),
                kind=LineKind.CUE,
                text=name,
                row=number,
                extension=extension.strip(")"),
                side=sides[number],
            )
        )
        lines.append(
            Line(
                id=LineId(f"d{number}"),
                kind=LineKind.DIALOGUE,
                text=words,
                row=number,
                side=sides[number],
            )
        )
    heading = Heading(
        raw="INT. KITCHEN - DAY",
        int_ext=IntExt.INT,
        set="KITCHEN",
        place="KITCHEN",
        time="DAY",
        time_of_day=TimeOfDay.DAY,
    )
    scene = Scene(
        id=SCENE,
        number="1",
        heading=heading,
        lines=tuple(lines),
        eighths=Eighths(8),
        page=1,
    )
    return Screenplay(
        title="Toast",
        title_page=(),
        opening=(),
        scenes=(scene,),
        pages=1,
        source_format="fountain",
        source_digest=Digest("s"),
    )


def cover(number: str, frames: int, *lines: str) -> ShotSpec:
    """A shot of so many frames that covers these lines."""
    shot = make_shot(number, frames=frames)
    return replace(shot, scene=SCENE, covers=tuple(LineId(line) for line in lines))


def make_cut(*shots: ShotSpec, rate: Rate | None = None) -> Cut:
    """The cut of these shots from their panels."""
    inputs = AssembleInputs(
        title="Toast",
        shots=shots,
        takes=(),
        panels=tuple(make_panel(shot) for shot in shots),
        rate=rate or Rate(numerator=24),
    )
    cut: Cut = STAGE.propose(inputs, ()).items[0].fact
    return cut
