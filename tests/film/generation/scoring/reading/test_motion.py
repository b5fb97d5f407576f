import numpy as np
from tests.film.generation.scoring.builder import frame_of, grain, paint

from secondunit.film.generation.scoring.reading.motion import (
    describe,
    find_motion,
    motion_row,
)


def pair(shift: int) -> tuple[np.ndarray, np.ndarray]:
    picture = paint()[0]
    return grain(picture, 1), grain(np.roll(picture, shift, axis=1), 2)


def test_a_take_that_moves_as_asked_has_no_error() -> None:
    found = find_motion(frame_of(flow=8.0), *pair(8))
    assert found is not None
    assert max(found.near, found.far) < 1.5
    assert describe(found.shift, found.growth) == "the picture goes right"


def test_a_take_that_stands_still_instead_is_off_by_the_way_it_was_due() -> None:
    found = find_motion(frame_of(flow=8.0), *pair(0))
    assert found is not None
    assert abs(found.near - 8) < 2
    assert describe(found.shift, found.growth) == "still"
    right = find_motion(frame_of(flow=8.0), *pair(8))
    assert right is not None
    assert motion_row(found)[0] > motion_row(right)[0]


def test_nothing_can_be_followed_on_a_blank_set() -> None:
    blank = np.full((260, 480, 3), 128, dtype=np.uint8)
    assert find_motion(frame_of(), blank, blank) is None
