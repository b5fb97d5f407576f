import pytest

from secondunit.core.errors import InputError
from secondunit.film.shots.hq import HqEngine, check_samples, read_engine


@pytest.mark.parametrize("engine", HqEngine)
def test_every_engine_is_read_by_its_name(engine: HqEngine) -> None:
    assert read_engine(engine.value.upper()) is engine


def test_an_engine_that_is_none_is_refused_with_those_there_are() -> None:
    with pytest.raises(InputError, match="eevee") as caught:
        read_engine("eevee")
    assert caught.value.remedy == "Use cycles or freestyle."


@pytest.mark.parametrize("samples", [0, -4, 5000])
def test_samples_that_make_no_picture_are_refused(samples: int) -> None:
    with pytest.raises(InputError, match=str(samples)):
        check_samples(samples)
