from dataclasses import replace

import numpy as np
from tests.film.generation.scoring.builder import (
    BOTH,
    DES,
    MINA,
    SLATE,
    asked,
    footage,
    moved,
    take_of,
)

from secondunit.adapters.tables import PackagedTables
from secondunit.film.generation.scoring.calibration import FILE, read_calibration
from secondunit.film.generation.scoring.expected import Footage
from secondunit.film.generation.scoring.model import Aspect, Fault, TakeScores
from secondunit.film.generation.scoring.score import read_plates, score_take

CALIBRATION = read_calibration(PackagedTables().fetch_table(FILE))


def scored(took: Footage) -> TakeScores:
    shot = asked()
    return score_take(SLATE, shot, read_plates(shot), took, CALIBRATION)


def test_a_take_as_ordered_has_no_fault_and_names_what_nobody_looked_at() -> None:
    scores = scored(footage(take_of(BOTH), take_of(BOTH)))
    assert scores.faults == ()
    assert [score.aspect for score in scores.scores] == list(Aspect)
    assert scores.unassessed == (Aspect.STYLE, Aspect.IDENTITY)
    assert scores.probability is not None
    assert scores.probability > 0.5


def test_a_missing_person_is_a_hard_fault_with_the_place_marked() -> None:
    scores = scored(footage(take_of((MINA,))))
    assert Fault.MISSING in scores.hard
    mark = scores.score(Aspect.BLOCKING).marks[0]
    assert (mark.expected, mark.came) == ("figure-02", "nobody")
    assert mark.box[0] * 480 <= DES.x <= mark.box[2] * 480


def test_another_costume_shows_both_colours() -> None:
    scores = scored(footage(take_of((MINA, replace(DES, torso=(200, 60, 170))))))
    score = scores.score(Aspect.WARDROBE)
    assert score.faults == (Fault.WARDROBE,)
    asked_colour, came = score.marks[0].expected_colour, score.marks[0].came_colour
    assert asked_colour is not None
    assert came is not None
    assert asked_colour[1] > asked_colour[0]
    assert came[0] > came[1]


def test_where_the_frame_is_elsewhere_places_are_not_compared() -> None:
    scores = scored(footage(np.roll(take_of(BOTH), 30, axis=1)))
    assert Fault.MISFRAMED in scores.faults
    assert "to the right" in scores.score(Aspect.FRAMING).said
    assert scores.score(Aspect.BLOCKING).value is None
    assert scores.score(Aspect.WARDROBE).value is None


def test_nothing_is_said_of_a_black_take_but_that() -> None:
    black = moved(footage(take_of()), small=np.zeros((24, 36, 64, 3), np.uint8))
    scores = scored(black)
    assert scores.hard == (Fault.BLACK,)
    assert scores.probability == 0.0
    assert len(scores.unassessed) == len(Aspect) - 1


def test_one_picture_says_nothing_of_motion() -> None:
    assert scored(footage(take_of(BOTH))).score(Aspect.CAMERA).value is None
