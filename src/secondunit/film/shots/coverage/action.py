"""Shots of action: who comes, looks, handles, moves; what the script asks for outright."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from secondunit.film.shots.coverage.draft import Draft, Rule
from secondunit.film.shots.model import Angle, Framing, Move, Size
from secondunit.film.shots.reading.beats import Beat
from secondunit.film.shots.tables import CoverageRules

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

LONG_HANDLING = 16
"""Words from which a handled thing gets the person and then the thing."""

FEW_WORDS = 3
"""A sentence this short belongs to the one before it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Scenery:
    """What the rules must know of a scene.

    Args:
        interior: Walls around.
        vehicle: It plays in a car.
        beasts: Names of animals, who listen but are not framed over the shoulder.
        pieces: Names of things that stand in the set.
        lively: Stunts or effects: more and shorter shots.
        rules: How much one shot holds.
    """

    interior: bool
    vehicle: bool
    lively: bool
    rules: CoverageRules
    beasts: frozenset[str] = frozenset()
    pieces: frozenset[str] = frozenset()

    @property
    def limit(self) -> int:
        """Words one shot holds."""
        return self.rules.words_per_action_shot if self.lively else self.rules.words_per_shot


def draft_action(beats: Sequence[Beat], scenery: Scenery, shown: set[str]) -> list[Draft]:
    """Shots of a run of action beats, neighbours of one frame joined.

    Args:
        beats: The run.
        scenery: What the scene is like.
        shown: Things that had their insert already in this scene; added to.
    """
    drafts: list[Draft] = []
    looked: set[str] = set()
    for beat in beats:
        for draft in _wanted(beat, scenery, shown, looked):
            joined = join(drafts[-1], draft, scenery) if drafts else None
            if joined is not None:
                drafts[-1] = joined
            else:
                drafts.append(draft)
    return drafts


def join(last: Draft, new: Draft, scenery: Scenery) -> Draft | None:
    """One shot of two neighbours that need no cut between them, or None.

    Args:
        last: The shot before.
        new: The one that may go into it.
        scenery: How much one shot holds.
    """
    fixed = {Framing.POV, Framing.INSERT}
    masters = last.framing is new.framing is Framing.MASTER
    same = masters or (last.framing is new.framing and last.subjects == new.subjects)
    if new.rule is Rule.WRITTEN and new.move is not Move.STATIC and same:
        # “PULL BACK”: a move of the shot that is running, not another shot.
        still = last.move is Move.STATIC
        return replace(last, move=new.move, beats=(*last.beats, *new.beats)) if still else None
    if new.rule is Rule.WRITTEN or last.framing in fixed or new.framing in fixed:
        return None
    if last.words + new.words > scenery.limit or (last.travel[0] and new.travel[0]):
        return None
    beats = (*last.beats, *new.beats)
    calm = last.rule not in {Rule.LOOK, Rule.WRITTEN} and last.share == new.share == 1.0
    if new.rule is Rule.PLACE:
        return replace(last, beats=beats) if calm or new.words <= FEW_WORDS else None
    if new.words <= FEW_WORDS and new.subjects == last.subjects and new.share == 1.0:
        return replace(last, beats=beats)
    if not calm or new.rule is not Rule.PEOPLE:
        return None
    if last.rule is Rule.MASTER and last.words > scenery.limit // 3:
        return None
    if set(new.subjects) <= set(last.subjects) and last.prop in {"", new.prop}:
        return replace(last, beats=beats, prop=new.prop)
    if last.rule is Rule.PLACE or (
        last.rule is Rule.PEOPLE and set(last.subjects) <= set(new.subjects)
    ):
        return replace(new, beats=beats)
    return None


def _wanted(beat: Beat, scenery: Scenery, shown: set[str], looked: set[str]) -> Iterator[Draft]:
    people = tuple(name for name in beat.names if name in beat.present)
    subject = beat.subject if beat.subject in people else (people[0] if people else "")
    if beat.direction in WRITTEN:
        yield _written(beat, people, scenery)
    elif subject and beat.asks & {"enter", "exit"} and not scenery.vehicle:
        yield _travelling(beat, subject)
    elif subject and "look" in beat.asks and not scenery.vehicle and subject not in looked:
        looked.add(subject)
        yield from _looking(beat, subject, people)
    elif subject and "handle" in beat.asks and any(p not in shown for p in beat.props):
        yield from _handling(beat, subject, shown)
    elif subject and "move" in beat.asks and not scenery.vehicle:
        yield _moving(beat, subject, scenery)
    elif people:
        yield _people(beat, people, scenery)
    else:
        yield _nobody(beat, shown, scenery)


