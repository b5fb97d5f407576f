from pathlib import Path

import pytest

from secondunit.film.screenplay.plain.or_fountain import is_fountain

ROOT = Path(__file__).parents[4]
MATERIAL = ROOT.parent / "shared" / "material" / "screenplay"
CLEAN = "INT. HALL - DAY\n\nHe sits.\n\nJUDE\nDid it speak?\n\nOREN\n(turning)\nIt spoke.\n\n" * 8


def wrapped(indent: int) -> str:
    pad = " " * indent
    action = f"{pad}Oren rings with his whole back, and at each stroke the dust\n{pad}jumps.\n\n"
    speech = f"{' ' * (indent + 20)}JUDE\n{' ' * (indent + 10)}Did it speak?\n\n"
    return (f"{pad}INT. HALL - DAY\n\n" + action * 2 + speech) * 10


def test_a_clean_script_without_any_mark_is_fountain() -> None:
    assert is_fountain(CLEAN)


@pytest.mark.parametrize(
    "mark",
    ["Title: X\nAuthor: Y\n\n", "# ACT ONE\n\n= It begins.\n\n", "[[note]]\n\n> THE END <\n\n"],
)
def test_a_script_with_fountains_own_marks_is_fountain_even_if_indented(mark: str) -> None:
    assert is_fountain(mark + wrapped(4))


def test_rows_broken_to_fit_a_page_are_not_fountain() -> None:
    assert not is_fountain(wrapped(0))
    assert not is_fountain(wrapped(10))


def test_a_script_without_empty_rows_is_not_fountain() -> None:
    assert not is_fountain("\n".join(row for row in CLEAN.split("\n") if row))


def test_a_printed_script_is_not_fountain() -> None:
    assert not is_fountain(CLEAN.replace("He sits.", "He sits.\n\n(CONTINUED)\n\nCONTINUED:"))


def test_text_that_is_no_script_at_all_is_left_to_fountain() -> None:
    assert is_fountain("Dear Ana,\n\nthe bell is in the post.\n" * 20)
    assert is_fountain("")


@pytest.mark.skipif(not MATERIAL.is_dir(), reason="the material folder is not beside this checkout")
def test_every_fountain_file_of_the_material_is_fountain() -> None:
    files = sorted(MATERIAL.rglob("*.fountain"))
    assert len(files) > 40
    assert [path for path in files if not is_fountain(path.read_text(encoding="utf-8"))] == []


def test_our_own_scripts_are_fountain() -> None:
    for path in (ROOT / "examples").glob("*.fountain"):
        assert is_fountain(path.read_text(encoding="utf-8"))
