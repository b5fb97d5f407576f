"""Have the orders made, and record what came back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from secondunit.core.errors import AnswerUnreadable
from secondunit.core.evidence import from_answer
from secondunit.core.ids import ItemId, digest, read_json, stable_id
from secondunit.core.proposal import Item, Proposal
from secondunit.core.stage import Answer, Ask, ask
from secondunit.core.timecode import Frames
from secondunit.film.generation.model import Order, Take


@dataclass(frozen=True, slots=True, kw_only=True)
class TakeInputs:
    """The orders that stand."""

    orders: tuple[Order, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TakeReply:
    """What a performer answers: the length counted in the clip itself."""

    frames: int


class TakeStage:
    """One take an order."""

    key = "generation.take"
    version = 1

    def plan(self, inputs: TakeInputs) -> Sequence[Ask]:
        """One ask an order; an order made before is not made, or paid, again."""
        return [ask("take", order.number, order) for order in inputs.orders]

    def propose(self, inputs: TakeInputs, answers: Sequence[Answer]) -> Proposal[Take]:
        """The takes, each with its recipe.

        Raises:
            AnswerUnreadable: An answer carries no clip.
        """
        items = tuple(
            _item(order, answer) for order, answer in zip(inputs.orders, answers, strict=True)
        )
        return Proposal(stage=self.key, version=self.version, inputs=digest(inputs), items=items)


STAGE = TakeStage()


def _item(order: Order, answer: Answer) -> Item[Take]:
    if len(answer.media) != 1:
        raise AnswerUnreadable(
            f"the take of shot {order.number} came without its clip",
            remedy="Run produce again; if it stays so, report the provider.",
        )
    take = Take(
        shot=order.shot,
        number=f"{order.number}-1",
        take=1,
        media=answer.media[0],
        frames=Frames(read_json(answer.body, TakeReply).frames),
        rate=order.rate,
        provider=answer.provider,
        version=answer.version,
        seed=order.seed,
        inputs=digest(order),
        cost=answer.cost,
        milliseconds=answer.milliseconds,
    )
    return Item(
        id=ItemId(stable_id("take", order.shot, take.take)),
        label=f"Take {take.number} · {take.provider} {take.version} · {take.frames} frames",
        fact=take,
        evidence=(from_answer(answer.ask, "generation.take"),),
    )
