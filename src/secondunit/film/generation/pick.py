"""Propose which take of each shot to use; the director picks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from secondunit.core.evidence import Evidence, from_answer, from_person, from_rule
from secondunit.core.finding import Finding, Severity
from secondunit.core.ids import Digest, ItemId, ShotId, digest, stable_id
from secondunit.core.proposal import Item, Proposal
from secondunit.core.stage import Answer, Ask
from secondunit.film.generation.inspect import check_takes, is_as_ordered
from secondunit.film.generation.model import Order, Take
from secondunit.film.generation.scoring.model import TakeScores

LATEST = "generation.pick: the latest take of the ordered length and rate"
RANKED = "generation.pick: no hard fault, then the most probable to be what was ordered"
UNSCORED = "generation.pick: the latest take of the bin; nobody has scored it yet"


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A take of the bin.

    Args:
        take: The take.
        scores: What was found of it, or None while nobody has looked.
        kept: Digest under which the scores are kept, for the evidence.
    """

    take: Take
    scores: TakeScores | None = None
    kept: Digest | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PickInputs:
    """Takes, and the orders they answer.

    Args:
        orders: The orders that stand, one a shot.
        takes: The stage's own takes.
        candidates: Takes of the bin.
        decided: Items people have accepted or amended, as they looked at them, where something
            else would be proposed now: they are put there again as they were, so that no new take
            and no new draft undoes a pick.
        refused: Media that people have refused, by shot.
        used: Takes that people chose and that are not what is ordered now.
    """

    orders: tuple[Order, ...]
    takes: tuple[Take, ...]
    candidates: tuple[Candidate, ...] = ()
    decided: tuple[Item[Take], ...] = ()
    refused: tuple[tuple[ShotId, Digest], ...] = ()
    used: tuple[Take, ...] = ()


class PickStage:
    """Proposes the take of the bin that is likeliest to be what was ordered, else the latest."""

    key = "generation.pick"
    version = 2

    def plan(self, inputs: PickInputs) -> Sequence[Ask]:
        """Nothing is asked."""
        del inputs
        return ()

    def propose(self, inputs: PickInputs, answers: Sequence[Answer]) -> Proposal[Take]:
        """One pick a shot; a take that is not what was ordered is never proposed."""
        del answers
        decided = {item.id: item for item in inputs.decided}
        items: list[Item[Take]] = []
        for order in inputs.orders:
            known = decided.get(pick_id(order.shot))
            found = known if known is not None else _proposed(order, inputs)
            if found is not None:
                items.append(found)
        in_bin = {each.take.shot for each in inputs.candidates}
        own = [order for order in inputs.orders if order.shot not in in_bin]
        return Proposal(
            stage=self.key,
            version=self.version,
            inputs=digest(inputs),
            items=tuple(items),
            findings=(*check_takes(own, inputs.takes), *_odd_picks(inputs)),
        )


STAGE = PickStage()


def pick_id(shot: ShotId) -> ItemId:
    """The item that a shot's pick is decided on."""
    return ItemId(stable_id("pick", shot))


def picked_item(take: Take, by: str, reason: str) -> Item[Take]:
    """A pick that nobody had proposed, as a person puts it there."""
    evidence = (from_answer(take.media.digest, "generation.take"), from_person(by, reason))
    return _item(take, evidence, None)


def rank(candidates: Sequence[Candidate]) -> list[Candidate]:
    """Takes of a shot in the order in which a person should look at them; none is left out.

    Those without a hard fault first, by their probability; takes nobody has scored after them, the
    latest first; those with a hard fault last.
    """
    return sorted(candidates, key=_place)


def _place(each: Candidate) -> tuple[int, float, int]:
    scores = each.scores
    if scores is None:
        return 1, 0.0, -each.take.take
    grade = 2 if scores.hard else 0
    return grade, -(scores.probability or 0.0), -each.take.take


def _proposed(order: Order, inputs: PickInputs) -> Item[Take] | None:
    refused = {media for shot, media in inputs.refused if shot == order.shot}
    of_bin = [
        each
        for each in inputs.candidates
        if each.take.shot == order.shot
        and each.take.media.digest not in refused
        and is_as_ordered(order, each.take)
        and not (each.scores and each.scores.hard)
    ]
    if of_bin:
        return _ranked(rank(of_bin)[0], len(of_bin))
    own = [
        take
        for take in inputs.takes
        if take.shot == order.shot
        and take.media.digest not in refused
        and is_as_ordered(order, take)
    ]
    if not own:
        return None
    latest = max(own, key=lambda take: take.take)
    evidence = (from_answer(latest.media.digest, "generation.take"), from_rule(LATEST))
    return _item(latest, evidence, None)


def _ranked(best: Candidate, among: int) -> Item[Take]:
    came = from_answer(best.take.media.digest, "generation.take")
    if best.scores is None or best.kept is None:
        return _item(best.take, (came, from_rule(UNSCORED, f"of {among}")), None)
    said = tuple(
        from_rule(f"generation.score: {score.aspect}: {score.said}", best.kept)
        for score in best.scores.scores
    )
    evidence = (came, from_rule(RANKED, f"of {among}"), *said)
    return _item(best.take, evidence, best.scores.probability)


def _item(take: Take, evidence: tuple[Evidence, ...], confidence: float | None) -> Item[Take]:
    return Item(
        id=pick_id(take.shot),
        label=f"Pick {take.number} · {take.frames} frames",
        fact=take,
        evidence=evidence,
        confidence=confidence,
    )


def _odd_picks(inputs: PickInputs) -> tuple[Finding, ...]:
    """Picks whose shot has changed its length or is gone: they stand, and a person should look."""
    orders = {order.shot: order for order in inputs.orders}
    findings = []
    for take in inputs.used:
        order = orders.get(take.shot)
        if order is None:
            message = "its shot is no longer in the list; the take stays in the bin"
            remedy = f"Pick it for the shot that took its place: pick {take.number} --for SHOT."
        elif not is_as_ordered(order, take):
            message = f"{take.frames} frames at {take.rate.name}; the shot now asks for "
            message += f"{order.duration} at {order.rate.name}"
            remedy = "It is used as far as it goes; order takes of the new length to replace it."
        else:
            continue
        findings.append(
            Finding(
                severity=Severity.WARNING,
                rule="generation.pick-outdated",
                where=f"pick {take.number}",
                message=message,
                remedy=remedy,
            )
        )
    return tuple(findings)
