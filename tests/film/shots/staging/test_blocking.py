import math

import pytest
from tests.film.shots.builder import library, make_figure, scene_beats, tables

from secondunit.film.screenplay.model import IntExt
from secondunit.film.shots.camera.sight import Solids
from secondunit.film.shots.cast.figures import extra_figures, is_extra
from secondunit.film.shots.model import Build, Figure, Pose, SetPlan
from secondunit.film.shots.sets.build import build_set
from secondunit.film.shots.staging.blocking import place_cast, place_extras

ADA, BRAM, CAL = make_figure("ADA"), make_figure("BRAM"), make_figure("CAL")


def room(name: str = "KITCHEN") -> SetPlan:
    return build_set(name, IntExt.INT, library())


def homes(text: str, *figures: Figure, plan: SetPlan | None = None):  # type: ignore[no-untyped-def]  # a dict of homes
    beats = scene_beats(f"INT. KITCHEN - DAY\n\n{text}\n\nADA\nYes.\n\nBRAM\nNo.\n\nCAL\nOh.\n")
    return place_cast(beats, figures, plan or room())


@pytest.mark.parametrize("name", ["KITCHEN", "BEDROOM", "OFFICE", "CHURCH", "BAR"])
def test_two_who_stand_are_at_talking_distance_and_face_each_other(name: str) -> None:
    found = homes("ADA waits. BRAM waits.", ADA, BRAM, plan=room(name))
    first, second = found["ADA"].spot, found["BRAM"].spot
    assert 1.2 <= math.dist(first.at, second.at) <= 2.0


def test_a_group_stands_apart_and_clear_of_the_furniture() -> None:
    plan = room("OFFICE")
    crowd = [make_figure(f"P{n}") for n in range(7)]
    spots = [home.spot.at for home in homes("They wait.", *crowd, plan=plan).values()]
    solids = Solids([piece for piece in plan.pieces if not piece.wild])
    for place, at in enumerate(spots):
        assert solids.clearance((at[0], 0.7, at[2])) > 0.2
        assert all(math.dist(at, other) > 0.55 for other in spots[place + 1 :])


def test_who_sits_takes_a_seat_and_who_sleeps_takes_the_bed() -> None:
    found = homes("ADA sits. BRAM lies in bed.", ADA, BRAM, plan=room("BEDROOM"))
    assert found["ADA"].seated
    assert found["ADA"].pose is Pose.SIT
    assert found["BRAM"].spot.name == "lie"
    assert found["BRAM"].spot.at[1] > 0.3


def test_who_sleeps_where_there_is_no_bed_sits() -> None:
    assert homes("ADA lies asleep.", ADA, plan=room())["ADA"].pose is Pose.SIT


def test_who_drives_sits_at_the_wheel_and_a_dog_does_not() -> None:
    dog = make_figure("REX", 0.5, Build.ANIMAL)
    found = homes("BRAM drives. ADA waits.", dog, ADA, BRAM, plan=room("ADA'S CAR"))
    assert found["BRAM"].spot.name == "driver"
    assert found["BRAM"].pose is Pose.DRIVE
    assert found["ADA"].spot.name == "passenger"
    assert found["REX"].spot.name not in {"driver", "passenger"}


def test_three_sit_abreast_in_a_van_and_not_in_a_car() -> None:
    van = homes("They wait.", ADA, BRAM, CAL, plan=room("BREAD VAN"))
    car = homes("They wait.", ADA, BRAM, CAL, plan=room("ADA'S CAR"))
    assert van["CAL"].spot.name == "middle"
    assert car["CAL"].spot.name == "rear"


def test_an_animal_keeps_to_who_it_is_named_with() -> None:
    dog = make_figure("REX", 0.5, Build.ANIMAL)
    found = homes("BRAM waits.", ADA, BRAM, dog)
    assert min(math.dist(found["REX"].spot.at, found[n].spot.at) for n in ("ADA", "BRAM")) < 1.2


def test_extras_keep_out_of_the_way() -> None:
    plan = room("BAR")
    found = homes("ADA waits. BRAM waits.", ADA, BRAM, plan=plan)
    marks = place_extras(extra_figures(5, tables()), found, plan)
    assert marks
    assert all(is_extra(mark.figure) for mark in marks)
    assert not is_extra("ADA")
    for mark in marks:
        assert all(math.dist(mark.at, home.spot.at) > 0.9 for home in found.values())
        assert mark.at[2] < plan.acting[2] + 0.3
