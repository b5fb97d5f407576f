"""Slots for temp sound: what is heard when in the boards or the cut, before any of it is made.

Dialogue is timed by its words (:mod:`secondunit.film.cut.windows`); an effect or a piece of music
of the breakdown is heard through the shot whose words ask for it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from secondunit.core.ids import LineId, SceneId
from secondunit.core.sheet import Align, Column, Row, Sheet
from secondunit.core.timecode import Frames, timecode
from secondunit.film.breakdown.model import Category, Element
from secondunit.film.cut.model import Clip, Cut, SoundKind, SoundSlot
from secondunit.film.cut.windows import Window, find_windows
from secondunit.film.screenplay.model import SPOKEN, Line, LineKind, Scene, Screenplay
from secondunit.film.shots.model import ShotSpec

HEARD = {Category.SOUND: SoundKind.EFFECT, Category.MUSIC: SoundKind.MUSIC}

COLUMNS = (
    Column(title="No.", width=5, align=Align.RIGHT),
    Column(title="Track", width=9),
    Column(title="In", width=11),
    Column(title="Out", width=11),
    Column(title="Seconds", width=7, align=Align.RIGHT),
    Column(title="Scene", width=6),
    Column(title="Who or what", width=16),
    Column(title="Words", width=54),
)


def sound_slots(
    script: Screenplay, shots: Sequence[ShotSpec], cut: Cut, elements: Sequence[Element] = ()
) -> tuple[SoundSlot, ...]:
    """Every slot in the order of the cut.

    Args:
        script: The screenplay.
        shots: With the lines that each covers.
        cut: Where each shot stands.
        elements: The breakdown, for effects and music.
    """
    windows = find_windows(script, shots, cut)
    found = [*_speeches(script, windows), *_heard(script, shots, cut, elements)]
    return tuple(sorted(found, key=lambda slot: (slot.start, slot.kind, slot.name)))


def sound_sheet(slots: Sequence[SoundSlot], cut: Cut, *, production: str, status: str) -> Sheet:
    """The slots as a sound editor reads them, in timecode of the cut.

    Args:
        slots: The slots.
        cut: For rate and start.
        production: Title of the production.
        status: Printed on every page.
    """
    return Sheet(
        key="temp-sound",
        title="Temp Sound",
        production=production,
        subtitle=f"{len(slots)} slots · {timecode(cut.duration, cut.rate)} at {cut.rate.name} "
        "frames a second",
        columns=COLUMNS,
        rows=tuple(_row(place, slot, cut) for place, slot in enumerate(slots, start=1)),
        status=status,
        landscape=True,
        notes=(
            "Dialogue by reading speed; effects and music through the shot that asks for them.",
        ),
    )


def _row(place: int, slot: SoundSlot, cut: Cut) -> Row:
    seconds = float(cut.rate.seconds_of(slot.end - slot.start))
    return Row(
        cells=(
            str(place),
            slot.kind.value,
            timecode(cut.start + slot.start, cut.rate),
            timecode(cut.start + slot.end, cut.rate),
            f"{seconds:.1f}",
            slot.scene,
            slot.name,
            slot.words,
        )
    )


def _speeches(script: Screenplay, windows: dict[LineId, Window]) -> Iterator[SoundSlot]:
    for index, scene in enumerate(script.shot_scenes):
        speaker = ""
        for line in (*(script.opening if index == 0 else ()), *scene.lines):
            if line.kind is LineKind.CUE:
                speaker = line.text
            elif line.kind in SPOKEN and line.id in windows:
                start, end = windows[line.id]
                yield SoundSlot(
                    kind=SoundKind.DIALOGUE,
                    name=speaker,
                    words=" ".join(line.text.split()),
                    scene=scene.number,
                    start=Frames(start),
                    end=Frames(end),
                )


def _heard(
    script: Screenplay, shots: Sequence[ShotSpec], cut: Cut, elements: Sequence[Element]
) -> Iterator[SoundSlot]:
    covers = {shot.id: frozenset(shot.covers) for shot in shots}
    scenes = {scene.id: scene for scene in script.shot_scenes}
    clips: dict[SceneId, list[Clip]] = {}
    for clip in cut.clips:
        clips.setdefault(clip.scene, []).append(clip)
    for element in elements:
        played = clips.get(element.scene, [])
        if element.category not in HEARD or not played or element.scene not in scenes:
            continue
        line = _asking(scenes[element.scene], element.name)
        asked = [clip for clip in played if line in covers.get(clip.shot, frozenset())]
        clip = (asked or played)[0]
        yield SoundSlot(
            kind=HEARD[element.category],
            name=element.name,
            words="",
            scene=scenes[element.scene].number,
            start=clip.record_in,
            end=Frames(clip.record_in + clip.duration),
        )


def _asking(scene: Scene, name: str) -> LineId | None:
    """The first line of a scene that has the words of a name."""
    wanted = name.casefold()
    lines: Sequence[Line] = scene.lines
    return next((line.id for line in lines if wanted in line.text.casefold()), None)
