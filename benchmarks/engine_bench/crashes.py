"""Workers that die where it hurts: seeded crash points around every call to the outside.

A worker is forked from a process that has everything imported and nothing opened, so that a
thousand deaths take minutes. Before and after each call to ledger, bin, store and provider a number
is drawn from seed, take and place; below the share, the process kills itself there (``kill -9``) or
stops itself and is woken a while after its lease has run out. No take is hit more than twice, since
after three starts a job is parked, as it should be.
"""

from __future__ import annotations

import os
import shutil
import signal
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from benchmarks.engine_bench.peer import PeerServer, draw
from benchmarks.engine_bench.works import Setting, a_take

from secondunit.core.errors import NotFound, StudioError
from secondunit.pipeline.take_job.deciding import Finding, Found, resolve
from secondunit.pipeline.take_job.desk import KIND, TakeDesk, take_job
from secondunit.pipeline.take_job.job import take_handler
from secondunit.ports.engine import Engine, JobState, Station
from secondunit.ports.spend import ChargeState
from secondunit.ports.take_bin import OrderedTake, TakeState

LEASE = 4.0
WORKERS = 4
SHARE_KILLED, SHARE_STOPPED = 0.09, 0.012
ENDED = {TakeState.MADE, TakeState.REFUSED, TakeState.FAILED}


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What a run under fire came to.

    Args:
        takes: Ordered.
        kills: Workers killed at a crash point.
        stops: Workers stopped and woken after their lease.
        restarts: Workers restarted by whoever looks after them.
        database_stops: Times that the database was stopped at once and started again.
        doubled: Charges beyond the first of an order.
        lost: Takes that came to no end, or whose clip is missing.
        by_hand: Charges in doubt that a person resolved.
        parked: Jobs that were parked and retried by a person.
        ledger_cents: What the ledger says was paid.
        invoice_cents: What the peer says was paid.
        seconds: How long it took.
    """

    takes: int
    kills: int
    stops: int
    restarts: int
    database_stops: int
    doubled: int
    lost: int
    by_hand: int
    parked: int
    ledger_cents: int
    invoice_cents: int
    seconds: float

    @property
    def crash_points(self) -> int:
        return self.kills + self.stops + self.restarts + self.database_stops


class Mine:
    """Something whose calls are crash points of the take they are about."""

    def __init__(self, inner: object, name: str, hit: Callable[[str, str], None]) -> None:
        self._inner, self._name, self._hit = inner, name, hit

    def __getattr__(self, verb: str) -> object:
        do = getattr(self._inner, verb)
        if not callable(do):
            return do

        def called(*arguments: object, **named: object) -> object:
            about = next((each for each in arguments if isinstance(each, str)), "")
            about = str(getattr(arguments[0], "key", about)) if arguments else about
            self._hit(about, f"before {self._name}.{verb}")
            done = do(*arguments, **named)
            self._hit(about, f"after {self._name}.{verb}")
            return done

        return called


def mined(desk: TakeDesk, seed: int, folder: Path) -> TakeDesk:
    """A desk whose every call to the outside may be a worker's last."""
    marks = folder / "crashes"
    marks.mkdir(exist_ok=True)

    def hit(about: str, place: str) -> None:
        if len(about) != 64:
            return
        drawn = draw(about, f"{seed} {place}")
        if drawn > SHARE_KILLED + SHARE_STOPPED:
            return
        how = "kill" if drawn < SHARE_KILLED else "stop"
        for turn in range(2):
            mark = marks / f"{about}-{turn}"
            try:
                with mark.open("x", encoding="utf-8") as file:
                    file.write(f"{how} {place}\n")
            except FileExistsError:
                if mark.read_text(encoding="utf-8").strip().partition(" ")[2] == place:
                    return
                continue
            os.kill(os.getpid(), signal.SIGKILL if how == "kill" else signal.SIGSTOP)
            return

    suppliers = desk.suppliers
    opened = suppliers.open

    @contextmanager
    def way(take: OrderedTake) -> Iterator[Mine]:
        with opened(take) as provider:
            yield Mine(provider, "peer", lambda _about, place: hit(take.key, place))

    class Suppliers:
        supply, permit = suppliers.supply, suppliers.permit

        @staticmethod
        def open(take: OrderedTake) -> object:
            return way(take)

    return replace(
        desk,
        ledger=Mine(desk.ledger, "ledger", hit),  # type: ignore[arg-type]  # the same calls
        takes=Mine(desk.takes, "bin", hit),  # type: ignore[arg-type]
        suppliers=Suppliers(),  # type: ignore[arg-type]
    )


