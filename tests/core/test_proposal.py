import pytest

from secondunit.core.errors import InputError
from secondunit.core.evidence import from_rule
from secondunit.core.ids import Digest, ItemId
from secondunit.core.proposal import Item, Proposal


def _item(fact: str, *, confidence: float | None = None, rule: str = "r") -> Item[str]:
    return Item(
        id=ItemId("i"),
        label=fact,
        fact=fact,
        evidence=(from_rule(rule),),
        confidence=confidence,
    )


def test_no_evidence_no_item() -> None:
    with pytest.raises(InputError, match="no evidence"):
        Item(id=ItemId("i"), label="l", fact="f", evidence=())


def test_a_decision_binds_to_the_fact_and_its_evidence_but_not_to_the_confidence() -> None:
    assert _item("a").digest != _item("b").digest
    assert _item("a").digest != _item("a", rule="other").digest
    assert _item("a", confidence=0.5).digest == _item("a", confidence=0.9).digest


def test_a_proposal_is_named_by_its_content() -> None:
    one, same, other = (
        Proposal(stage="s.t", version=1, inputs=Digest("x"), items=(_item(fact),))
        for fact in ("a", "a", "b")
    )
    assert one.digest == same.digest != other.digest
