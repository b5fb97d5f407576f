"""Local workers: a few processes that answer asks, so that every core draws.

A killed run loses at most the asks in flight: each answer is kept the moment it comes, and the
next run asks only what has none. A queue that outlives the process is for a later day (see the
decision record on the job engine).
"""

from __future__ import annotations

import multiprocessing
import os
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import (
    FIRST_COMPLETED,
    Future,
    ProcessPoolExecutor,
    ThreadPoolExecutor,
    wait,
)
from concurrent.futures.process import BrokenProcessPool
from itertools import islice

from secondunit.core.errors import AnswerUnreadable, ProviderError, Refused, Unavailable
from secondunit.core.stage import Answer, Ask
from secondunit.ports.clock import Clock
from secondunit.ports.jobs import Performer

Performers = Callable[[], Mapping[str, Performer]]
"""Makes the performers by kind, inside the process that will use them."""

IN_FLIGHT = 4
"""Asks handed to each worker ahead of its work."""

THREADS = 8
"""Asks that wait for a server at the same time; a server's own limit may be lower."""

_at_hand: dict[str, Mapping[str, Performer]] = {}


class LocalJobs:
    """Answers light asks in this process, the others in worker processes kept for the whole run.

    Args:
        performers: A picklable factory of performers.
        light: Kinds that are quicker to answer here than to send away.
        clock: For the time each answer took.
        workers: Processes; 0 for as many as there are cores.
        waiting: Kinds that wait for a server and take no core: answered by threads of this
            process.
    """

    def __init__(
        self,
        *,
        performers: Performers,
        light: frozenset[str],
        clock: Clock,
        workers: int = 0,
        waiting: frozenset[str] = frozenset(),
    ) -> None:
        self.performers = performers
        self.light = light
        self.waiting = waiting
        self.clock = clock
        self._count = workers or os.cpu_count() or 1
        self._pool: ProcessPoolExecutor | None = None

    def perform(self, asks: Sequence[Ask], on_answer: Callable[[Answer], None]) -> None:
        """Answer every ask, handing over each answer as it comes.

        Raises:
            ProviderError: An ask cannot be answered; every other one was handed over.
            Unavailable: A worker process died.
        """
        here = [ask for ask in asks if ask.kind in self.light]
        wait_for = [ask for ask in asks if ask.kind in self.waiting]
        away = [ask for ask in asks if ask.kind not in self.light | self.waiting]
        for ask in here:
            on_answer(_answer(self.performers, self.clock, ask))
        if away:
            self._send_away(away, on_answer)
        if wait_for:
            self._wait_for(wait_for, on_answer)

    def _wait_for(self, asks: list[Ask], on_answer: Callable[[Answer], None]) -> None:
        """A server that refuses one ask may take the next; one that is not there takes none."""
        failed: list[ProviderError] = []
        _made(self.performers)
        waiting = iter(asks)
        running: set[Future[Answer]] = set()
        with ThreadPoolExecutor(THREADS) as pool:
            while True:
                for ask in islice(waiting, THREADS - len(running)):
                    running.add(pool.submit(_answer, self.performers, self.clock, ask))
                if not running:
                    break
                done, running = wait(running, return_when=FIRST_COMPLETED)
                for future in done:
                    try:
                        on_answer(future.result())
                    except (Refused, AnswerUnreadable) as error:
                        failed.append(error)
                    except ProviderError as error:
                        failed.append(error)
                        waiting = iter(())
        if failed:
            raise failed[0]

    def _send_away(self, asks: list[Ask], on_answer: Callable[[Answer], None]) -> None:
        failed: list[ProviderError] = []
        pool = self._open_pool()
        finished = False
        try:
            waiting = iter(asks)
            running: set[Future[Answer]] = set()
            while True:
                for ask in waiting:
                    running.add(pool.submit(_answer, self.performers, self.clock, ask))
                    if len(running) >= self._count * IN_FLIGHT:
                        break
                if not running:
                    break
                done, running = wait(running, return_when=FIRST_COMPLETED)
                for future in done:
                    try:
                        on_answer(future.result())
                    except ProviderError as error:
                        failed.append(error)
            finished = True
        except BrokenProcessPool as error:
            raise Unavailable(
                "a worker process died",
                remedy="Run the same command again: it continues where this one stopped. "
                "If it dies again, set SECONDUNIT_WORKERS=1 to use less memory.",
            ) from error
        finally:
            if not finished:
                self._pool = None
                pool.shutdown(wait=True, cancel_futures=True)
        if failed:
            raise failed[0]

    def _open_pool(self) -> ProcessPoolExecutor:
        if self._pool is None:
            context = multiprocessing.get_context("spawn")
            self._pool = ProcessPoolExecutor(self._count, mp_context=context)
        return self._pool


def _answer(performers: Performers, clock: Clock, ask: Ask) -> Answer:
    at_hand = _made(performers)
    began = clock.milliseconds()
    done = at_hand[ask.kind](ask.body)
    return Answer(
        ask=ask.digest,
        body=done.body,
        media=done.media,
        provider=done.provider,
        version=done.version,
        cost=done.cost,
        milliseconds=clock.milliseconds() - began,
    )


def _made(performers: Performers) -> Mapping[str, Performer]:
    key = repr(performers)
    if key not in _at_hand:
        _at_hand[key] = performers()
    return _at_hand[key]
