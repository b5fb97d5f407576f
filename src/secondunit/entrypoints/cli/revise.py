"""``secondunit revise``: the next draft, with every decision carried over."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from secondunit.core.finding import blocking
from secondunit.entrypoints.cli import console
from secondunit.entrypoints.cli.produce import refuse, script_file

if TYPE_CHECKING:
    from secondunit.pipeline.revise import RevisionReport

EXAMPLES = """
**Examples**

`secondunit revise script-blue.fountain --as "Lea Roy"`

`secondunit revise script-blue.fdx --out productions/right-ear-home --json`
"""


def revise(
    script: Annotated[Path, typer.Argument(help="The new draft: .fountain, .fdx or .pdf.")],
    by: Annotated[str, typer.Option("--as", help="Who brings it in.")] = "revise",
    out: Annotated[
        Path | None, typer.Option(help="The production folder, where there are several.")
    ] = None,
    *,
    json: Annotated[bool, typer.Option("--json", help="Print the result as JSON.")] = False,
) -> int:
    """Make a revised script the newest draft, and say what it changes.

    Decisions on what is the same are kept. What depended on changed scenes is proposed anew by
    the next produce, beside the old decision.
    """
    from secondunit.bootstrap import productions, scripts
    from secondunit.pipeline import draft
    from secondunit.pipeline.revise import revise as take_in

    file = script_file(script)
    reading = draft.read_script(file, scripts.script_formats())
    if reading.screenplay is None or blocking(reading.findings):
        return refuse(reading.findings, json=json)
    with productions.open_for_writing(productions.find_folder(out)) as studio:
        report = take_in(studio.view, file, reading, by)
    if json:
        console.print_json(report)
        return 0
    console.print_findings(reading.findings)
    _print_report(report, script)
    return 0


def _print_report(report: RevisionReport, script: Path) -> None:
    rows = [(change.number, change.what) for change in report.scenes]
    console.print_table(f"Draft {report.draft}: {len(rows)} scenes differ", ("scene", ""), rows)
    console.OUT.print(f"{report.unchanged} scenes are the same, word for word.\n")
    console.print_table(
        "What it does",
        ("", "before#", "after#"),
        [(measure.name, measure.before, measure.after) for measure in report.measures],
    )
    console.print_table(
        "\nDecisions",
        ("stage", "kept#", "stale#", "new#", "dropped#"),
        [
            (row.title, str(row.kept), str(row.stale), str(row.new), str(row.dropped))
            for row in report.carried
        ],
    )
    console.OUT.print(f"\nNext: secondunit produce {script}", markup=False)
