import numpy as np
from tests.film.generation.scoring.builder import take_of

from secondunit.film.generation.scoring.model import Fault
from secondunit.film.generation.scoring.style import judge_style


def test_without_a_reference_nothing_is_said_of_style() -> None:
    assert judge_style([take_of()], []).value is None


def test_a_take_like_its_reference_matches_and_a_dark_blue_one_does_not() -> None:
    reference = take_of()
    assert judge_style([take_of()], [reference]).faults == ()
    night = (reference * np.array([0.25, 0.3, 0.55])).astype(np.uint8)
    score = judge_style([night], [reference])
    assert score.faults == (Fault.STYLE,)
    assert score.value is not None
    assert score.value < 0.2
    assert "differs most" in score.said


def test_the_nearest_of_several_references_counts() -> None:
    dark = (take_of() * 0.3).astype(np.uint8)
    assert judge_style([take_of()], [dark, take_of()]).faults == ()
