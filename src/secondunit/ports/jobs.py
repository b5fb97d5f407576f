"""Asks carried out, each at most once for good."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol

from secondunit.core.money import FREE, Money
from secondunit.core.stage import Answer, Ask, MediaRef


@dataclass(frozen=True, slots=True, kw_only=True)
class Performed:
    """What a performer made of one ask.

    Args:
        body: Canonical JSON of the answer dataclass of that kind.
        media: Bytes it put in the media store.
        provider: Who made it.
        version: Of the tool or model.
        cost: What it cost.
    """

    body: str
    provider: str
    version: str
    media: tuple[MediaRef, ...] = ()
    cost: Money = FREE


Performer = Callable[[str], Performed]
"""Answers one kind of ask, given its body."""


class Jobs(Protocol):
    """Runs asks on whatever workers there are."""

    def perform(self, asks: Sequence[Ask], on_answer: Callable[[Answer], None]) -> None:
        """Answer every ask, in any order; ``on_answer`` is called once for each as it comes.

        Raises:
            ProviderError: An ask cannot be answered; those answered before were handed over.
        """
