"""From a draft and its solved camera to the typed spec, with its id, number and reasons."""

from __future__ import annotations

from dataclasses import dataclass, replace

from secondunit.core.evidence import Evidence, from_rule, from_script
from secondunit.core.ids import LineId, ShotId, stable_id
from secondunit.core.timecode import Frames, Rate
from secondunit.film.screenplay.model import Scene
from secondunit.film.shots.camera.grammar import setup_number, tighter
from secondunit.film.shots.camera.setup import Rig, Setup
from secondunit.film.shots.camera.solve import Solved, jumps, solve_camera
from secondunit.film.shots.coverage.draft import Draft, Rule
from secondunit.film.shots.model import Easing, Framing, Lens, Mark, Motion, Move, ShotSpec, Size

LOW_SHOULDER = 0.12
"""How far above a chest the crown in front must reach for a medium over-shoulder, metres."""

ON_THE_SPOT = frozenset({Move.STATIC, Move.HANDHELD})
"""Moves that need no second key; any other without one is not made."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Slate:
    """What a shot is called and how long it lasts.

    Args:
        scene: Its scene.
        position: Its place in the scene, from 0.
        covers: Lines it covers, in script order.
        duration: Its length.
        rate: Rate of the length.
        aspect: Aspect of the picture.
    """

    scene: Scene
    position: int
    covers: tuple[LineId, ...]
    duration: Frames
    rate: Rate
    aspect: str

    def meaning(self, draft: Draft) -> str:
        """What the shot is, whatever stands before it in the scene."""
        return stable_id(
            "meaning", self.scene.id, draft.framing, draft.size, draft.subjects, self.covers,
            [(span.start, span.end) for span in draft.spans],
        )  # fmt: skip

    def shot_id(self, draft: Draft, twin: int) -> ShotId:
        """Id of the shot; two that mean the same are told apart by their order."""
        return ShotId(stable_id("shot", self.meaning(draft), twin))


def as_setup(draft: Draft, marks: tuple[Mark, ...], looker: Mark | None) -> Setup:
    """What a draft asks of the camera."""
    return Setup(
        framing=draft.framing,
        size=draft.size,
        angle=draft.angle,
        move=draft.move,
        subjects=draft.subjects,
        marks=marks,
        prop=draft.prop,
        looker=looker,
    )


def solve_draft(draft: Draft, setup: Setup, rig: Rig) -> Solved:
    """The camera; where it would jump from the shot before, of a size two classes away."""
    if draft.framing is Framing.OVER_SHOULDER and len(draft.subjects) > 1:
        chest = rig.points(setup, draft.subjects[0], "chest")
        crown = rig.points(setup, draft.subjects[1], "crown")
        if chest and crown and crown[0][1] < chest[0][1] + LOW_SHOULDER:
            # Over a child or somebody seated the frame is wider, or it holds no shoulder.
            setup = replace(setup, size=Size.COWBOY)
    before = rig.last
    solved = solve_camera(setup, rig)
    if solved.framing is not setup.framing:
        # No place shows the shoulder: a single then, framed as one.
        setup = replace(setup, framing=solved.framing, subjects=setup.subjects[:1])
        rig.last = before
        solved = solve_camera(setup, rig)
    if not jumps(before, setup, solved.azimuth) or draft.rule is Rule.WRITTEN:
        return solved
    for steps in (2, -2):
        other = replace(setup, size=tighter(setup.size, steps))
        rig.last = before
        retried = solve_camera(other, rig)
        if retried.lawful and not jumps(before, other, retried.azimuth):
            return retried
    rig.last = before
    return solve_camera(setup, rig)


def make_spec(draft: Draft, solved: Solved, marks: tuple[Mark, ...], slate: Slate) -> ShotSpec:
    """The spec of a shot; id and lens are the caller's to fill in."""
    speech = draft.speech
    return ShotSpec(
        id=ShotId(""),
        scene=slate.scene.id,
        number=setup_number(slate.scene.number, slate.position),
        framing=solved.framing,
        size=solved.size,
        angle=draft.angle,
        lens=Lens(focal_mm=solved.focal_mm),
        move=draft.move if len(solved.keys) > 1 or draft.move in ON_THE_SPOT else Move.STATIC,
        subjects=draft.subjects[:1] if solved.framing is Framing.SINGLE else draft.subjects,
        marks=marks,
        camera=solved.keys,
        covers=slate.covers,
        spans=draft.spans,
        duration=slate.duration,
        rate=slate.rate,
        action=draft.caption or _described(draft, slate.scene),
        dialogue=_first_words(speech.text) if speech else "",
        speaker=speech.subject if speech else "",
        aspect=slate.aspect,
        light=slate.scene.heading.time_of_day.value.lower(),
        place=draft.place,
        motion=Motion(easing=Easing.LINEAR) if solved.carried else Motion(),
    )


def evidence_of(draft: Draft) -> tuple[Evidence, ...]:
    """The words a shot covers, each with the rule; the rule alone where there are none."""
    quoted = tuple(from_script(span, draft.rule.value) for span in draft.spans)
    return quoted or (from_rule(draft.rule.value),)


def shot_label(spec: ShotSpec) -> str:
    """A shot in a few words."""
    who = ", ".join(spec.subjects[:3]) or spec.framing.value
    return f"{spec.number} · {spec.size.value} · {who}"


def _first_words(text: str) -> str:
    words = text.split()
    return " ".join(words[:14]) + (" …" if len(words) > 14 else "")


def _described(draft: Draft, scene: Scene) -> str:
    speech = draft.speech
    if speech is None:
        return scene.heading.set.title()
    if draft.subjects and draft.subjects[0] != speech.subject:
        return f"{draft.subjects[0].title()} listens to {speech.subject.title()}."
    return f"{speech.subject.title()} speaks."
