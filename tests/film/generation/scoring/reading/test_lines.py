import numpy as np

from secondunit.film.generation.scoring.reading.lines import REACH, distances, edges


def upright() -> np.ndarray:
    picture = np.full((60, 80, 3), 80, dtype=np.uint8)
    picture[:, 40:] = 180
    return picture


def test_an_edge_is_one_pixel_wide_and_knows_its_direction() -> None:
    found = edges(upright(), share=0.1)
    row = found[30]
    assert (row >= 0).sum() == 1
    assert abs(int(np.flatnonzero(row >= 0)[0]) - 40) <= 1
    assert row.max() == 0
    turned = edges(np.ascontiguousarray(upright().transpose(1, 0, 2)), share=0.1)
    assert set(np.unique(turned)) == {-1, 2}


def test_a_place_is_near_an_edge_of_its_own_direction_alone() -> None:
    far = distances(edges(upright(), share=0.1))
    assert far[0, 30, 40] <= 1
    assert abs(far[0, 30, 45] - 5) <= 1
    assert far[2, 30, 40] == REACH


def test_a_picture_of_nothing_has_no_edges() -> None:
    found = edges(np.full((40, 40, 3), 90, dtype=np.uint8))
    assert (found == -1).all()
    assert (distances(found) == REACH).all()
