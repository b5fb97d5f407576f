from tests.film.shots.builder import make_script

from secondunit.film.shots.cast.story_days import story_days


def days(*headings: str) -> list[int]:
    script = make_script("\n\n".join(f"{heading}\n\nRain." for heading in headings))
    return list(story_days(script).values())


def test_a_day_begins_when_the_light_goes_back() -> None:
    found = days("INT. A - DAY", "EXT. B - DUSK", "INT. C - NIGHT", "EXT. D - DAWN", "INT. E - DAY")
    assert found == [1, 1, 1, 2, 2]


def test_later_and_continuous_stay_on_their_day() -> None:
    assert days("INT. A - DAY", "INT. B - LATER", "INT. A - CONTINUOUS") == [1, 1, 1]


def test_the_heading_may_say_that_a_day_has_passed() -> None:
    assert days("INT. A - DAY", "INT. A - NEXT DAY", "INT. A - TWO WEEKS LATER") == [1, 2, 3]


def test_flashbacks_are_apart_and_do_not_turn_the_day() -> None:
    found = days("INT. A - DAY", "EXT. B - NIGHT (FLASHBACK)", "INT. A - DAY")
    assert found == [1, 0, 1]
