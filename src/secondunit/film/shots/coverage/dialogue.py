"""Shots of dialogue: over-shoulders first, then reverses that tighten as the talk goes on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from secondunit.film.shots.coverage.action import Scenery
from secondunit.film.shots.coverage.draft import Draft, Rule
from secondunit.film.shots.model import Framing, Move, Pose, Size
from secondunit.film.shots.reading.beats import Beat
from secondunit.film.shots.reading.vocabulary import count_words

EXCHANGE = 3
"""Short lines that may share one two-shot; a run of speeches is told off by so many, so that one
changed line regroups no others."""

MOST_IN_GROUP = 3
"""Others in the frame when a third voice joins in."""

LINES_TO_CLOSE = 7
"""Speeches of a scene after which reverses are close-ups."""


@dataclass(slots=True)
class Talk:
    """How a scene's conversation stands.

    Args:
        spoken: Lines so far, by speaker.
        last: Who spoke last.
        away: Names at the far end of a call, and the set they are in.
        walking: Who walk side by side as the talk begins.
    """

    spoken: dict[str, int] = field(default_factory=dict)
    last: str = ""
    away: dict[str, str] = field(default_factory=dict)
    walking: tuple[str, ...] = ()

    @property
    def lines(self) -> int:
        """Speeches so far."""
        return sum(self.spoken.values())


def draft_dialogue(beats: Sequence[Beat], scenery: Scenery, talk: Talk) -> list[Draft]:
    """Shots of a run of speeches.

    Args:
        beats: The run, speeches only.
        scenery: What the scene is like.
        talk: The conversation so far; carried on.
    """
    drafts: list[Draft] = []
    place = 0
    while place < len(beats):
        beat = beats[place]
        group = [beat]
        for following in beats[place + 1 : place - place % EXCHANGE + EXCHANGE]:
            speakers = {spoken.subject for spoken in group} | {following.subject}
            if len(speakers) > 2 or not _shared(group[-1], following, scenery, talk):
                break
            group.append(following)
        place += len(group)
        answers = beats[place].subject if place < len(beats) else ""
        drafts += _speeches(group, answers, scenery, talk)
        for spoken in group:
            talk.spoken[spoken.subject] = talk.spoken.get(spoken.subject, 0) + 1
            talk.last = spoken.subject
    return drafts


def _shared(first: Beat, second: Beat, scenery: Scenery, talk: Talk) -> bool:
    both = {first.subject, second.subject} <= set(first.present)
    if first.subject == second.subject or not both:
        return False
    if scenery.walks and {first.subject, second.subject} <= set(talk.walking):
        return True
    short = scenery.rules.exchange_words
    return (first.dual and second.dual) or (first.words <= short and second.words <= short)


def _speeches(
    group: Sequence[Beat], following: str, scenery: Scenery, talk: Talk
) -> Iterator[Draft]:
    beat = group[0]
    speaker = beat.subject
    if len(group) > 1:
        pair = (speaker, group[1].subject)
        if scenery.walks and set(pair) <= set(talk.walking):
            yield Draft(
                rule=Rule.WALK, framing=Framing.TWO_SHOT, size=Size.COWBOY, subjects=pair,
                beats=tuple(group), gaze=(pair, (pair[1], pair[0])), walkers=pair,
                move=Move.FOLLOW,
            )  # fmt: skip
            return
        yield Draft(
            rule=Rule.EXCHANGE, framing=Framing.TWO_SHOT, size=Size.COWBOY, subjects=pair,
            beats=tuple(group), gaze=(pair, (pair[1], pair[0])),
        )  # fmt: skip
        return
    if speaker in talk.away and not beat.present:
        talk.away.pop(speaker)
    if speaker in talk.away:
        yield _far_end(beat, talk)
        return
    if speaker not in beat.present:
        yield _voice(beat, following, talk)
        return
    if dict(beat.poses).get(speaker) is Pose.PHONE:
        yield Draft(
            rule=Rule.PHONE, framing=Framing.SINGLE, size=_single_size(talk), subjects=(speaker,),
            beats=(beat,), prop="telephone",
        )  # fmt: skip
        return
    listener = _listener(beat, following, talk, scenery.beasts)
    others = tuple(n for n in talk.spoken if n in beat.present and n != speaker)
    if talk.spoken.get(speaker, 0) == 0 and len(others) >= 2 and not scenery.vehicle:
        main = (listener, *[name for name in others if name != listener])[:MOST_IN_GROUP]
        yield Draft(
            rule=Rule.GROUP, framing=Framing.GROUP, size=Size.COWBOY,
            subjects=(speaker, *(name for name in main if name)), beats=(beat,),
            gaze=((speaker, listener),) if listener else (),
        )  # fmt: skip
        return
    yield from _seen(beat, listener, scenery, talk)


def _seen(beat: Beat, listener: str, scenery: Scenery, talk: Talk) -> Iterator[Draft]:
    speaker = beat.subject
    gaze = ((speaker, listener), (listener, speaker)) if listener else ()
    first = talk.spoken.get(speaker, 0) == 0
    cut = beat.words > scenery.rules.reaction_after_words and bool(listener)
    share = 0.7 if cut else 1.0
    if first and listener and not scenery.vehicle:
        yield Draft(
            rule=Rule.OVER_SHOULDER, framing=Framing.OVER_SHOULDER, size=Size.MEDIUM,
            subjects=(speaker, listener), beats=(beat,), gaze=gaze, share=share,
        )  # fmt: skip
    elif first and listener:
        yield Draft(
            rule=Rule.EXCHANGE, framing=Framing.TWO_SHOT, size=Size.MEDIUM,
            subjects=(speaker, listener), beats=(beat,), gaze=gaze, share=share,
        )  # fmt: skip
    else:
        yield Draft(
            rule=Rule.SINGLE, framing=Framing.SINGLE, size=_single_size(talk),
            subjects=(speaker,), beats=(beat,), gaze=gaze, share=share,
            move=Move.PUSH_IN if cut else Move.STATIC,
        )  # fmt: skip
    if cut:
        yield Draft(
            rule=Rule.REACTION, framing=Framing.SINGLE, size=Size.CLOSE, subjects=(listener,),
            beats=(beat,), gaze=gaze, share=0.3,
        )  # fmt: skip


def _single_size(talk: Talk) -> Size:
    """Closer as the talk goes on: by the place of the speech, not by what others say."""
    return Size.CLOSE if talk.lines >= LINES_TO_CLOSE else Size.MEDIUM_CLOSE


def _far_end(beat: Beat, talk: Talk) -> Draft:
    return Draft(
        rule=Rule.SINGLE, framing=Framing.SINGLE, size=_single_size(talk),
        subjects=(beat.subject,), beats=(beat,), place=talk.away[beat.subject], prop="telephone",
    )  # fmt: skip


def _voice(beat: Beat, following: str, talk: Talk) -> Draft:
    hearer = next(
        (name for name in (talk.last, following, *beat.present) if name in beat.present), ""
    )
    if hearer:
        return Draft(
            rule=Rule.VOICE, framing=Framing.SINGLE, size=_single_size(talk),
            subjects=(hearer,), beats=(beat,),
        )  # fmt: skip
    return Draft(rule=Rule.VOICE, framing=Framing.ESTABLISHING, size=Size.WIDE, beats=(beat,))


def _listener(beat: Beat, following: str, talk: Talk, beasts: frozenset[str]) -> str:
    """Who is spoken to: named in the speech, else who answers or spoke last, else anyone."""
    others = [name for name in beat.present if name != beat.subject and name not in beasts]
    words = {word.upper() for word in beat.text.replace(",", " ").replace(".", " ").split()}
    called = [name for name in others if name in words]
    if len(called) == 1 and count_words(beat.text) < 30:
        return called[0]
    return next((name for name in (talk.last, following, *others) if name in others), "")
