import numpy as np
from tests.film.generation.scoring.builder import WIDTH, frame_of, take_of

from secondunit.film.generation.scoring.expected import Picture
from secondunit.film.generation.scoring.reading.framing import Fit, lay, outlines
from secondunit.film.generation.scoring.reading.lines import distances, edges


def laid(picture: Picture) -> Fit:
    return lay(outlines(frame_of()), distances(edges(picture)), WIDTH)


def test_a_take_framed_as_asked_fits_best_at_its_place() -> None:
    fit = laid(take_of())
    assert fit.there < 1.5
    assert fit.z > 3
    assert fit.moved_px < 2
    assert fit.mirrored > 1


def test_a_shifted_take_is_found_where_it_is() -> None:
    fit = laid(np.roll(take_of(), (6, -20), axis=(0, 1)))
    assert abs(fit.shift[0] + 20) <= 2
    assert abs(fit.shift[1] - 6) <= 2
    assert fit.best < fit.there - 1


def test_a_mirrored_take_fits_better_mirrored() -> None:
    assert laid(np.ascontiguousarray(take_of()[:, ::-1])).mirrored < 0


def test_outlines_run_where_things_end_and_know_whose_they_are() -> None:
    lines = outlines(frame_of())
    assert {0, 1} <= set(lines.owner.tolist())
    beside = lines.places[lines.owner == 0]
    assert 90 <= beside[:, 0].min() <= beside[:, 0].max() <= 160
