import pytest

from secondunit.film.screenplay.heading import is_heading, is_omitted, read_heading, read_number
from secondunit.film.screenplay.model import IntExt, TimeOfDay

INT, EXT, BOTH = IntExt.INT, IntExt.EXT, IntExt.BOTH


@pytest.mark.parametrize(
    ("raw", "int_ext", "where", "place", "time"),
    [
        (
            "INT. LIGHTHOUSE - LAMP ROOM - NIGHT",
            INT,
            "LIGHTHOUSE - LAMP ROOM",
            "LIGHTHOUSE",
            "NIGHT",
        ),
        ("EXT. CAUSEWAY - DAWN", EXT, "CAUSEWAY", "CAUSEWAY", "DAWN"),
        ("INT./EXT. BREAD VAN - DAY", BOTH, "BREAD VAN", "BREAD VAN", "DAY"),
        ("EXT./INT. BREAD VAN - DAY", BOTH, "BREAD VAN", "BREAD VAN", "DAY"),
        ("INT/EXT BREAD VAN - DAY", BOTH, "BREAD VAN", "BREAD VAN", "DAY"),
        ("INT.-EXT. BREAD VAN - DAY", BOTH, "BREAD VAN", "BREAD VAN", "DAY"),
        ("I/E CAR - DUSK", BOTH, "CAR", "CAR", "DUSK"),
        ("I./E. CAR - DUSK", BOTH, "CAR", "CAR", "DUSK"),
        ("E/I CAR - DUSK", BOTH, "CAR", "CAR", "DUSK"),
        ("EST. HARBOUR - DAY", EXT, "HARBOUR", "HARBOUR", "DAY"),
        ("INT. HALL, LATER", INT, "HALL", "HALL", "LATER"),
        ("INT. HALL. NIGHT", INT, "HALL", "HALL", "NIGHT"),
        ("INT HALL NIGHT", INT, "HALL", "HALL", "NIGHT"),
        ("INT - HALL - NIGHT", INT, "HALL", "HALL", "NIGHT"),
        ("EXT. STREET--DAY", EXT, "STREET", "STREET", "DAY"),
        ("EXT. STREET — DAY", EXT, "STREET", "STREET", "DAY"),
        ("EXT. STREET –NIGHT", EXT, "STREET", "STREET", "NIGHT"),
        ("INT. CO-OP - DAY", INT, "CO-OP", "CO-OP", "DAY"),
        ("INT. NIGHT CLUB - DAY", INT, "NIGHT CLUB", "NIGHT CLUB", "DAY"),
        ("EXT. PORT ELLEN, ISLAY - DAY", EXT, "PORT ELLEN, ISLAY", "PORT ELLEN", "DAY"),
        ("INT. LOFT/STAIRS - DAY", INT, "LOFT/STAIRS", "LOFT", "DAY"),
        ("INT. A/V ROOM - DAY", INT, "A/V ROOM", "A/V ROOM", "DAY"),
        ("int. hall - night", INT, "HALL", "HALL", "NIGHT"),
        ("EXT. PIER - THE NEXT MORNING", EXT, "PIER", "PIER", "THE NEXT MORNING"),
        ("EXT. PIER - 3:00 A.M.", EXT, "PIER", "PIER", "3:00 A.M."),
        ("EXT. PIER - NIGHT - LATER", EXT, "PIER", "PIER", "NIGHT - LATER"),
        ("INT. HALL", INT, "HALL", "HALL", ""),
        ("HALL", None, "HALL", "HALL", ""),
        ("EXT. DAY", EXT, "", "", "DAY"),
        ("INT. CUISINE - JOUR", INT, "CUISINE", "CUISINE", "JOUR"),
        ("INTÉRIEUR. CUISINE - NUIT", INT, "CUISINE", "CUISINE", "NUIT"),
        ("INNEN. KÜCHE - TAG", INT, "KÜCHE", "KÜCHE", "TAG"),
        ("AUSSEN/INNEN. HOF - NACHT", BOTH, "HOF", "HOF", "NACHT"),
        ("I/A HOF - ABEND", BOTH, "HOF", "HOF", "ABEND"),
        ("INT. COCINA - DÍA", INT, "COCINA", "COCINA", "DÍA"),
        ("EST. STRADA - NOTTE", EXT, "STRADA", "STRADA", "NOTTE"),
        ("INT. COZINHA - NOITE", INT, "COZINHA", "COZINHA", "NOITE"),
        ("INT. घर - रात", INT, "घर", "घर", "रात"),
        ("客厅 日 内", INT, "客厅", "客厅", "日"),
        ("外 客厅 夜", EXT, "客厅", "客厅", "夜"),
    ],
)
def test_a_heading_is_taken_apart(
    raw: str, int_ext: IntExt | None, where: str, place: str, time: str
) -> None:
    heading = read_heading(raw)
    assert (heading.int_ext, heading.set, heading.place) == (int_ext, where, place)
    assert heading.time == time
    assert heading.raw == raw


