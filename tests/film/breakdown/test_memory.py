from secondunit.core.decision import Verdict
from secondunit.core.evidence import EvidenceKind, from_rule
from secondunit.core.ids import SceneId
from secondunit.core.proposal import Item
from secondunit.film.breakdown.memory import EMPTY, Said, recall, remember
from secondunit.film.breakdown.model import Category, Element, element_id, element_label

NUMBERS = {SceneId("sc-1"): "1", SceneId("sc-2"): "2"}


def prop(scene: str, name: str, quantity: int = 1) -> Element:
    return Element(scene=SceneId(scene), category=Category.PROPS, name=name, quantity=quantity)


def item(element: Element) -> Item[Element]:
    return Item(
        id=element_id(element),
        label=element_label(element, NUMBERS[element.scene]),
        fact=element,
        evidence=(from_rule("words"),),
    )


def said(verdict: Verdict, element: Element, amended: Element | None = None) -> Said:
    return Said(verdict=verdict, element=element, amended=amended, by="Ana", reason="so")


def test_what_was_turned_down_everywhere_is_not_proposed_in_another_scene_and_is_named() -> None:
    memory = remember([said(Verdict.REJECT, prop("sc-1", "coffee"))])
    found = [item(prop("sc-1", "coffee")), item(prop("sc-2", "coffee"))]
    items, findings = recall(found, memory, NUMBERS)
    assert [each.fact.scene for each in items] == ["sc-1"]
    (note,) = findings
    assert (note.where, note.rule) == ("scene 2", "breakdown.turned-down")
    assert "Ana rejected it" in note.message


def test_what_somebody_accepted_in_another_scene_is_proposed_on() -> None:
    knife = [
        said(Verdict.REJECT, prop("sc-1", "knife")),
        said(Verdict.ACCEPT, prop("sc-2", "knife")),
    ]
    assert remember(knife).rejected == ()


def test_what_still_waits_in_another_scene_is_proposed_on() -> None:
    rejected = [said(Verdict.REJECT, prop("sc-1", "knife"))]
    assert remember(rejected, {(Category.PROPS, "knife")}).rejected == ()


def test_the_newest_word_on_an_item_counts() -> None:
    changed = [
        said(Verdict.REJECT, prop("sc-1", "knife")),
        said(Verdict.ACCEPT, prop("sc-1", "knife")),
    ]
    assert remember(changed).rejected == ()


def test_a_new_name_is_used_in_scenes_still_to_come_and_says_so() -> None:
    amended = said(Verdict.AMEND, prop("sc-1", "lamp"), prop("sc-1", "oil lamp"))
    found = [item(prop("sc-1", "lamp")), item(prop("sc-2", "lamp"))]
    items, _ = recall(found, remember([amended]), NUMBERS)
    assert [each.fact.name for each in items] == ["lamp", "oil lamp"]
    assert items[0].id == found[0].id
    assert items[1].label == "Sc. 2 · props · oil lamp"
    assert "“lamp” is “oil lamp”" in items[1].evidence[-1].rule


def test_a_renamed_thing_that_is_there_already_is_there_once() -> None:
    amended = said(Verdict.AMEND, prop("sc-1", "lamp"), prop("sc-1", "oil lamp"))
    found = [item(prop("sc-2", "lamp")), item(prop("sc-2", "oil lamp"))]
    items, _ = recall(found, remember([amended]), NUMBERS)
    assert [each.fact.name for each in items] == ["oil lamp"]


def test_another_quantity_is_no_other_name() -> None:
    amended = said(Verdict.AMEND, prop("sc-1", "lamp"), prop("sc-1", "lamp", 2))
    assert remember([amended]).renamed == ()


def test_what_a_person_added_is_proposed_with_their_word_as_evidence() -> None:
    memory = remember([said(Verdict.ADD, prop("sc-2", "whistle"))])
    (added,), _ = recall([], memory, NUMBERS)
    assert added.fact.name == "whistle"
    assert (added.evidence[0].kind, added.evidence[0].ref) == (EvidenceKind.PERSON, "Ana")


def test_what_was_added_to_a_scene_that_is_cut_is_not_proposed() -> None:
    memory = remember([said(Verdict.ADD, prop("sc-9", "whistle"))])
    assert recall([], memory, NUMBERS)[0] == []


def test_an_addition_that_is_rejected_later_is_gone() -> None:
    whistle = prop("sc-2", "whistle")
    memory = remember([said(Verdict.ADD, whistle), said(Verdict.REJECT, whistle)])
    assert memory.added == ()


def test_nothing_said_changes_nothing() -> None:
    found = [item(prop("sc-1", "lamp"))]
    assert recall(found, EMPTY, NUMBERS) == (found, [])