def fork_worker(setting: Setting, seed: int | None) -> int:
    """A worker in a process of its own; its id."""
    pid = os.fork()
    if pid:
        return pid
    try:
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, lambda *_: os._exit(0))
        engine = setting.engine()
        desk = setting.desk(engine)
        if seed is not None:
            desk = mined(desk, seed, setting.folder)
        engine.work(Station(queues=("io",)), {KIND: take_handler(desk)}, lambda: False)
    except BaseException as error:  # noqa: BLE001  whatever it was, this process only ends
        sys.stderr.write(f"worker {os.getpid()}: {type(error).__name__}: {error}\n")
    finally:
        os._exit(1)


class Guard:
    """Looks after the workers: counts the dead, wakes the stopped, starts others."""

    def __init__(self, setting: Setting, seed: int) -> None:
        self._setting, self._seed = setting, seed
        self._pids: set[int] = set()
        self._asleep: dict[int, float] = {}
        self.kills = self.stops = self.restarts = self.ends = 0

    def round(self) -> None:
        """One look at all of them."""
        for pid in sorted(self._pids):
            done, status = os.waitpid(pid, os.WNOHANG | os.WUNTRACED)
            if done and os.WIFSTOPPED(status):
                self.stops += 1
                self._asleep[pid] = time.monotonic() + LEASE + 1.5
            elif done:
                self._pids.discard(pid)
                self._asleep.pop(pid, None)
                killed = os.WIFSIGNALED(status) and os.WTERMSIG(status) == signal.SIGKILL
                self.kills += killed
                self.ends += not killed
        for pid, wake in list(self._asleep.items()):
            if time.monotonic() > wake:
                del self._asleep[pid]
                os.kill(pid, signal.SIGCONT)
        while len(self._pids) < WORKERS + len(self._asleep):
            self._pids.add(fork_worker(self._setting, self._seed))

    def restart_one(self) -> None:
        """Take one worker down in order and let another begin."""
        awake = sorted(self._pids - set(self._asleep))
        if awake:
            os.kill(awake[0], signal.SIGTERM)
            self.restarts += 1

    def stop(self) -> None:
        """End all of them."""
        for pid in self._pids:
            os.kill(pid, signal.SIGCONT)
            os.kill(pid, signal.SIGKILL)
            os.waitpid(pid, 0)
        self._pids.clear()


def run_under_fire(
    takes: int, seed: int, stop_database: Callable[[], None] | None = None, server: str = ""
) -> Outcome:
    """Order takes, let the workers die over them, and count what came of it."""
    folder = Path(tempfile.mkdtemp(prefix="secondunit-fire-"))
    peer = PeerServer()
    setting = Setting(
        folder=folder,
        port=peer.port,
        server=server,
        lease_seconds=LEASE,
        at_once={"io": 1, "cpu": 1, "render": 1},
    )
    began = time.monotonic()
    try:
        _order(setting, takes)
        guard = Guard(setting, seed)
        stops, by_hand, parked = _see_through(setting, guard, peer, stop_database)
        guard.stop()
        return _count(
            setting,
            takes,
            peer,
            Outcome(
                takes=takes,
                kills=guard.kills,
                stops=guard.stops,
                restarts=guard.restarts,
                database_stops=stops,
                doubled=0,
                lost=0,
                by_hand=by_hand,
                parked=parked,
                ledger_cents=0,
                invoice_cents=0,
                seconds=time.monotonic() - began,
            ),
        )
    finally:
        peer.close()
        shutil.rmtree(folder, ignore_errors=True)


