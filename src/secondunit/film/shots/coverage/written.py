"""Shots that the script asks for outright: CLOSE ON, ANGLE, POV, INSERT, PAN."""

from __future__ import annotations

from secondunit.film.shots.coverage.draft import Draft, Rule
from secondunit.film.shots.model import Angle, Framing, Move, Size
from secondunit.film.shots.reading.beats import Beat

WRITTEN: dict[str, tuple[Framing, Size, Angle, Move]] = {
    "close": (Framing.SINGLE, Size.CLOSE, Angle.EYE, Move.STATIC),
    "wide": (Framing.MASTER, Size.WIDE, Angle.EYE, Move.STATIC),
    "angle": (Framing.SINGLE, Size.MEDIUM, Angle.EYE, Move.STATIC),
    "pov": (Framing.POV, Size.WIDE, Angle.EYE, Move.STATIC),
    "insert": (Framing.INSERT, Size.INSERT, Angle.EYE, Move.STATIC),
    "pan": (Framing.MASTER, Size.WIDE, Angle.EYE, Move.PAN),
    "tilt": (Framing.MASTER, Size.WIDE, Angle.EYE, Move.TILT),
    "crane": (Framing.MASTER, Size.WIDE, Angle.EYE, Move.CRANE),
    "push_in": (Framing.SINGLE, Size.MEDIUM, Angle.EYE, Move.PUSH_IN),
    "pull_out": (Framing.SINGLE, Size.MEDIUM_CLOSE, Angle.EYE, Move.PULL_OUT),
    "zoom_in": (Framing.SINGLE, Size.MEDIUM, Angle.EYE, Move.ZOOM_IN),
    "zoom_out": (Framing.SINGLE, Size.MEDIUM_CLOSE, Angle.EYE, Move.ZOOM_OUT),
    "dolly_zoom": (Framing.SINGLE, Size.MEDIUM_CLOSE, Angle.EYE, Move.DOLLY_ZOOM),
    "whip": (Framing.SINGLE, Size.MEDIUM, Angle.EYE, Move.WHIP),
    "roll": (Framing.SINGLE, Size.MEDIUM, Angle.EYE, Move.ROLL),
    "pedestal": (Framing.MASTER, Size.WIDE, Angle.EYE, Move.PEDESTAL),
    "arc": (Framing.SINGLE, Size.MEDIUM, Angle.EYE, Move.ARC),
    "worm": (Framing.SINGLE, Size.FULL, Angle.WORM, Move.STATIC),
    "dutch": (Framing.SINGLE, Size.MEDIUM, Angle.DUTCH, Move.STATIC),
    "follow": (Framing.SINGLE, Size.FULL, Angle.EYE, Move.FOLLOW),
    "handheld": (Framing.SINGLE, Size.MEDIUM, Angle.EYE, Move.HANDHELD),
    "overhead": (Framing.ESTABLISHING, Size.EXTREME_WIDE, Angle.OVERHEAD, Move.STATIC),
    "low": (Framing.SINGLE, Size.MEDIUM, Angle.LOW, Move.STATIC),
    "high": (Framing.SINGLE, Size.FULL, Angle.HIGH, Move.STATIC),
    "two_shot": (Framing.TWO_SHOT, Size.COWBOY, Angle.EYE, Move.STATIC),
}
"""What the words of the script that name a shot ask for."""


def draft_written(beat: Beat, people: tuple[str, ...], pieces: frozenset[str]) -> Draft:
    """The shot that a sentence names.

    Args:
        beat: The sentence.
        people: Those it names who are there, in order.
        pieces: Names of things that stand in the set.
    """
    framing, size, angle, move = WRITTEN[beat.direction]
    looker = ""
    if framing is Framing.POV:
        looker = people[0] if people else (beat.present[0] if beat.present else "")
        people = tuple(name for name in people if name != looker)
        if not looker:
            framing, size = Framing.ESTABLISHING, Size.WIDE
        elif people:
            size = Size.MEDIUM
    prop = beat.props[0] if beat.props else ""
    if framing is Framing.TWO_SHOT and len(people) < 2:
        people = beat.present[:2]
        framing = Framing.TWO_SHOT if len(people) == 2 else Framing.MASTER
    if framing is Framing.SINGLE and len(people) > 1 and beat.direction != "close":
        framing = Framing.TWO_SHOT if len(people) == 2 else Framing.GROUP
        size = Size.COWBOY
    if framing is Framing.SINGLE and not people:
        framing = Framing.INSERT if beat.direction == "close" else Framing.MASTER
        size = Size.INSERT if framing is Framing.INSERT else Size.WIDE
        prop = prop or _thing(beat)
    if framing is Framing.INSERT:
        prop = prop or _thing(beat)
        # A thing that is no part of the set is in somebody's hand.
        people = (people or beat.present)[:1] if prop not in pieces else ()
    if framing is Framing.SINGLE:
        people = people[:1]
    if framing is Framing.MASTER:
        people = beat.present
    return Draft(
        rule=Rule.WRITTEN, framing=framing, size=size, angle=angle, move=move, subjects=people,
        beats=(beat,), prop=prop, looker=looker,
    )  # fmt: skip


def _thing(beat: Beat) -> str:
    return beat.text.rsplit(None, 1)[-1].strip(".,:!?").lower() if beat.text else ""
