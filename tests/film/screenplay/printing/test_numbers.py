from secondunit.adapters.formats.fountain import FORMAT
from secondunit.film.screenplay.model import Screenplay
from secondunit.film.screenplay.printing.numbers import scene_labels


def script(*numbers: str) -> Screenplay:
    text = "".join(
        f"INT. HALL - DAY{f' #{number}#' if number else ''}\n\nRain.\n\n" for number in numbers
    )
    found = FORMAT.read(text.encode(), "t.fountain").screenplay
    assert found is not None
    return found


def test_a_script_prints_the_numbers_it_has_and_no_others() -> None:
    assert scene_labels(script("", "")) == ("", "")
    assert scene_labels(script("1", "", "2A")) == ("1", "", "2A")


def test_a_script_without_numbers_is_numbered_by_place_when_asked() -> None:
    assert scene_labels(script("", "", ""), number_all=True) == ("1", "2", "3")


def test_new_scenes_are_lettered_between_the_numbered_ones() -> None:
    assert scene_labels(script("", "1", "", "2", ""), number_all=True) == (
        "A1", "1", "1A", "2", "3",
    )  # fmt: skip
