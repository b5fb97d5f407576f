"""A production's work on a peer: database, ledger, bin, engine and desk, made in any process."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path

from benchmarks.engine_bench.peer import PeerProvider, lookup_of, price_of

from secondunit.adapters.clock import SystemClock
from secondunit.adapters.db.engine import open_engine, open_sealing_engine
from secondunit.adapters.db.ledger import SqlLedger
from secondunit.adapters.db.take_bin import SqlTakeBin
from secondunit.adapters.engine.address import EngineAddress
from secondunit.adapters.engine.dbos_engine import DbosEngine
from secondunit.adapters.store.objects import open_folder
from secondunit.core.ids import ShotId, digest
from secondunit.core.money import Money
from secondunit.core.timecode import Frames, Rate
from secondunit.film.generation.model import Capabilities, Order
from secondunit.film.rights.model import EgressVerdict
from secondunit.film.shots.model import Lens, Move, PanelRequest, SetPlan
from secondunit.pipeline.take_job.desk import TakeDesk
from secondunit.ports.darkroom import Developed
from secondunit.ports.provider import Provider
from secondunit.ports.spend import Allowance
from secondunit.ports.suppliers import Supply
from secondunit.ports.take_bin import OrderedTake

ACCOUNT = "peer"
CAPABILITIES = Capabilities(
    key="peer",
    version="1",
    media_type="image/png",
    controls=(),
    max_frames=240,
    deterministic=False,
    leaves_the_machine=True,
    trains_on_inputs=False,
)
SPEC = PanelRequest(
    shot=ShotId("shot-1"),
    set=SetPlan(name="YARD", kind="yard", pieces=(), width=4.0, depth=4.0, interior=False),
    figures=(),
    marks=(),
    camera=(),
    lens=Lens(focal_mm=35.0),
    aspect="1.85",
    light="day",
    move=Move.STATIC,
    width=64,
    height=36,
)


def a_take(number: int) -> OrderedTake:
    """An order like any other, of its own number."""
    order = Order(
        shot=ShotId("shot-1"),
        number="1",
        provider="peer",
        seed=number,
        duration=Frames(24),
        rate=Rate(numerator=24),
        controls=(),
        spec=SPEC,
        take=number,
    )
    return OrderedTake(
        key=digest(order),
        shot=order.shot,
        slate=f"1-{number}",
        take=number,
        order=order,
        by="Ana Ruiz",
        role="director",
        at="2026-11-25T10:00:00Z",
    )


class PeerSuppliers:
    """Suppliers with the peer alone."""

    def __init__(self, port: int) -> None:
        self._port = port

    def supply(self, order: Order) -> Supply:
        key = digest(order)
        return Supply(
            provider=replace(CAPABILITIES, lookup=lookup_of(key)),
            account=ACCOUNT,
            estimate=Money(minor=price_of(key)),
        )

    def permit(self, take: OrderedTake) -> EgressVerdict:
        del take
        return EgressVerdict()

    @contextmanager
    def open(self, take: OrderedTake) -> Iterator[Provider]:
        yield PeerProvider(self._port, self.supply(take.order).provider)


class NoDarkroom:
    """Keeps what comes."""

    def develop(self, data: bytes, media_type: str) -> Developed:
        return Developed(
            data=data, media_type=media_type, frames=1, thumbnail=b"", proxy=b"", probe="png"
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """Where and how one run works; everything in it can be made again in another process.

    Args:
        folder: Of the production.
        port: Of the peer.
        server: Address of Postgres, or "" for SQLite.
        cap: Cents that may be spent.
        lease_seconds: How long a silent worker keeps its jobs.
        at_once: Jobs of a queue that one worker does at the same time.
    """

    folder: Path
    port: int
    server: str = ""
    cap: int = 10_000_000
    lease_seconds: float = 10.0
    at_once: Mapping[str, int] = field(default_factory=lambda: {"io": 32, "cpu": 1, "render": 1})

    def engine(self) -> DbosEngine:
        address = EngineAddress(production="bench", folder=self.folder, server=self.server)
        return DbosEngine(
            address,
            open_engine(self.folder, self.server),
            lease_seconds=self.lease_seconds,
            poll_seconds=0.2,
            at_once=self.at_once,
        )

    def ledger(self) -> SqlLedger:
        database = open_engine(self.folder, self.server)
        sealing = open_sealing_engine(self.folder, self.server)
        allowance = Allowance(caps=(Money(minor=self.cap),))
        return SqlLedger(database, "bench", allowance, SystemClock(), sealing)

    def takes(self) -> SqlTakeBin:
        return SqlTakeBin(open_engine(self.folder, self.server), "bench")

    def desk(self, engine: DbosEngine) -> TakeDesk:
        """The whole desk; never in a process that forks: the media store runs threads."""
        return TakeDesk(
            takes=self.takes(),
            ledger=self.ledger(),
            suppliers=PeerSuppliers(self.port),
            turnstile=engine.turnstile,
            media=open_folder(self.folder / "media"),
            darkroom=NoDarkroom(),
            send_ms=1500,
            transit_ms=500,
        )
