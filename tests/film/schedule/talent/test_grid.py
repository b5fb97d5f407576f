import numpy as np
from tests.film.schedule.talent.builder import random_problem

from secondunit.film.schedule.talent.grid import make_grid, make_layer
from secondunit.film.schedule.talent.reduce import reduce_problem


def test_sets_hold_who_plays_where_both_ways() -> None:
    reduced = reduce_problem(random_problem(3, 10, 6, 0.4))
    grid = make_grid(reduced)
    for block, cast in enumerate(reduced.casts):
        for player in range(len(reduced.rates)):
            assert bool(grid.cast[block] >> player & 1) == (player in cast)
            assert bool(grid.plays[player] >> block & 1) == (player in cast)
    assert np.diff(grid.cast_at).tolist() == [len(cast) for cast in reduced.casts]


def test_more_blocks_than_a_word_has_bits_are_known_as_such() -> None:
    assert make_grid(reduce_problem(random_problem(3, 20, 6, 0.4))).fits_words()
    assert not make_grid(reduce_problem(random_problem(3, 90, 20, 0.4))).fits_words()


def test_a_layer_begins_empty() -> None:
    layer = make_layer(8)
    assert layer.size[0] == 0
    assert (layer.slots == -1).all()
    assert len(layer.slots) == 16
