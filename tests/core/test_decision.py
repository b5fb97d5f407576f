from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from secondunit.core.decision import Decision, Entry, Verdict, check_chain, next_entry
from secondunit.core.errors import InputError
from secondunit.core.ids import Digest, ItemId


def _journal(length: int) -> list[Entry]:
    entries: list[Entry] = []
    for number in range(length):
        last = entries[-1] if entries else None
        entries.append(
            next_entry(last, kind="decision", at="2026-11-25T10:00:00Z", by="Ana", body=f"{number}")
        )
    return entries


def _decision(verdict: Verdict, *, by: str = "Ana", reason: str = "") -> Decision:
    return Decision(
        item=ItemId("i"),
        stage="s.t",
        item_digest=Digest("d"),
        verdict=verdict,
        by=by,
        role="director",
        at="2026-11-25T10:00:00Z",
        reason=reason,
    )


@given(st.integers(0, 12))
def test_a_whole_journal_has_no_findings(length: int) -> None:
    assert check_chain(_journal(length), None) == []


@given(st.integers(2, 8), st.data())
def test_any_edit_is_found(length: int, data: st.DataObject) -> None:
    journal = _journal(length)
    position = data.draw(st.integers(0, length - 1))
    entry = journal[position]
    forged = [
        replace(entry, kind="forged"),
        replace(entry, at="forged"),
        replace(entry, by="forged"),
        replace(entry, body="forged"),
    ]
    journal[position] = data.draw(st.sampled_from(forged))
    assert check_chain(journal, None)


@given(st.integers(3, 8), st.data())
def test_any_deletion_but_the_tail_is_found_without_a_witness(
    length: int, data: st.DataObject
) -> None:
    journal = _journal(length)
    del journal[data.draw(st.integers(0, length - 2))]
    assert check_chain(journal, None)


def test_a_cut_off_tail_is_found_by_the_witness() -> None:
    journal = _journal(5)
    witness = (5, journal[-1].hash)
    assert check_chain(journal, witness) == []
    assert "2 entries were cut off" in check_chain(journal[:3], witness)[0].message


def test_a_journal_rewritten_as_a_whole_is_found_by_the_witness() -> None:
    witness = (3, _journal(3)[-1].hash)
    rewritten: list[Entry] = []
    for entry in _journal(3):
        last = rewritten[-1] if rewritten else None
        rewritten.append(
            next_entry(last, kind=entry.kind, at=entry.at, by="Mallory", body=entry.body)
        )
    assert check_chain(rewritten, None) == []
    assert check_chain(rewritten, witness)


@given(st.permutations(range(4)))
def test_any_reordering_is_found(order: list[int]) -> None:
    journal = _journal(4)
    assert bool(check_chain([journal[i] for i in order], None)) == (list(order) != [0, 1, 2, 3])


def test_a_decision_needs_a_name_and_to_say_no_a_reason() -> None:
    with pytest.raises(InputError, match="name"):
        _decision(Verdict.ACCEPT, by=" ")
    with pytest.raises(InputError, match="why"):
        _decision(Verdict.REJECT)
    assert _decision(Verdict.REJECT, reason="only spoken of").reason
