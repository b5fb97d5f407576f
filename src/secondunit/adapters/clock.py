"""The machine's clock."""

from __future__ import annotations

import time
from datetime import UTC, datetime


class SystemClock:
    """Wall time in UTC and a monotonic counter."""

    def now(self) -> str:
        """ISO 8601 in UTC, whole seconds, ``Z`` at the end."""
        return datetime.fromtimestamp(int(time.time()), tz=UTC).strftime("%Y-%m-%dT%H:%M:%SZ")

    def milliseconds(self) -> int:
        """A counter that only goes up."""
        return time.monotonic_ns() // 1_000_000
