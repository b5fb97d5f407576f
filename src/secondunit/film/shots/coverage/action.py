"""Shots of action: who comes, looks, handles, moves; what the script asks for outright."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from secondunit.film.shots.coverage.draft import Draft, Rule
from secondunit.film.shots.coverage.passage import apart, is_passage
from secondunit.film.shots.coverage.patterns import (
    HELD,
    draft_chase,
    draft_fight,
    draft_moment,
    draft_reveal,
    draft_welcome,
)
from secondunit.film.shots.coverage.written import WRITTEN, draft_written
from secondunit.film.shots.model import Angle, Framing, Move, Size
from secondunit.film.shots.reading.beats import Beat
from secondunit.film.shots.tables import CoverageRules

LONG_HANDLING = 16
"""Words from which a handled thing gets the person and then the thing."""

PASSING = 9
"""Words about the place that play in the shot that is running."""

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
        walks: There is room to walk side by side: outside, or a corridor.
        passage: Nobody speaks for a while: what happens is cut closer.
    """

    interior: bool
    vehicle: bool
    lively: bool
    rules: CoverageRules
    beasts: frozenset[str] = frozenset()
    pieces: frozenset[str] = frozenset()
    walks: bool = False
    passage: bool = False

    @property
    def limit(self) -> int:
        """Words one shot holds."""
        if self.passage:
            return self.rules.words_per_passage_shot
        return self.rules.words_per_action_shot if self.lively else self.rules.words_per_shot


def draft_action(beats: Sequence[Beat], scenery: Scenery, shown: set[str]) -> list[Draft]:
    """Shots of a run of action beats, neighbours of one frame joined.

    Args:
        beats: The run.
        scenery: What the scene is like.
        shown: Things that had their insert already in this scene; added to.
    """
    drafts: list[Draft] = []
    run = _Run(shown=shown)
    scenery = replace(scenery, passage=is_passage(beats, scenery.rules))
    for beat in beats:
        for draft in _patterned(beat, scenery, run) or _wanted(beat, scenery, run):
            joined = join(drafts[-1], draft, scenery) if drafts else None
            if joined is not None:
                drafts[-1] = joined
            else:
                drafts.append(draft)
    return apart(drafts) if scenery.passage else drafts


@dataclass(slots=True)
class _Run:
    """What a run of action has shown so far.

    Args:
        shown: Things that had their insert.
        looked: Who had their look.
        fights: Blows so far.
        moments: Pictures of the montage that is running; None where none is.
    """

    shown: set[str]
    looked: set[str] = field(default_factory=set)
    fights: int = 0
    moments: int | None = None


def _patterned(beat: Beat, scenery: Scenery, run: _Run) -> list[Draft]:
    """The shots of a pattern, where a beat belongs to one."""
    people = tuple(name for name in beat.names if name in beat.present)
    subject = beat.subject if beat.subject in people else (people[0] if people else "")
    if "montage_end" in beat.asks:
        run.moments = None
    elif "montage" in beat.asks:
        run.moments = 0
        if not people:
            return []
    if beat.direction in WRITTEN:
        return []
    if run.moments is not None:
        run.moments += 1
        return [draft_moment(beat, people, run.moments - 1)]
    if scenery.vehicle or not subject:
        return []
    if "fight" in beat.asks:
        run.fights += 1
        return draft_fight(beat, people, subject, opens=run.fights == 1)
    if "chase" in beat.asks:
        return draft_chase(beat, people, subject, interior=scenery.interior)
    if "reveal" in beat.asks:
        return draft_reveal(beat, people)
    if "enter" in beat.asks and "exit" not in beat.asks:
        return list(draft_welcome(beat, subject, _travelling(beat, subject)))
    return []


def join(last: Draft, new: Draft, scenery: Scenery) -> Draft | None:
    """One shot of two neighbours that need no cut between them, or None.

    Args:
        last: The shot before.
        new: The one that may go into it.
        scenery: How much one shot holds.
    """
    fixed = {Framing.POV, Framing.INSERT}
    if HELD & {last.rule, new.rule}:
        return None
    masters = last.framing is new.framing is Framing.MASTER
    same = masters or (last.framing is new.framing and last.subjects == new.subjects)
    if new.rule is Rule.WRITTEN and new.move is not Move.STATIC and same:
        # “PULL BACK”: a move of the shot that is running, not another shot.
        still = last.move is Move.STATIC
        return replace(last, move=new.move, beats=(*last.beats, *new.beats)) if still else None
    if new.rule is Rule.WRITTEN or last.framing in fixed or new.framing in fixed:
        return None
    most = scenery.limit
    if scenery.passage and new.rule is Rule.PLACE and new.words <= PASSING:
        most *= 2  # a bell far off is heard on the face that hears it
    if last.words + new.words > most or (last.travel[0] and new.travel[0]):
        return None
    if scenery.passage and last.rule is Rule.PLACE and new.rule is not Rule.PLACE:
        return None  # a wide of everybody is no place for what one does to another
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


def _wanted(beat: Beat, scenery: Scenery, run: _Run) -> Iterator[Draft]:
    shown, looked = run.shown, run.looked
    people = tuple(name for name in beat.names if name in beat.present)
    subject = beat.subject if beat.subject in people else (people[0] if people else "")
    if beat.direction in WRITTEN:
        yield draft_written(beat, people, scenery.pieces)
    elif subject and beat.asks & {"enter", "exit"} and not scenery.vehicle:
        yield _travelling(beat, subject)
    elif subject and "look" in beat.asks and not scenery.vehicle and subject not in looked:
        looked.add(subject)
        yield from _looking(beat, subject, people)
    elif subject and "handle" in beat.asks and any(p not in shown for p in beat.props):
        yield from _handling(beat, subject, shown)
        yield from _answering(beat, subject, people, scenery)
    elif subject and "move" in beat.asks and not scenery.vehicle:
        yield _moving(beat, subject, scenery)
    elif people:
        yield _people(beat, people, scenery)
    else:
        yield _nobody(beat, shown, scenery)


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


def _answering(
    beat: Beat, subject: str, people: tuple[str, ...], scenery: Scenery
) -> Iterator[Draft]:
    """Who is handed a thing, or has one taken, where the sentence names them."""
    other = next((name for name in people if name != subject), "")
    if scenery.passage and other and other not in scenery.beasts:
        yield Draft(
            rule=Rule.RESPONSE, framing=Framing.SINGLE, size=Size.MEDIUM_CLOSE, subjects=(other,),
            beats=(beat,), gaze=((other, subject),), share=0.4,
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
