from dataclasses import replace

from tests.adapters.formats.uss.plans import PLAN

from secondunit.adapters.formats.fountain import FORMAT
from secondunit.adapters.formats.uss import read_plan
from secondunit.adapters.tables import PackagedTables
from secondunit.core.evidence import ScriptSpan
from secondunit.film.breakdown.categories import FILE, read_categories
from secondunit.film.breakdown.model import Category, Element
from secondunit.film.breakdown.tagged import Tagged, put_tags
from secondunit.film.schedule.exchange.adopt import adopt_elements, adopt_tags
from secondunit.film.screenplay.model import Screenplay

TABLE = read_categories(PackagedTables().fetch_table(FILE))


def script(scenes: int = 2) -> Screenplay:
    rows = [f"INT. ROOM {number} - DAY\n\nMina lights a lamp.\n" for number in range(scenes)]
    found = FORMAT.read("\n".join(rows).encode(), "rooms.fountain").screenplay
    assert found is not None
    return found


def test_elements_come_to_the_scenes_of_the_same_numbers_in_our_categories() -> None:
    adopted = adopt_elements(read_plan(PLAN, "harbour.uss"), script(), TABLE)
    first, second = script().scenes
    assert [(e.scene, e.category, e.name) for e in adopted.elements] == [
        (first.id, Category.CAST, "MINA"),
        (first.id, Category.PROPS, "oil lamp"),
        (second.id, Category.CAST, "MINA"),
        (second.id, Category.MISCELLANEOUS, "camera drone"),
    ]
    assert [(f.rule, f.where) for f in adopted.findings] == [
        ("plan.own-category", "category “Drones”")
    ]


def test_scenes_that_only_one_side_has_are_named() -> None:
    plan = read_plan(PLAN, "harbour.uss")
    rules = {f.rule: f.where for f in adopt_elements(plan, script(1), TABLE).findings}
    assert rules["plan.unknown-scene"] == "sheet of scene 2PT1"
    rules = {f.rule: f.where for f in adopt_elements(plan, script(4), TABLE).findings}
    assert rules["plan.scene-without-sheet"] == "scene 3, 4"


def test_an_element_the_file_does_not_hold_is_named() -> None:
    plan = read_plan(PLAN, "harbour.uss")
    adopted = adopt_elements(replace(plan, elements=plan.elements[:2]), script(), TABLE)
    assert [f.message for f in adopted.findings if f.rule == "plan.dangling-element"] == [
        "names element e3, which the file does not hold with a category",
        "names element e4, which the file does not hold with a category",
    ]


def test_tags_of_another_draft_come_to_the_scenes_of_the_same_numbers() -> None:
    theirs = script(3)
    tagged = [
        Tagged(
            element=Element(scene=scene.id, category=Category.PROPS, name="lamp"),
            span=ScriptSpan(
                scene=scene.id, line=scene.lines[-1].id, start=14, end=18, quote="lamp"
            ),
        )
        for scene in theirs.scenes
    ]
    adopted = adopt_tags(put_tags(theirs, tagged, TABLE)[0], script(2), TABLE)
    assert [e.scene for e in adopted.elements] == [scene.id for scene in script(2).scenes]
    assert [f.where for f in adopted.findings] == ["sheet of scene 3"]
