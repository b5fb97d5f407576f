"""A floor under the quality that ``python -m benchmarks.breakdown_quality`` prints in full."""

import pytest
from benchmarks.breakdown_quality import MUST, files, measure, micro

MEASURED = {split: measure(split) for split in ("tune", "test")}


def test_the_annotated_set_is_of_many_genres_and_two_languages() -> None:
    every = [*files("tune"), *files("test")]
    assert sum(len(file.scenes) for file in every) >= 60
    assert len({file.genre for file in every}) >= 8
    assert {file.language for file in every} == {"en", "fr"}


@pytest.mark.parametrize("split", ["tune", "test"])
def test_the_breakdown_is_as_good_as_it_was(split: str) -> None:
    score = MEASURED[split]
    assert micro(score)[2] >= 0.85
    assert score.inexact == []
    assert score.trapped == []


@pytest.mark.parametrize("key", MUST)
def test_what_must_not_be_missed_is_found(key: str) -> None:
    score = MEASURED["test"]
    assert score.must[key] >= 15
    assert score.must_found[key] >= 0.9 * score.must[key]
