"""A desk on a real database with a stand-in clock, for tests of takes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from obstore.store import MemoryStore
from tests.pipeline.take_job.peer import OnePeer, OpenTurnstile, Peer, PlainDarkroom

from secondunit.adapters.clock import SystemClock
from secondunit.adapters.db.engine import open_engine
from secondunit.adapters.db.ledger import SqlLedger
from secondunit.adapters.db.take_bin import SqlTakeBin
from secondunit.adapters.store.objects import ObjectStore
from secondunit.core.errors import Cancelled
from secondunit.core.money import Money
from secondunit.pipeline.take_job.desk import TakeDesk
from secondunit.ports.spend import Allowance


@dataclass
class PlainSteps:
    """Steps in memory on a clock that moves when somebody waits."""

    id: str = "take-1"
    token: int = 1
    milliseconds: int = 1_000_000
    done: dict[str, str] = field(default_factory=dict)
    cancel_after: int = -1
    frozen: bool = False
    waited: float = 0.0
    frozen_others: tuple[int, ...] = ()
    wakes_at: int = 0
    before_step: Callable[[str], None] = lambda _name: None

    def step(self, name: str, work: Callable[[], str]) -> str:
        self.before_step(name)
        if name not in self.done:
            self.done[name] = work()
        return self.done[name]

    def check(self) -> None:
        if self.cancel_after == 0:
            raise Cancelled("it was cancelled")
        self.cancel_after -= 1

    def wait(self, seconds: float) -> None:
        self.check()
        self.waited += seconds
        self.milliseconds += round(seconds * 1000) + 1

    def may_send(self, send_by: int) -> bool:
        return not self.frozen and self.milliseconds < send_by

    def is_gone(self, token: int) -> bool:
        return token not in self.frozen_others or self.milliseconds > self.wakes_at

    def now(self) -> int:
        return self.milliseconds


def make_desk(folder: Path, suppliers: OnePeer | None = None, cap: int = 10_000) -> TakeDesk:
    engine = open_engine(folder)
    return TakeDesk(
        takes=SqlTakeBin(engine, "toy"),
        ledger=SqlLedger(
            engine, "toy", Allowance(caps=(Money(minor=cap),) if cap else ()), SystemClock()
        ),
        suppliers=suppliers or OnePeer(Peer()),
        turnstile=OpenTurnstile(),
        media=ObjectStore(MemoryStore()),
        darkroom=PlainDarkroom(),
    )
