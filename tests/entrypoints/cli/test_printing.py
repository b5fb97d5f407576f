import json
from pathlib import Path

import pypdfium2
import pytest
from tests.entrypoints.conftest import BLUE, WHITE

from secondunit.core.errors import InputError
from secondunit.entrypoints.cli.app import run
from secondunit.entrypoints.cli.printing import PrintChoice, require_print


def words(path: Path) -> list[str]:
    """The text of each page."""
    with pypdfium2.PdfDocument(path) as document:
        return [document[index].get_textpage().get_text_range() for index in range(len(document))]


def test_a_revision_goes_out_with_its_name_its_date_and_its_stars(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    target = tmp_path / "blue.pdf"
    given = ["--since", str(WHITE), "--colour", "pink", "--date", "5 May 2026", "--json"]
    assert run(["script", "convert", str(BLUE), str(target), *given]) == 0
    said = json.loads(capsys.readouterr().out)
    pages = words(target)
    named = [page for page in pages if "Pink Rev. (5 May 2026)" in page]
    assert len(named) == len(said["pages"]) > 0
    assert all("*" in page for page in named)


def test_changed_pages_alone_are_fewer_and_keep_their_numbers(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    target = tmp_path / "blue.pdf"
    given = ["--since", str(WHITE), "--changed-pages", "--no-cover", "--json"]
    assert run(["script", "convert", str(BLUE), str(target), *given]) == 0
    labels = json.loads(capsys.readouterr().out)["pages"]
    assert any(label.endswith("A") for label in labels)
    assert len(words(target)) == len(labels)


def test_paper_sides_and_watermark_are_as_asked(tmp_path: Path) -> None:
    target = tmp_path / "print.pdf"
    given = ["--paper", "a4", "--scene-numbers", "left", "--watermark", "MINA", "--continueds"]
    assert run(["script", "convert", str(WHITE), str(target), *given]) == 0
    with pypdfium2.PdfDocument(target) as document:
        assert [round(each) for each in document[0].get_size()] == [595, 842]
    assert any("(CONTINUED)" in page for page in words(target))


@pytest.mark.parametrize(
    ("given", "said"),
    [
        (["--changed-pages"], "marks no revision"),
        (["--since", str(WHITE), "--colour", "mauve"], "no revision has the colour “mauve”"),
        (["--scene-numbers", "none", "--number-scenes"], "at once"),
        (["--font", __file__], "font cannot be embedded"),
        (["--since", "not-there.fdx"], "not-there.fdx"),
    ],
)
def test_nonsense_is_wrong_usage_and_nothing_is_written(
    given: list[str], said: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    target = tmp_path / "print.pdf"
    assert run(["script", "convert", str(BLUE), str(target), *given]) == 2
    assert said in capsys.readouterr().err
    assert not target.exists()


def test_options_of_a_print_are_refused_for_a_file_that_is_none() -> None:
    require_print(PrintChoice(), Path("x.fdx"))
    require_print(PrintChoice(number_scenes=True), Path("x.PDF"))
    with pytest.raises(InputError, match="--number-scenes is for a print"):
        require_print(PrintChoice(number_scenes=True), Path("x.fdx"))
