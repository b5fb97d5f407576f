from dataclasses import replace

from tests.film.shots.builder import TALKERS, make_figure, make_shot

from secondunit.core.ids import SceneId
from secondunit.film.shots.continuity.state import (
    check_held,
    check_injuries,
    check_light,
    check_looks,
)
from secondunit.film.shots.model import Figure, Look, Region, ShotSpec

FIRST, SECOND = SceneId("scene-1"), SceneId("scene-2")
DAYS = {FIRST: 1, SECOND: 2}


def ada(*looks: Look) -> dict[str, Figure]:
    return {"ADA": replace(make_figure("ADA"), looks=looks)}


def shot(number: str, scene: SceneId, look: str) -> ShotSpec:
    marks = (replace(TALKERS[0], look=look), TALKERS[1])
    return replace(make_shot(number, (0, 1.5, 3), ("ADA",), marks=marks), scene=scene)


COAT, GOWN = Look(name="coat", days=(1,)), Look(name="gown", days=(2,))


def test_the_look_of_the_day_is_sound_and_that_of_another_day_an_error() -> None:
    cast = ada(COAT, GOWN)
    sound = (shot("1A", FIRST, "coat"), shot("2A", SECOND, "gown"))
    assert list(check_looks(sound, cast, DAYS)) == []
    (found,) = check_looks((shot("2A", SECOND, "coat"),), cast, DAYS)
    assert found.message == "ADA wears the look “coat” on story day 2"


def test_a_look_that_nobody_gave_and_a_change_within_a_scene_are_errors() -> None:
    cast = ada(COAT, replace(GOWN, days=(1, 2)))
    (missing,) = check_looks((shot("1A", FIRST, "cape"),), cast, DAYS)
    assert missing.remedy == "Use coat, gown."
    (changed,) = check_looks((shot("1A", FIRST, "coat"), shot("1B", FIRST, "gown")), cast, DAYS)
    assert changed.message == "ADA changes look since 1A within the scene"


def test_a_figure_without_looks_is_not_checked() -> None:
    assert list(check_looks((shot("1A", FIRST, ""),), ada(), DAYS)) == []


def test_an_injury_that_is_gone_the_day_after_is_a_warning_and_two_days_after_is_none() -> None:
    hurt = Look(name="hurt", days=(1,), injuries=(Region.HEAD,))
    (found,) = check_injuries(tuple(ada(hurt, Look(name="well", days=(2,))).values()))
    assert found.where == "ADA, story day 2"
    assert list(check_injuries(tuple(ada(hurt, Look(name="well", days=(3,))).values()))) == []


def held(*props: str) -> tuple[ShotSpec, ...]:
    return tuple(
        replace(
            make_shot(f"1{'ABCD'[n]}", (0, 1.5, 3), ("ADA",)),
            marks=(replace(TALKERS[0], prop=prop), TALKERS[1]),
        )
        for n, prop in enumerate(props)
    )


def test_a_thing_that_leaves_the_hand_for_one_shot_is_told_and_one_put_down_is_not() -> None:
    (found,) = check_held(held("letter", "", "letter"))
    assert found.where == "shot 1B"
    assert list(check_held(held("letter", "", "", "letter"))) == []
    assert list(check_held(held("letter", "letter", ""))) == []


def test_one_shot_at_night_in_a_scene_by_day_is_an_error() -> None:
    day = make_shot("1A", (0, 1.5, 3), ("ADA",))
    (found,) = check_light((day, replace(day, number="1B", light="night")))
    assert found.where == "shot 1B"
    assert list(check_light((day, replace(day, number="1B", light="night", place="HALL")))) == []
    assert list(check_light(())) == []


def test_a_look_of_other_scenes_of_the_day_is_an_error_and_its_change_in_the_scene_none() -> None:
    third = SceneId("scene-3")
    days = {FIRST: 1, third: 1}
    on = Look(name="coat", days=(1,), scenes=(FIRST,))
    off = Look(name="shirt", days=(1,), scenes=(FIRST, third), since="line-2")
    cast = ada(on, off)
    sound = (shot("1A", FIRST, "coat"), shot("1B", FIRST, "shirt"), shot("3A", third, "shirt"))
    assert list(check_looks(sound, cast, days)) == []
    (early,) = check_looks((shot("3A", third, "coat"),), cast, days)
    assert early.message == "ADA wears the look “coat” in a scene where it is not worn"
    (back,) = check_looks((*sound[:2], shot("1C", FIRST, "coat")), cast, days)
    assert back.message == "ADA changes look since 1B within the scene"


def test_no_look_where_one_is_due_is_an_error_and_elsewhere_none() -> None:
    third = SceneId("scene-3")
    late = Look(name="coat", days=(1,), scenes=(third,))
    days = {FIRST: 1, third: 1}
    assert list(check_looks((shot("1A", FIRST, ""),), ada(late), days)) == []
    (bare,) = check_looks((shot("3A", third, ""),), ada(late), days)
    assert bare.remedy == "Use coat."
