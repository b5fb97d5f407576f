"""``secondunit breakdown heard``: what a text model said, and what became of it."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from secondunit.entrypoints.cli import console


def heard(
    out: Annotated[
        Path | None, typer.Option(help="The production folder, where there are several.")
    ] = None,
    *,
    json: Annotated[bool, typer.Option("--json", help="Print the result as JSON.")] = False,
) -> int:
    """Show what the second reader of the breakdown found, what it cost and what was refused."""
    from secondunit.bootstrap.productions import find_folder, open_studio
    from secondunit.pipeline import assistant

    got = assistant.heard(open_studio(find_folder(out)).view)
    if json:
        console.print_json(got)
        return 0
    if not (got.model or got.own or got.findings):
        console.OUT.print("No text model reads the breakdown of this production.", markup=False)
        return 0
    lanes = ", ".join(f"{lane.value} {count:,}" for lane, count in got.lanes.items())
    console.OUT.print(f"{got.model or 'no model now'}: {lanes} · paid {got.cost}", markup=False)
    for finding in got.findings:
        console.OUT.print(f"{finding.where}: {finding.message}", markup=False)
    if got.own:
        rows = [
            (
                row.item,
                row.state.value,
                f"{row.proposed.confidence:.2f}",
                row.label,
                _quote(row.proposed.evidence[0].span),
            )
            for row in got.own
            if row.proposed is not None
        ]
        console.print_table(
            "Found by the model alone", ("item", "state", "sure", "what", "words"), rows
        )
    return 0


def _quote(span: object) -> str:
    return f"“{getattr(span, 'quote', '')}”"
