from secondunit.core.evidence import (
    EvidenceKind,
    ScriptSpan,
    from_answer,
    from_fact,
    from_rule,
    from_script,
)
from secondunit.core.ids import LineId, SceneId


def test_each_kind_of_reason_says_what_it_is() -> None:
    span = ScriptSpan(scene=SceneId("s"), line=LineId("l"), start=0, end=4, quote="bell")
    assert from_script(span, "noun").kind is EvidenceKind.SCRIPT
    assert from_script(span, "noun").span == span
    assert from_rule("animal needs a wrangler").kind is EvidenceKind.RULE
    assert from_fact("abc").ref == "abc"
    assert from_answer("def", "panel").kind is EvidenceKind.ANSWER
