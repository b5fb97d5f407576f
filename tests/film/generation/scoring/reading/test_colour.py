import numpy as np
from tests.film.generation.scoring.builder import PARTS, frame_of, paint

from secondunit.film.generation.scoring.reading.colour import (
    difference,
    find_grade,
    oklab,
    oklab_of,
    part_colours,
)


def test_white_is_light_without_colour_and_four_pixels_are_mixed_in_light() -> None:
    checks = np.zeros((4, 4, 3), dtype=np.uint8)
    checks[::2, ::2] = checks[1::2, 1::2] = 255
    lab = oklab(checks)
    assert lab.shape == (2, 2, 3)
    assert 0.75 < lab[0, 0, 0] < 0.85
    assert abs(lab[0, 0, 1]) < 0.01


def test_shade_on_a_cloth_counts_little_and_dye_counts_much() -> None:
    cloth, shade, dyed = oklab_of((180, 40, 40)), oklab_of((110, 24, 24)), oklab_of((40, 60, 180))
    assert difference(cloth, shade) < 0.04
    assert difference(cloth, dyed) > 0.2


def test_a_grade_on_everything_is_found_although_one_surface_was_dyed() -> None:
    frame = frame_of()
    there, sizes = part_colours(oklab(frame.picture), frame.part[::2, ::2], len(PARTS))
    graded = frame.picture * np.array([1.0, 0.92, 0.8])
    graded[frame.part == 3] = (40, 60, 180)
    here, _ = part_colours(oklab(graded.astype(np.uint8)), frame.part[::2, ::2], len(PARTS))
    apart = difference(here, find_grade(there, here, sizes).of(there))
    assert apart[3] > 0.1
    assert max(apart[[0, 1, 7, 8]]) < 0.03


def test_parts_too_small_to_tell_are_left_at_nothing() -> None:
    picture, part = paint()
    part = part[::2, ::2].copy()
    part[part == 5] = 0
    part[0, :3] = 5
    colours, sizes = part_colours(oklab(picture), part, len(PARTS))
    assert sizes[5] == 3
    assert not colours[5].any()
