"""A provider outside that charges, forgets to answer, moderates and is slow: for tests of takes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace

from tests.film.generation.builder import make_request, make_shot

from secondunit.core.errors import NotFound, StudioError
from secondunit.core.ids import Digest, digest, digest_bytes
from secondunit.core.money import FREE, Money
from secondunit.core.timecode import Frames
from secondunit.film.generation.model import Capabilities, Lookup, Order
from secondunit.film.rights.model import Denial, EgressVerdict
from secondunit.ports.darkroom import Developed
from secondunit.ports.provider import Delivered, OrderState, Outcome
from secondunit.ports.suppliers import Supply
from secondunit.ports.take_bin import OrderedTake

PRICE = Money(minor=25)
CAPABILITIES = Capabilities(
    key="peer",
    version="7",
    media_type="image/png",
    controls=(),
    max_frames=240,
    deterministic=False,
    leaves_the_machine=True,
    trains_on_inputs=False,
)


def an_order(take: int = 1, number: str = "12A") -> Order:
    shot = make_shot(number)
    return Order(
        shot=shot.id,
        number=number,
        provider="peer",
        seed=take,
        duration=Frames(24),
        rate=shot.rate,
        controls=(),
        spec=make_request(shot),
        take=take,
    )


def an_ordered_take(take: int = 1, number: str = "12A") -> OrderedTake:
    order = an_order(take, number)
    return OrderedTake(
        key=digest(order),
        shot=order.shot,
        slate=f"{number}-{take}",
        take=take,
        order=order,
        by="Ana Ruiz",
        role="director",
        at="2026-11-25T10:00:00Z",
    )


@dataclass
class Peer:
    """Charges the moment an order arrives; ``faults`` are raised by the next calls in turn."""

    honours_keys: bool = True
    outcome_is: Outcome = field(
        default_factory=lambda: Outcome(state=OrderState.DONE, cost=PRICE, exact=True)
    )
    faults: list[StudioError | None] = field(default_factory=list)
    lose_answer: bool = False
    orders: dict[str, str] = field(default_factory=dict)
    charged: list[str] = field(default_factory=list)
    cancelled: list[str] = field(default_factory=list)
    looks: int = 0
    running: int = 0

    def capabilities(self) -> Capabilities:
        return CAPABILITIES

    def estimate(self, order: Order) -> Money:
        del order
        return PRICE

    def submit(self, order: Order, key: str, media: Mapping[Digest, bytes]) -> str:
        del order, media
        fault = self.faults.pop(0) if self.faults else None
        if fault is not None and not self.lose_answer:
            raise fault
        if not (self.honours_keys and key in self.orders.values()):
            handle = f"order-{len(self.charged) + 1}"
            self.orders[handle] = key
            self.charged.append(key)
        if fault is not None:
            raise fault
        return next(handle for handle, known in self.orders.items() if known == key)

    def find(self, key: str) -> str | None:
        self.looks += 1
        return next((handle for handle, known in self.orders.items() if known == key), None)

    def poll(self, handle: str) -> OrderState:
        return self.outcome(handle).state

    def outcome(self, handle: str) -> Outcome:
        if handle not in self.orders:
            raise NotFound("no such order")
        if handle in self.cancelled:
            return Outcome(state=OrderState.CANCELLED, cost=FREE)
        if self.running:
            self.running -= 1
            return Outcome(state=OrderState.RUNNING)
        return self.outcome_is

    def fetch(self, handle: str) -> Delivered:
        return Delivered(
            data=b"picture of " + handle.encode(),
            media_type="image/png",
            frames=1,
            cost=self.outcome_is.cost,
            milliseconds=5,
        )

    def cancel(self, handle: str) -> None:
        self.cancelled.append(handle)


@dataclass
class OnePeer:
    """Suppliers with that one provider."""

    peer: Peer
    lookup: Lookup = Lookup.KEY
    leaves: bool = True
    denials: tuple[Denial, ...] = ()

    def supply(self, order: Order) -> Supply:
        del order
        provider = replace(CAPABILITIES, lookup=self.lookup, leaves_the_machine=self.leaves)
        return Supply(provider=provider, account="peer" if self.leaves else "", estimate=PRICE)

    def permit(self, take: OrderedTake) -> EgressVerdict:
        del take
        return EgressVerdict(denials=self.denials)

    @contextmanager
    def open(self, take: OrderedTake) -> Iterator[Peer]:
        del take
        yield self.peer


class PlainDarkroom:
    """Keeps what comes."""

    def develop(self, data: bytes, media_type: str) -> Developed:
        small = digest_bytes(data)[:8].encode()
        return Developed(
            data=data, media_type=media_type, frames=1, thumbnail=small, proxy=b"", probe="png 1x1"
        )


class OpenTurnstile:
    """Lets everybody through and notes who was blocked."""

    def __init__(self) -> None:
        self.blocked: list[tuple[str, float]] = []

    @contextmanager
    def enter(self, account: str, *, deadline_seconds: float = 120) -> Iterator[None]:
        del account, deadline_seconds
        yield

    def block(self, account: str, seconds: float) -> None:
        self.blocked.append((account, seconds))
