from secondunit.film.schedule.talent.exact import advance, rehash
from secondunit.film.schedule.talent.grid import Layer, make_grid, make_layer
from secondunit.film.schedule.talent.model import TalentProblem
from secondunit.film.schedule.talent.reduce import reduce_problem

CHAIN = TalentProblem(
    name="chain",
    durations=(1, 1, 1, 1),
    rates=(10, 10, 10),
    casts=((0,), (0, 1), (1, 2), (2,)),
)


def begin() -> Layer:
    layer = make_layer(1)
    layer.size[0] = 1
    return layer


def test_the_empty_set_is_followed_by_sets_of_one_block() -> None:
    grid, target = make_grid(reduce_problem(CHAIN)), make_layer(16)
    assert advance(grid, begin(), target, (0, 1), 1000) == 1
    found = {int(shot) for shot in target.shot[: target.size[0]]}
    assert found <= {1, 2, 4, 8}
    assert {1, 8} & found, "an end of the chain begins a cheapest order"
    assert not target.waiting[: target.size[0]].any(), "nobody waits before the first block"


def test_nothing_is_reached_that_cannot_beat_the_best_known() -> None:
    grid, target = make_grid(reduce_problem(CHAIN)), make_layer(16)
    advance(grid, begin(), target, (0, 1), 0)
    assert target.size[0] == 0


def test_a_full_layer_stops_before_the_set_that_has_no_room() -> None:
    grid, target = make_grid(reduce_problem(CHAIN)), make_layer(2)
    assert advance(grid, begin(), target, (0, 1), 1000) == 0


def test_a_layer_in_larger_arrays_finds_its_sets_again() -> None:
    grid, target = make_grid(reduce_problem(CHAIN)), make_layer(16)
    advance(grid, begin(), target, (0, 1), 1000)
    before = sorted(target.slots[target.slots >= 0].tolist())
    rehash(target)
    assert sorted(target.slots[target.slots >= 0].tolist()) == before
