import pytest

from secondunit.core.errors import InputError
from secondunit.film.screenplay.identify import NO_ID
from secondunit.film.screenplay.lengths import measure_scenes
from secondunit.film.screenplay.model import Line, LineKind, Paper


def line(kind: LineKind, text: str) -> Line:
    return Line(id=NO_ID, kind=kind, text=text, row=1)


SCRIPT = [
    line(LineKind.ACTION, "FADE IN:"),
    line(LineKind.HEADING, "INT. A - DAY"),
    line(LineKind.ACTION, "\n".join("x" * 52)),
    line(LineKind.HEADING, "EXT. B - DAY"),
    line(LineKind.ACTION, "Rain."),
]


def test_each_scene_has_its_length_and_its_page() -> None:
    lengths = measure_scenes(SCRIPT, [1, 3])
    assert (lengths.eighths, lengths.starts, lengths.pages) == ((8, 1), (2, 3), 3)


def test_a_taller_page_moves_what_starts_where() -> None:
    assert measure_scenes(SCRIPT, [1, 3], paper=Paper(rows=66)).starts == (1, 1)


def test_a_script_without_scenes_has_pages_still() -> None:
    lengths = measure_scenes(SCRIPT[:1], [])
    assert (lengths.eighths, lengths.pages) == ((), 1)


def test_an_unknown_policy_is_refused() -> None:
    with pytest.raises(InputError):
        measure_scenes(SCRIPT, [1, 3], policy="inches")
