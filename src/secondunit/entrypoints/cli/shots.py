"""``secondunit shots list|check|export|import|suggest``: the shots of a production."""

from __future__ import annotations

from pathlib import Path
from textwrap import shorten
from typing import TYPE_CHECKING, Annotated

import typer

from secondunit.core.errors import InputError
from secondunit.core.finding import blocking
from secondunit.entrypoints.cli import console
from secondunit.entrypoints.cli.breakdown import By, Folder, Json, Reason, Role

if TYPE_CHECKING:
    from secondunit.film.shots.exchange.compare import Comparison
    from secondunit.film.shots.model import ShotSpec
    from secondunit.pipeline.queries import Standing
    from secondunit.pipeline.shot_desk import ImportedList

LIST_EXAMPLES = """
**Examples**

`secondunit shots list --scene 12`

`secondunit shots list --json`  (every field, cameras included)
"""
EXPORT_EXAMPLES = """
**Examples**

`secondunit shots export shots.xlsx`

`secondunit shots export shots.csv`
"""
SUGGEST_EXAMPLES = """
**Examples**

`secondunit shots suggest --scene 12`  (what it would change; nothing is decided)
"""
IMPORT_EXAMPLES = """
**Examples**

`secondunit shots import shots.xlsx`  (what it would change; nothing is decided)

`secondunit shots import shots.xlsx --reason "after the recce" --as "Kim Oduya" --role director`
"""

LONGEST_WHAT = 60
"""Letters of what happens in a shot, in a list."""

MOST_SHOWN = 60
"""Changed fields that are printed; --json has them all."""


def listing(
    scene: Annotated[str, typer.Option(help="Only the scene of this number.")] = "",
    out: Folder = None,
    *,
    json: Json = False,
) -> int:
    """Print the shots as they stand, scene by scene."""
    from secondunit.bootstrap import productions
    from secondunit.pipeline.shot_desk import standing_shots

    studio = productions.open_studio(productions.find_folder(out))
    rows = standing_shots(studio.view, scene)
    if json:
        console.print_json([row.value for row in rows])
        return 0
    script = studio.view.screenplay()
    for each in script.scenes:
        own = [row for row in rows if row.value.scene == each.id]
        if own:
            seconds = sum(row.value.rate.seconds_of(row.value.duration) for row in own)
            console.print_table(
                f"{each.number}  {each.heading.raw}  ·  {len(own)} shots, {float(seconds):.0f} s",
                ("shot", "frame", "lens#", "s#", "who", "what"),
                [_cells(row) for row in own],
            )
            console.OUT.print()
    total = sum(row.value.rate.seconds_of(row.value.duration) for row in rows)
    console.OUT.print(f"{len(rows):,} shots, {float(total) / 60:.1f} minutes", markup=False)
    return 0


def check(out: Folder = None, *, json: Json = False) -> int:
    """Hold every shot against the limits of the frame, and every cut against continuity."""
    from secondunit.bootstrap import productions
    from secondunit.pipeline.shot_desk import check_shots

    studio = productions.open_studio(productions.find_folder(out))
    found = check_shots(studio.view)
    missing = len(found.coverage.missing)
    if json:
        console.print_json(found)
    else:
        console.print_findings(found.findings, most=40)
        console.OUT.print(
            f"{found.shots:,} shots, {found.coverage.lines - missing:,} of"
            f" {found.coverage.lines:,} lines covered, {len(found.findings)} findings",
            markup=False,
        )
    return 1 if blocking(found.findings) or missing else 0


def export(
    target: Annotated[Path, typer.Argument(help="The .csv or .xlsx file to write.")],
    out: Folder = None,
    *,
    json: Json = False,
) -> int:
    """Write the shots as a table to be edited in a spreadsheet and imported again.

    Raises:
        InputError: Shot lists are not written in files of that suffix.
    """
    from secondunit.bootstrap import files, productions, shot_lists
    from secondunit.pipeline.shot_desk import shot_sheet

    suffix = target.suffix.lower()
    shot_lists.require_suffix(suffix)
    studio = productions.open_studio(productions.find_folder(out))
    sheet = shot_sheet(studio.view)
    files.write_file(target, shot_lists.write_sheet(sheet, suffix))
    if json:
        console.print_json({"written": str(target), "shots": len(sheet.rows)})
    else:
        console.OUT.print(f"{target} ({len(sheet.rows):,} shots)", markup=False)
    return 0


def take(
    source: Annotated[Path, typer.Argument(help="A .csv or .xlsx shot list.")],
    by: By = "",
    role: Role = "",
    reason: Reason = "",
    out: Folder = None,
    drop_missing: Annotated[  # noqa: FBT002  Typer reads options from parameters
        bool, typer.Option(help="Reject shots of the list's scenes that it does not hold.")
    ] = False,
    *,
    json: Json = False,
) -> int:
    """Show what a list says otherwise; signed, it becomes that person's decisions.

    Rows match by Id, else by Shot. An empty cell leaves a field as it is; a field that is changed
    is locked, and its camera is solved again.

    Raises:
        InputError: The file cannot be read, or it is signed and a row cannot be taken.
    """
    from secondunit.bootstrap import files, productions, shot_lists
    from secondunit.pipeline.elements import Signature
    from secondunit.pipeline.shot_desk import read_import, take_import

    signed = _is_signed(by, role, reason)
    grids = shot_lists.read_grids(files.read_file(source), source.name, source.suffix.lower())
    facts: int = 0
    with productions.open_for_writing(productions.find_folder(out)) as studio:
        imported = read_import(studio.view, grids)
        if signed and imported.is_whole:
            signature = Signature(by=by, role=role, reason=f"{source.name}: {reason}")
            facts = len(
                take_import(studio.view, studio.matrix, imported, signature, drop=drop_missing)
            )
    if json:
        console.print_json({"decided": facts, "import": imported})
    else:
        _print_import(imported)
        console.OUT.print(_said(imported, facts, by, signed=signed), markup=False)
    return 0 if imported.is_whole else 1


