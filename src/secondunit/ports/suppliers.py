"""Every provider that a production can order from, and the guarded way to each."""

from __future__ import annotations

from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import Protocol

from secondunit.core.money import Money
from secondunit.film.generation.model import Capabilities, Order
from secondunit.film.rights.model import EgressVerdict
from secondunit.ports.provider import Provider
from secondunit.ports.take_bin import OrderedTake


@dataclass(frozen=True, slots=True, kw_only=True)
class Supply:
    """How an order would be supplied.

    Args:
        provider: What its provider can do.
        account: The account that is charged and paced; "" for a provider on this machine.
        estimate: The most it costs.
        at_once: Orders of that account under way at the same time; 0 for any number.
    """

    provider: Capabilities
    account: str
    estimate: Money
    at_once: int = 0


class Suppliers(Protocol):
    """Where takes come from."""

    def supply(self, order: Order) -> Supply:
        """How it would be supplied; nothing is sent.

        Raises:
            NotFound: There is no such provider or model.
            NotConfigured: A setting is missing.
        """

    def permit(self, take: OrderedTake) -> EgressVerdict:
        """What the rules say of sending it; nothing is sent."""

    def open(self, take: OrderedTake) -> AbstractContextManager[Provider]:
        """Its provider, with a way out for one call.

        Raises:
            RightsNotCleared: A rule says no.
            NotConfigured: A setting is missing.
        """
