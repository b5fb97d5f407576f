"""``secondunit callsheet``: who must be where and when on a shooting day."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from secondunit.core.errors import InputError
from secondunit.entrypoints.cli import console
from secondunit.entrypoints.cli.breakdown import Folder, Json

if TYPE_CHECKING:
    from secondunit.bootstrap.productions import Studio
    from secondunit.core.form import Form, Panel

EXAMPLES = """
**Examples**

`secondunit callsheet 1 --prepare`  (write the file that the production fills in)

`secondunit callsheet 3`  (read it here)

`secondunit callsheet 3 --pdf day-3.pdf --ics calls`  (hand it out; one calendar a person)

`secondunit callsheet 1 --unit second`  (a day of the second unit)

`secondunit callsheet 3 --json`  (each fact with its source)

What only the production knows is read from `tables/call_sheet.toml` in its folder.
"""


def callsheet(
    day: Annotated[int, typer.Argument(help="Shooting day, from 1.")],
    out: Folder = None,
    unit: Annotated[
        str, typer.Option(help="Whose day, where the production has several units.")
    ] = "",
    pdf: Annotated[Path | None, typer.Option(help="Write it as this PDF file.")] = None,
    html: Annotated[Path | None, typer.Option(help="Write it as this HTML page.")] = None,
    ics: Annotated[
        Path | None, typer.Option(help="Write calendars of unit and cast into this folder.")
    ] = None,
    *,
    prepare: Annotated[
        bool, typer.Option("--prepare", help="Write tables/call_sheet.toml to be filled in.")
    ] = False,
    json: Json = False,
) -> int:
    """Make the call sheet of a shooting day from the board as it stands.

    Raises:
        InputError: The board has no such day, or the data file cannot be read.
        NotFound: There is no production, or it has no board.
        StoreError: A file cannot be written.
    """
    from secondunit.bootstrap import files, productions
    from secondunit.pipeline.call_sheet import day_calls

    studio = productions.open_studio(productions.find_folder(out))
    written = [_prepare(studio)] if prepare else []
    made = day_calls(studio.view, day, unit)
    if pdf is not None:
        files.write_file(pdf, studio.press.form.write([made.form]))
        written.append(str(pdf))
    if html is not None:
        files.write_file(html, studio.press.form_html.write([made.form]))
        written.append(str(html))
    if ics is not None:
        for diary in made.diaries:
            target = ics / f"{diary.key}{studio.press.diary.suffix}"
            files.write_file(target, studio.press.diary.write(diary))
            written.append(str(target))
    if json:
        said = {"written": written, "findings": made.findings}
        console.print_json({"call_sheet": made.sheet, **said})
        return 0
    console.print_findings(made.findings)
    if not written:
        _print_form(made.form)
    for name in written:
        console.OUT.print(name, markup=False)
    return 0


def _prepare(studio: Studio) -> str:
    """Write the production's data file where it has none; the file's name.

    Raises:
        InputError: It has one, which nobody may write over.
    """
    from secondunit.bootstrap import files
    from secondunit.film.call_sheet.particulars import FILE
    from secondunit.pipeline.call_sheet import prepared_particulars

    target = studio.folder / "tables" / FILE
    if target.exists():
        raise InputError(f"{target} is there already", remedy="Fill it in, or move it away first.")
    files.write_file(target, prepared_particulars(studio.view).encode())
    return str(target)


def _print_form(form: Form) -> None:
    console.OUT.print(f"{form.production} · {form.title} · {form.subtitle}", markup=False)
    console.OUT.print(form.status, markup=False)
    for panel in form.panels:
        _print_panel(panel)


def _print_panel(panel: Panel) -> None:
    heads = [column.title for column in panel.columns]
    console.print_table(panel.title, heads, [_plain(row.cells) for row in panel.rows])


def _plain(cells: tuple[str, ...]) -> list[str]:
    """Cells without markup of the terminal."""
    return [cell.replace("[", "\\[") for cell in cells]
