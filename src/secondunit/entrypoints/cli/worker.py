"""``secondunit worker``: do the jobs of a production until told to stop."""

from __future__ import annotations

import signal
from collections import Counter
from typing import TYPE_CHECKING, Annotated

import typer

from secondunit.core.errors import BudgetExceeded, InputError
from secondunit.entrypoints.cli import console
from secondunit.entrypoints.cli.breakdown import Folder
from secondunit.ports.engine import QUEUES

if TYPE_CHECKING:
    from secondunit.bootstrap.crew import Crew
    from secondunit.bootstrap.work import Works

EXAMPLES = """
**Examples**

`secondunit worker`

`secondunit worker --queues io,cpu --slots 2`

`secondunit worker --drain` stops when nothing is left to do
"""

ALL = ",".join(QUEUES)
Queues = Annotated[str, typer.Option(help=f"What to work on: {', '.join(QUEUES)}.")]
Slots = Annotated[int, typer.Option(help="Worker processes.", min=1, max=64)]
Drain = Annotated[bool, typer.Option("--drain", help="Stop when nothing is left to do.")]
Alone = Annotated[bool, typer.Option("--alone", hidden=True)]


def worker(
    queues: Queues = ALL,
    slots: Slots = 1,
    out: Folder = None,
    *,
    drain: Drain = False,
    alone: Alone = False,
) -> int:
    """Make ordered takes and do other jobs until stopped with Ctrl-C; jobs outlive the worker.

    Exit code 3 where a charge is in doubt, 4 where a cap stopped a take.

    Raises:
        InputError: A queue is none of ours.
    """
    from secondunit.bootstrap import crew, productions
    from secondunit.bootstrap.work import open_works

    folder = productions.find_folder(out).resolve()
    names = [name.strip() for name in queues.split(",") if name.strip()]
    wrong = [name for name in names if name not in QUEUES]
    if wrong or not names:
        raise InputError(
            f"there is no queue “{', '.join(wrong)}”", remedy=f"Name some of {', '.join(QUEUES)}."
        )
    if alone:
        crew.work_alone(folder, names)
        return 0
    works = open_works(folder)
    made = crew.Crew(works, names, slots, lambda: crew.worker_command(folder, names))
    _watch(made, works, drain=drain)
    return outcome_of(works)


def outcome_of(works: Works) -> int:
    """The exit code that says what waits for a person: 3 a charge in doubt, 4 a cap."""
    from secondunit.entrypoints.cli.exit_codes import BUDGET, FINE, IN_DOUBT
    from secondunit.ports.engine import JobState
    from secondunit.ports.spend import ChargeState

    if works.ledger.charges(ChargeState.IN_DOUBT):
        return IN_DOUBT
    failed = works.engine.jobs(JobState.FAILED)
    return BUDGET if any(each.error_kind == BudgetExceeded.__name__ for each in failed) else FINE


def _watch(crew: Crew, works: Works, *, drain: bool) -> None:
    stopped: list[int] = []
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda received, _frame: stopped.append(received))
    shown = ""

    def over() -> bool:
        nonlocal shown
        states = Counter(status.state for status in works.engine.jobs(most=10_000))
        said = ", ".join(f"{states[state]} {state}" for state in sorted(states)) or "no jobs yet"
        if said != shown:
            console.ERR.print(said, markup=False)
            shown = said
        return bool(stopped) or (drain and crew.is_idle())

    crew.watch(over)
