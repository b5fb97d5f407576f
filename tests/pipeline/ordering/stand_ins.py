"""A supplier that only says prices and verdicts."""

from __future__ import annotations

from contextlib import AbstractContextManager
from dataclasses import replace

from tests.film.generation.builder import make_provider

from secondunit.core.money import FREE, Money
from secondunit.film.generation.ladder import PASSES
from secondunit.film.generation.model import Order
from secondunit.film.rights.model import Denial, EgressVerdict
from secondunit.pipeline.elements import Signature
from secondunit.ports.provider import Provider
from secondunit.ports.suppliers import Supply
from secondunit.ports.take_bin import OrderedTake

PLAIN = replace(
    make_provider(), controls=tuple(c for c in make_provider().controls if c not in PASSES)
)
"""Takes no passes, so that none have to be drawn."""

KIM = Signature(by="Kim Oduya", role="director", reason="")
NO = Denial(rule="R02", message="it keeps what it is sent", lacks="retention_days", who="legal")


class PricedSuppliers:
    """Every take costs the same; those of some slates may not be sent."""

    def __init__(self, estimate: Money = FREE, denied: tuple[str, ...] = ()) -> None:
        self.estimate, self.denied = estimate, denied

    def supply(self, order: Order) -> Supply:
        del order
        account = "theirs" if self.estimate.minor else ""
        return Supply(provider=PLAIN, account=account, estimate=self.estimate)

    def permit(self, take: OrderedTake) -> EgressVerdict:
        return EgressVerdict(denials=(NO,) if take.slate in self.denied else ())

    def open(self, take: OrderedTake) -> AbstractContextManager[Provider]:
        raise AssertionError("nothing is sent by a quote")
