"""Recovery after kill -9, pace at an account, caps under many submitters, takes a second."""

from __future__ import annotations

import os
import shutil
import signal
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from functools import partial
from pathlib import Path

from benchmarks.engine_bench.peer import PeerServer, call, price_of
from benchmarks.engine_bench.works import Setting, a_take

from secondunit.adapters.db.engine import open_engine
from secondunit.adapters.engine.turnstile import AccountTurnstile
from secondunit.core.errors import AnswerLost, BudgetExceeded
from secondunit.core.ids import digest_bytes
from secondunit.pipeline.take_job.desk import KIND, take_job
from secondunit.pipeline.take_job.job import take_handler
from secondunit.ports.engine import Handler, Job, JobState, Pace, Station, Steps
from secondunit.ports.spend import ChargeState

QUIET = {"io": 8, "cpu": 1, "render": 1}


@contextmanager
def a_setting(*, plain: bool = True, server: str = "") -> Iterator[tuple[Setting, PeerServer]]:
    """A folder and a peer, taken away afterwards."""
    folder = Path(tempfile.mkdtemp(prefix="secondunit-speed-"))
    peer = PeerServer(plain=plain)
    try:
        yield Setting(folder=folder, port=peer.port, server=server, at_once=QUIET), peer
    finally:
        peer.close()
        shutil.rmtree(folder, ignore_errors=True)


def forked(do: Callable[[], None]) -> int:
    """Something done in a process of its own; its id."""
    pid = os.fork()
    if pid:
        return pid
    try:
        do()
    except Exception as error:  # noqa: BLE001  it is told, and the process ends
        sys.stderr.write(f"{type(error).__name__}: {error}\n")
    finally:
        os._exit(0)


def recovery_seconds() -> tuple[float, int]:
    """From the death of a worker until the last of its jobs began anew; and how many it had."""
    with a_setting() as (setting, _peer):
        note = setting.folder / "began"

        def slow(steps: Steps, body: str) -> str:
            def work() -> str:
                with note.open("a", encoding="utf-8") as file:
                    file.write(f"{steps.id} {os.getpid()} {time.time()}\n")
                for _ in range(40):
                    time.sleep(0.5)
                    steps.check()
                return body

            return steps.step("work", work)

        def submit() -> None:
            jobs = [
                Job(id=f"job-{n}", kind="slow", queue="io", subject="", body="{}", account="peer")
                for n in range(8)
            ]
            setting.engine().submit(jobs)

        os.waitpid(forked(submit), 0)
        first = forked(lambda: _work(setting, {"slow": slow}))
        _until(lambda: note.is_file() and note.read_text(encoding="utf-8").count("\n") == 8)
        second = forked(lambda: _work(setting, {"slow": slow}))
        time.sleep(4)
        os.kill(first, signal.SIGKILL)
        died = time.time()
        os.waitpid(first, 0)
        _until(lambda: note.read_text(encoding="utf-8").count("\n") >= 16, 40)
        os.kill(second, signal.SIGKILL)
        os.waitpid(second, 0)
        began = [line.split() for line in note.read_text(encoding="utf-8").splitlines()]
        again = [float(at) for _job, pid, at in began if int(pid) == second]
        return max(again, default=died + 999) - died, len(again)


def pace_held(calls: int = 20, seconds: float = 2.0, windows: int = 8) -> tuple[int, float]:
    """Most calls in any stretch as the peer saw them arrive, and the share of the limit used."""
    with a_setting() as (setting, peer):
        open_engine(setting.folder).dispose()

        def submit(number: int) -> None:
            engine = open_engine(setting.folder)
            turnstile = AccountTurnstile(engine, "bench")
            turnstile.set_pace("peer", Pace(calls=calls, seconds=seconds))
            end = time.time() + seconds * windows

            def caller(name: int) -> None:
                turn = 0
                while time.time() < end:
                    with turnstile.enter("peer"):
                        key = digest_bytes(f"{number} {name} {turn}".encode())
                        call(setting.port, "POST", "/order", {"key": key})
                    turn += 1

            _together(caller, 8)

        pids = [forked(partial(submit, number)) for number in range(2)]
        for pid in pids:
            os.waitpid(pid, 0)
        arrived = sorted(peer.invoice()[1])
        most = max(
            sum(1 for at in arrived[index:] if at < began + seconds)
            for index, began in enumerate(arrived)
        )
        lasted = arrived[-1] - arrived[0]
        whole = [at for at in arrived if at < arrived[0] + int(lasted / seconds) * seconds]
        return most, len(whole) / (calls * int(lasted / seconds))


