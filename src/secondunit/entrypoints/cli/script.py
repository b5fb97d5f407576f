"""``secondunit script``: one screenplay by itself, without a production."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from secondunit.core.pages import format_eighths
from secondunit.entrypoints.cli import console
from secondunit.entrypoints.cli.produce import refuse, script_file
from secondunit.ports.formats import Reading

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
"""
_SHOWN = 90
"""Characters of a line that a table shows."""


def show(script: File, *, json: Json = False) -> int:
    """Show a screenplay as it was read: its scenes, and what is odd in it."""
    reading = _read(script)
    if reading.screenplay is None:
        return refuse(reading.findings, json=json)
    found = reading.screenplay
    if json:
        console.print_json({"screenplay": found, "findings": reading.findings})
        return 0
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
    console.print_table(
        f"{found.title}: {found.pages} pages", ("scene", "length#", "page#", "", "speak"), rows
    )
    console.print_findings(reading.findings)
    return 0


def stats(script: File, *, json: Json = False) -> int:
    """Count what a screenplay holds."""
    from secondunit.film.screenplay.statistics import count

    reading = _read(script)
    if reading.screenplay is None:
        return refuse(reading.findings, json=json)
    counts = count(reading.screenplay)
    if json:
        console.print_json(counts)
        return 0
    names = counts.__dataclass_fields__
    rows = [(name.replace("_", " "), f"{getattr(counts, name):,}") for name in names]
    console.print_table(reading.screenplay.title, ("", "count#"), rows)
    console.print_findings(reading.findings)
    return 0


def lengths(
    script: File,
    policy: Annotated[
        str, typer.Option(help="What makes an eighth: fd, mms6, mms7 or printed.")
    ] = "fd",
    *,
    json: Json = False,
) -> int:
    """Measure each scene in eighths of a page."""
    from secondunit.film.screenplay.pages.measure import scene_lengths

    reading = _read(script)
    if reading.screenplay is None:
        return refuse(reading.findings, json=json)
    found = scene_lengths(reading.screenplay, policy)
    if json:
        console.print_json(found)
        return 0
    rows = [
        (row.scene, format_eighths(row.eighths), str(row.lines), str(row.page), row.heading)
        for row in found
    ]
    total = format_eighths(sum(row.eighths for row in found))
    console.print_table(
        f"{len(rows)} scenes, {total} pages ({policy})",
        ("scene", "eighths#", "lines#", "page#", "heading"),
        rows,
    )
    return 0


def pages(script: File, *, json: Json = False) -> int:
    """List what each page begins with."""
    from secondunit.film.screenplay.pages.measure import page_tops

    reading = _read(script)
    if reading.screenplay is None:
        return refuse(reading.findings, json=json)
    found = page_tops(reading.screenplay)
    if json:
        console.print_json(found)
        return 0
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
    return 0


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
    if json:
        console.print_json(found)
        return 0
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
    return 0


def convert(
    script: File,
    target: Annotated[Path, typer.Argument(help="The file to write; its suffix is the format.")],
    *,
    json: Json = False,
) -> int:
    """Write a screenplay in another format, and say what that format cannot hold.

    In its own format a script is written as it stands, byte for byte.

    Raises:
        InputError: No format of that suffix can be written.
    """
    from secondunit.bootstrap import files, scripts

    writer = scripts.script_writer(target.suffix.lower())
    file = script_file(script)
    reading = _read(script)
    if reading.screenplay is None:
        return refuse(reading.findings, json=json)
    same = reading.screenplay.source_format == writer.key
    written = writer.write(reading.screenplay, file.data if same else None)
    files.write_file(target, written.data)
    if json:
        console.print_json({"written": str(target), "losses": written.losses})
        return 0
    console.print_losses(written.losses)
    console.OUT.print(f"{target} ({len(written.data):,} bytes)", markup=False)
    return 0


def _read(path: Path) -> Reading:
    """A script file, read.

    Raises:
        InputError: It is not there, or in no format that can be read.
    """
    from secondunit.bootstrap import scripts
    from secondunit.pipeline.draft import read_script

    return read_script(script_file(path), scripts.script_formats())
