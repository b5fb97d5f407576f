"""Whoever makes a take: our own renderer, a local model, a service."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Protocol

from secondunit.core.ids import Digest
from secondunit.core.money import FREE, Money
from secondunit.film.generation.accounts import Account
from secondunit.film.generation.model import Capabilities, Order
from secondunit.film.generation.offers import Offer
from secondunit.ports.encoder import Encoder
from secondunit.ports.gate import Wire
from secondunit.ports.renderer import Renderer
from secondunit.ports.tables import Tables


class OrderState(StrEnum):
    """Where an order stands at the provider."""

    QUEUED = "queued"
    RUNNING = "running"
    DONE = "done"
    REFUSED = "refused"
    FAILED = "failed"
    CANCELLED = "cancelled"


ENDED = frozenset({OrderState.DONE, OrderState.REFUSED, OrderState.FAILED, OrderState.CANCELLED})
"""States that an order stays in."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What has become of an order so far, and what it has cost.

    Args:
        state: Where it stands.
        cost: What was charged, moderated and failed charges included; what is expected where the
            order has not ended or its provider does not say.
        note: Why it was refused or failed, in words for people, or "".
        moderated: True when the provider's moderation stopped it.
        share: Of the work done, 0 to 1, or None where the provider does not say.
        exact: True when the cost was said by the provider, not reckoned by us.
    """

    state: OrderState
    cost: Money = FREE
    note: str = ""
    moderated: bool = False
    share: float | None = None
    exact: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Delivered:
    """What a provider hands over.

    Args:
        data: The clip's bytes.
        media_type: IANA media type, as declared in the capabilities.
        frames: Its length, counted in the clip itself; 1 for a picture.
        cost: What was charged.
        milliseconds: From submit to done; 0 where the provider does not say.
    """

    data: bytes
    media_type: str
    frames: int
    cost: Money
    milliseconds: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Tools:
    """What a provider is made from, for one call; a module of ``adapters/providers`` has a
    ``make_provider(tools)`` and takes what it needs.

    Args:
        tables: Its data file, and what the production says in place of it.
        renderer: Draws shots.
        encoder: Makes and counts clips.
        wire: The way out that the gate opened for this call; None for a provider on this machine.
        account: Where it is and how it is spoken to.
        offer: The model that is ordered from; None for the provider's only one.
        folder: Where it may keep work between calls, or None where it has to work in memory.
    """

    tables: Tables
    renderer: Renderer | None = None
    encoder: Encoder | None = None
    wire: Wire | None = None
    account: Account | None = None
    offer: Offer | None = None
    folder: Path | None = None


class Provider(Protocol):
    """One provider. Every adapter passes the same contract suite (tests/contract).

    A provider is made anew for every call, in any process: a handle says all that it has to
    know again, beside what it keeps in its folder.
    """

    def capabilities(self) -> Capabilities:
        """What it can do; constant while the process runs."""

    def estimate(self, order: Order) -> Money:
        """The cost before submitting; places nothing and sends nothing."""

    def submit(self, order: Order, key: str, media: Mapping[Digest, bytes]) -> str:
        """Place an order.

        Where ``capabilities().lookup`` is ``KEY`` the same key twice is one order and one handle,
        also after a lost answer. Elsewhere never submit a key again before ``find`` was asked.

        Args:
            order: The order.
            key: Made from it.
            media: What the order names, and nothing else: no provider sees the store.

        Raises:
            ControlUnsupported: It asks for a control that is not declared.
            Refused: The order is outside what the provider makes, or its moderation stops it.
            Conflict: The key was used for a different order.
            NotConfigured: Key, address or a setting is not right.
            RateLimited: It asks for patience; nothing was placed.
            Unavailable: The provider does not answer, and nothing was placed.
            AnswerLost: Nobody knows whether it was placed.
        """

    def find(self, key: str) -> str | None:
        """The handle of an order whose answer was lost, or None where there is none to be found.

        None proves that nothing was placed only where ``capabilities().lookup`` is ``KEY`` or
        ``TAG``; with ``NONE`` a person has to look.

        Raises:
            Unavailable: The provider does not answer.
        """

    def poll(self, handle: str) -> OrderState:
        """Where the order stands.

        Raises:
            NotFound: There is no such order.
            Unavailable: The provider does not answer.
        """

    def outcome(self, handle: str) -> Outcome:
        """Where the order stands, what it cost and why it ended so.

        Raises:
            NotFound: There is no such order.
            Unavailable: The provider does not answer.
        """

    def fetch(self, handle: str) -> Delivered:
        """The clip of an order that is done.

        Raises:
            NotFound: There is no such order.
            Unavailable: It is not done.
            AnswerUnreadable: What came is no picture or clip.
        """

    def cancel(self, handle: str) -> None:
        """Stop an order; nothing happens when it is done already.

        One that its provider cannot stop runs on to its end: ``outcome`` says so.

        Raises:
            NotFound: There is no such order.
            Unavailable: The provider does not answer.
        """
