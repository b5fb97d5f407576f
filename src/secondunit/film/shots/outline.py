"""The shots of one scene in order, before cameras: opening, action, dialogue."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from secondunit.film.screenplay.model import IntExt, Scene
from secondunit.film.shots.action import Scenery, draft_action
from secondunit.film.shots.beats import Beat, BeatKind
from secondunit.film.shots.dialogue import Talk, draft_dialogue
from secondunit.film.shots.draft import Draft, Rule
from secondunit.film.shots.model import Framing, Size

JOINED = frozenset({Rule.PEOPLE, Rule.PLACE, Rule.MASTER})
"""Rules whose neighbouring shots of one frame are one shot."""


def draft_scene(
    scene: Scene, beats: Sequence[Beat], scenery: Scenery, talk: Talk, *, is_new: bool
) -> tuple[Draft, ...]:
    """Propose the shots of a scene.

    Args:
        scene: The scene.
        beats: Its beats.
        scenery: What it is like.
        talk: An empty conversation, with who is at the far end of a call.
        is_new: The place or its time is new, so it is established.

    Returns:
        At least one shot; every printed line is covered by one.
    """
    shown: set[str] = set()
    drafts: list[Draft] = []
    rest = list(beats)
    for opening in _opening(scene, beats, scenery, is_new=is_new):
        drafts.append(opening)
        for beat in opening.beats:
            rest.remove(beat)
            if beat.kind is BeatKind.SPEECH:
                talk.spoken[beat.subject] = 1
                talk.last = beat.subject
    for speech, run in groupby(rest, key=lambda beat: beat.kind is BeatKind.SPEECH):
        found = list(run)
        if speech:
            drafts += draft_dialogue(found, scenery, talk)
            continue
        acted = [beat for beat in found if beat.kind is not BeatKind.OTHER]
        drafts += draft_action(acted, scenery, shown)
        _attach(drafts, [beat for beat in found if beat.kind is BeatKind.OTHER])
    return tuple(_joined(drafts, scenery))


def _opening(
    scene: Scene, beats: Sequence[Beat], scenery: Scenery, *, is_new: bool
) -> Iterator[Draft]:
    """The first shot or two: the place if it is new, and the people in it."""
    heading = tuple(line.id for line in scene.lines[:1])
    first = next((beat for beat in beats if beat.kind is not BeatKind.OTHER), None)
    outside = scene.heading.int_ext is IntExt.EXT
    size = Size.EXTREME_WIDE if outside else Size.WIDE
    if first is None:
        yield Draft(
            rule=Rule.ESTABLISHING, framing=Framing.ESTABLISHING, size=size, covers=heading,
            beats=tuple(beats),
        )  # fmt: skip
        return
    if first.direction:
        written = draft_action([first], scenery, set())
        yield replace(written[0], covers=heading)
        return
    speech = first.kind is BeatKind.SPEECH
    if is_new:
        yield Draft(
            rule=Rule.ESTABLISHING, framing=Framing.ESTABLISHING, size=size, covers=heading,
            beats=() if speech else (first,), subjects=first.present,
        )  # fmt: skip
        later = [beat for beat in beats if beat is not first and beat.kind is BeatKind.ACTION]
        people = first if speech else (later[0] if later and len(beats) > 3 else None)
        if people is None or len(people.present) < 2 or people.direction or people.asks:
            return
        heading, first = (), people
    if first.present:
        yield Draft(
            rule=Rule.MASTER, framing=Framing.MASTER, size=Size.WIDE, covers=heading,
            subjects=first.present, beats=(first,),
        )  # fmt: skip
    else:
        yield Draft(
            rule=Rule.PLACE, framing=Framing.ESTABLISHING, size=Size.WIDE, covers=heading,
            beats=(first,),
        )  # fmt: skip


def _attach(drafts: list[Draft], beats: Sequence[Beat]) -> None:
    """Lines that are no event (a transition) belong to the shot before them."""
    if drafts and beats:
        lines = tuple(line for beat in beats for line in beat.lines)
        drafts[-1] = replace(drafts[-1], covers=(*drafts[-1].covers, *lines))


def _joined(drafts: Sequence[Draft], scenery: Scenery) -> Iterator[Draft]:
    """Neighbours that would be the same picture become one shot."""
    last: Draft | None = None
    for draft in drafts:
        if last is None:
            last = draft
        elif _same_picture(last, draft) and last.words + draft.words <= scenery.limit * 3 // 2:
            last = replace(
                last, beats=(*last.beats, *draft.beats), covers=(*last.covers, *draft.covers)
            )
        else:
            yield last
            last = draft
    if last is not None:
        yield last


def _same_picture(first: Draft, second: Draft) -> bool:
    return (
        first.rule in JOINED
        and second.rule in JOINED
        and first.framing is second.framing
        and first.subjects == second.subjects
        and first.prop == second.prop
    )
