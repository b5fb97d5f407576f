from dataclasses import replace

from tests.film.generation.scoring.builder import BOTH, DES, MINA, PARTS, frame_of, take_of

from secondunit.film.generation.scoring.reading.surfaces import Surfaces, compare, read_asked
from secondunit.film.generation.scoring.reading.wardrobe import garbs, swaps


def read(*people: object) -> Surfaces:
    return compare(read_asked(frame_of(), PARTS), take_of(people or BOTH))  # type: ignore[arg-type]  # people


def test_a_garment_of_another_colour_is_named_first() -> None:
    worst = garbs(read(replace(MINA, legs=(150, 140, 30)), DES))[0]
    assert (worst.figure, worst.region) == (0, "legs")
    assert worst.apart > 0.1
    assert garbs(read())[0].apart < 0.03


def test_two_people_in_each_others_place_look_exchanged() -> None:
    mina, des = (
        replace(MINA, torso=DES.torso, legs=DES.legs),
        replace(DES, torso=MINA.torso, legs=MINA.legs),
    )
    assert swaps(read(mina, des))[0][0] > 0.5
    assert swaps(read())[0][0] < -0.5


def test_people_who_are_dressed_alike_are_not_told_apart() -> None:
    twin = replace(DES, torso=MINA.torso, legs=MINA.legs)
    frame = frame_of((MINA, twin))
    assert swaps(compare(read_asked(frame, PARTS), take_of((MINA, twin)))) == ()
