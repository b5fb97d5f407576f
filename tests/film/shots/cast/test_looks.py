from pathlib import Path

from tests.film.shots.builder import make_script, tables

from secondunit.core.ids import SceneId
from secondunit.film.breakdown.model import Category, Element
from secondunit.film.shots.cast.figures import cast_figures
from secondunit.film.shots.cast.look_table import LookTable, read_looks
from secondunit.film.shots.cast.looks import read_worn, with_looks
from secondunit.film.shots.cast.roles import Role
from secondunit.film.shots.cast.story_days import story_days
from secondunit.film.shots.cast.wearing import Moment, look_on
from secondunit.film.shots.model import Build, Figure, Look, Region, Texture

SHIPPED = (Path(__file__).parents[4] / "src/secondunit/data/looks.toml").read_text(encoding="utf-8")
TABLE = read_looks(SHIPPED)

SCRIPT = make_script("""INT. HALL - DAY

IDA (41) comes in wearing a red striped dress. OAK looks up. He has a black hat and a coat.

INT. HALL - NIGHT

IDA sits. A bandage on her left arm.

INT. HALL - DAWN

Rain on the window. Somebody left a blue coat.

INT. HALL - DAY

OAK, in a yellow raincoat, waits for IDA.
""")
WARDROBE = ((0, "dress"), (0, "hat"), (0, "coat"), (2, "coat"), (3, "raincoat"))


def elements() -> list[Element]:
    scenes = [scene.id for scene in SCRIPT.shot_scenes]
    worn = [Element(scene=SceneId(scenes[at]), category=Category.WARDROBE, name=name)
            for at, name in WARDROBE]  # fmt: skip
    hurt = Element(scene=scenes[1], category=Category.MAKEUP_HAIR, name="bandage")
    return [*worn, hurt]


def cast(table: LookTable = TABLE) -> dict[str, Figure]:
    roles = [Role(name="IDA", build=Build.WOMAN), Role(name="OAK", build=Build.MAN)]
    worn = read_worn(SCRIPT, elements(), ["IDA", "OAK"], table)
    return {
        f.name: f
        for f in with_looks(cast_figures(roles, tables()), worn, table, story_days(SCRIPT))
    }


def garments(look: Look) -> dict[Region, tuple[tuple[int, int, int], Texture]]:
    return {garment.region: (garment.colour, garment.texture) for garment in look.garments}


def test_a_dress_is_worn_by_who_is_named_with_it_in_its_colour_and_pattern() -> None:
    look = cast()["IDA"].looks[0]
    worn = garments(look)
    assert look.days == (1,)
    assert worn[Region.TORSO] == worn[Region.LEGS] == (TABLE.colours["red"], Texture.STRIPES)


def test_what_the_script_does_not_say_keeps_the_figures_own_colour() -> None:
    ida = cast()["IDA"]
    assert garments(ida.looks[0])[Region.ARMS] == (ida.colour, Texture.PLAIN)


def test_the_colour_of_one_garment_is_not_lent_to_the_next() -> None:
    oak = cast()["OAK"]
    worn = garments(oak.looks[0])
    assert worn[Region.HEAD][0] == TABLE.colours["black"]
    assert worn[Region.TORSO][0] == oak.colour


def test_every_worn_thing_quotes_its_words() -> None:
    lines = {line.id: line.text for scene in SCRIPT.shot_scenes for line in scene.lines}
    found = read_worn(SCRIPT, elements(), ["IDA", "OAK"], TABLE)
    assert sorted(each.span.quote for each in found) == ["bandage", "dress", "hat", "raincoat"]
    for each in found:
        assert lines[each.span.line][each.span.start : each.span.end] == each.span.quote


def test_what_lies_about_is_worn_by_nobody() -> None:
    found = read_worn(SCRIPT, elements(), ["IDA", "OAK"], TABLE)
    assert not any(each.span.scene == SCRIPT.shot_scenes[2].id for each in found)


def test_an_injury_is_where_the_words_near_it_say() -> None:
    ida = cast()["IDA"]
    assert ida.looks[0].injuries == ()
    assert ida.looks[1].injuries == (Region.ARMS,)


def test_the_productions_own_look_stands_where_it_is_given() -> None:
    given = """
[[looks]]
character = "Oak"
name = "storm"
days = [2]
hair = [200, 200, 200]
"""
    oak = cast(read_looks(SHIPPED + given))["OAK"]
    assert look_on(oak, Moment(day=2)) == "storm"
    assert look_on(oak, Moment(day=1)) == "day 1"


def test_a_look_without_days_is_for_every_other_day() -> None:
    given = """
[[looks]]
character = "IDA"
name = "usual"
"""
    ida = cast(read_looks(SHIPPED + given))["IDA"]
    assert look_on(ida, Moment(day=9)) == "usual"
    assert look_on(ida, Moment(day=1)) == "day 1"


def test_a_battered_thing_hurts_nobody_and_bloody_feet_are_feet() -> None:
    script = make_script("""EXT. FIELD - DAY

IDA walks up to the battered camper. OAK looks down at his bloody feet. He is bruised.
""")
    scene = script.shot_scenes[0].id
    hurt = [Element(scene=scene, category=Category.MAKEUP_HAIR, name=name)
            for name in ("battered", "bloody", "bruised")]  # fmt: skip
    found = read_worn(script, hurt, ["IDA", "OAK"], TABLE)
    assert [(each.figure, each.injury) for each in found] == [
        ("OAK", Region.FEET),
        ("OAK", Region.HEAD),
    ]


def test_a_garment_put_on_or_taken_off_is_found_by_its_bare_word() -> None:
    script = make_script("""INT. HALL - DAY

OAK takes off his coat. IDA pulls her hat on. The coat hangs there.
""")
    found = read_worn(script, [], ["IDA", "OAK"], TABLE)
    assert [(each.figure, each.word, each.off) for each in found] == [
        ("OAK", "coat", True),
        ("IDA", "hat", False),
    ]
    assert all(each.during for each in found)
