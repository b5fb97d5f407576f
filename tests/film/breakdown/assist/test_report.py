from __future__ import annotations

from secondunit.core.finding import Severity
from secondunit.core.ids import SceneId
from secondunit.film.breakdown.assist.judge import SAYS, Reason, Refusal
from secondunit.film.breakdown.assist.report import Tally, findings

NUMBERS = {SceneId(f"s{n}"): str(n) for n in range(1, 30)}


def tally(*refused: tuple[SceneId, Refusal], failures: tuple[tuple[str, str], ...] = ()) -> Tally:
    return Tally(
        model="m", scenes=2, agreed=5, added=1, repaired=1, refused=refused, failures=failures
    )


def test_every_reason_has_words() -> None:
    assert set(SAYS) == set(Reason)


def test_refusals_are_counted_by_reason_and_name_their_scenes() -> None:
    refused = [
        (scene, Refusal(reason=Reason.QUOTE_DIFFERS, name=f"thing {scene}")) for scene in NUMBERS
    ]
    _, finding = findings(tally(*refused), NUMBERS)
    assert finding.rule == "assist.quote-differs"
    assert finding.message.startswith("29 items of the text model refused")
    assert finding.message.endswith("“thing s3”, ...)")
    assert finding.where == "scene 1, 2, 3, 4, 5, 6, 7, 8 and 21 more"


def test_a_model_that_was_not_heard_is_a_warning_and_nothing_worse() -> None:
    (finding,) = findings(tally(failures=(("1", "no server"), ("2", "no server"))), NUMBERS)
    assert (finding.severity, finding.rule) == (Severity.WARNING, "assist.unanswered")
    assert "2 of 2 scenes" in finding.message
    assert "no server" in finding.message


def test_one_scene_unheard_does_not_hide_the_other() -> None:
    rules = [each.rule for each in findings(tally(failures=(("1", "late"),)), NUMBERS)]
    assert rules == ["assist.unanswered", "assist.heard"]
