"""Every take that was ever ordered, whatever became of it: the dailies of a production."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from secondunit.core.ids import Digest, ShotId
from secondunit.core.money import FREE, Money
from secondunit.core.stage import MediaRef
from secondunit.film.generation.model import Order


class TakeState(StrEnum):
    """What has become of an ordered take."""

    ORDERED = "ordered"
    MAKING = "making"
    MADE = "made"
    REFUSED = "refused"
    FAILED = "failed"
    IN_DOUBT = "in-doubt"
    CANCELLED = "cancelled"


@dataclass(frozen=True, slots=True, kw_only=True)
class OrderedTake:
    """One take in the bin.

    Args:
        key: Digest of the order: ordered once, made once, paid once.
        shot: The shot.
        slate: Shot number and take (``12A-7``).
        take: Take number within the shot, from 1; given once.
        order: What was ordered.
        by: Who ordered it.
        role: In which role.
        at: ISO 8601 UTC of the order.
        state: What has become of it.
        media: The clip or picture, as kept, or None.
        thumbnail: A small picture of it, or None.
        proxy: A light copy of it for viewing, or None.
        frames: Its length, counted in itself.
        version: Of the provider's tool or model.
        cost: What was charged, moderated and failed charges included.
        note: Why it was refused or failed, in words for people.
        scores: Digest of its scores, kept in the media store, or None while there are none.
    """

    key: Digest
    shot: ShotId
    slate: str
    take: int
    order: Order
    by: str
    role: str
    at: str
    state: TakeState = TakeState.ORDERED
    media: MediaRef | None = None
    thumbnail: MediaRef | None = None
    proxy: MediaRef | None = None
    frames: int = 0
    version: str = ""
    cost: Money = FREE
    note: str = ""
    scores: Digest | None = None


class TakeBin(Protocol):
    """The bin of one production. Nothing is ever deleted from it."""

    def add(self, takes: Sequence[OrderedTake]) -> None:
        """Put new takes in; one that is there stays as it is.

        Raises:
            Conflict: A take number of the shot is given already.
        """

    def put(self, take: OrderedTake) -> None:
        """Keep what has become of a take.

        Raises:
            NotFound: It was never ordered.
        """

    def find(self, key: Digest) -> OrderedTake:
        """One take.

        Raises:
            NotFound: It was never ordered.
        """

    def takes(self, shot: ShotId | None = None) -> Sequence[OrderedTake]:
        """Takes of a shot, or all, by shot and number."""

    def next_number(self, shot: ShotId) -> int:
        """The first take number of the shot that was never given."""
