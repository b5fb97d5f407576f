"""From an order of a take to the call that the gate is asked about."""

from __future__ import annotations

from dataclasses import dataclass

from secondunit.core.errors import NotFound
from secondunit.core.ids import digest_bytes
from secondunit.film.generation.model import Order
from secondunit.film.rights.model import (
    AssetClass,
    EgressRequest,
    EgressVerdict,
    Outbound,
    Purpose,
    Seller,
)
from secondunit.pipeline.queries import View
from secondunit.ports.gate import Gate

ORDERS = "generation.order"


@dataclass(frozen=True, slots=True, kw_only=True)
class Errand:
    """What an order is sent out for.

    Args:
        by: The person it is made for.
        purpose: What for.
        seller: Whom to.
        likenesses: Ids of rights holders in it, beside those of its references.
        alteration: What it would change of a recorded performance, or "".
        media_type: Of its pictures and clips.
    """

    by: str
    purpose: Purpose
    seller: Seller
    likenesses: tuple[str, ...] = ()
    alteration: str = ""
    media_type: str = "image/png"


def request_of(order: Order, title: str, errand: Errand) -> EgressRequest:
    """The call that an order would be.

    Boards, moves and passes are the studio's own drawings; references are brought in, and need an
    owner in the register.
    """
    return EgressRequest(
        by=errand.by,
        title=title,
        purpose=errand.purpose,
        seller=errand.seller,
        subject=f"shot {order.number}",
        media=tuple(
            Outbound(
                digest=each,
                media_type=errand.media_type,
                declared=AssetClass.CONFIDENTIAL,
                made_here=each not in order.references,
            )
            for each in order.media()
        ),
        likenesses=errand.likenesses,
        prompt=digest_bytes(order.prompt.encode()) if order.prompt else None,
        alteration=errand.alteration,
    )


def order_of(view: View, shot: str) -> Order:
    """The order of a shot that stands, by the shot's number.

    Raises:
        NotFound: There is none.
    """
    for order in view.values(ORDERS):
        if order.number.casefold() == shot.casefold():
            found: Order = order
            return found
    raise NotFound(
        f"there is no order of a shot {shot}", remedy="See secondunit shots list; run produce."
    )


def verdict_on(view: View, gate: Gate, shot: str, errand: Errand) -> EgressVerdict:
    """What the rules would say of sending a shot out; nothing is sent or recorded.

    Raises:
        NotFound: There is no order of that shot.
        StoreError: The register cannot be read.
    """
    order = order_of(view, shot)
    request = request_of(order, view.office.records.production().id, errand)
    return gate.ask(request, order.prompt or None)
