import pytest
from tests.film.shots.builder import DATA

from secondunit.core.errors import InputError
from secondunit.film.shots.assist.table import PLACES, read_shot_assist

TEXT = (DATA / "shots_assist.toml").read_text(encoding="utf-8")


def test_the_file_that_ships_has_every_place() -> None:
    assert all(place in read_shot_assist(TEXT).prompt.request for place in PLACES)


def test_a_request_without_a_place_and_a_wrong_limit_are_refused() -> None:
    with pytest.raises(InputError, match=r"\{lines\}"):
        read_shot_assist(TEXT.replace("{lines}", ""))
    with pytest.raises(InputError, match=r"shots_assist\.toml"):
        read_shot_assist(TEXT.replace("most_shots = 40", "most_shots = 0"))
