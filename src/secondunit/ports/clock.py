"""The time, so that nothing else reads it."""

from __future__ import annotations

from typing import Protocol


class Clock(Protocol):
    """Wall time and elapsed time."""

    def now(self) -> str:
        """ISO 8601 in UTC, whole seconds, ``Z`` at the end."""

    def milliseconds(self) -> int:
        """A counter that only goes up, for measuring durations."""
