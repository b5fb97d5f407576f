import pytest

from secondunit.film.screenplay.heading import is_heading, is_omitted, read_heading, read_number
from secondunit.film.screenplay.model import IntExt, TimeOfDay


@pytest.mark.parametrize(
    ("raw", "int_ext", "place", "time"),
    [
        ("INT. LIGHTHOUSE - LAMP ROOM - NIGHT", IntExt.INT, "LIGHTHOUSE", TimeOfDay.NIGHT),
        ("EXT. CAUSEWAY - DAWN", IntExt.EXT, "CAUSEWAY", TimeOfDay.DAWN),
        ("INT./EXT. BREAD VAN - DAY", IntExt.BOTH, "BREAD VAN", TimeOfDay.DAY),
        ("I/E CAR - DUSK", IntExt.BOTH, "CAR", TimeOfDay.DUSK),
        ("INT. HALL, LATER", IntExt.INT, "HALL", TimeOfDay.DAY),
    ],
)
def test_a_heading_is_taken_apart(raw: str, int_ext: IntExt, place: str, time: TimeOfDay) -> None:
    heading = read_heading(raw)
    assert (heading.int_ext, heading.place, heading.time_of_day) == (int_ext, place, time)


def test_continuous_keeps_the_light_of_the_scene_before() -> None:
    heading = read_heading("EXT. YARD - CONTINUOUS", TimeOfDay.NIGHT)
    assert heading.time_of_day is TimeOfDay.NIGHT
    assert heading.time == "CONTINUOUS"


@pytest.mark.parametrize(
    ("raw", "number", "rest"),
    [("INT. X - DAY #12A#", "12A", "INT. X - DAY"), ("INT. X - DAY", "", "INT. X - DAY")],
)
def test_a_written_number_is_cut_off(raw: str, number: str, rest: str) -> None:
    assert set(read_number(raw)) == {number, rest}


def test_what_is_a_heading_and_what_is_omitted() -> None:
    assert is_heading("int. kitchen - day")
    assert not is_heading("Interior designers wait.")
    assert is_omitted("OMITTED")
    assert not is_omitted("OMITTED LETTERS ON A DESK")
