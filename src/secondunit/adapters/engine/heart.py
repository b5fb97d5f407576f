"""A worker's heart: it renews the lease, ends silent workers, gives their jobs back, tidies up."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable

from secondunit.adapters.engine.jobs import JobRows
from secondunit.adapters.engine.presence import Presence
from secondunit.adapters.engine.slots import Lease, Slots
from secondunit.core.errors import StoreBusy, StoreError

BEAT_SECONDS = 1.0
ROUND_SECONDS = 5.0
"""How often jobs are looked for that run at nobody, whatever became of the one that had them."""

TIDY_SECONDS = 3600.0

MARGIN = 0.7
"""Share of the lease after the last beat within which something may still be sent."""


class Heart:
    """Beats in a thread of its own for as long as the worker lives.

    Args:
        slots: Where the lease is kept.
        jobs: The jobs, to be given back and tidied.
        lease: The lease.
        lease_seconds: How long it holds after a beat.
        keep_days: Ended jobs older than that are forgotten; 0 keeps all.
        on_lost: Called once when the lease is lost.
    """

    def __init__(
        self,
        slots: Slots,
        jobs: JobRows,
        lease: Lease,
        *,
        lease_seconds: float,
        keep_days: int,
        on_lost: Callable[[], None],
    ) -> None:
        self.lease = lease
        self._slots = slots
        self._jobs = jobs
        self._seconds = lease_seconds
        self._keep = keep_days
        self._on_lost = on_lost
        self._last = time.monotonic()
        self._stop = threading.Event()
        self._lost = False
        self.presence = Presence(jobs.address.folder)
        self._thread = threading.Thread(target=self._run, name="heart", daemon=True)

    def start(self) -> None:
        """Begin to beat."""
        self._thread.start()

    def stop(self) -> None:
        """Beat no more; nothing may be sent from now on."""
        self._stop.set()
        self._thread.join(timeout=5)

    @property
    def lives(self) -> bool:
        """True while the lease is held and the worker was not told to stop."""
        return not self._lost and not self._stop.is_set()

    def may_send(self) -> bool:
        """True while the last beat is recent enough that nobody can have ended this worker."""
        return self.lives and time.monotonic() - self._last < self._seconds * MARGIN

    def _run(self) -> None:
        rounds = tidied = time.monotonic()
        while not self._stop.wait(BEAT_SECONDS):
            began = time.monotonic()
            try:
                if not self._slots.beat(self.lease):
                    self._lost = True
                    self._on_lost()
                    return
                self._last = began
                ended = self._slots.end_silent(but=self.lease.holder)
                if ended or began - rounds > ROUND_SECONDS:
                    rounds = began
                    self._jobs.give_back(self._slots.holders)
                if self._keep and began - tidied > TIDY_SECONDS:
                    tidied = began
                    self._jobs.tidy(self._keep)
            except (StoreError, StoreBusy):
                continue  # the database is away: what this worker may send runs out by itself
