from dataclasses import replace

import pytest
from tests.film.schedule.reports.builder import make_element, read_script

from secondunit.adapters.tables import PackagedTables
from secondunit.core.errors import InputError
from secondunit.core.pages import Eighths
from secondunit.film.breakdown.model import Category, Element
from secondunit.film.schedule.rules.kinds import FILE, Kind, read_kinds, scenes_of_kinds

TEXT = PackagedTables().fetch_table(FILE)
KINDS = {kind.key: kind for kind in read_kinds(TEXT)}


def _numbers(kind: str, *elements: Element, leads: frozenset[str] = frozenset()) -> list[str]:
    script = read_script()
    numbers = {scene.id: scene.number for scene in script.scenes}
    found = scenes_of_kinds([KINDS[kind]], script.scenes, elements, leads)
    return [numbers[scene] for scene, _ in found]


def test_where_somebody_speaks_the_second_unit_does_not_go() -> None:
    assert _numbers("no-principals") == []
    assert _numbers("minor-parts") == ["1", "2", "3"]


def test_a_lead_keeps_a_scene_with_the_main_unit() -> None:
    oren = make_element(1, Category.CAST, "OREN")
    assert _numbers("minor-parts", oren, leads=frozenset({"OREN"})) == ["2", "3"]


@pytest.mark.parametrize(
    ("kind", "numbers"),
    [
        (Kind(key="k", title="t", speech=True, cast="any", words=("KITCHEN",)), ["1"]),
        (Kind(key="k", title="t", speech=True, cast="any", categories=(Category.STUNTS,)), ["2"]),
        (Kind(key="k", title="t", speech=True, cast="any", outside=True), ["2", "3"]),
        (Kind(key="k", title="t", speech=True, cast="any", most_eighths=1), ["3"]),
    ],
)
def test_a_kind_may_ask_for_words_a_category_an_exterior_or_a_length(
    kind: Kind, numbers: list[str]
) -> None:
    stunt = make_element(2, Category.STUNTS, "fall")
    scenes = [replace(s, eighths=Eighths(3 - n)) for n, s in enumerate(read_script().scenes)]
    known = {scene.id: scene.number for scene in scenes}
    found = scenes_of_kinds([kind], scenes, [stunt], ())
    assert [known[scene] for scene, _ in found] == numbers


def test_each_scene_has_the_title_of_the_first_kind_it_is_of() -> None:
    script = read_script()
    kinds = [KINDS["minor-parts"], KINDS["no-principals"]]
    titles = {title for _, title in scenes_of_kinds(kinds, script.scenes, (), ())}
    assert titles == {"no lead plays"}


@pytest.mark.parametrize(
    "text",
    [
        "kinds = 3",
        TEXT.replace('\ncast = "none"', '\ncast = "some"', 1),
        TEXT + '\n[[kinds]]\nkey = "inserts"\ntitle = "x"\nspeech = true\ncast = "any"\n',
        "[[",
    ],
)
def test_a_file_that_makes_no_sense_is_refused_by_name(text: str) -> None:
    with pytest.raises(InputError, match=r"unit_kinds\.toml"):
        read_kinds(text)


def test_every_rule_that_ships_names_its_source_and_is_to_be_verified() -> None:
    assert all("to be verified" in kind.source for kind in KINDS.values())
