"""The shots of one scene in order, before cameras: opening, action, dialogue."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from secondunit.film.screenplay.model import IntExt, Scene
from secondunit.film.shots.camera.grammar import size_steps, tighter
from secondunit.film.shots.coverage.action import Scenery, draft_action, join
from secondunit.film.shots.coverage.dialogue import Talk, draft_dialogue
from secondunit.film.shots.coverage.draft import Draft, Rule
from secondunit.film.shots.model import Angle, Framing, Move, Pose, Size
from secondunit.film.shots.reading.beats import Beat, BeatKind

QUIET = frozenset({Rule.PEOPLE, Rule.PLACE})
"""Rules whose shots may give their action to a speech beside them."""

SPEECHES = frozenset({Rule.OVER_SHOULDER, Rule.SINGLE, Rule.EXCHANGE, Rule.VOICE})
MASTER_BEATS = 8
"""Beats from which a scene that was established gets a master of its people too."""

PASSING_WORDS = 9
"""Words about the place that need no shot of their own beside a speech."""

BEFORE_SPEECH, AFTER_SPEECH = 20, 12
"""Words of action that play in the shot of the speech that follows, or went before."""


SHARED_FRAMES = frozenset({Framing.TWO_SHOT, Framing.GROUP, Framing.ESTABLISHING})
"""Framings that the order of their subjects does not change."""


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
            elif beat.kind is BeatKind.ACTION:
                talk.walking = _walkers([beat])
    for speech, run in groupby(rest, key=lambda beat: beat.kind is BeatKind.SPEECH):
        found = list(run)
        if speech:
            drafts += draft_dialogue(found, scenery, talk)
            continue
        talk.walking = _walkers(found)
        acted = [beat for beat in found if beat.kind is not BeatKind.OTHER]
        made = draft_action(acted, scenery, shown)
        joined = join(drafts[-1], made[0], scenery) if drafts and made else None
        written = bool(made) and made[0].rule is Rule.WRITTEN
        if joined is not None and (written or not drafts[-1].speech):
            drafts[-1:] = [joined]
            made = made[1:]
        drafts += made
        _attach(drafts, [beat for beat in found if beat.kind is BeatKind.OTHER])
    made = _spread(list(_spoken_into(drafts)))
    return tuple(_quickened(made) if scenery.lively else made)


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
            beats=() if speech else (first,),
        )  # fmt: skip
        acts = len(beats) > 3 and beats[1].kind is BeatKind.ACTION
        people = first if speech else beats[1] if acts else None
        if people is None or len(people.present) < 2 or people.direction or people.asks:
            return
        if len(beats) < MASTER_BEATS:
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


def _walkers(beats: Sequence[Beat]) -> tuple[str, ...]:
    """Who walk side by side when the action ends: two or more named in its last sentence."""
    last = beats[-1]
    on_foot = Pose.WALK in dict(last.poses).values() and not last.asks & {"enter", "exit"}
    people = tuple(name for name in last.names if name in last.present)
    return people if on_foot and len(people) > 1 else ()


def _attach(drafts: list[Draft], beats: Sequence[Beat]) -> None:
    """Lines that are no event (a transition) belong to the shot before them."""
    if drafts and beats:
        lines = tuple(line for beat in beats for line in beat.lines)
        drafts[-1] = replace(drafts[-1], covers=(*drafts[-1].covers, *lines))


def _spoken_into(drafts: Sequence[Draft]) -> Iterator[Draft]:
    """A short action of who speaks next, or spoke last, plays in the shot of the speech."""
    last: Draft | None = None
    for draft in drafts:
        joined = _one_take(last, draft) if last is not None else None
        if joined is None and last is not None:
            yield last
        last = draft if joined is None else joined
    if last is not None:
        yield last


def _one_take(first: Draft, second: Draft) -> Draft | None:
    if _is_one_frame(first, second):
        return replace(
            first,
            beats=(*first.beats, *second.beats),
            covers=(*first.covers, *second.covers),
            prop=first.prop or second.prop,
        )
    if second.rule in SPEECHES and first.rule in QUIET and first.words <= BEFORE_SPEECH:
        if first.speech is None and _goes_along(first, second.subjects):
            return replace(
                second,
                beats=(*first.beats, *second.beats),
                covers=(*first.covers, *second.covers),
                prop=second.prop or first.prop,
            )
        return None
    after = first.rule in SPEECHES and second.rule in QUIET and second.words <= AFTER_SPEECH
    if after and first.share == 1.0 and _goes_along(second, first.subjects):
        return replace(
            first,
            beats=(*first.beats, *second.beats),
            covers=(*first.covers, *second.covers),
            prop=first.prop or second.prop,
        )
    return None


def _is_one_frame(first: Draft, second: Draft) -> bool:
    """Two drafts that would be one picture: a cut between them would show nothing new."""
    if first.framing is not second.framing or first.framing not in SHARED_FRAMES:
        return False
    looks = [
        (d.size, d.angle, d.move, d.place, d.travel, d.share, d.walkers) for d in (first, second)
    ]
    written = Rule.WRITTEN in {first.rule, second.rule}
    return looks[0] == looks[1] and set(first.subjects) == set(second.subjects) and not written


def _goes_along(quiet: Draft, framed: tuple[str, ...]) -> bool:
    """What happens to those in the frame, or what is only a few words about the place."""
    if quiet.rule is Rule.PLACE:
        return quiet.words <= PASSING_WORDS
    return set(quiet.subjects) <= set(framed)


def _quickened(drafts: Sequence[Draft]) -> Iterator[Draft]:
    """Stunts and effects: singles off the shoulder, every other wide from above."""
    wides = 0
    for draft in drafts:
        made = draft
        still = draft.move is Move.STATIC and draft.rule is Rule.PEOPLE
        if still and draft.framing is Framing.SINGLE:
            made = replace(draft, move=Move.HANDHELD)
        elif draft.rule is Rule.PLACE and draft.framing in {Framing.MASTER, Framing.GROUP}:
            wides += 1
            made = replace(draft, angle=Angle.HIGH if wides % 2 == 0 else draft.angle)
        yield made


def _spread(drafts: list[Draft]) -> list[Draft]:
    """Before an over-shoulder of the same person the frame is two sizes wider, or it would jump."""
    for place in range(len(drafts) - 1):
        first, second = drafts[place], drafts[place + 1]
        same = first.subjects[:1] == second.subjects[:1] != ()
        if same and first.size is second.size is Size.WIDE and second.rule is Rule.PLACE:
            drafts[place + 1] = replace(second, framing=Framing.GROUP, size=Size.COWBOY)
        if (
            same
            and second.framing is Framing.OVER_SHOULDER
            and first.framing in {Framing.SINGLE, Framing.POV}
            and first.rule is not Rule.WRITTEN
            and size_steps(first.size, second.size) < 2
        ):
            drafts[place] = replace(first, size=tighter(second.size, -2))
    return drafts