def _order(setting: Setting, takes: int) -> None:
    """In a process of its own: the one that forks workers has nothing open."""
    pid = os.fork()
    if pid:
        os.waitpid(pid, 0)
        return
    engine = setting.engine()
    desk = setting.desk(engine)
    orders = [a_take(number) for number in range(1, takes + 1)]
    desk.takes.add(orders)
    engine.submit([take_job(order, "peer") for order in orders])
    os._exit(0)


def _see_through(
    setting: Setting, guard: Guard, peer: PeerServer, stop_database: Callable[[], None] | None
) -> tuple[int, int, int]:
    """Until every job has ended: how often the database stopped, and what people had to do."""
    stops = by_hand = parked = 0
    looked = restarted = time.monotonic()
    while True:
        guard.round()
        time.sleep(0.02)
        now = time.monotonic()
        if now - restarted > 4:
            restarted = now
            guard.restart_one()
            if stop_database is not None and stops < guard.restarts // 2:
                stop_database()
                stops += 1
        if now - looked > 3:
            looked = now
            left, resolved, again = _person(setting, peer)
            by_hand += resolved
            parked += again
            if left == 0:
                return stops, by_hand, parked


def _person(setting: Setting, peer: PeerServer) -> tuple[int, int, int]:
    """A person looks in, in a process of their own: resolves doubts, retries what was parked."""
    from multiprocessing import Pipe

    here, there = Pipe()
    pid = os.fork()
    if pid == 0:
        try:
            there.send(_look_in(setting, peer))
        except BaseException:  # noqa: BLE001  the database may be away: look in again later
            there.send((1, 0, 0))
        os._exit(0)
    found: tuple[int, int, int] = here.recv()
    os.waitpid(pid, 0)
    return found


def _look_in(setting: Setting, peer: PeerServer) -> tuple[int, int, int]:
    engine: Engine = setting.engine()
    desk = setting.desk(setting.engine())
    resolved = again = 0
    for charge in desk.ledger.charges(ChargeState.IN_DOUBT):
        resolved += _resolve(engine, desk, peer, charge.intent.key)
    for status in engine.jobs(JobState.PARKED, JobState.FAILED):
        if status.error_kind != "AnswerLost":
            engine.retry(status.job.id)
            again += 1
    left = engine.jobs(JobState.QUEUED, JobState.RUNNING, JobState.PARKED, JobState.FAILED)
    return len(left), resolved, again


def _resolve(engine: Engine, desk: TakeDesk, peer: PeerServer, key: str) -> int:
    """Look at the peer's own page, as a person would, and say what is there."""
    from benchmarks.engine_bench.peer import call

    handle = call(peer.port, "GET", f"/key/{key}")[1]["handle"]
    finding = (
        Finding(found=Found.PLACED, by="Ana Ruiz", handle=str(handle))
        if handle
        else Finding(found=Found.NEVER_SENT, by="Ana Ruiz")
    )
    try:
        resolve(engine, desk.takes, desk.ledger, f"take-{key}", finding)
    except StudioError:
        return 0
    return 1


def _count(setting: Setting, takes: int, peer: PeerServer, outcome: Outcome) -> Outcome:
    desk = setting.desk(setting.engine())
    invoice, _ = peer.invoice()
    charged = Counter(key for key, _cents in invoice)
    settled = desk.ledger.charges(ChargeState.SETTLED)
    return replace(
        outcome,
        doubled=sum(count - 1 for count in charged.values()),
        lost=takes - sum(_ended_well(desk, number) for number in range(1, takes + 1)),
        ledger_cents=sum(charge.actual.money().minor for charge in settled),
        invoice_cents=sum(cents for _key, cents in invoice),
    )


def _ended_well(desk: TakeDesk, number: int) -> bool:
    try:
        take = desk.takes.find(a_take(number).key)
    except NotFound:
        return False
    if take.state is TakeState.MADE:
        return take.media is not None and desk.media.has_media(take.media.digest)
    return take.state in ENDED


def warm_up() -> Sequence[object]:
    """Import what workers need, once, before they are forked; open nothing."""
    import dbos

    from secondunit.adapters.engine import worker

    return (dbos, worker)
