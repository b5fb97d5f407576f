"""Files in which shot lists travel."""

from __future__ import annotations

from secondunit.core.errors import InputError
from secondunit.core.sheet import Sheet
from secondunit.film.shots.exchange.grid import Grid

CSV, XLSX = ".csv", ".xlsx"


def require_suffix(suffix: str) -> None:
    """Let a suffix be one that shot lists travel in.

    Raises:
        InputError: It is another one.
    """
    if suffix not in {CSV, ".tsv", ".txt", XLSX}:
        raise InputError(
            f"a shot list does not travel as “{suffix or 'a file without suffix'}”",
            remedy=f"Use {CSV} or {XLSX}.",
        )


def read_grids(data: bytes, name: str, suffix: str) -> tuple[Grid, ...]:
    """The tables of a file: one of a CSV, one a sheet of a workbook.

    Raises:
        InputError: The file is not what its suffix says, or cannot be read.
    """
    from secondunit.adapters.formats import shot_list_csv, shot_list_xlsx

    require_suffix(suffix)
    if suffix == XLSX:
        return shot_list_xlsx.read_grids(data, name)
    return (shot_list_csv.read_grid(data, name),)


def write_sheet(sheet: Sheet, suffix: str) -> bytes:
    """A shot list as a file of that suffix.

    Raises:
        InputError: Shot lists are not written so.
    """
    from secondunit.adapters.formats import sheet_csv, sheet_xlsx

    require_suffix(suffix)
    writer = sheet_xlsx.FORMAT if suffix == XLSX else sheet_csv.FORMAT
    return writer.write([sheet])
