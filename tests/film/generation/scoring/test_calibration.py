import pytest

from secondunit.adapters.tables import PackagedTables
from secondunit.core.errors import InputError
from secondunit.film.generation.scoring.calibration import (
    DETECTORS,
    FILE,
    Detector,
    read_calibration,
)

SHIPPED = PackagedTables().fetch_table(FILE)


def test_the_shipped_calibration_has_every_detector_and_its_date() -> None:
    found = read_calibration(SHIPPED)
    assert set(found.detectors) == set(DETECTORS)
    assert found.version.startswith(found.checked_on)


def test_a_take_is_the_less_probable_the_farther_it_is_past_a_threshold() -> None:
    found = read_calibration(SHIPPED)
    sure = [found.probability([excess]) for excess in (-6.0, -2.0, 0.0, 3.0)]
    assert sure == sorted(sure, reverse=True)
    assert sure[0] > 0.8
    assert sure[-1] < 0.2


def test_a_detector_sums_its_features_and_says_one_half_at_its_threshold() -> None:
    judge = Detector(mean=(1.0,), scale=(2.0,), weights=(3.0,), bias=-1.0, threshold=2.0)
    assert judge.judge((3.0,)) == 2.0
    assert judge.value(2.0) == 0.5
    assert judge.value(9.0) < 0.01


@pytest.mark.parametrize(
    "text",
    [
        "", "not toml [", SHIPPED.replace("[detectors.swap]", "[detectors.swop]"),
        SHIPPED.replace("threshold = ", "threshold = nan #", 1),
        SHIPPED.replace("mean = [", "mean = [1.0, ", 1),
    ],
)  # fmt: skip
def test_a_malformed_calibration_is_refused(text: str) -> None:
    with pytest.raises(InputError, match="is no calibration"):
        read_calibration(text)
