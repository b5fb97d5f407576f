"""Spot the dialogue: when each speech is said in the cut, and how it reads on screen."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from secondunit.core.evidence import from_fact, from_rule
from secondunit.core.finding import Finding, Severity
from secondunit.core.ids import ItemId, digest, stable_id
from secondunit.core.proposal import Item, Proposal
from secondunit.core.stage import Answer, Ask
from secondunit.core.timecode import Frames
from secondunit.film.cut.model import Cut
from secondunit.film.cut.windows import find_windows
from secondunit.film.localisation.check import check_subtitles
from secondunit.film.localisation.model import DialogueEvent, DialogueList, SubtitleStyle
from secondunit.film.localisation.timing import time_subtitles
from secondunit.film.screenplay.model import SPOKEN, LineKind, Scene, Screenplay
from secondunit.film.shots.cast.roles import is_seen
from secondunit.film.shots.model import ShotSpec


@dataclass(frozen=True, slots=True, kw_only=True)
class SpotInputs:
    """What a dialogue list is made from.

    Args:
        screenplay: The script.
        shots: With the lines that each covers.
        cut: Where each shot stands.
        style: The subtitle style.
    """

    screenplay: Screenplay
    shots: tuple[ShotSpec, ...]
    cut: Cut
    style: SubtitleStyle


class SpotStage:
    """Proposes the dialogue list and subtitles of the script's own language."""

    key = "localisation.spot"
    version = 2

    def plan(self, inputs: SpotInputs) -> Sequence[Ask]:
        """Nothing is asked."""
        del inputs
        return ()

    def propose(self, inputs: SpotInputs, answers: Sequence[Answer]) -> Proposal[DialogueList]:
        """One list, with a finding for every rule that the script's own speed breaks."""
        del answers
        events, findings = spot_events(inputs)
        found = DialogueList(
            language=inputs.style.language,
            rate=inputs.cut.rate,
            start=inputs.cut.start,
            duration=inputs.cut.duration,
            events=events,
            subtitles=time_subtitles(events, inputs.cut, inputs.style),
            shot_changes=tuple(clip.record_in for clip in inputs.cut.clips),
        )
        item = Item(
            id=ItemId(stable_id("dialogue-list", found.language)),
            label=f"Dialogue · {len(events)} speeches · {len(found.subtitles)} subtitles",
            fact=found,
            evidence=(
                from_rule(
                    "localisation.spot: speeches share their shots' time by their words; "
                    f"subtitles by {inputs.style.source}"
                ),
                from_fact(digest(inputs.cut), "cut.assemble"),
            ),
        )
        return Proposal(
            stage=self.key,
            version=self.version,
            inputs=digest(inputs),
            items=(item,),
            findings=(*findings, *check_subtitles(found, inputs.style)),
        )


STAGE = SpotStage()


def spot_events(inputs: SpotInputs) -> tuple[tuple[DialogueEvent, ...], tuple[Finding, ...]]:
    """Every speech in the order of the cut, and a finding for each that no shot of it covers."""
    windows = find_windows(inputs.screenplay, inputs.shots, inputs.cut)
    spoken = list(_speeches(inputs.screenplay))
    placed = [
        replace(event, start=Frames(windows[event.line][0]), end=Frames(windows[event.line][1]))
        for event in spoken
        if event.line in windows
    ]
    ordered = sorted(placed, key=lambda event: (event.start, event.number))
    events = tuple(replace(event, number=place) for place, event in enumerate(ordered, start=1))
    missing = tuple(_unheard(event) for event in spoken if event.line not in windows)
    return events, missing


def _speeches(screenplay: Screenplay) -> Iterator[DialogueEvent]:
    """Every spoken line of the script, not yet timed; those before the first heading belong to
    the first scene."""
    number = 0
    for index, scene in enumerate(screenplay.shot_scenes):
        opening = screenplay.opening if index == 0 else ()
        for event in _scene_speeches(replace(scene, lines=(*opening, *scene.lines))):
            number += 1
            yield replace(event, number=number)


def _scene_speeches(scene: Scene) -> Iterator[DialogueEvent]:
    speaker = extension = aside = ""
    for line in scene.lines:
        if line.kind is LineKind.CUE:
            speaker, extension, aside = line.text, line.extension, ""
        elif line.kind is LineKind.PARENTHETICAL:
            aside = " ".join(line.text.strip().strip("()").split())
        elif line.kind in SPOKEN and line.text.strip():
            yield DialogueEvent(
                number=0,
                scene=scene.id,
                scene_number=scene.number,
                line=line.id,
                speaker=speaker,
                text=" ".join(line.text.split()),
                parenthetical=aside,
                off_screen=not is_seen(extension),
                start=Frames(0),
                end=Frames(0),
                extension=extension,
                dual=line.side is not None,
            )
            aside = ""


def _unheard(event: DialogueEvent) -> Finding:
    return Finding(
        severity=Severity.WARNING,
        rule="localisation.not-in-cut",
        where=f"scene {event.scene_number}, {event.speaker}",
        message="is not spotted: no shot of the cut covers this speech",
        remedy="Cover it with a shot, or cut the line from the script.",
    )
