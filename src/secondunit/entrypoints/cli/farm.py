"""``secondunit farm``: boards, moves and animatics drawn by Open Job Description."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from secondunit.entrypoints.cli import console
from secondunit.entrypoints.cli.breakdown import Folder, Json

DRAW_EXAMPLES = """
**Examples**

`secondunit farm draw --workers 4 --through shots`
"""
BUNDLE_EXAMPLES = """
**Examples**

`secondunit farm bundle --through shots` writes what is still to be drawn as a bundle for AWS
Deadline Cloud; when its work folder is back, the same command takes the pictures and writes the
next.
"""

Through = Annotated[str, typer.Option(help="Stop after this department.")]
Workers = Annotated[int, typer.Option(help="Sessions at the same time.", min=1, max=256)]


def draw(
    workers: Workers = 2, through: Through = "", out: Folder = None, *, json: Json = False
) -> int:
    """Run the stages of a production; what draws runs as Open Job Description tasks here."""
    return _run(workers, through, out, json=json)


def bundle(through: Through = "", out: Folder = None, *, json: Json = False) -> int:
    """Write what is to be drawn as a bundle for a farm, and take what has come back."""
    return _run(0, through, out, json=json)


def task(
    work: Annotated[Path, typer.Argument(help="Work folder of a bundle.")],
    number: Annotated[int, typer.Argument(help="Task, from 1.", min=1)],
) -> int:
    """Answer one task of a bundle: what a worker of a farm runs."""
    from secondunit.bootstrap.farm import answer_task

    answered = answer_task(work, number)
    console.OUT.print(f"openjd_status: {answered} answered", markup=False)
    return 0


def _run(workers: int, through: str, out: Path | None, *, json: bool) -> int:
    from secondunit.bootstrap import productions
    from secondunit.bootstrap.farm import open_on_farm
    from secondunit.pipeline.produce import produce, stages_through

    entries = stages_through(through)
    folder = productions.find_folder(out).resolve()
    with open_on_farm(folder, workers) as studio, console.watching(quiet=json) as watch:
        reports = produce(studio.view, studio.press, entries, watch)
    if json:
        console.print_json({"stages": reports})
    return 0
