"""A provider that is handed pictures and clips with nothing in them but themselves."""

from __future__ import annotations

from collections.abc import Mapping

from secondunit.adapters.media.cleaning import clean, media_type_of
from secondunit.core.errors import InputError, Refused
from secondunit.core.ids import Digest
from secondunit.core.money import Money
from secondunit.film.generation.model import Capabilities, Order
from secondunit.ports.provider import Delivered, OrderState, Outcome, Provider


class CleanlyHanded:
    """Another provider, whose media are cleaned before it sees them.

    Args:
        provider: Who makes the take.
    """

    def __init__(self, provider: Provider) -> None:
        self._provider = provider

    def capabilities(self) -> Capabilities:
        """What it can do."""
        return self._provider.capabilities()

    def estimate(self, order: Order) -> Money:
        """The cost before submitting."""
        return self._provider.estimate(order)

    def submit(self, order: Order, key: str, media: Mapping[Digest, bytes]) -> str:
        """Place an order with clean media.

        Raises:
            ControlUnsupported: It asks for a control that is not declared.
            Refused: The order is outside what the provider makes, or a file cannot be cleaned.
            Unavailable: The provider does not answer.
            AnswerLost: It was sent, and no whole answer came.
        """
        return self._provider.submit(order, key, {name: _clean(media[name]) for name in media})

    def find(self, key: str) -> str | None:
        """The handle of an order placed under that key, or None."""
        return self._provider.find(key)

    def poll(self, handle: str) -> OrderState:
        """Where the order stands."""
        return self._provider.poll(handle)

    def outcome(self, handle: str) -> Outcome:
        """What became of the order."""
        return self._provider.outcome(handle)

    def fetch(self, handle: str) -> Delivered:
        """The clip of an order that is done."""
        return self._provider.fetch(handle)

    def cancel(self, handle: str) -> None:
        """Stop an order."""
        self._provider.cancel(handle)


def _clean(data: bytes) -> bytes:
    try:
        return clean(data, media_type_of(data) or "this kind of")
    except InputError as error:
        raise Refused(f"it may not be handed over: {error.message}", remedy=error.remedy) from error
