from dataclasses import replace

from tests.film.shots.builder import make_mark, make_shot

from secondunit.core.finding import Severity
from secondunit.film.shots.continuity.direction import check_direction, screen_way
from secondunit.film.shots.model import Framing, Key, Mark, ShotSpec, Vector


def walk(start: float, end: float) -> Mark:
    return replace(make_mark("ADA", (start, 0, 0), 90), to=(end, 0, 0))


def shot(number: str, eye: Vector, mark: Mark) -> ShotSpec:
    return make_shot(number, eye, ("ADA",), marks=(mark,), framing=Framing.MASTER)


FRONT, BACK, END = (0.0, 1.5, 5.0), (0.0, 1.5, -5.0), (8.0, 1.5, 0.0)


def test_from_the_other_side_somebody_who_goes_on_turns_back_on_screen() -> None:
    (found,) = check_direction((shot("1A", FRONT, walk(-2, 0)), shot("1B", BACK, walk(0, 2))))
    assert found.severity is Severity.WARNING
    assert found.message == "ADA goes left on screen, having gone right in 1A"


def test_the_same_side_a_shot_along_the_way_and_a_real_turn_are_lawful() -> None:
    first, last = shot("1A", FRONT, walk(-2, 0)), shot("1C", BACK, walk(0, 2))
    assert not list(check_direction((first, shot("1B", FRONT, walk(0, 2)))))
    assert not list(check_direction((first, shot("1B", END, walk(0, 1)), last)))
    assert not list(check_direction((first, shot("1B", FRONT, walk(0, -2)))))


def test_a_cutaway_between_frees_the_way() -> None:
    first, last = shot("1A", FRONT, walk(-2, 0)), shot("1C", BACK, walk(0, 2))
    cutaway = make_shot("1B", FRONT, (), framing=Framing.INSERT, marks=())
    assert not list(check_direction((first, cutaway, last)))


def test_paths_with_keys_count_from_their_start_to_their_end() -> None:
    path = replace(
        make_mark("ADA", (-2, 0, 0), 90),
        keys=(Key(share=0.5, at=(-1, 0, 0)), Key(share=1.0, at=(0, 0, 0))),
    )
    (found,) = check_direction((shot("1A", FRONT, path), shot("1B", BACK, walk(0, 2))))
    assert found.where == "shot 1B"


def test_a_way_towards_the_camera_has_no_side() -> None:
    key = shot("1A", END, walk(0, 1)).camera[0]
    assert screen_way((1.0, 0.0, 0.0), key) == 0
    assert screen_way((0.0, 0.0, 1.0), key) == -1
    assert screen_way((0.0, 0.0, 0.0), key) == 0
