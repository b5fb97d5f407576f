from dataclasses import replace

from tests.film.generation.scoring.builder import BOTH, DES, MINA, PARTS, asked, frame_of, take_of
from tests.film.generation.scoring.test_score import CALIBRATION

from secondunit.film.generation.scoring.evidence import Case
from secondunit.film.generation.scoring.judge import judge_all, verdict
from secondunit.film.generation.scoring.reading.features import read_frame, read_plate


def case(*people: object) -> Case:
    reading = read_frame(read_plate(frame_of(), PARTS), take_of(people))  # type: ignore[arg-type]  # people
    return Case(
        asked=asked(), frames=(8,), readings=(reading,), moved=(None,), calibration=CALIBRATION
    )


def test_the_word_of_most_frames_counts() -> None:
    right, wrong = case(*BOTH), case(MINA)
    mixed = replace(
        right, frames=(8, 9, 10), moved=(None,) * 3,
        readings=(right.readings[0], wrong.readings[0], right.readings[0]),
    )  # fmt: skip
    said, alone = verdict(mixed, "missing"), verdict(wrong, "missing")
    assert said is not None
    assert alone is not None
    assert said.excess < 0 < alone.excess
    assert said.frame == 1


def test_the_worst_aspect_decides_how_probable_the_take_is() -> None:
    right = judge_all(case(*BOTH))[1]
    wrong = judge_all(case(MINA, replace(DES, torso=(200, 60, 170))))[1]
    assert right is not None
    assert wrong is not None
    assert right > 0.5 > wrong
