from pathlib import Path

import pytest
from tests.pipeline.stand_ins import SIGN_OFF, open_production, run_through

from secondunit.core.errors import Conflict, InputError, NotFound, RoleMayNotSign
from secondunit.film.breakdown.model import Category, Element
from secondunit.pipeline.elements import (
    Scope,
    Signature,
    add_element,
    merge_elements,
    scene_of,
    split_element,
)
from secondunit.pipeline.queries import State, View
from secondunit.pipeline.verify import verify

ANA = Signature(by="Ana Ruiz", role="1st-ad", reason="as the designer calls it")


def names(view: View, category: Category = Category.PROPS) -> list[str]:
    return [each.name for each in view.values("breakdown.tag") if each.category is category]


def add(view: View, name: str, scene: str = "1", quantity: int = 1) -> None:
    element = Element(
        scene=scene_of(view, scene), category=Category.PROPS, name=name, quantity=quantity
    )
    add_element(view, SIGN_OFF, element, ANA)


def again(folder: Path) -> View:
    view = open_production(folder)
    run_through(view, folder, "breakdown")
    return view


def test_an_element_is_renamed_by_a_decision_of_the_person(folder: Path) -> None:
    view = open_production(folder)
    (fact,) = merge_elements(view, SIGN_OFF, ["lantern"], "oil lamp", Scope(), ANA)
    assert (fact.by, fact.verdict.value) == ("Ana Ruiz", "amend")
    assert "oil lamp" in names(again(folder))


def test_an_added_element_is_there_after_the_next_run_as_decided(folder: Path) -> None:
    view = open_production(folder)
    add(view, "whistle", quantity=2)
    fresh = again(folder)
    (row,) = [row for row in fresh.standing("breakdown.tag") if "whistle" in row.label]
    assert (row.state, row.value.quantity) == (State.ACCEPTED, 2)
    assert verify(fresh) == []


def test_merged_elements_are_one_with_the_largest_quantity(folder: Path) -> None:
    add(open_production(folder), "oil lamp", quantity=3)
    view = again(folder)
    merge_elements(view, SIGN_OFF, ["lantern", "oil lamp"], "storm lamp", Scope(), ANA)
    lamps = [e for e in view.values("breakdown.tag") if "lamp" in e.name or e.name == "lantern"]
    assert [(each.name, each.quantity) for each in lamps] == [("storm lamp", 3)]
    assert verify(view) == []


def test_merging_into_a_name_that_is_there_keeps_that_element(folder: Path) -> None:
    add(open_production(folder), "oil lamp")
    view = again(folder)
    facts = merge_elements(view, SIGN_OFF, ["lantern"], "oil lamp", Scope(), ANA)
    assert [fact.reason for fact in facts] == ["merged into oil lamp: as the designer calls it"]
    assert "lantern" not in names(view)


def test_a_split_element_is_all_of_its_parts_after_the_next_run(folder: Path) -> None:
    view = open_production(folder)
    split_element(view, SIGN_OFF, "lantern", ["oil lamp", "storm lamp"], Scope(), ANA)
    assert {"oil lamp", "storm lamp"} <= set(names(again(folder)))


def test_a_scope_leaves_other_scenes_and_categories_alone(production: View) -> None:
    with pytest.raises(NotFound, match="no element is called “lantern”"):
        merge_elements(production, SIGN_OFF, ["lantern"], "lamp", Scope(scenes=("2",)), ANA)
    sound = Scope(category=Category.SOUND)
    with pytest.raises(NotFound):
        merge_elements(production, SIGN_OFF, ["lantern"], "lamp", sound, ANA)


def test_an_element_that_is_proposed_is_not_added_beside_itself(production: View) -> None:
    with pytest.raises(Conflict, match=r"lantern is there already \(proposed\)"):
        add(production, "lantern")


def test_what_cannot_be_meant_is_said(production: View) -> None:
    with pytest.raises(NotFound, match="the script has no scene 77"):
        add(production, "rope", scene="77")
    with pytest.raises(InputError, match="without a name"):
        add(production, "  ")
    with pytest.raises(InputError, match="is not split"):
        split_element(production, SIGN_OFF, "lantern", ["lamp", "lamp"], Scope(), ANA)


def test_only_who_signs_the_breakdown_changes_it(production: View) -> None:
    writer = Signature(by="Lea Roy", role="writer", reason="mine")
    with pytest.raises(RoleMayNotSign):
        merge_elements(production, SIGN_OFF, ["lantern"], "lamp", Scope(), writer)
