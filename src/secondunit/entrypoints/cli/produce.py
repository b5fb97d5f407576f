"""``secondunit produce``: the main job."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from secondunit.core.finding import Finding, blocking
from secondunit.entrypoints.cli import console

if TYPE_CHECKING:
    from secondunit.pipeline.draft import ScriptFile
    from secondunit.pipeline.summary import RunSummary

EXAMPLES = """
**Examples**

`secondunit produce script.fountain`

`secondunit produce script.fdx --title "Right Ear Home" --through budget`

`secondunit produce script.pdf --out ~/productions/right-ear-home --json`
"""


def produce(
    script: Annotated[Path, typer.Argument(help="A .fountain, .fdx or .pdf screenplay.")],
    title: Annotated[str, typer.Option(help="Title, where the script's own is not wanted.")] = "",
    through: Annotated[
        str, typer.Option(help="Stop after this department (screenplay, breakdown, schedule ...).")
    ] = "",
    out: Annotated[
        Path | None, typer.Option(help="The production folder. Default: productions/TITLE.")
    ] = None,
    *,
    json: Annotated[bool, typer.Option("--json", help="Print the result as JSON.")] = False,
) -> int:
    """Make everything that follows from a screenplay, or continue where a run stopped.

    Nothing leaves this machine unless production.toml says so; what is up to date is not made
    again.
    """
    from secondunit.bootstrap import productions, scripts
    from secondunit.pipeline import draft
    from secondunit.pipeline.produce import produce as run_stages
    from secondunit.pipeline.produce import stages_through
    from secondunit.pipeline.summary import summarise

    entries = stages_through(through)
    file = script_file(script)
    reading = draft.read_script(file, scripts.script_formats())
    if reading.screenplay is None or blocking(reading.findings):
        return refuse(reading.findings, json=json)
    name = title or reading.screenplay.title
    folder = productions.production_folder(out, name)
    with productions.open_for_writing(folder, name) as studio:
        draft.require_current(studio.view, file)
        if not studio.view.office.records.drafts():
            draft.add_draft(studio.view, file, reading, by="produce")
        with console.watching(quiet=json) as watch:
            reports = run_stages(studio.view, studio.press, entries, watch)
        package = studio.press.outbox.describe()
        summary = summarise(studio.view, studio.matrix, reports, package)
    if json:
        console.print_json(summary)
    else:
        console.print_findings(summary.findings)
        _print_summary(summary)
    return 1 if blocking(summary.findings) else 0


def script_file(path: Path) -> ScriptFile:
    """The script a person names, as bytes.

    Raises:
        InputError: It is not there, is a folder, or may not be read.
    """
    from secondunit.bootstrap.files import read_file
    from secondunit.pipeline.draft import ScriptFile

    return ScriptFile(name=path.name, data=read_file(path))


def refuse(findings: Sequence[Finding], *, json: bool) -> int:
    """Say why a script cannot be worked with; the exit code."""
    if json:
        console.print_json({"findings": findings})
    console.print_findings(findings)
    return 1


def _print_summary(summary: RunSummary) -> None:
    rows = [
        (
            stage.title,
            f"{stage.items:,}",
            f"{stage.open:,}" if stage.open else "–",
            str(stage.files) if stage.files else "–",
            "up to date" if stage.unchanged else f"{stage.seconds} s",
        )
        for stage in summary.stages
    ]
    console.print_table(
        summary.title, ("stage", "items#", "decisions open#", "files#", "time#"), rows
    )
    roles = ", ".join(f"{role} {count:,}" for role, count in summary.open_by_role.items())
    seconds = summary.milliseconds / 1000
    console.OUT.print(f"\nPackage: {summary.package}   ({seconds:.1f} s)", markup=False)
    noun = "decision" if summary.open == 1 else "decisions"
    console.OUT.print(f"PROPOSED · {summary.open:,} {noun} open ({roles})", markup=False)
    console.OUT.print("Next: secondunit decisions", markup=False)
