"""``secondunit deliver``: the package that leaves."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from secondunit.core.errors import InputError
from secondunit.entrypoints.cli import console

EXAMPLES = """
**Examples**

`secondunit deliver --as "Kim Oduya"`  (refuses while required sign-offs are missing)

`secondunit deliver --draft`  (everything as it stands, watermarked DRAFT)
"""


def deliver(
    by: Annotated[str, typer.Option("--as", help="Who asks for the package.")] = "",
    out: Annotated[
        Path | None, typer.Option(help="The production folder, where there are several.")
    ] = None,
    to: Annotated[
        Path | None, typer.Option(help="Where to build it. Default: delivery/ in the production.")
    ] = None,
    *,
    draft: Annotated[
        bool, typer.Option("--draft", help="Build it without the sign-offs, watermarked DRAFT.")
    ] = False,
    json: Annotated[bool, typer.Option("--json", help="Print the result as JSON.")] = False,
) -> int:
    """Build the package: every sheet and picture, a manifest of hashes, and the report.

    Raises:
        InputError: Nobody's name is given for a package that is not a draft.
    """
    from secondunit.bootstrap import productions
    from secondunit.bootstrap.rights_desk import open_desk
    from secondunit.pipeline.deliver import deliver as build
    from secondunit.pipeline.held_back import held_picks

    if not draft and not by.strip():
        raise InputError("a delivery is signed", remedy='Give your name: --as "NAME"')
    with productions.open_for_writing(productions.find_folder(out)) as studio:
        name = "draft" if draft else "final"
        folder = to or studio.folder / "delivery" / name
        press = productions.make_press(folder)
        outcome = build(
            studio.view,
            studio.matrix,
            press,
            by=by.strip() or "unsigned draft",
            draft=draft,
            held=held_picks(studio.view, open_desk(studio.folder).register()),
        )
    if json:
        console.print_json(outcome)
    elif outcome.manifest is None:
        console.ERR.print("[red]Not delivered.[/] Still missing:")
        for line in outcome.missing:
            console.ERR.print(f"  · {line}", markup=False)
        console.ERR.print("  → secondunit decisions, or secondunit deliver --draft", markup=False)
    else:
        kind = "DRAFT package" if draft else "Package"
        count = len(outcome.manifest.entries)
        console.OUT.print(f"{kind}: {folder} ({count} files)", markup=False)
        console.OUT.print(f"Open {folder / 'report.html'}", markup=False)
    return 1 if outcome.manifest is None else 0
