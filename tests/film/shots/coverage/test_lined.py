from fractions import Fraction

from tests.film.shots.builder import list_shots, make_script

from secondunit.film.shots.coverage.lined import measure_coverage


def test_a_proposal_covers_all_and_half_a_list_does_not() -> None:
    script, shots = make_script(), list_shots()
    assert measure_coverage(script, shots).share == 1
    half = measure_coverage(script, shots[: len(shots) // 2])
    assert 0 < half.share < 1
    assert half.missing[-1] == script.scenes[-1].lines[-1].id


def test_no_shots_cover_nothing() -> None:
    found = measure_coverage(make_script(), ())
    assert found.share == Fraction(0)
    assert len(found.missing) == found.lines > 10
