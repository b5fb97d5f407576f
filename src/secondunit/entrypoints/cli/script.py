"""``secondunit script``: one screenplay by itself, without a production."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, TypeVar

import typer

from secondunit.core.finding import Finding, blocking
from secondunit.core.pages import format_eighths
from secondunit.entrypoints.cli import console
from secondunit.entrypoints.cli.option_group import with_options
from secondunit.entrypoints.cli.printing import PrintChoice, print_request, require_print
from secondunit.entrypoints.cli.produce import refuse, script_file
from secondunit.ports.formats import Reading

if TYPE_CHECKING:
    from secondunit.film.screenplay.model import Screenplay
    from secondunit.ports.formats import Written

FoundT = TypeVar("FoundT")

File = Annotated[Path, typer.Argument(help="A screenplay in any format that can be read.")]
Json = Annotated[bool, typer.Option("--json", help="Print the result as JSON.")]

SHOW_EXAMPLES = """
**Examples**

`secondunit script show script.fdx`

`secondunit script show script.pdf --json`  (every line with its place, rule and confidence)
"""
LENGTHS_EXAMPLES = """
**Examples**

`secondunit script lengths script.fountain`

`secondunit script lengths script.fdx --policy mms6 --json`
"""
CONVERT_EXAMPLES = """
**Examples**

`secondunit script convert script.fdx script.fountain`

`secondunit script convert draft.fountain print.pdf`

