"""Propose which take of each shot to use; the director picks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from secondunit.core.evidence import from_answer, from_rule
from secondunit.core.finding import blocking
from secondunit.core.ids import ItemId, digest, stable_id
from secondunit.core.proposal import Item, Proposal
from secondunit.core.stage import Answer, Ask
from secondunit.film.generation.inspect import check_takes
from secondunit.film.generation.model import Order, Take


@dataclass(frozen=True, slots=True, kw_only=True)
class PickInputs:
    """Takes, and the orders they answer."""

    orders: tuple[Order, ...]
    takes: tuple[Take, ...]


class PickStage:
    """Proposes the latest take that is what was ordered."""

    key = "generation.pick"
    version = 1

    def plan(self, inputs: PickInputs) -> Sequence[Ask]:
        """Nothing is asked."""
        del inputs
        return ()

    def propose(self, inputs: PickInputs, answers: Sequence[Answer]) -> Proposal[Take]:
        """One pick a shot; a take that is not what was ordered is never proposed."""
        del answers
        findings = check_takes(inputs.orders, inputs.takes)
        bad = {finding.where for finding in blocking(findings)}
        latest = {take.shot: take for take in sorted(inputs.takes, key=lambda take: take.take)}
        items = tuple(
            Item(
                id=ItemId(stable_id("pick", order.shot)),
                label=f"Pick {latest[order.shot].number} · {latest[order.shot].frames} frames",
                fact=latest[order.shot],
                evidence=(
                    from_answer(latest[order.shot].media.digest, "generation.take"),
                    from_rule("generation.pick: the latest take of the ordered length and rate"),
                ),
            )
            for order in inputs.orders
            if f"shot {order.number}" not in bad and order.shot in latest
        )
        return Proposal(
            stage=self.key,
            version=self.version,
            inputs=digest(inputs),
            items=items,
            findings=findings,
        )


STAGE = PickStage()
