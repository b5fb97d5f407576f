import numpy as np
from tests.film.schedule.builder import make_need, make_person, make_timed

from secondunit.film.schedule.decoder import arrays
from secondunit.film.schedule.decoder.cells import hour, light_of, listed, of, on, opening
from secondunit.film.schedule.decoder.encode import encode
from secondunit.film.schedule.model import Light


def test_every_cell_of_the_book_is_found_by_what_it_means() -> None:
    needs = (make_need(1, eighths=5, cast=(2,)), make_need(2, eighths=7, light=Light.DAY))
    people = (make_person(1, away=("2027-01-04",)), make_person(2, minor=True))
    encoded = encode(make_timed(*needs, people=people))
    book = encoded.tables.book
    assert [of(book, scene, arrays.MINUTES) for scene in (0, 1)] == [75, 105]
    assert listed(book, of(book, 0, arrays.MINOR_AT)) == 1
    assert on(book, 0, arrays.ORDINAL) == encoded.dates[0].toordinal()
    assert opening(book, 1, 0) == 1
    assert hour(book, 1, 0, 0) == 300
    assert light_of(book, 0, arrays.DAY, 0, 0) < light_of(book, 0, arrays.DAY, 0, 1)
    assert book.dtype == np.int64
