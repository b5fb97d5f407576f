from dataclasses import replace

import numpy as np
from tests.film.generation.scoring.builder import (
    BOTH,
    DES,
    HEIGHT,
    MINA,
    PARTS,
    WIDTH,
    frame_of,
    take_of,
)

from secondunit.film.generation.scoring.expected import Picture
from secondunit.film.generation.scoring.reading.framing import lay, outlines
from secondunit.film.generation.scoring.reading.limbs import Bearing, bearings
from secondunit.film.generation.scoring.reading.lines import distances, edges
from secondunit.film.generation.scoring.reading.surfaces import compare, read_asked


def read(picture: Picture) -> tuple[Bearing, ...]:
    frame = frame_of()
    lines = outlines(frame)
    fit = lay(lines, distances(edges(picture)), WIDTH)
    nothing_new = np.zeros((HEIGHT, WIDTH), dtype=np.bool_)
    return bearings(compare(read_asked(frame, PARTS), picture), lines, fit, nothing_new)


def test_arms_as_asked_are_where_they_should_be() -> None:
    for each in read(take_of(BOTH)):
        assert each.stray < 0.5
        assert max(limb.gone for limb in each.limbs) < 0.02


def test_an_arm_held_up_is_gone_from_its_place_and_found_beside_the_body() -> None:
    mina, des = read(take_of((replace(MINA, arm="up"), DES)))
    gone = {limb.name: limb.gone for limb in mina.limbs}
    assert gone["right arm"] > 0.05
    assert mina.stray > 1
    assert mina.stray_box is not None
    assert 2 * mina.stray_box[0] >= MINA.x + 28
    assert des.stray < 0.5
