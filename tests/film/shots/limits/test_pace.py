from dataclasses import replace

import pytest
from tests.film.shots.builder import TALKERS, make_shot, tables

from secondunit.core.timecode import Frames
from secondunit.film.shots.limits.pace import check_pace, travel_seconds, turned
from secondunit.film.shots.model import Camera, Key, Mark, Move, Pose
from secondunit.film.shots.tables import Pace

FIRST = Camera(eye=(0, 1.5, 5), target=(0, 1.5, 0), roll=0, focal_mm=50)
SHOT = make_shot("1A", (2.0, 1.55, 2.0), ("ADA",))


def test_a_move_takes_as_long_as_its_slowest_part() -> None:
    last = replace(FIRST, eye=(3, 1.5, 5), target=(3, 1.5, 0))
    assert travel_seconds((FIRST, last), Pace(metres_per_second=1.5)) == pytest.approx(2.0)
    panned = replace(FIRST, target=(5, 1.5, 5))
    pace = Pace(metres_per_second=1.5, degrees_per_second=45)
    assert travel_seconds((FIRST, panned), pace) == pytest.approx(2.0)


def test_roll_counts_as_turning() -> None:
    assert turned(FIRST, replace(FIRST, roll=20)) == pytest.approx(20)


def test_a_whip_may_be_as_fast_as_it_likes() -> None:
    keys = (FIRST, replace(FIRST, target=(0, 1.5, 10)))
    shot = replace(SHOT, camera=keys, move=Move.WHIP, duration=Frames(12))
    assert list(check_pace(shot, tables())) == []
    assert len(list(check_pace(replace(shot, move=Move.PAN), tables()))) == 1


@pytest.mark.parametrize(
    ("pose", "metres", "severity"),
    [(Pose.WALK, 3, []), (Pose.WALK, 8, ["warning"]), (Pose.RUN, 8, []), (Pose.RUN, 40, ["error"])],
)
def test_nobody_is_faster_than_people_are(pose: Pose, metres: int, severity: list[str]) -> None:
    runner = Mark(figure="ADA", at=(0, 0, 0), facing=90, pose=pose, to=(metres, 0, 0))
    shot = replace(SHOT, marks=(runner, TALKERS[1]))
    assert [each.severity.value for each in check_pace(shot, tables())] == severity


def test_each_leg_of_a_path_is_timed_by_its_own_share() -> None:
    path = (Key(share=0.1, at=(2, 0, 0)), Key(share=1.0, at=(3, 0, 0)))
    shot = replace(SHOT, marks=(Mark(figure="ADA", at=(0, 0, 0), facing=90, keys=path),))
    (found,) = check_pace(shot, tables())
    assert "10 m a second" in found.message
