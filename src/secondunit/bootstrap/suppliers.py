"""The providers of a production, each behind the gate."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from secondunit.adapters.egress.handing import CleanlyHanded
from secondunit.bootstrap.providers import Listed, find_listed, make_provider
from secondunit.core.ids import digest_bytes
from secondunit.film.generation.accounts import seller_of
from secondunit.film.generation.charge import price
from secondunit.film.generation.model import Control, Order
from secondunit.film.rights.model import EgressRequest, EgressVerdict, Outbound, Purpose
from secondunit.ports.gate import Gate
from secondunit.ports.provider import Provider
from secondunit.ports.suppliers import Supply
from secondunit.ports.tables import Tables
from secondunit.ports.take_bin import OrderedTake

CLIPS = {Control.DRIVING_CLIP, Control.PERFORMANCE}
"""Controls that are moving pictures."""


class GatedSuppliers:
    """Every provider that has a file, reached through its account and the gate.

    Args:
        title: Production id.
        tables: Data files: models, prices and accounts.
        make: Makes a provider with a way out, or with None where it is on this machine.
        gate: The gate, opened when it is first needed.
        likenesses: Ids of the rights holders whose likeness is in an order.
    """

    def __init__(
        self,
        title: str,
        tables: Tables,
        gate: Callable[[], Gate],
        make: Callable[..., Provider] = make_provider,
        likenesses: Callable[[Order], tuple[str, ...]] = lambda _order: (),
    ) -> None:
        self._title = title
        self._tables = tables
        self._gate = gate
        self._make = make
        self._likenesses = likenesses

    def supply(self, order: Order) -> Supply:
        """How it would be supplied; nothing is sent.

        Raises:
            InputError: There is no such provider, or a data file cannot be read.
            NotFound: It has no such model.
        """
        listed = self._listed(order)
        provider = listed.offer.provider
        reached = bool(listed.account.address)
        return Supply(
            provider=provider,
            account=listed.account.name if reached else "",
            estimate=price(order.duration, order.rate, provider),
            at_once=listed.account.at_once if reached else 0,
        )

    def permit(self, take: OrderedTake) -> EgressVerdict:
        """What the rules say of sending it; nothing is sent.

        Raises:
            InputError: A data file cannot be read.
            NotFound: There is no such model.
        """
        listed = self._listed(take.order)
        if not listed.offer.provider.leaves_the_machine:
            return EgressVerdict()
        return self._gate().ask(self._request(take, listed), take.order.prompt or None)

    @contextmanager
    def open(self, take: OrderedTake) -> Iterator[Provider]:
        """Its provider, with a way out for one call where it has an address."""
        listed = self._listed(take.order)
        if not listed.account.address:
            yield self._make(listed, self._tables, wire=None)
            return
        request = self._request(take, listed)
        with self._gate().open(request, take.order.prompt or None) as wire:
            yield CleanlyHanded(self._make(listed, self._tables, wire=wire))

    def _listed(self, order: Order) -> Listed:
        return find_listed(order.provider, order.model, self._tables)

    def _request(self, take: OrderedTake, listed: Listed) -> EgressRequest:
        order = take.order
        return EgressRequest(
            by=take.by,
            title=self._title,
            purpose=Purpose.TEMP,
            seller=seller_of(listed.offer.provider, listed.account),
            subject=f"take {take.slate}",
            media=_outbound(order),
            likenesses=self._likenesses(order),
            prompt=digest_bytes(order.prompt.encode()) if order.prompt else None,
        )


def _outbound(order: Order) -> tuple[Outbound, ...]:
    """What an order hands over, each with its media type."""
    clips = {order.driving_clip} | {each.media for each in order.guides if each.control in CLIPS}
    return tuple(
        Outbound(
            digest=named,
            media_type="video/mp4" if named in clips else "image/png",
            made_here=named not in order.references,
        )
        for named in order.media()
    )
