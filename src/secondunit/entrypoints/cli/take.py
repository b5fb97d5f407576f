"""``secondunit schedule take``: make another board the one that stands."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from secondunit.core.errors import InputError
from secondunit.entrypoints.cli import console
from secondunit.entrypoints.cli.breakdown import By, Folder, Json, Reason, Role

if TYPE_CHECKING:
    from secondunit.bootstrap.productions import Studio
    from secondunit.core.finding import Finding
    from secondunit.film.schedule.model import Board

EXAMPLES = """
**Examples**

`secondunit schedule take plans/cheapest.json --reason "the harbour is closed on the 20th"
--as "Ana Ruiz" --role 1st-ad`

`secondunit schedule take plan.uss --board "Start in January" --reason "Kim's board"
--as "Ana Ruiz" --role 1st-ad`
"""


def take(
    source: Annotated[Path, typer.Argument(help="A board saved by replan, or a .uss file.")],
    board: Annotated[str, typer.Option(help="Which board of a .uss file; its first.")] = "",
    by: By = "",
    role: Role = "",
    reason: Reason = "",
    out: Folder = None,
    *,
    despite: Annotated[
        bool, typer.Option("--despite", help="Take it although it breaks rules.")
    ] = False,
    json: Json = False,
) -> int:
    """Make another board the one that stands; budget and sheets follow with the next produce.

    Raises:
        InputError: Name, role or reason is missing, or the file cannot be read.
        RuleError: It breaks rules, and --despite was not given.
    """
    from secondunit.bootstrap import productions
    from secondunit.pipeline.elements import Signature
    from secondunit.pipeline.take_board import take_board

    if not all(said.strip() for said in (by, role, reason)):
        raise InputError(
            "a board is signed by who takes it",
            remedy='Give --as "NAME" --role ROLE --reason "one sentence".',
        )
    signature = Signature(by=by, role=role, reason=f"{source.name}: {reason}")
    with productions.open_for_writing(productions.find_folder(out)) as studio:
        chosen, odd = _read(source, board, studio)
        taken = take_board(studio.view, studio.matrix, chosen, signature, despite=despite)
    if json:
        console.print_json({"decided": taken.fact, "findings": (*odd, *taken.findings)})
        return 0
    console.print_findings((*odd, *taken.findings))
    console.OUT.print(
        f"{len(taken.board.days)} days, {taken.board.cost}: taken by {by} ({role}); run produce"
        " for the budget and the sheets",
        markup=False,
    )
    return 0


def _read(source: Path, name: str, studio: Studio) -> tuple[Board, tuple[Finding, ...]]:
    """A board of a file, and what did not fit.

    Raises:
        InputError: It cannot be read.
        NotFound: A plan file has no such board.
    """
    from secondunit.bootstrap import files, plans
    from secondunit.film.schedule.exchange.boards import adopt_board
    from secondunit.pipeline.catalogue import schedule_problem
    from secondunit.pipeline.schedule_desk import read_board

    data = files.read_file(source)
    if source.suffix.lower() != plans.PLAN:
        return read_board(data, source.name), ()
    adopted = adopt_board(plans.read_plan(data, source.name), schedule_problem(studio.view), name)
    return adopted.board, adopted.findings
