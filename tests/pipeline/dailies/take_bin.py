"""A take bin in memory, for tests of dailies."""

from __future__ import annotations

from collections.abc import Sequence

from secondunit.core.errors import Conflict, NotFound
from secondunit.core.ids import Digest, ShotId
from secondunit.core.stage import MediaRef
from secondunit.film.generation.model import Order
from secondunit.ports.take_bin import OrderedTake, TakeState


class MemoryBin:
    """Keeps takes for the life of a test."""

    def __init__(self) -> None:
        self._takes: dict[Digest, OrderedTake] = {}

    def add(self, takes: Sequence[OrderedTake]) -> None:
        for take in takes:
            given = {(each.shot, each.take) for each in self._takes.values()}
            if take.key not in self._takes and (take.shot, take.take) in given:
                raise Conflict(f"{take.slate} is given already")
            self._takes.setdefault(take.key, take)

    def put(self, take: OrderedTake) -> None:
        self.find(take.key)
        self._takes[take.key] = take

    def find(self, key: Digest) -> OrderedTake:
        if key not in self._takes:
            raise NotFound("it was never ordered")
        return self._takes[key]

    def takes(self, shot: ShotId | None = None) -> Sequence[OrderedTake]:
        found = [each for each in self._takes.values() if shot in {None, each.shot}]
        return sorted(found, key=lambda each: (each.shot, each.take))

    def next_number(self, shot: ShotId) -> int:
        return max((each.take for each in self.takes(shot)), default=0) + 1


def ordered(order: Order, take: int, media: MediaRef | None, **more: object) -> OrderedTake:
    """A take of an order, made where it has media."""
    given: dict[str, object] = {
        "state": TakeState.MADE if media else TakeState.MAKING,
        "frames": order.duration if media else 0,
        "version": "1",
        **more,
    }
    return OrderedTake(
        key=Digest(f"{order.shot}-{take}".encode().hex().ljust(64, "0")[:64]),
        shot=order.shot,
        slate=f"{order.number}-{take}",
        take=take,
        order=order,
        by="Kim Oduya",
        role="director",
        at="2026-11-25T10:00:00Z",
        media=media,
        **given,  # type: ignore[arg-type]  # a test's own fields
    )
