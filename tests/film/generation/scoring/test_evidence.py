from tests.film.generation.scoring.builder import BOTH, MINA
from tests.film.generation.scoring.test_judge import case

from secondunit.film.generation.scoring.evidence import of_figure, where, whole
from secondunit.film.generation.scoring.model import Fault


def test_where_the_picture_is_instead_is_said_in_words_of_the_frame() -> None:
    assert where((24.0, 0.0), 1.0) == "the picture is 5.0 % of the width to the right"
    assert where((0.0, 0.0), 1.25) == "the picture is 25 % tighter"
    assert where((0.0, 0.0), 1.0) == "lines lie elsewhere"


def test_a_mark_is_in_shares_of_the_frame_and_says_whether_it_is_wrong() -> None:
    mark = of_figure(case(*BOTH), 0, MINA.figure, "figure-01", "nobody")
    assert 0 <= mark.box[0] < mark.box[2] <= 1
    assert mark.box[0] * 480 <= MINA.x <= mark.box[2] * 480
    assert not whole(case(*BOTH), 0, "a", "b", ()).wrong
    assert whole(case(*BOTH), 0, "a", "b", (Fault.MISFRAMED,)).wrong