def _written(beat: Beat, people: tuple[str, ...], scenery: Scenery) -> Draft:
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
        people = (people or beat.present)[:1] if prop not in scenery.pieces else ()
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


def _travelling(beat: Beat, subject: str) -> Draft:
    way = "enter" if "enter" in beat.asks else "exit"
    return Draft(
        rule=Rule.ENTRANCE, framing=Framing.SINGLE, size=Size.WIDE, subjects=(subject,),
        beats=(beat,), travel=(subject, way), move=Move.PAN,
    )  # fmt: skip


def _looking(beat: Beat, subject: str, people: tuple[str, ...]) -> Iterator[Draft]:
    target = next((name for name in people if name != subject), "")
    yield Draft(
        rule=Rule.LOOK, framing=Framing.SINGLE, size=Size.CLOSE, subjects=(subject,),
        beats=(beat,), gaze=((subject, target),) if target else (), share=0.6 if target else 1.0,
    )  # fmt: skip
    if target:
        yield Draft(
            rule=Rule.LOOK, framing=Framing.POV, size=Size.MEDIUM, subjects=(target,),
            beats=(beat,), looker=subject, share=0.4,
        )  # fmt: skip


def _handling(beat: Beat, subject: str, shown: set[str]) -> Iterator[Draft]:
    prop = next(prop for prop in beat.props if prop not in shown)
    shown.add(prop)
    long = beat.words > LONG_HANDLING
    if long:
        yield Draft(
            rule=Rule.PEOPLE, framing=Framing.SINGLE, size=Size.MEDIUM, subjects=(subject,),
            beats=(beat,), prop=prop, share=0.6,
        )  # fmt: skip
    yield Draft(
        rule=Rule.INSERT, framing=Framing.INSERT, size=Size.INSERT,
        subjects=(subject,), beats=(beat,), prop=prop,
        share=0.4 if long else 1.0,
    )  # fmt: skip


def _moving(beat: Beat, subject: str, scenery: Scenery) -> Draft:
    move = Move.PAN if scenery.interior else Move.HANDHELD if scenery.lively else Move.TRUCK
    return Draft(
        rule=Rule.MOVEMENT, framing=Framing.SINGLE, size=Size.FULL, subjects=(subject,),
        beats=(beat,), travel=(subject, "cross"), move=move,
        angle=Angle.LOW if scenery.lively and not scenery.interior else Angle.EYE,
    )  # fmt: skip


def _people(beat: Beat, people: tuple[str, ...], scenery: Scenery) -> Draft:
    prop = beat.props[0] if beat.props and len(people) == 1 else ""
    if len(people) == 1:
        size = Size.MEDIUM_CLOSE if beat.turn or scenery.vehicle else Size.MEDIUM
        return Draft(
            rule=Rule.PEOPLE, framing=Framing.SINGLE, size=size, subjects=people, beats=(beat,),
            prop=prop, move=Move.PUSH_IN if beat.turn else Move.STATIC,
        )  # fmt: skip
    two = len(people) == 2
    return Draft(
        rule=Rule.PEOPLE, framing=Framing.TWO_SHOT if two else Framing.GROUP, size=Size.COWBOY,
        subjects=people, beats=(beat,), gaze=((people[0], people[1]), (people[1], people[0])),
    )  # fmt: skip


def _nobody(beat: Beat, shown: set[str], scenery: Scenery) -> Draft:
    standing = [prop for prop in beat.props if prop not in shown and prop in scenery.pieces]
    if standing:
        shown.add(standing[0])
        return Draft(
            rule=Rule.INSERT, framing=Framing.INSERT, size=Size.INSERT, beats=(beat,),
            prop=standing[0],
        )  # fmt: skip
    return Draft(
        rule=Rule.PLACE,
        framing=Framing.MASTER if beat.present else Framing.ESTABLISHING,
        size=Size.WIDE,
        subjects=beat.present,
        beats=(beat,),
    )
