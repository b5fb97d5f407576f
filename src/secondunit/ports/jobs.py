"""Asks carried out, each at most once for good."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Protocol

from secondunit.core.stage import Answer, Ask


class Jobs(Protocol):
    """Runs asks on whatever workers there are."""

    def perform(self, asks: Sequence[Ask], on_answer: Callable[[Answer], None]) -> None:
        """Answer every ask, in any order; ``on_answer`` is called once for each as it comes.

        Raises:
            ProviderError: An ask cannot be answered; those answered before were handed over.
        """