`secondunit script convert pink.fdx changed.pdf --since blue.fdx --changed-pages --colour pink`
"""
_SHOWN = 90
"""Characters of a line that a table shows."""


def show(script: File, *, json: Json = False) -> int:
    """Show a screenplay as it was read: its scenes, and what is odd in it."""

    def table(found: Screenplay) -> None:
        rows = [
            (
                scene.number,
                format_eighths(scene.eighths),
                str(scene.page),
                "OMITTED" if scene.omitted else scene.heading.raw,
                ", ".join(scene.speakers),
            )
            for scene in found.scenes
        ]
        heads = ("scene", "length#", "page#", "", "speak")
        console.print_table(f"{found.title}: {found.pages} pages", heads, rows)

    return _tell(_read(script), _itself, table, json=json)


def stats(script: File, *, json: Json = False) -> int:
    """Count what a screenplay holds."""
    from secondunit.film.screenplay.statistics import Counts, count

    reading = _read(script)

    def table(counts: Counts) -> None:
        names = counts.__dataclass_fields__
        rows = [(name.replace("_", " "), f"{getattr(counts, name):,}") for name in names]
        title = reading.screenplay.title if reading.screenplay is not None else ""
        console.print_table(title, ("", "count#"), rows)

    return _tell(reading, count, table, json=json)


def lengths(
    script: File,
    policy: Annotated[
        str, typer.Option(help="What makes an eighth: fd, mms6, mms7 or printed.")
    ] = "fd",
    *,
    json: Json = False,
) -> int:
    """Measure each scene in eighths of a page."""
    from secondunit.film.screenplay.pages.measure import SceneLength, scene_lengths

    def table(found: Sequence[SceneLength]) -> None:
        rows = [
            (row.scene, format_eighths(row.eighths), str(row.lines), str(row.page), row.heading)
            for row in found
        ]
        total = format_eighths(sum(row.eighths for row in found))
        title = f"{len(rows)} scenes, {total} pages ({policy})"
        console.print_table(title, ("scene", "eighths#", "lines#", "page#", "heading"), rows)

    return _tell(_read(script), partial(scene_lengths, policy=policy), table, json=json)


def pages(script: File, *, json: Json = False) -> int:
    """List what each page begins with."""
    from secondunit.film.screenplay.pages.measure import PageTop, page_tops

    def table(found: Sequence[PageTop]) -> None:
        rows = [
            (
                top.label,
                top.scene,
                f"{top.kind.value}, continued" if top.is_parted else top.kind.value,
                " ".join(top.text.split())[:_SHOWN],
            )
            for top in found
        ]
        console.print_table(f"{len(rows)} pages", ("page", "scene#", "begins with", ""), rows)

    return _tell(_read(script), page_tops, table, json=json)


def diff(
    old: Annotated[Path, typer.Argument(help="The draft before.")],
    new: Annotated[Path, typer.Argument(help="The draft after.")],
    *,
    json: Json = False,
) -> int:
    """Compare two drafts: scenes moved, split, merged, renamed or rewritten, and their lines."""
    from secondunit.film.screenplay.drafts.compare import compare

    before, after = _read(old), _read(new)
    if before.screenplay is None or after.screenplay is None:
        return refuse((*before.findings, *after.findings), json=json)
    found = compare(before.screenplay, after.screenplay)
    code = _name_blocking((*before.findings, *after.findings))
    if json:
        console.print_json(found)
        return code
    rows = [(change.number, change.what) for change in found.scenes]
    console.print_table(f"{len(found.scenes)} scenes differ", ("scene", ""), rows)
    console.OUT.print(f"{found.unchanged} scenes are the same, word for word.", markup=False)
    if found.pages:
        console.OUT.print(f"Changed pages: {', '.join(found.pages)}", markup=False)
    for scene in found.edits:
        console.OUT.print(f"\n{scene.scene}  {scene.heading}", markup=False)
        for line in scene.lines:
            for sign, text in (("-", line.before), ("+", line.after)):
                if text:
                    console.OUT.print(f"  {sign} {' '.join(text.split())}", markup=False)
    return code


@with_options(PrintChoice)
def convert(
    script: File,
    target: Annotated[Path, typer.Argument(help="The file to write; its suffix is the format.")],
    *,
    options: PrintChoice,
    json: Json = False,
) -> int:
    """Write a screenplay in another format, and say what that format cannot hold.

    In its own format a script is written as it stands, byte for byte; only a PDF is printed anew.

    Raises:
        InputError: No format of that suffix can be written, or the options contradict each other.
    """
    from secondunit.bootstrap import files, scripts

    writer = scripts.script_writer(target.suffix.lower())
    require_print(options, target)
    file, reading = script_file(script), _read(script)
    old = _read(options.since) if options.since is not None else None
    if reading.screenplay is None or (old is not None and old.screenplay is None):
        return refuse((*reading.findings, *(old.findings if old is not None else ())), json=json)
    found: Sequence[Finding] = ()
    if writer.key == "pdf":
        before = old.screenplay if old is not None else None
        written, found, labels = _print(reading.screenplay, before, options)
    else:
        same = reading.screenplay.source_format == writer.key
        written, labels = writer.write(reading.screenplay, file.data if same else None), ()
    files.write_file(target, written.data)
    found = (*blocking(reading.findings), *found)
    code = 1 if blocking(found) else 0
    if json:
        said = {"written": str(target), "losses": written.losses, "findings": found}
        console.print_json(said | ({"pages": labels} if labels else {}))
        return code
    console.print_findings(found)
    console.print_losses(written.losses)
    if labels:
        console.OUT.print(f"Changed pages: {', '.join(labels)}", markup=False)
    console.OUT.print(f"{target} ({len(written.data):,} bytes)", markup=False)
    return code


def _print(
    script: Screenplay, since: Screenplay | None, options: PrintChoice
) -> tuple[Written, Sequence[Finding], Sequence[str]]:
    """A script printed, what is odd about it, and the labels of the pages that a revision changed.

    Raises:
        InputError: The options contradict each other, or the font is none.
    """
    from secondunit.bootstrap import files, scripts
    from secondunit.film.screenplay.printing.request import prepare_print

    prepared = prepare_print(script, print_request(options, since))
    face = files.read_file(options.font) if options.font is not None else None
    written = scripts.script_printer(prepared.options, face).write(prepared.script)
    return written, prepared.findings, prepared.changed


def _tell(
    reading: Reading,
    find: Callable[[Screenplay], FoundT],
    table: Callable[[FoundT], None],
    *,
    json: bool,
) -> int:
    """Print what was found in a script, as a table or as JSON; the exit code."""
    if reading.screenplay is None:
        return refuse(reading.findings, json=json)
    found = find(reading.screenplay)
    if json and found is reading.screenplay:
        console.print_json({"screenplay": found, "findings": reading.findings})
    elif json:
        console.print_json(found)
        return _name_blocking(reading.findings)
    else:
        table(found)
        console.print_findings(reading.findings)
    return 1 if blocking(reading.findings) else 0


def _name_blocking(findings: Sequence[Finding]) -> int:
    """Print what blocks, where the result itself does not say it; the exit code."""
    blocked = blocking(findings)
    console.print_findings(blocked)
    return 1 if blocked else 0


def _itself(script: Screenplay) -> Screenplay:
    return script


def _read(path: Path) -> Reading:
    """A script file, read.

    Raises:
        InputError: It is not there, or in no format that can be read.
    """
    from secondunit.bootstrap import scripts
    from secondunit.pipeline.draft import read_script

    return read_script(script_file(path), scripts.script_formats())
