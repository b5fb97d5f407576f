import numpy as np
from tests.film.schedule.builder import make_need, make_timed

from secondunit.film.schedule.decoder import arrays
from secondunit.film.schedule.decoder.arrange import arrange
from secondunit.film.schedule.decoder.encode import encode
from secondunit.film.schedule.hours.sun import Twilight
from secondunit.film.schedule.model import Light


def test_dawn_is_laid_out_first_with_its_place_and_dusk_last() -> None:
    needs = (
        make_need(1, place="BAR", twilight=Twilight.DUSK),
        make_need(2, place="BAR"),
        make_need(3, place="HOUSE"),
        make_need(4, place="PIER", light=Light.DAY),
        make_need(5, place="PIER", twilight=Twilight.DAWN),
    )
    book = encode(make_timed(*needs)).tables.book
    work = np.zeros((5, 11), dtype=np.int64)
    work[:, arrays.JOINED] = range(5)
    arrange(book, work, 5, arrays.DAY)
    assert work[:, arrays.LAY].tolist() == [4, 3, 2, 1, 0]
