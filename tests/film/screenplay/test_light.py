from secondunit.film.screenplay.light import cut_time, read_light
from secondunit.film.screenplay.model import TimeOfDay


def test_a_clock_names_the_light_of_its_hour() -> None:
    assert read_light("9 A.M.") == (True, TimeOfDay.DAY)
    assert read_light("11:30 PM") == (True, TimeOfDay.NIGHT)


def test_a_time_that_carries_on_names_no_light_of_its_own() -> None:
    assert read_light("MOMENTS LATER") == (True, None)


def test_a_place_with_a_word_of_time_in_it_is_no_time() -> None:
    assert read_light("NIGHT CLUB") == (False, None)


def test_a_time_is_cut_off_with_the_word_that_shades_it() -> None:
    assert cut_time("BELL HOUSE LATE NIGHT") == ("BELL HOUSE", "LATE NIGHT")
    assert cut_time("NIGHT") == ("NIGHT", "")
