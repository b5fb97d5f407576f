from dataclasses import replace

from tests.film.shots.builder import make_script

from secondunit.core.evidence import ScriptSpan
from secondunit.core.ids import LineId, SceneId
from secondunit.film.screenplay.model import LineKind
from secondunit.film.shots.cast.wearing import (
    Moment,
    Worn,
    daily_looks,
    dressed_marks,
    look_on,
    moment_of,
)
from secondunit.film.shots.model import Build, Figure, Garment, Look, Mark, Region

ONE, TWO, THREE, FOUR = (SceneId(f"scene-{n}") for n in range(1, 5))
DAYS = {ONE: 1, TWO: 1, THREE: 1, FOUR: 2}
COAT = (Garment(region=Region.TORSO, colour=(200, 0, 0)),)
HAT = (Garment(region=Region.HEAD, colour=(10, 10, 10)),)
IDA = Figure(
    name="IDA", build=Build.WOMAN, height=1.7, colour=(1, 2, 3), accent=(4, 5, 6),
    hair=(7, 8, 9), silhouette="bun",
)  # fmt: skip


def worn(
    scene: SceneId,
    word: str = "coat",
    garments: tuple[Garment, ...] = COAT,
    *,
    off: bool = False,
    during: bool = False,
    injury: Region | None = None,
) -> Worn:
    span = ScriptSpan(scene=scene, line=LineId(f"{scene}-line"), start=0, end=4, quote="coat")
    return Worn(
        figure="IDA", day=DAYS[scene], span=span, garments=() if injury else garments,
        injury=injury, word=word, off=off, during=during,
    )  # fmt: skip


def looks(*said: Worn, taken: tuple[int, ...] = ()) -> tuple[Look, ...]:
    return tuple(daily_looks(IDA, said, taken, DAYS))


def dressed(*said: Worn) -> Figure:
    return replace(IDA, looks=looks(*said))


def test_what_the_first_scene_of_a_day_names_is_the_look_of_that_day() -> None:
    (look,) = looks(worn(ONE))
    assert (look.name, look.days, look.scenes) == ("day 1", (1,), ())
    assert look.garments[-1] == COAT[0]


def test_a_garment_named_late_in_a_day_is_not_worn_before_it_is_named() -> None:
    ida = dressed(worn(TWO))
    assert look_on(ida, Moment(day=1, scene=ONE)) == ""
    assert look_on(ida, Moment(day=1, scene=TWO)) == "day 1"
    assert look_on(ida, Moment(day=1, scene=THREE)) == "day 1"
    assert look_on(ida, Moment(day=2, scene=FOUR)) == ""


def test_a_second_garment_is_put_over_the_first_from_its_own_scene_on() -> None:
    ida = dressed(worn(ONE), worn(THREE, "hat", HAT))
    assert look_on(ida, Moment(day=1, scene=TWO)) == "day 1"
    assert look_on(ida, Moment(day=1, scene=THREE)) == "day 1, change 2"
    assert {garment.region for garment in ida.looks[1].garments} >= {Region.TORSO, Region.HEAD}
    assert [look.scenes for look in ida.looks] == [(ONE, TWO), (THREE,)]


def test_what_is_taken_off_is_off_after_the_line_and_for_the_rest_of_the_day() -> None:
    ida = dressed(worn(ONE), worn(TWO, garments=(), off=True, during=True))
    line = f"{TWO}-line"
    assert look_on(ida, Moment(day=1, scene=TWO)) == "day 1"
    assert look_on(ida, Moment(day=1, scene=TWO, done={line})) == "day 1, change 2"
    assert look_on(ida, Moment(day=1, scene=THREE)) == "day 1, change 2"
    assert ida.looks[1].garments == ()


def test_what_is_taken_off_was_on_though_nobody_said_so() -> None:
    ida = dressed(worn(TWO, off=True, during=True))
    assert look_on(ida, Moment(day=1, scene=ONE)) == ""
    assert look_on(ida, Moment(day=1, scene=TWO)) == "day 1"
    assert look_on(ida, Moment(day=1, scene=THREE)) == "day 1, change 2"


def test_a_coat_that_was_taken_off_is_put_on_again_by_its_word() -> None:
    off = worn(ONE, garments=(), off=True, during=True)
    ida = dressed(worn(ONE), off, worn(THREE, garments=(), during=True))
    assert look_on(ida, Moment(day=1, scene=TWO)) == "day 1, change 2"
    after = look_on(ida, Moment(day=1, scene=THREE, done={f"{THREE}-line"}))
    assert next(look for look in ida.looks if look.name == after).garments[-1] == COAT[0]


def test_a_word_for_what_nobody_wears_changes_nothing() -> None:
    assert looks(worn(TWO, garments=(), off=True, during=True)) == ()


def test_an_injury_shows_from_its_scene_on_and_on_the_days_after() -> None:
    ida = dressed(worn(TWO, injury=Region.HEAD), worn(FOUR, "hat", HAT))
    assert look_on(ida, Moment(day=1, scene=ONE)) == ""
    assert look_on(ida, Moment(day=1, scene=TWO)) == "day 1"
    later = next(look for look in ida.looks if 2 in look.days)
    assert later.injuries == (Region.HEAD,)


def test_the_clothes_of_a_day_are_not_worn_on_the_days_after_but_its_injuries_are() -> None:
    days = {ONE: 1, TWO: 2, THREE: 3, FOUR: 4}
    said = (worn(ONE), worn(ONE, injury=Region.HEAD), replace(worn(FOUR, "hat", HAT), day=4))
    hurt = list(daily_looks(IDA, said, (3,), days))
    assert [(look.name, look.days) for look in hurt] == [
        ("day 1", (1,)),
        ("after day 1", (2,)),
        ("day 4", (4,)),
    ]
    assert hurt[1].garments == ()
    assert hurt[1].injuries == hurt[2].injuries == (Region.HEAD,)


def test_a_day_the_production_dressed_itself_is_left_alone() -> None:
    assert looks(worn(ONE), taken=(1,)) == ()


def test_a_shot_begins_when_the_lines_before_its_first_are_over() -> None:
    (scene,) = make_script("""INT. HALL - DAY

IDA waits.

She takes off her coat.

She sits.
""").shot_scenes
    told = [line.id for line in scene.lines if line.kind is LineKind.ACTION]
    done = moment_of(scene, 1, (told[2], told[1])).done
    assert told[0] in done
    assert told[1] not in done


def test_marks_get_the_look_of_the_moment_unless_one_was_chosen() -> None:
    marks = (
        Mark(figure="IDA", at=(0, 0, 0), facing=0),
        Mark(figure="IDA", at=(1, 0, 0), facing=0, look="ball"),
        Mark(figure="extra 1", at=(2, 0, 0), facing=0),
    )
    found = dressed_marks(marks, {"IDA": dressed(worn(TWO))}, Moment(day=1, scene=THREE))
    assert [mark.look for mark in found] == ["day 1", "ball", ""]
