from dataclasses import replace

import pytest

from secondunit.core.errors import InputError
from secondunit.core.ids import Digest
from secondunit.film.screenplay.identify import NO_ID
from secondunit.film.screenplay.model import Line, LineKind, Paper, Spot
from secondunit.film.screenplay.pages.lengths import POLICIES, measure_scenes, measure_script
from secondunit.film.screenplay.read import RawLine, RawScript, read_scenes


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


def test_printed_lengths_are_measured_and_rounded_up() -> None:
    def at(each: Line, page: int, top: float, bottom: float) -> Line:
        return replace(each, spot=Spot(page=page, box=(108, top, 540, bottom)))

    tops = [(1, 72, 84), (1, 108, 120), (1, 132, 180), (2, 200, 212), (2, 224, 236)]
    printed = [at(each, *place) for each, place in zip(SCRIPT, tops, strict=True)]
    lengths = measure_scenes(printed, [1, 3], policy="printed")
    assert lengths.eighths == (1, 1)  # 72 and 36 of 81 points
    assert (lengths.starts, lengths.lines, lengths.pages) == ((1, 2), (6, 3), 2)
    assert (lengths.rounded_total, lengths.exact_total) == (2, 2)
    typed = measure_scenes(printed, [1, 3])
    assert (typed.eighths, typed.starts, typed.pages) == ((8, 1), (1, 2), 2)


def test_what_was_never_printed_has_no_printed_length() -> None:
    with pytest.raises(InputError) as error:
        measure_scenes(SCRIPT, [1, 3], policy="printed")
    assert "fd, mms6, mms7" in error.value.remedy


def test_a_script_is_measured_by_every_typed_policy() -> None:
    lines = tuple(
        RawLine(kind=each.kind, text=each.text, row=row) for row, each in enumerate(SCRIPT, 1)
    )
    script, _ = read_scenes(
        RawScript(
            name="x", title_page=(), lines=lines, source_format="fdx", source_digest=Digest("")
        )
    )
    assert POLICIES == ("fd", "mms6", "mms7", "printed")
    found = {policy: measure_script(script, policy).eighths for policy in POLICIES[:3]}
    assert found == {"fd": (8, 1), "mms6": (9, 1), "mms7": (8, 1)}