def suggest(
    scene: Annotated[str, typer.Option(help="The scene to ask about, by its number.")],
    by: By = "",
    role: Role = "",
    reason: Reason = "",
    out: Folder = None,
    *,
    json: Json = False,
) -> int:
    """Ask the production's text model how it would shoot a scene; off unless you name a model.

    What it says is shown as differences to the shots that stand; signed, they become your
    decisions. It is judged by the words it quotes, the limits of the frame and the cut.

    Raises:
        InputError: No model is named, it may not be asked, or a signature is not whole.
    """
    from secondunit.bootstrap import productions
    from secondunit.pipeline.elements import Signature
    from secondunit.pipeline.shot_advice import ask_for_shots
    from secondunit.pipeline.shot_desk import take_import

    signed = _is_signed(by, role, reason)
    with productions.open_for_writing(productions.find_folder(out)) as studio:
        advised = ask_for_shots(studio.view, scene)
        facts = 0
        if signed:
            said = f"suggested by text model {advised.model}: {reason}"
            signature = Signature(by=by, role=role, reason=said)
            facts = len(take_import(studio.view, studio.matrix, advised.imported, signature))
    if json:
        console.print_json({"decided": facts, "advice": advised})
        return 0
    _print_import(advised.imported)
    console.print_findings(advised.refused, most=40)
    console.OUT.print(_said(advised.imported, facts, by, signed=signed), markup=False)
    return 0


def _is_signed(by: str, role: str, reason: str) -> bool:
    signed = [bool(said.strip()) for said in (by, role, reason)]
    if any(signed) and not all(signed):
        raise InputError(
            "an import is signed by who takes it on",
            remedy='Give --as "NAME" --role ROLE --reason "one sentence", or none to look only.',
        )
    return all(signed)


def _said(imported: ImportedList, facts: int, by: str, *, signed: bool) -> str:
    compared = imported.compared
    found = (
        f"{compared.same:,} rows as they stand, {len(compared.changes):,} changed,"
        f" {len(compared.new):,} new, {len(compared.missing):,} not in the list"
    )
    if facts:
        return f"{found}\n{facts:,} decided by {by}; secondunit produce makes what follows from it"
    why = "a row cannot be taken" if signed else "not signed"
    return f"{found}\nNothing was decided: {why}."


def _print_import(imported: ImportedList) -> None:
    _print_changes(imported.compared)
    console.print_findings(imported.findings, most=40)
    solved = [
        (made.number, f"{made.size.value} {made.framing.value}", f"{made.lens.focal_mm:g} mm")
        for before, made in imported.adopted.amended
        if before.camera != made.camera
    ]
    if solved:
        console.print_table(
            f"{len(solved)} cameras solved again", ("shot", "frame", "lens#"), solved[:MOST_SHOWN]
        )


def _print_changes(compared: Comparison) -> None:
    rows = [
        (change.shot.number, field.field, field.before, field.after)
        for change in compared.changes
        for field in change.fields
    ]
    rows += [(row.number or "new", "", "", row.action) for row, _ in compared.new]
    if rows:
        heads = ("shot", "field", "stands", "list says")
        console.print_table(f"{len(rows)} differences", heads, rows[:MOST_SHOWN])
    if len(rows) > MOST_SHOWN:
        console.OUT.print(f"… and {len(rows) - MOST_SHOWN:,} more; --json lists them all")


def _cells(row: Standing) -> tuple[str, ...]:
    from rich.markup import escape

    from secondunit.film.shots.model import Angle, Move
    from secondunit.pipeline.queries import State

    shot: ShotSpec = row.value
    frame = [shot.size.value, shot.framing.value]
    frame += [shot.angle.value] if shot.angle is not Angle.EYE else []
    frame += [shot.move.value] if shot.move is not Move.STATIC else []
    spoken = f"{shot.speaker}: “{shot.dialogue}”" if shot.dialogue else shot.action
    notes = [row.state.value] if row.state is not State.PROPOSED else []
    notes += [f"locked: {', '.join(shot.locks)}"] if shot.locks else []
    note = f"[{'; '.join(notes)}] " if notes else ""
    return (
        shot.number,
        " ".join(frame),
        f"{shot.lens.focal_mm:g}",
        f"{float(shot.rate.seconds_of(shot.duration)):.1f}",
        shorten(", ".join(shot.subjects), 24, placeholder=" …"),
        escape(note + shorten(spoken, LONGEST_WHAT, placeholder=" …")),
    )
