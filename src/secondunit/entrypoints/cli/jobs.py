"""``secondunit jobs``: see, stop, retry, pause and resolve what is at work."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from secondunit.core.errors import InputError
from secondunit.entrypoints.cli import console
from secondunit.entrypoints.cli.breakdown import By, Folder, Json
from secondunit.entrypoints.cli.worker import outcome_of
from secondunit.ports.engine import JobState

if TYPE_CHECKING:
    from secondunit.bootstrap.work import Works
    from secondunit.pipeline.take_job.deciding import Finding
    from secondunit.ports.engine import JobStatus

LIST_EXAMPLES = """
**Examples**

`secondunit jobs list`

`secondunit jobs list --state failed --json`
"""
RESOLVE_EXAMPLES = """
**Examples**

`secondunit jobs resolve take-3f2a --never-sent --as "Ana Ruiz"`

`secondunit jobs resolve take-3f2a --placed task_81c --as "Ana Ruiz"`

`secondunit jobs resolve take-3f2a --charged "0.25 USD" --as "Ana Ruiz"`
"""

Name = Annotated[str, typer.Argument(help="Id of the job, or the beginning of it.")]
Names = Annotated[list[str], typer.Argument(help="Ids of jobs, or the beginnings of them.")]
Queue = Annotated[str, typer.Argument(help="io, cpu or render.")]
State = Annotated[JobState | None, typer.Option(help="Only jobs in this state.")]


def listing(
    state: State = None,
    queue: Annotated[str, typer.Option(help="Only jobs of this queue.")] = "",
    most: Annotated[int, typer.Option(help="Newest so many.", min=1)] = 200,
    out: Folder = None,
    *,
    json: Json = False,
) -> int:
    """List jobs, newest first, and what is spent. Exit code 3: in doubt; 4: a cap stopped one."""
    works = _works(out)
    found = works.engine.jobs(*((state,) if state else ()), queue=queue, most=most)
    paused, spent = works.engine.paused(), works.ledger.spent()
    if json:
        console.print_json({"jobs": found, "paused": paused, "spent": spent})
        return outcome_of(works)
    rows = [_row(status) for status in found]
    console.print_table("Jobs", ("id", "what", "queue", "state", "tries#", "worker", "why"), rows)
    for name in paused:
        console.ERR.print(f"{name} is paused: secondunit jobs resume {name}", markup=False)
    for each in spent:
        cap = f" of {each.cap}" if each.cap is not None else ", no cap"
        line = f"{each.scope}: {each.counted.money()}{cap} spent, reserved or in doubt"
        console.ERR.print(line, markup=False)
    return outcome_of(works)


def show(job: Name, out: Folder = None, *, json: Json = False) -> int:
    """Show one job: its steps, what it made, and every change of its charge."""
    from secondunit.core.errors import NotFound
    from secondunit.pipeline.take_job.deciding import key_of

    works = _works(out)
    status = works.engine.find(job)
    key = key_of(status)
    take = events = charge = None
    if key is not None:
        try:
            take = works.takes.find(key)
            charge, events = works.ledger.find(key), works.ledger.events(key)
        except NotFound:
            charge = events = None
    if json:
        console.print_json({"job": status, "take": take, "charge": charge, "events": events})
        return 0
    console.OUT.print(
        f"{status.job.subject}: {status.state}, tries {status.attempts}, "
        f"worker {status.worker or 'none'}",
        markup=False,
    )
    if status.error:
        console.OUT.print(f"  {status.error}", markup=False)
    for step in status.steps:
        console.OUT.print(f"  {step.name:<8} {step.milliseconds:>7} ms", markup=False)
    if take is not None:
        console.OUT.print(f"take {take.slate}: {take.state}, {take.cost} {take.note}", markup=False)
    for event in events or ():
        said = f"  {event.at} {event.state:<9} {event.amount.money()} {event.by} {event.note}"
        console.OUT.print(said.rstrip(), markup=False)
    return 0


def cancel(jobs: Names, out: Folder = None, *, json: Json = False) -> int:
    """Stop jobs; an order that was placed is cancelled at its provider, its cost settled."""
    from secondunit.pipeline.take_job import deciding

    works = _works(out)
    return _told(
        [deciding.cancel(works.engine, works.takes, works.ledger, name) for name in jobs],
        json=json,
    )


def retry(jobs: Names, out: Folder = None, *, json: Json = False) -> int:
    """Do jobs that failed, were parked or cancelled again, from the last step that was kept."""
    from secondunit.pipeline.take_job import deciding

    works = _works(out)
    return _told([deciding.retry(works.engine, works.takes, name) for name in jobs], json=json)


def pause(queue: Queue, out: Folder = None) -> int:
    """Start nothing more on a queue; what runs goes on."""
    _works(out).engine.pause(queue)
    return 0


def resume(queue: Queue, out: Folder = None) -> int:
    """Start what waits on a queue again."""
    _works(out).engine.resume(queue)
    return 0


def resolve(
    job: Name,
    by: By = "",
    placed: Annotated[str, typer.Option(help="It was placed: its name there.")] = "",
    charged: Annotated[str, typer.Option(help="It was charged so much; no clip comes.")] = "",
    out: Folder = None,
    *,
    not_charged: Annotated[bool, typer.Option("--not-charged", help="It costs nothing.")] = False,
    never_sent: Annotated[
        bool, typer.Option("--never-sent", help="It was never placed: place it.")
    ] = False,
    json: Json = False,
) -> int:
    """Say what became of an order that nobody knows of, after looking at the provider's page.

    Raises:
        InputError: Nobody is named, or not exactly one finding is given.
    """
    from secondunit.pipeline.take_job import deciding

    given = sum((bool(placed), bool(charged), not_charged, never_sent))
    if given != 1 or not by.strip():
        raise InputError(
            "a charge in doubt is resolved by a named person with one finding",
            remedy='Give --as "NAME" and one of --placed NAME, --charged AMOUNT, --not-charged, '
            "--never-sent.",
        )
    works = _works(out)
    finding = _finding(by, placed, charged, never_sent=never_sent)
    charge = deciding.resolve(works.engine, works.takes, works.ledger, job, finding)
    if json:
        console.print_json(charge)
    else:
        console.OUT.print(f"{charge.intent.subject}: {charge.state}", markup=False)
    return 0


def _finding(by: str, placed: str, charged: str, *, never_sent: bool) -> Finding:
    """What was found, as the pipeline takes it.

    Raises:
        InputError: The amount is none.
    """
    from secondunit import config
    from secondunit.pipeline.take_job.deciding import Finding, Found

    if placed:
        return Finding(found=Found.PLACED, by=by, handle=placed)
    if charged:
        try:
            return Finding(found=Found.CHARGED, by=by, cost=config.read_amount(charged))
        except ValueError as error:
            raise InputError(str(error), remedy='Write it as "0.25 USD".') from error
    return Finding(found=Found.NEVER_SENT if never_sent else Found.NOT_CHARGED, by=by)


def _works(out: Folder) -> Works:
    from secondunit.bootstrap import productions
    from secondunit.bootstrap.work import open_works

    return open_works(productions.find_folder(out).resolve())


def _row(status: JobStatus) -> tuple[str, ...]:
    return (
        status.job.id[:17],
        status.job.subject,
        status.job.queue,
        status.state,
        str(status.attempts),
        status.worker,
        status.error,
    )


def _told(found: Sequence[JobStatus], *, json: bool) -> int:
    if json:
        console.print_json(found)
    for status in () if json else found:
        console.OUT.print(f"{status.job.subject}: {status.state}", markup=False)
    return 0