class LooseSteps:
    """Steps without an engine, so that many submitters fit into one process."""

    def __init__(self, token: int) -> None:
        self.id, self.token = f"loose-{token}", token

    def step(self, name: str, work: Callable[[], str]) -> str:
        del name
        return work()

    def check(self) -> None:
        """Nobody cancels."""

    def wait(self, seconds: float) -> None:
        time.sleep(min(seconds, 0.05))

    def may_send(self, send_by: int) -> bool:
        return self.now() < send_by

    def is_gone(self, token: int) -> bool:
        return token > 0

    def now(self) -> int:
        return time.time_ns() // 1_000_000


def cap_under_fire(takes_each: int = 8) -> dict[str, int]:
    """32 submitters at once, each order tried twice; peer with lost answers and late results."""
    with a_setting(plain=False) as (uncapped, peer):
        numbers = range(1, 32 * takes_each + 1)
        asked = sum(price_of(a_take(number).key) for number in numbers)
        setting = replace(uncapped, cap=asked * 6 // 10)
        ledger = setting.ledger()
        setting.takes().add([a_take(number) for number in numbers])

        def submit(process: int) -> None:
            engine = setting.engine()
            own = setting.desk(engine)
            handler = take_handler(own)

            def submitter(name: int) -> None:
                first = (process * 8 + name) * takes_each
                for number in (*range(first, first + takes_each),) * 2:
                    key = a_take(number + 1).key
                    body = f'{{"key":"{key}"}}'
                    try:
                        handler(LooseSteps(process * 8 + name + 1), body)
                    except (BudgetExceeded, AnswerLost):
                        continue

            _together(submitter, 8)

        pids = [forked(partial(submit, process)) for process in range(4)]
        most = 0
        while pids:
            most = max(most, *(each.counted.micro // 1_000_000 for each in ledger.spent()), 0)
            pids = [pid for pid in pids if os.waitpid(pid, os.WNOHANG)[0] == 0]
            time.sleep(0.02)
        invoice = sum(cents for _key, cents in peer.invoice()[0])
        settled = ledger.charges(ChargeState.SETTLED)
        doubt = {c.intent.key for c in ledger.charges(ChargeState.IN_DOUBT)}
        in_doubt = sum(cents for key, cents in peer.invoice()[0] if key in doubt)
        return {
            "cap": setting.cap,
            "asked": asked,
            "most": most,
            "invoice": invoice,
            "settled": sum(charge.actual.money().minor for charge in settled),
            "in_doubt": in_doubt,
            "doubts": len(doubt),
        }


def takes_a_second(takes: int = 600, workers: int = 2) -> float:
    """Takes of six durable steps, from the first that was done to the last."""
    with a_setting() as (narrow, _peer):
        setting = replace(narrow, at_once={"io": 32, "cpu": 1, "render": 1})

        def submit() -> None:
            engine = setting.engine()
            desk = setting.desk(engine)
            orders = [a_take(number) for number in range(1, takes + 1)]
            desk.takes.add(orders)
            engine.submit([take_job(order, "peer") for order in orders])

        os.waitpid(forked(submit), 0)

        def work() -> None:
            engine = setting.engine()
            engine.work(
                Station(queues=("io",)),
                {KIND: take_handler(setting.desk(engine))},
                lambda: not engine.jobs(JobState.QUEUED, JobState.RUNNING, most=1),
            )

        pids = [forked(work) for _ in range(workers)]
        for pid in pids:
            os.waitpid(pid, 0)
        database = setting.engine()
        done = database.jobs(JobState.DONE, most=takes)
        ended = sorted(_milliseconds(database, status.job.id) for status in done)
        if len(ended) < takes:
            return 0.0
        return (takes - 1) / max(0.001, (ended[-1] - ended[0]) / 1000)


def _milliseconds(engine: object, job: str) -> int:
    rows = engine._jobs.client.list_workflows(workflow_ids=[job], load_input=False)  # type: ignore[attr-defined]
    return int(rows[0].completed_at or 0)


def _work(setting: Setting, handlers: Mapping[str, Handler]) -> None:
    setting.engine().work(Station(queues=("io",)), handlers, lambda: False)


def _together(do: Callable[[int], None], count: int) -> None:
    threads: Sequence[threading.Thread] = [
        threading.Thread(target=do, args=(number,)) for number in range(count)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


def _until(true: Callable[[], bool], seconds: float = 30) -> None:
    end = time.monotonic() + seconds
    while not true() and time.monotonic() < end:
        time.sleep(0.02)
