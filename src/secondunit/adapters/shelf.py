"""Work that a provider keeps between calls: one folder an order, written whole or not at all."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Mapping
from pathlib import Path

from secondunit.core.errors import Conflict, NotConfigured, NotFound
from secondunit.core.ids import Digest, canonical_json, digest, digest_bytes, read_json
from secondunit.film.generation.model import Order
from secondunit.ports.provider import Delivered, OrderState, Outcome

ORDER, OUTCOME, RESULT, SENT = "order.json", "outcome.json", "result", "sent.json"


class Shelf:
    """The orders of one provider on this machine.

    Args:
        provider: Key of the provider.
        folder: Where they are kept, for any process; None keeps them in the memory of this one.
    """

    def __init__(self, provider: str, folder: Path | None) -> None:
        self._provider = provider
        self._folder = folder / provider if folder is not None else None
        self._here: dict[str, bytes] = {}

    def handle(self, key: str) -> str:
        """The handle of a key."""
        return f"{self._provider}-{digest(['order', key])[:24]}"

    def find(self, key: str) -> str | None:
        """The handle of a key that was placed, or None."""
        handle = self.handle(key)
        return handle if self.has(handle, ORDER) else None

    def has(self, handle: str, name: str) -> bool:
        """True when an order has that file."""
        if self._folder is None:
            return f"{handle}/{name}" in self._here
        return (self.path(handle) / name).is_file()

    def place(self, order: Order, key: str, media: Mapping[Digest, bytes]) -> str:
        """Keep an order with what it names; the same key twice is one order.

        Raises:
            Conflict: The key was used for a different order.
        """
        handle, whole = self.handle(key), canonical_json(order)
        if self.find(key) is None:
            for named in order.media():
                if named in media:
                    self.write(handle, named, media[named])
            self.write(handle, ORDER, whole)
        elif digest_bytes(self.read(handle, ORDER)) != digest_bytes(whole):
            raise Conflict(
                f"the key of shot {order.number} was used for a different order",
                remedy="Make the key from the order.",
            )
        return handle

    def order(self, handle: str) -> Order:
        """An order that was placed.

        Raises:
            NotFound: There is no such order.
        """
        return read_json(self.read(handle, ORDER), Order)

    def media(self, handle: str, order: Order) -> Mapping[Digest, bytes]:
        """What the order names.

        Raises:
            NotFound: There is no such order.
        """
        return {
            named: self.read(handle, named) for named in order.media() if self.has(handle, named)
        }

    def outcome(self, handle: str) -> Outcome | None:
        """What has become of it, or None while it waits.

        Raises:
            NotFound: There is no such order.
        """
        self.read(handle, ORDER)
        if not self.has(handle, OUTCOME):
            return None
        return read_json(self.read(handle, OUTCOME), Outcome)

    def end(self, handle: str, outcome: Outcome, delivered: Delivered | None = None) -> None:
        """Keep what has become of an order: the result first, its record last."""
        if delivered is not None:
            self.write(handle, RESULT, delivered.data)
            facts = [delivered.media_type, delivered.frames, delivered.milliseconds]
            self.write(handle, f"{RESULT}.json", canonical_json(facts))
        self.write(handle, OUTCOME, canonical_json(outcome))

    def delivered(self, handle: str) -> Delivered | None:
        """The result of an order that is done, or None.

        Raises:
            NotFound: There is no such order.
        """
        outcome = self.outcome(handle)
        if outcome is None or outcome.state is not OrderState.DONE:
            return None
        facts = read_json(self.read(handle, f"{RESULT}.json"), tuple[str, int, int])
        return Delivered(
            data=self.read(handle, RESULT),
            media_type=facts[0],
            frames=facts[1],
            cost=outcome.cost,
            milliseconds=facts[2],
        )

    def remember(self, order: Order, key: str, given: str) -> str:
        """Keep the handle that a server gave for a key; gives it back."""
        self.write(self.handle(key), SENT, canonical_json([digest(order), given]))
        self.write(self.handle(given), ORDER, canonical_json(order))
        return given

    def sent(self, given: str) -> Order | None:
        """The order that a server gave a handle for, or None where it is not known here."""
        handle = self.handle(given)
        return self.order(handle) if self.has(handle, ORDER) else None

    def recall(self, key: str, order: Order | None = None) -> str | None:
        """The handle that a server gave for a key, or None where no answer ever came.

        Args:
            key: The key.
            order: What it is about to be used for, or None.

        Raises:
            Conflict: The key was used for a different order.
        """
        handle = self.handle(key)
        if not self.has(handle, SENT):
            return None
        inputs, given = read_json(self.read(handle, SENT), tuple[Digest, str])
        if order is not None and inputs != digest(order):
            raise Conflict(
                f"the key of shot {order.number} was used for a different order",
                remedy="Make the key from the order.",
            )
        return given

    def stop(self, given: str, outcome: Outcome) -> None:
        """Keep how an order at a server was stopped: some forget what they stopped."""
        self.write(self.handle(given), OUTCOME, canonical_json(outcome))

    def stopped(self, given: str) -> Outcome | None:
        """How an order at a server was stopped, or None."""
        handle = self.handle(given)
        if not self.has(handle, OUTCOME):
            return None
        return read_json(self.read(handle, OUTCOME), Outcome)

    def path(self, handle: str) -> Path:
        """The folder of an order, for a program to work in.

        Raises:
            NotFound: No handle of this provider looks so.
            NotConfigured: The orders are kept in memory.
        """
        if self._folder is None:
            raise NotConfigured(
                f"{self._provider} has nowhere to keep its work",
                remedy="Give it a folder to work in.",
            )
        name = handle.removeprefix(f"{self._provider}-")
        if name == handle or not name.isalnum():
            raise self._nothing(handle)
        return self._folder / handle

    def read(self, handle: str, name: str) -> bytes:
        """A file of an order.

        Raises:
            NotFound: There is no such order.
        """
        try:
            if self._folder is None:
                return self._here[f"{handle}/{name}"]
            return (self.path(handle) / name).read_bytes()
        except (FileNotFoundError, KeyError) as error:
            raise self._nothing(handle) from error

    def write(self, handle: str, name: str, data: bytes) -> None:
        """Keep a file of an order, whole or not at all."""
        if self._folder is None:
            self._here[f"{handle}/{name}"] = data
            return
        folder = self.path(handle)
        folder.mkdir(parents=True, exist_ok=True)
        number, written = tempfile.mkstemp(dir=folder)
        with os.fdopen(number, "wb") as file:
            file.write(data)
        Path(written).replace(folder / name)

    def _nothing(self, handle: str) -> NotFound:
        return NotFound(f"{self._provider} has no order {handle}", remedy="Submit the order again.")
