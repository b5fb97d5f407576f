import pytest
from tests.film.shots.builder import DATA, tables

from secondunit.core.errors import InputError
from secondunit.film.shots.model import Build, Size
from secondunit.film.shots.tables import read_shot_tables

TEXT = (DATA / "shots.toml").read_text(encoding="utf-8")


def test_the_first_choice_of_a_size_comes_first() -> None:
    assert tables().lenses.choices(Size.MEDIUM)[0] == 50
    assert set(tables().lenses.choices(Size.CLOSE)) == set(tables().lenses.kit)


def test_a_lens_of_the_kit_carries_its_sensor() -> None:
    assert tables().lenses.lens(35).sensor_width_mm == tables().lenses.sensor_width_mm


def test_women_men_and_children_have_their_own_outlines() -> None:
    looks = tables().looks
    assert looks.silhouettes(Build.CHILD) != looks.silhouettes(Build.WOMAN)


def test_a_wrong_field_is_named() -> None:
    with pytest.raises(InputError, match="words_per_second"):
        read_shot_tables(TEXT.replace("words_per_second = 2.7", 'words_per_second = "fast"'))


@pytest.mark.parametrize("text", ["[lenses", "source = 1"])
def test_broken_toml_is_refused(text: str) -> None:
    with pytest.raises(InputError, match=r"shots\.toml"):
        read_shot_tables(text)


def test_a_kit_without_lenses_is_refused() -> None:
    with pytest.raises(InputError, match=r"lenses\.kit"):
        read_shot_tables(TEXT.replace("kit = [18, 25, 32, 40, 50, 65, 85, 100, 135]", "kit = []"))


def test_no_two_costumes_are_alike() -> None:
    costumes = tables().looks.costumes
    assert len(set(costumes)) == len(costumes) >= 48
