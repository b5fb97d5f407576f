from __future__ import annotations

from pathlib import Path

import pytest

from secondunit.bootstrap.productions import open_studio
from secondunit.core.errors import InputError
from secondunit.core.sheet import Align, Column, Row, Sheet
from secondunit.entrypoints.cli.sheets import show

SHEET = Sheet(
    key="kit",
    title="Kit",
    production="THE PIER",
    subtitle="2 boxes",
    columns=(Column(title="Box"), Column(title="Weight\nkg", align=Align.RIGHT)),
    rows=(
        Row(cells=("LAMPS",), style="heading"),
        Row(cells=("a box with a very long name that no screen is wide enough for" * 3, "1.50")),
        Row(cells=("[b]", "12.00")),
    ),
    notes=("as weighed",),
)


def test_a_sheet_is_shown_whole_however_wide_it_is(
    made: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert show(open_studio(made), SHEET, {}, (None, False)) == 0
    out = capsys.readouterr().out
    for text in ("THE PIER · Kit", "Weight kg", SHEET.rows[1].cells[0], "[b]", "as weighed"):
        assert text in out
    lines = [line for line in out.splitlines() if line.endswith((".50", ".00", "kg"))]
    assert len({len(line) for line in lines}) == 1


def test_a_file_without_a_format_is_refused(made: Path, tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"kit\.odt"):
        show(open_studio(made), SHEET, {}, (tmp_path / "kit.odt", False))
