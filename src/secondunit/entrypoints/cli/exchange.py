"""``secondunit breakdown export`` and ``import``: other programs' files."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from secondunit.core.errors import InputError
from secondunit.core.finding import Finding
from secondunit.entrypoints.cli import console
from secondunit.entrypoints.cli.breakdown import By, Folder, Json, Reason, Role

if TYPE_CHECKING:
    from secondunit.bootstrap.productions import Studio
    from secondunit.film.schedule.exchange.adopt import Adopted

EXPORT_EXAMPLES = """
**Examples**

`secondunit breakdown export plan.uss`  (breakdown and board, for scheduling programs)

`secondunit breakdown export tagged.fdx`  (the script with its breakdown as Final Draft tags)
"""
IMPORT_EXAMPLES = """
**Examples**

`secondunit breakdown import plan.uss --reason "Kim's breakdown of 4 March" --as "Ana Ruiz"
--role 1st-ad`

`secondunit breakdown import tagged.fdx --reason "tagged on set" --as "Ana Ruiz" --role 1st-ad`
"""


def export(
    target: Annotated[Path, typer.Argument(help="The .uss or .fdx file to write.")],
    out: Folder = None,
    *,
    json: Json = False,
) -> int:
    """Write the breakdown as it stands (and the board) for another program.

    Raises:
        InputError: A breakdown does not travel in files of that suffix.
    """
    from secondunit.bootstrap import files, plans, productions
    from secondunit.pipeline.exchange import production_plan, tagged_script

    suffix = target.suffix.lower()
    plans.require_suffix(suffix)
    studio = productions.open_studio(productions.find_folder(out))
    losses: tuple[Finding, ...] = ()
    if suffix == plans.PLAN:
        data = plans.write_plan(production_plan(studio.view))
    else:
        tagged = tagged_script(studio.view)
        written = plans.write_tagged(tagged.screenplay, tagged.source)
        data, losses = written.data, (*tagged.losses, *written.losses)
    files.write_file(target, data)
    if json:
        console.print_json({"written": str(target), "losses": losses})
        return 0
    console.print_losses(losses)
    console.OUT.print(f"{target} ({len(data):,} bytes)", markup=False)
    return 0


def take(
    source: Annotated[Path, typer.Argument(help="A .uss file, or a tagged .fdx file.")],
    by: By = "",
    role: Role = "",
    reason: Reason = "",
    out: Folder = None,
    *,
    json: Json = False,
) -> int:
    """Add the elements of another program's file that the breakdown does not have.

    Raises:
        InputError: Name, role or reason is missing, or the file cannot be read.
    """
    from secondunit.bootstrap import productions
    from secondunit.pipeline.elements import Signature
    from secondunit.pipeline.exchange import import_elements

    if not all(said.strip() for said in (by, role, reason)):
        raise InputError(
            "an import is signed by who takes it on",
            remedy='Give --as "NAME" --role ROLE --reason "one sentence".',
        )
    signature = Signature(by=by, role=role, reason=f"{source.name}: {reason}")
    with productions.open_for_writing(productions.find_folder(out)) as studio:
        adopted = _adopt(source, studio)
        imported = import_elements(studio.view, studio.matrix, adopted.elements, signature)
    if json:
        said = {"there": imported.there, "findings": adopted.findings}
        console.print_json({"added": imported.facts, **said})
        return 0
    for fact in imported.facts[:10]:
        console.OUT.print(f"{fact.verdict.value}  {fact.label}", markup=False)
    if len(imported.facts) > 10:
        console.OUT.print(f"… and {len(imported.facts) - 10:,} more", markup=False)
    console.print_findings(adopted.findings)
    console.OUT.print(
        f"{len(imported.facts):,} added by {by} ({role}), {imported.there:,} were there already",
        markup=False,
    )
    return 0


def _adopt(source: Path, studio: Studio) -> Adopted:
    """What a file says of the production's script.

    Raises:
        InputError: It cannot be read, or a breakdown does not travel in such files.
    """
    from secondunit.bootstrap import files, plans, scripts
    from secondunit.film.schedule.exchange.adopt import adopt_elements, adopt_tags
    from secondunit.pipeline.draft import ScriptFile, read_script
    from secondunit.pipeline.exchange import categories

    suffix = source.suffix.lower()
    plans.require_suffix(suffix)
    table, script = categories(studio.view), studio.view.screenplay()
    data = files.read_file(source)
    if suffix == plans.PLAN:
        return adopt_elements(plans.read_plan(data, source.name), script, table)
    reading = read_script(ScriptFile(name=source.name, data=data), scripts.script_formats())
    if reading.screenplay is None:
        first = reading.findings[0]
        raise InputError(f"{first.where}: {first.message}", remedy=first.remedy)
    return adopt_tags(reading.screenplay, script, table)
