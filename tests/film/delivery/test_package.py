from dataclasses import replace

from secondunit.core.finding import Finding, Severity
from secondunit.core.money import Paid
from secondunit.film.delivery.model import StageRow
from secondunit.film.delivery.package import missing_sign_offs

SIGNED = StageRow(
    stage="cut.assemble",
    title="Cut",
    proposed=0,
    accepted=3,
    amended=1,
    rejected=1,
    stale=0,
    gone=2,
    behind=False,
    required=True,
    signers=("Editor", "Director"),
    runs=1,
    milliseconds=5,
    cost=Paid(),
)


def test_a_package_whose_every_item_is_decided_may_go() -> None:
    assert missing_sign_offs([SIGNED], []) == ()


def test_open_and_stale_decisions_are_counted_with_who_signs_them() -> None:
    assert missing_sign_offs([replace(SIGNED, proposed=2, stale=1)], []) == (
        "Cut: 3 decisions open, 1 of them stale, signed by Editor or Director",
    )


def test_a_required_stage_that_never_ran_holds_it_back() -> None:
    assert missing_sign_offs([replace(SIGNED, runs=0)], []) == ("Cut: has not been made yet",)


def test_a_stage_that_is_behind_holds_it_back_even_when_signed() -> None:
    assert "inputs that have changed" in missing_sign_offs([replace(SIGNED, behind=True)], [])[0]


def test_open_items_of_a_stage_nobody_must_sign_do_not_hold_it_back() -> None:
    assert missing_sign_offs([replace(SIGNED, proposed=9, required=False)], []) == ()


def test_a_blocking_finding_holds_it_back_and_a_warning_does_not() -> None:
    found = [
        Finding(severity=severity, rule="r", where="scene 4", message=severity.value)
        for severity in Severity
    ]
    assert missing_sign_offs([SIGNED], found) == ("scene 4: error",)
