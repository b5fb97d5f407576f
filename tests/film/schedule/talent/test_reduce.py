from secondunit.film.schedule.talent.model import TalentProblem
from secondunit.film.schedule.talent.reduce import reduce_problem


def reduced(*casts: tuple[int, ...], rates: tuple[int, ...] = (10, 5, 3)) -> TalentProblem:
    return TalentProblem(
        name="r", durations=tuple(range(1, len(casts) + 1)), rates=rates, casts=casts
    )


def test_scenes_of_equal_cast_become_one_block_of_their_whole_length() -> None:
    found = reduce_problem(reduced((0, 1), (1,), (0, 1), (0, 2), (2,)))
    assert (0, 2) in found.blocks
    assert found.durations[found.blocks.index((0, 2))] == 1 + 3


def test_a_performer_of_one_scene_goes_and_may_make_two_scenes_equal() -> None:
    found = reduce_problem(reduced((0, 1), (0, 1, 2), (0,), (1,)))
    assert found.blocks == ((0, 1), (2,), (3,))
    assert found.rates == (10, 5)


def test_taking_out_goes_on_until_nothing_changes() -> None:
    """Without performer 2 scenes 1 and 2 are one block, which leaves 0 and 1 with one each."""
    found = reduce_problem(reduced((0, 1), (0, 1, 2)))
    assert (found.rates, found.blocks, found.loose) == ((), (), (0, 1))


def test_the_unpaid_are_passed_over_and_those_always_together_are_one() -> None:
    found = reduce_problem(reduced((0, 1), (0, 1, 2), (2,), rates=(10, 5, 0)))
    assert found.rates == ()
    found = reduce_problem(reduced((0, 1), (0, 1, 2), (2,)))
    assert sorted(found.rates) == [3, 15]


def test_an_order_of_blocks_stands_for_an_order_of_all_scenes() -> None:
    found = reduce_problem(reduced((0, 1), (), (0, 1), (0, 2), (2, 1)))
    assert found.expand((2, 0, 1)) == (4, 0, 2, 3, 1)


def test_scenes_that_one_taken_out_plays_in_stay_together_within_a_larger_block() -> None:
    """Performer 2 plays scenes 1 and 3 only, which then are like scene 2."""
    found = reduce_problem(reduced((0, 1), (0, 2), (0,), (0, 2), (1,)))
    assert (1, 3, 2) in found.blocks
