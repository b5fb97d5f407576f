"""What picks are proposed from: takes of the stage and the bin, and what people have said."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from secondunit.core.decision import Decision, Verdict
from secondunit.core.errors import NotFound
from secondunit.core.fact import Fact
from secondunit.core.ids import Digest, ShotId, read_json
from secondunit.core.proposal import Item
from secondunit.core.timecode import Frames
from secondunit.film.generation.inspect import is_as_ordered
from secondunit.film.generation.model import Order, Take
from secondunit.film.generation.order import STAGE as ORDER
from secondunit.film.generation.pick import STAGE as PICK
from secondunit.film.generation.pick import Candidate, PickInputs, picked_item
from secondunit.film.generation.scoring.model import TakeScores
from secondunit.film.generation.take import STAGE as TAKE
from secondunit.pipeline.entry import Entry
from secondunit.pipeline.queries import Standing, View
from secondunit.pipeline.run import run_stage
from secondunit.ports.take_bin import OrderedTake, TakeState


def pick_inputs(view: View) -> PickInputs:
    """What picks are proposed from: orders, takes, the bin, and what people have said.

    What people looked at and would be proposed anyway says nothing: signing makes nothing stale.
    """
    orders: dict[ShotId, Order] = {order.shot: order for order in view.values(ORDER.key)}
    plain = PickInputs(
        orders=tuple(orders.values()),
        takes=view.values(TAKE.key),
        candidates=tuple(candidates(view)),
        refused=tuple(_refused(view)),
    )
    proposed = {item.digest for item in PICK.propose(plain, ()).items}
    return replace(
        plain,
        decided=tuple(item for item in _decided(view) if item.digest not in proposed),
        used=tuple(
            take
            for take in _used(view)
            if take.shot not in orders or not is_as_ordered(orders[take.shot], take)
        ),
    )


PICKS = Entry(stage=PICK, title="Picks", department="takes", fact=Take, gather=pick_inputs)
"""The stage's place in the catalogue."""


def propose_picks(view: View) -> None:
    """Run the stage of picks on the bin as it is now.

    Raises:
        NotFound: Nothing has been ordered yet.
        StoreError: The database cannot be written.
    """
    run_stage(view, PICKS, lambda _done, _asked: None)


def candidates(view: View, shot: ShotId | None = None) -> Iterator[Candidate]:
    """Takes of the bin that were made, with what was found of them."""
    for each in bin_takes(view, shot):
        if each.state is TakeState.MADE and each.media is not None:
            scores = scores_of(view, each)
            yield Candidate(take=take_of(each), scores=scores, kept=each.scores if scores else None)


def bin_takes(view: View, shot: ShotId | None = None) -> Sequence[OrderedTake]:
    """Takes of the bin, of a shot or all; none where nothing can be ordered."""
    return () if view.office.bin is None else view.office.bin.takes(shot)


def scores_of(view: View, each: OrderedTake) -> TakeScores | None:
    """What was found of a take of the bin, or None while nobody has looked.

    Raises:
        StoreError: The scores were kept and are gone, or were changed.
    """
    if each.scores is None:
        return None
    return read_json(view.office.media.fetch_media(each.scores), TakeScores)


def take_of(each: OrderedTake) -> Take:
    """A take of the bin as the cut uses it.

    Raises:
        NotFound: It was not made.
    """
    if each.media is None:
        raise NotFound(
            f"there is no picture of {each.slate}: it is {each.state.value}",
            remedy=each.note or "Wait for it, or pick another take.",
        )
    return Take(
        shot=each.shot,
        number=each.slate,
        take=each.take,
        media=each.media,
        frames=Frames(each.frames),
        rate=each.order.rate,
        provider=each.order.provider,
        version=each.version,
        seed=each.order.seed,
        inputs=each.key,
        cost=each.cost,
        milliseconds=0,
    )


def picks(view: View) -> dict[ShotId, Standing]:
    """The pick of each shot, decided or proposed."""
    return {row.value.shot: row for row in view.standing(PICK.key) if row.value is not None}


def _decided(view: View) -> Iterator[Item[Take]]:
    """What people looked at when they accepted, amended or added the pick of a shot."""
    newest = {fact.item: fact for fact in view.office.records.facts(PICK.key)}
    wanted = {
        fact.item_digest: fact for fact in newest.values() if fact.verdict is not Verdict.REJECT
    }
    for fact in wanted.values():
        if fact.verdict is Verdict.ADD:
            yield picked_item(read_json(fact.body, Take), fact.by, fact.reason)
            continue
        item = _looked_at(view, fact)
        if item is not None:
            yield item


def _looked_at(view: View, fact: Fact) -> Item[Take] | None:
    """The item as it was decided on: in the newest proposal that holds it."""
    stored = view.office.records.proposals(PICK.key)
    generic = view.proposal(PICK.key)
    for item in () if generic is None else generic.items:
        if item.id == fact.item and item.digest == fact.item_digest:
            return item
    for each in reversed(stored):
        for item in read_json(each.body, _Items).items:
            if item.id == fact.item and item.digest == fact.item_digest:
                return item
    return None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Items:
    """The items of a kept proposal."""

    items: tuple[Item[Take], ...]


def _used(view: View) -> Iterator[Take]:
    """The takes that people chose, newest word of each shot."""
    newest = {fact.item: fact for fact in view.office.records.facts(PICK.key)}
    for fact in newest.values():
        if fact.body:
            yield read_json(fact.body, Take)


def _refused(view: View) -> Iterator[tuple[ShotId, Digest]]:
    """Takes that people have refused for a shot and have not picked since."""
    refused: dict[tuple[ShotId, Digest], None] = {}
    for entry in view.office.records.journal():
        if entry.kind != "decision":
            continue
        decision = read_json(entry.body, Decision)
        if decision.stage != PICK.key or not decision.proposed:
            continue
        text = decision.amended or decision.proposed
        take = read_json(text, Take)
        if decision.verdict is Verdict.REJECT:
            refused[take.shot, take.media.digest] = None
        else:
            refused.pop((take.shot, take.media.digest), None)
    yield from refused
