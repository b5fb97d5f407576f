from tests.film.schedule.reports.builder import make_element, read_script

from secondunit.adapters.tables import PackagedTables
from secondunit.core.form import Form, Panel
from secondunit.film.breakdown.categories import FILE, read_categories
from secondunit.film.breakdown.model import Category
from secondunit.film.breakdown.report import Breakdown
from secondunit.film.breakdown.scene_form import BOXES, paper_style, scene_forms

TABLE = read_categories(PackagedTables().fetch_table(FILE))


def forms() -> tuple[Form, ...]:
    script = read_script()
    elements = (
        make_element(1, Category.CAST, "OREN"),
        make_element(1, Category.PROPS, "telephone", 2),
        make_element(1, Category.ANIMALS, "dog"),
        make_element(1, Category.ANIMAL_WRANGLER, "wrangler"),
        make_element(1, Category.SECURITY, "guard"),
    )
    breakdown = Breakdown(
        screenplay=script, elements=elements, production="Toast", status="PROPOSED"
    )
    return scene_forms(breakdown, TABLE, {script.scenes[0].id: "Day 3, 6 Jan"})


def box(form: Form, title: str) -> Panel:
    return next(panel for panel in form.panels if panel.title == title)


def words(panel: Panel) -> list[str]:
    return [row.cells[0] for row in panel.rows]


def test_every_scene_has_a_sheet_with_its_number_of_the_whole() -> None:
    made = forms()
    assert [form.title for form in made] == [f"Breakdown Sheet {n}" for n in (1, 2, 3)]
    assert "sheet 1 of 3" in made[0].subtitle


def test_the_head_tells_scene_set_length_page_and_shooting_day() -> None:
    first, second, _ = forms()
    (row,) = first.panels[0].rows
    assert row.cells == ("1", "INT", "KITCHEN", "DAY", "1/8", "1", "1", "Day 3, 6 Jan")
    assert row.style == "int-day"
    assert second.panels[0].rows[0].cells[-1] == "not scheduled"
    assert [paper_style(scene) for scene in read_script().scenes] == [
        "int-day",
        "ext-night",
        "ext-day",
    ]


def test_each_category_has_its_box_in_its_colour_and_the_classic_ones_are_always_there() -> None:
    first, second, _ = forms()
    assert words(box(first, "Props")) == ["telephone (2)"]
    assert words(box(first, "Cast Members")) == ["1. OREN"]
    assert box(first, "Props").color == TABLE.known[Category.PROPS].color
    assert len([panel for panel in second.panels if panel.span == 4]) == len(BOXES)


def test_kindred_categories_share_a_box_and_a_rare_one_gets_its_own() -> None:
    first = forms()[0]
    assert words(box(first, "Animals / Animal Wrangler")) == ["dog", "wrangler"]
    assert words(box(first, "Security")) == ["guard"]


def test_the_synopsis_is_the_writers() -> None:
    assert words(box(forms()[0], "Synopsis")) == ["Oren does not hear the telephone."]


def test_a_full_box_takes_the_room_of_the_empty_ones() -> None:
    script = read_script()
    props = tuple(make_element(1, Category.PROPS, f"prop {number}") for number in range(18))
    breakdown = Breakdown(screenplay=script, elements=props, production="Toast", status="")
    full, empty, _ = scene_forms(breakdown, TABLE, {})
    assert box(full, "Stunts").lines < box(empty, "Stunts").lines
