"""The engine: paid once whatever dies, recovered without anybody's help, paced, capped, fast.

Run it with ``python -m benchmarks.engine``; ``--points 1000`` for the full count of crash points.
"""

from __future__ import annotations

import argparse
import os

from benchmarks.engine_bench.crashes import Outcome, run_under_fire, warm_up
from benchmarks.engine_bench.speed import (
    cap_under_fire,
    pace_held,
    recovery_seconds,
    takes_a_second,
)

POINTS = 60
"""Crash points of a short run; ``SECONDUNIT_CRASH_POINTS`` or ``--points`` for more."""

A_TAKE = 2.0
"""Crash points that a take meets, about."""

ON_POSTGRES = 0.25
"""Share of the takes that is made on Postgres, whose server is stopped meanwhile."""


def rows(points: int = 0) -> list[tuple[str, str, str]]:
    """What, measured, bar."""
    asked = points or int(os.environ.get("SECONDUNIT_CRASH_POINTS", POINTS))
    warm_up()
    return [*_fire(asked), *_recovery(), *_pace(), *_cap(), *_speed()]


def _fire(points: int) -> list[tuple[str, str, str]]:
    takes = max(4, round(points / A_TAKE))
    runs = [("SQLite", run_under_fire(takes, 1))]
    on_server = _on_postgres(max(3, round(takes * ON_POSTGRES)))
    if on_server is not None:
        runs.append(("Postgres", on_server))
    met = sum(each.crash_points for _name, each in runs)
    said = "; ".join(_told(name, each) for name, each in runs)
    money = "; ".join(
        f"{name} ledger {each.ledger_cents} ¢, invoice {each.invoice_cents} ¢"
        for name, each in runs
    )
    doubled = sum(each.doubled for _name, each in runs)
    lost = sum(each.lost for _name, each in runs)
    return [
        ("crash points met", f"{met}: {said}", ">= 1,000 in the full run"),
        ("double charges / lost takes", f"{doubled} / {lost}", "0 / 0"),
        ("ledger and invoice after the crashes", money, "equal to the cent"),
    ]


def _told(name: str, run: Outcome) -> str:
    return (
        f"{name}: {run.takes} takes, {run.kills} kill -9, {run.stops} stopped and woken, "
        f"{run.restarts} restarts, {run.database_stops} database stops, {run.by_hand} doubts "
        f"resolved by a person, {run.parked} parked and retried, {run.seconds:.0f} s"
    )


def _on_postgres(takes: int) -> Outcome | None:
    """The same on Postgres, or None where there is no server."""
    from tests.postgres import PostgresServer, why_not

    if why_not():
        return None
    server = PostgresServer()
    server.start()

    def stop_and_start() -> None:
        server.stop("immediate")
        server.start()

    try:
        return run_under_fire(takes, 2, stop_and_start, server.new_database())
    finally:
        server.close()


def _recovery() -> list[tuple[str, str, str]]:
    seconds, jobs = recovery_seconds()
    said = f"{seconds:.1f} s ({jobs} jobs of the dead worker)"
    return [("last job restarted after kill -9, lease 10 s, nobody restarts it", said, "<= 13 s")]


def _pace() -> list[tuple[str, str, str]]:
    calls, seconds = 20, 2.0
    most, used = pace_held(calls, seconds)
    said = f"most {most} of {calls} in any {seconds:.0f} s at the peer; {100 * used:.0f} % used"
    return [("rate limit, 16 callers in 2 processes", said, "never exceeded, >= 90 % used")]


def _cap() -> list[tuple[str, str, str]]:
    found = cap_under_fire()
    said = (
        f"asked {found['asked']} ¢, cap {found['cap']} ¢, most counted {found['most']} ¢; "
        f"invoice {found['invoice']} ¢ = settled {found['settled']} ¢ + in doubt "
        f"{found['in_doubt']} ¢ ({found['doubts']} orders)"
    )
    return [("cap, 32 submitters, retries, late results", said, "never crossed; equal to the cent")]


def _speed() -> list[tuple[str, str, str]]:
    rate = takes_a_second()
    said = f"{rate:.0f} takes/s"
    return [("durable takes, six steps, 2 workers, SQLite", said, ">= 40 takes/s")]


def main() -> None:
    """Print them."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--points", type=int, default=0, help="crash points, about")
    for what, measured, bar in rows(parser.parse_args().points):
        print(f"{what}: {measured} (bar: {bar})")


if __name__ == "__main__":
    main()
