from __future__ import annotations

from dataclasses import replace

import pytest
from tests.film.breakdown.assist.builder import answer, bench, claim, scene, table, tag_inputs

from secondunit.core.evidence import EvidenceKind
from secondunit.core.proposal import Item
from secondunit.film.breakdown.assist.judge import Found, Reason, judge
from secondunit.film.breakdown.assist.merge import (
    HEADINGS,
    Lane,
    Merged,
    Source,
    is_of_model,
    lane_of,
    merge,
)
from secondunit.film.breakdown.assist.reply import Claim, ReadReply
from secondunit.film.breakdown.model import Category, Element
from secondunit.film.breakdown.tag import STAGE

SOURCE = Source(model="stand-in", instructions="how", numbers={scene().id: "1"})


def rules() -> tuple[Item[Element], ...]:
    asks = STAGE.plan(tag_inputs())
    return STAGE.propose(tag_inputs(), [answer(ask, "") for ask in asks]).items


def found(*claims: Claim) -> tuple[Found, ...]:
    got = judge(scene(), ReadReply(claims=claims), bench())
    assert got.refused == ()
    return got.found


def merged(*claims: Claim) -> Merged:
    return merge(
        rules(),
        found(*claims),
        [scene().id],
        SOURCE,
        lexicon=tag_inputs().lexicon,
        belief=table().belief,
    )


def item(of: Merged, category: Category, name: str) -> Item[Element]:
    (one,) = (each for each in of.items if (each.fact.category, each.fact.name) == (category, name))
    return one


@pytest.mark.parametrize("name", ["oil lantern", "lantern", "Oil Lanterns"])
def test_what_both_found_is_likely_and_keeps_its_id_and_digest(name: str) -> None:
    both = merged(claim(name, "props", "oil lantern"))
    (before,) = (each for each in rules() if each.fact.name == "oil lantern")
    after = item(both, Category.PROPS, "oil lantern")
    assert lane_of(after, table().belief) is Lane.LIKELY
    assert (after.id, after.digest) == (before.id, before.digest)
    assert (both.agreed, both.added) == (1, 0)


def test_a_model_that_names_the_character_agrees_with_the_performer_of_one_age() -> None:
    (mina,) = (each for each in rules() if each.fact.name == "MINA")
    young = replace(mina, fact=replace(mina.fact, name="YOUNG MINA", plays="MINA"))
    both = merge(
        (young,),
        found(claim("Mina", "cast", "MINA")),
        [scene().id],
        SOURCE,
        lexicon=tag_inputs().lexicon,
        belief=table().belief,
    )
    assert (both.agreed, both.added) == (1, 0)


def test_what_a_rule_alone_found_is_to_be_checked() -> None:
    alone = item(merged(), Category.PROPS, "oil lantern")
    assert lane_of(alone, table().belief) is Lane.CHECK


def test_a_rule_that_is_sure_needs_no_agreement() -> None:
    sure = item(merged(), Category.CAST, "MINA")
    assert lane_of(sure, table().belief) is Lane.LIKELY
    assert all(each.confidence == 1.0 for each in merged().items if each.fact.category in HEADINGS)


def test_what_the_model_alone_found_is_to_be_checked_and_names_its_answer() -> None:
    new = item(
        merged(claim("plumb bob", "props", "plumb bobs", line=6)), Category.PROPS, "plumb bob"
    )
    assert lane_of(new, table().belief) is Lane.CHECK
    assert new.confidence == table().belief.model_alone
    words, source = new.evidence
    assert words.span is not None
    assert words.span.quote == "plumb bobs"
    assert (source.kind, source.ref, source.rule) == (
        EvidenceKind.ANSWER,
        "how",
        "text model stand-in",
    )
    assert is_of_model(new)


def test_a_model_that_is_unsure_is_believed_no_further_than_it_says() -> None:
    unsure = merged(claim("plumb bob", "props", "plumb bobs", line=6, confidence=0.2))
    assert item(unsure, Category.PROPS, "plumb bob").confidence == 0.2


def test_what_the_model_implies_stands_in_the_lane_of_the_implied() -> None:
    got = merged(claim("rigger", "additional-labor", "plumb bobs", line=6, explicit=False))
    need = item(got, Category.ADDITIONAL_LABOR, "rigger")
    assert lane_of(need, table().belief) is Lane.IMPLIED
    assert need.confidence == table().belief.model_implied


def test_one_thing_in_two_categories_stays_where_the_rule_has_it_and_is_to_be_checked() -> None:
    got = merged(claim("oil lantern", "stunts", "oil lantern"))
    assert [refusal.reason for _, refusal in got.refused] == [Reason.OTHER_CATEGORY]
    assert lane_of(item(got, Category.PROPS, "oil lantern"), table().belief) is Lane.CHECK
    assert got.added == 0


def test_several_places_of_one_thing_are_one_item_with_all_its_words() -> None:
    got = merged(
        claim("plumb bob", "props", "plumb bobs", line=6),
        claim("plumb bob", "props", "Two plumb bobs", line=6, quantity=2),
    )
    new = item(got, Category.PROPS, "plumb bob")
    assert (len(new.evidence), new.fact.quantity, got.added) == (3, 2, 1)


def test_a_scene_the_model_was_not_heard_on_is_left_as_it_is() -> None:
    same = merge(rules(), (), (), SOURCE, lexicon=tag_inputs().lexicon, belief=table().belief)
    assert same.items == rules()
