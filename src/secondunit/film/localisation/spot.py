"""Spot the dialogue: when each speech is said in the cut, and how it reads on screen."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from secondunit.core.evidence import from_fact, from_rule
from secondunit.core.finding import Finding
from secondunit.core.ids import ItemId, LineId, ShotId, digest, stable_id
from secondunit.core.proposal import Item, Proposal
from secondunit.core.stage import Answer, Ask
from secondunit.core.timecode import Frames
from secondunit.film.cut.model import Cut
from secondunit.film.localisation.check import check_subtitles
from secondunit.film.localisation.model import DialogueEvent, DialogueList, SubtitleStyle
from secondunit.film.localisation.timing import time_subtitles
from secondunit.film.screenplay.model import SPOKEN, LineKind, Scene, Screenplay
from secondunit.film.shots.model import ShotSpec

OFF_SCREEN = ("V.O", "VO", "O.S", "OS", "O.C", "OC", "VOICE OVER", "OFF", "HORS CHAMP")


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
    version = 1

    def plan(self, inputs: SpotInputs) -> Sequence[Ask]:
        """Nothing is asked."""
        del inputs
        return ()

    def propose(self, inputs: SpotInputs, answers: Sequence[Answer]) -> Proposal[DialogueList]:
        """One list, with a finding for every rule that the script's own speed breaks."""
        del answers
        events = tuple(spot_events(inputs))
        found = DialogueList(
            language=inputs.style.language,
            rate=inputs.cut.rate,
            start=inputs.cut.start,
            duration=inputs.cut.duration,
            events=events,
            subtitles=time_subtitles(events, inputs.cut, inputs.style),
        )
        findings: tuple[Finding, ...] = check_subtitles(found, inputs.style)
        item = Item(
            id=ItemId(stable_id("dialogue-list", found.language)),
            label=f"Dialogue · {len(events)} speeches · {len(found.subtitles)} subtitles",
            fact=found,
            evidence=(
                from_rule(f"localisation.spot: {inputs.style.source}"),
                from_fact(digest(inputs.cut), "cut.assemble"),
            ),
        )
        return Proposal(
            stage=self.key,
            version=self.version,
            inputs=digest(inputs),
            items=(item,),
            findings=findings,
        )


STAGE = SpotStage()


def spot_events(inputs: SpotInputs) -> Iterable[DialogueEvent]:
    """Every speech in the order of the script, timed within the shots that cover it.

    A speech covered by several shots in a row runs over all of them; speeches that share a shot
    share its time by their number of words.
    """
    windows = _windows(inputs)
    number = 0
    for scene in inputs.screenplay.shot_scenes:
        for event in _speeches(scene):
            if event.line not in windows:
                continue
            number += 1
            start, end = windows[event.line]
            yield replace(event, number=number, start=Frames(start), end=Frames(end))


def _speeches(scene: Scene) -> Iterable[DialogueEvent]:
    speaker, aside, off = "", "", False
    for line in scene.lines:
        if line.kind is LineKind.CUE:
            speaker, aside = line.text, ""
            off = line.extension.upper().startswith(OFF_SCREEN)
        elif line.kind is LineKind.PARENTHETICAL:
            aside = line.text.strip("()")
        elif line.kind in SPOKEN:
            yield DialogueEvent(
                number=0,
                scene=scene.id,
                scene_number=scene.number,
                line=line.id,
                speaker=speaker,
                text=" ".join(line.text.split()),
                parenthetical=aside,
                off_screen=off,
                start=Frames(0),
                end=Frames(0),
            )
            aside = ""


def _windows(inputs: SpotInputs) -> dict[LineId, tuple[int, int]]:
    """First and one-past-last frame of each spoken line in the cut."""
    words = {
        line.id: max(1, len(line.text.split()))
        for scene in inputs.screenplay.shot_scenes
        for line in scene.lines
        if line.kind in SPOKEN
    }
    covers: dict[ShotId, ShotSpec] = {shot.id: shot for shot in inputs.shots}
    windows: dict[LineId, tuple[int, int]] = {}
    for clip in inputs.cut.clips:
        shot = covers.get(clip.shot)
        if shot is None:
            continue
        lines = [line for line in shot.covers if line in words]
        fresh = [line for line in lines if line not in windows]
        for line in lines:
            if line in windows and not fresh and windows[line][1] == clip.record_in:
                windows[line] = (windows[line][0], clip.record_in + clip.duration)
        share = sum(words[line] for line in fresh)
        at, spent = int(clip.record_in), 0
        for line in fresh:
            spent += words[line]
            end = clip.record_in + clip.duration * spent // share
            windows[line] = (at, max(at + 1, end))
            at = max(at + 1, end)
    return windows