@pytest.mark.parametrize(
    ("time", "light"),
    [
        ("DAY", "DAY"),
        ("MORNING", "DAY"),
        ("LATE AFTERNOON", "DAY"),
        ("SUNRISE", "DAWN"),
        ("PRE-DAWN", "DAWN"),
        ("SUNSET", "DUSK"),
        ("MAGIC HOUR", "DUSK"),
        ("EVENING", "NIGHT"),
        ("MIDNIGHT", "NIGHT"),
        ("LATER THAT DAY", "DAY"),
        ("11 PM", "NIGHT"),
        ("2:30 PM", "DAY"),
        ("AUBE", "DAWN"),
        ("SOIR", "NIGHT"),
        ("ABENDDÄMMERUNG", "DUSK"),
        ("NACHMITTAG", "DAY"),
        ("ATARDECER", "DUSK"),
        ("TRAMONTO", "DUSK"),
        ("MADRUGADA", "DAWN"),
    ],
)
def test_the_light_follows_from_the_time(time: str, light: str) -> None:
    heading = read_heading(f"EXT. PIER - {time}", TimeOfDay.DUSK if light != "DUSK" else None)
    assert (heading.set, heading.time_of_day.value) == ("PIER", light)


@pytest.mark.parametrize(
    "time",
    [
        "CONTINUOUS",
        "LATER",
        "SAME",
        "SAME TIME",
        "MOMENTS LATER",
        "A FEW MINUTES LATER",
        "PLUS TARD",
    ],
)
def test_a_time_that_only_goes_on_keeps_the_light_of_the_scene_before(time: str) -> None:
    heading = read_heading(f"EXT. YARD - {time}", TimeOfDay.NIGHT)
    assert (heading.set, heading.time) == ("YARD", time)
    assert heading.time_of_day is TimeOfDay.NIGHT
    assert read_heading(f"EXT. YARD - {time}").time_of_day is TimeOfDay.DAY


@pytest.mark.parametrize(
    ("raw", "where", "modifiers"),
    [
        ("INT. BARN - NIGHT (1973)", "BARN", ("1973",)),
        ("INT. BARN - DAY - FLASHBACK (1944)", "BARN", ("FLASHBACK (1944)",)),
        ("INT. VAN (MOVING) - DAY", "VAN", ("MOVING",)),
        ("INT. VAN - MOVING - DAY", "VAN", ("MOVING",)),
        ("INT. ROOM (UPSTAIRS) - DAY", "ROOM (UPSTAIRS)", ()),
        ("INT. BARN - FLASHBACK - DAY", "BARN", ("FLASHBACK",)),
    ],
)
def test_how_is_told_from_where(raw: str, where: str, modifiers: tuple[str, ...]) -> None:
    heading = read_heading(raw)
    assert (heading.set, heading.modifiers) == (where, modifiers)


@pytest.mark.parametrize(
    ("raw", "rest", "number"),
    [
        ("INT. X - DAY #12A#", "INT. X - DAY", "12A"),
        ("INT. X - DAY #1-2.a#", "INT. X - DAY", "1-2.a"),
        ("INT. X - DAY", "INT. X - DAY", ""),
        ("INT. X - DAY #a b#", "INT. X - DAY #a b#", ""),
        ("INT. X - DAY ##", "INT. X - DAY ##", ""),
        ("12 INT. X - DAY 12", "INT. X - DAY", "12"),
        ("A12. INT. X - DAY", "INT. X - DAY", "A12"),
        ("12 INT. X - DAY #13#", "INT. X - DAY", "13"),
        ("12 OMITTED 12", "OMITTED", "12"),
        ("24 hours pass.", "24 hours pass.", ""),
    ],
)
def test_a_written_number_is_cut_off(raw: str, rest: str, number: str) -> None:
    assert read_number(raw) == (rest, number)


@pytest.mark.parametrize(
    "text",
    ["INT. X", "ext house", "EST X", "I/E X", "INT.X", "INNEN X", "INTERIOR. X", "int. x"],
)
def test_these_begin_a_heading(text: str) -> None:
    assert is_heading(text)


@pytest.mark.parametrize(
    "text",
    [
        "Interior designers wait.",
        "EXTRA",
        "INT",
        "Est venu.",
        "INTERCUT WITH:",
        "Aussen war es kalt.",
        "A/B TEST",
        "",
    ],
)
def test_these_do_not(text: str) -> None:
    assert not is_heading(text)


def test_what_stands_for_an_omitted_scene() -> None:
    assert all(is_omitted(text) for text in ("OMITTED", "Omit", "SCENES 4-6 OMITTED", "(OMITTED)"))
    assert not any(is_omitted(text) for text in ("OMITTED LETTERS ON A DESK", "SCENE 4", ""))


@pytest.mark.parametrize(
    "hard", ["-" * 9000, " " * 9000 + "x #1#", "(" * 9000, " -" * 9000, "()" * 9000]
)
def test_no_heading_is_too_hard_to_take_apart(hard: str) -> None:
    heading, _ = read_number(f"INT. {hard}")
    assert read_heading(heading).raw == heading
