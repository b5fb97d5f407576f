import numpy as np
from tests.film.generation.scoring.builder import PARTS, frame_of, take_of

from secondunit.film.generation.scoring.reading.surfaces import compare, read_asked


def test_a_take_as_asked_is_nowhere_odd() -> None:
    found = compare(read_asked(frame_of(), PARTS), take_of())
    assert float(np.quantile(found.odd, 0.99)) < 0.03
    assert found.apart.max() < 0.02


def test_what_stands_before_the_set_is_odd_there_alone() -> None:
    take = take_of().copy()
    take[100:180, 200:230] = (200, 30, 160)
    odd = compare(read_asked(frame_of(), PARTS), take).odd
    assert float(odd[60:80, 104:112].min()) > 0.08
    assert float(np.median(odd)) < 0.02
