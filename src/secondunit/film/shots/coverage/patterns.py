"""Patterns of action that bring their own coverage: chase, fight, reveal, montage, arrival.

Source: Katz, Mascelli, Arijon on each of them; densities of the design page on previs, section 5
(action 15 to 25 shots a page, chases 20 to 30).
"""

from __future__ import annotations

from collections.abc import Iterator

from secondunit.film.shots.coverage.draft import Draft, Rule
from secondunit.film.shots.model import Angle, Framing, Move, Size
from secondunit.film.shots.reading.beats import Beat

MONTAGE_SIZES = (Size.WIDE, Size.MEDIUM, Size.CLOSE, Size.FULL, Size.MEDIUM_CLOSE)
"""Sizes of the moments of a montage, in turn: no two neighbours less than two classes apart."""

HELD = frozenset({Rule.CHASE, Rule.FIGHT, Rule.REVEAL, Rule.MONTAGE, Rule.WELCOME})
"""Rules whose shots are never run together with others."""


def draft_chase(
    beat: Beat, people: tuple[str, ...], subject: str, *, interior: bool
) -> list[Draft]:
    """Who flees and who follows, wide and low by turns.

    Args:
        beat: The sentence.
        people: Those it names who are there, in order.
        subject: Who does it.
        interior: Walls around: the camera pans where outside it runs along.
    """
    others = [name for name in people if name != subject]
    first = Draft(
        rule=Rule.CHASE, framing=Framing.SINGLE, size=Size.FULL, subjects=(subject,),
        beats=(beat,), travel=(subject, "chase"), move=Move.PAN if interior else Move.TRUCK,
        share=0.5 if others else 1.0,
    )  # fmt: skip
    if not others:
        return [first]
    return [
        first,
        Draft(
            rule=Rule.CHASE, framing=Framing.SINGLE, size=Size.MEDIUM, subjects=(others[0],),
            beats=(beat,), travel=(others[0], "chase"), move=Move.HANDHELD, share=0.5,
        ),
    ]  # fmt: skip


def draft_fight(beat: Beat, people: tuple[str, ...], subject: str, *, opens: bool) -> list[Draft]:
    """Both in the frame first; then each blow on who strikes and on who is struck.

    Args:
        beat: The sentence.
        people: Those it names who are there, in order.
        subject: Who strikes.
        opens: It is the first blow of its run.
    """
    struck = next((name for name in people if name != subject), "")
    if not struck:
        return [
            Draft(
                rule=Rule.FIGHT, framing=Framing.SINGLE, size=Size.MEDIUM, subjects=(subject,),
                beats=(beat,), move=Move.HANDHELD,
            )
        ]  # fmt: skip
    gaze = ((subject, struck), (struck, subject))
    if opens:
        return [
            Draft(
                rule=Rule.FIGHT, framing=Framing.TWO_SHOT, size=Size.FULL,
                subjects=(subject, struck), beats=(beat,), gaze=gaze, move=Move.HANDHELD,
            )
        ]  # fmt: skip
    return [
        Draft(
            rule=Rule.FIGHT, framing=Framing.SINGLE, size=Size.MEDIUM, subjects=(subject,),
            beats=(beat,), gaze=gaze, move=Move.HANDHELD, share=0.6,
        ),
        Draft(
            rule=Rule.FIGHT, framing=Framing.SINGLE, size=Size.CLOSE, subjects=(struck,),
            beats=(beat,), gaze=gaze, share=0.4,
        ),
    ]  # fmt: skip


def draft_reveal(beat: Beat, people: tuple[str, ...]) -> list[Draft]:
    """Who sees it, then what is seen; empty where nobody is shown to anybody.

    Args:
        beat: The sentence.
        people: Those it names who are there, in order: the last is who is revealed.
    """
    if not people:
        return []
    shown = people[-1]
    sees = next((name for name in (*people[:-1], *beat.present) if name != shown), "")
    seen = Draft(
        rule=Rule.REVEAL, framing=Framing.SINGLE, size=Size.MEDIUM, subjects=(shown,),
        beats=(beat,), move=Move.PUSH_IN, share=0.6 if sees else 1.0,
        gaze=((shown, sees),) if sees else (),
    )  # fmt: skip
    if not sees:
        return [seen]
    return [
        Draft(
            rule=Rule.REVEAL, framing=Framing.SINGLE, size=Size.CLOSE, subjects=(sees,),
            beats=(beat,), gaze=((sees, shown),), share=0.4,
        ),
        seen,
    ]  # fmt: skip


def draft_moment(beat: Beat, people: tuple[str, ...], place: int) -> Draft:
    """One picture of a montage.

    Args:
        beat: The sentence.
        people: Those it names who are there.
        place: Which moment it is, from 0.
    """
    size = MONTAGE_SIZES[place % len(MONTAGE_SIZES)]
    if not people:
        return Draft(
            rule=Rule.MONTAGE, framing=Framing.MASTER if beat.present else Framing.ESTABLISHING,
            size=Size.WIDE, subjects=beat.present, beats=(beat,),
        )  # fmt: skip
    if len(people) == 1:
        return Draft(
            rule=Rule.MONTAGE, framing=Framing.SINGLE, size=size, subjects=people, beats=(beat,),
            prop=beat.props[0] if beat.props else "",
        )  # fmt: skip
    return Draft(
        rule=Rule.MONTAGE,
        framing=Framing.TWO_SHOT if len(people) == 2 else Framing.GROUP,
        size=Size.COWBOY if place % 2 else Size.FULL, subjects=people, beats=(beat,),
        angle=Angle.EYE,
        gaze=((people[0], people[1]), (people[1], people[0])),
    )  # fmt: skip


def draft_welcome(beat: Beat, subject: str, arrival: Draft) -> Iterator[Draft]:
    """Who comes in, and the face of who sees them come.

    Args:
        beat: The sentence.
        subject: Who comes.
        arrival: The shot of them at the door.
    """
    sees = next((name for name in beat.present if name != subject), "")
    if not sees:
        yield arrival
        return
    yield Draft(
        rule=arrival.rule, framing=arrival.framing, size=arrival.size, subjects=arrival.subjects,
        beats=arrival.beats, travel=arrival.travel, move=arrival.move, share=0.65,
    )  # fmt: skip
    yield Draft(
        rule=Rule.WELCOME, framing=Framing.SINGLE, size=Size.MEDIUM_CLOSE, subjects=(sees,),
        beats=(beat,), gaze=((sees, subject),), share=0.35,
    )  # fmt: skip
