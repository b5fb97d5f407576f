import numpy as np
import pytest
from tests.film.generation.scoring.builder import asked, footage, moved, take_of

from secondunit.core.timecode import Rate
from secondunit.film.generation.scoring.expected import Footage
from secondunit.film.generation.scoring.model import Fault
from secondunit.film.generation.scoring.technical import judge_technical


def took() -> Footage:
    return footage(take_of())


def walking(frames: int = 24) -> np.ndarray:
    small = took().small[0]
    return np.stack([np.roll(small, 2 * frame, axis=1) for frame in range(frames)])


def faults(footage_: Footage, *, moves: bool = False) -> tuple[Fault, ...]:
    return judge_technical(asked(moves=moves), footage_).faults


def test_a_take_as_ordered_has_none_and_says_what_it_is() -> None:
    score = judge_technical(asked(), took())
    assert (score.faults, score.value) == ((), 1.0)
    assert score.said == "24 frames at 24, 480x260, as ordered"


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        ({"frames": 23}, Fault.LENGTH),
        ({"rate": Rate(numerator=25)}, Fault.RATE),
        ({"width": 260, "height": 480}, Fault.SHAPE),
        ({"small": np.full((24, 36, 64, 3), 128, np.uint8)}, Fault.BLANK),
        ({"small": np.zeros((24, 36, 64, 3), np.uint8)}, Fault.BLACK),
    ],
)
def test_what_is_wrong_with_the_file_is_named(change: dict[str, object], fault: Fault) -> None:
    assert faults(moved(took(), **change)) == (fault,)


def test_a_shot_that_moves_may_not_freeze_but_may_be_on_threes() -> None:
    frozen = np.concatenate([walking(8), np.repeat(walking(8)[-1:], 16, axis=0)])
    assert faults(moved(took(), small=frozen), moves=True) == (Fault.FROZEN,)
    threes = walking(8).repeat(3, axis=0)
    assert faults(moved(took(), small=threes), moves=True) == ()
    still = np.repeat(walking(1), 24, axis=0)
    assert faults(moved(took(), small=still)) == ()


def test_frames_doubled_out_of_step_are_found() -> None:
    order = [0, 1, 2, 2, 3, 4, 5, 6, 7, 7, 8, 9, 9, 10, 11, 12, 13, 14, 14, 15, 16, 17, 18, 19]
    small = walking()[order]
    assert faults(moved(took(), small=small), moves=True) == (Fault.DUPLICATES,)


def test_light_that_swings_from_frame_to_frame_is_flicker() -> None:
    swing = took().small.astype(int)
    swing[::2] += 9
    assert faults(moved(took(), small=np.clip(swing, 0, 255).astype(np.uint8))) == (Fault.FLICKER,)


def test_a_ramp_in_steps_is_banding_and_a_smooth_one_is_not() -> None:
    ramp = np.tile(np.linspace(20, 200, 480), (260, 1))
    assert faults(moved(took(), rows=ramp.astype(np.uint8))) == ()
    steps = (ramp // 8 * 8).astype(np.uint8)
    assert faults(moved(took(), rows=steps)) == (Fault.BANDING,)
