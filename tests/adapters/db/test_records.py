import sqlite3
from pathlib import Path

import pytest

from secondunit.adapters.db.engine import open_engine
from secondunit.adapters.db.records import SqlRecords, create_production, find_production
from secondunit.core.decision import Entry, Verdict, next_entry
from secondunit.core.errors import Conflict, NotFound
from secondunit.core.fact import Fact
from secondunit.core.ids import Digest, ItemId
from secondunit.core.money import FREE, Money
from secondunit.core.stage import Answer, MediaRef
from secondunit.ports.records import Draft, Production, Publication, Run, StoredProposal

PRODUCTION = Production(id="toy", title="Toy", created_at="2026-11-25T10:00:00Z")


@pytest.fixture
def records(tmp_path: Path) -> SqlRecords:
    return create_production(open_engine(tmp_path), PRODUCTION)


def _answer(ask: str, provider: str = "echo") -> Answer:
    media = MediaRef(digest=Digest("m"), media_type="image/png", byte_count=3, name="a.png")
    return Answer(
        ask=Digest(ask),
        body="{}",
        media=(media,),
        provider=provider,
        version="1",
        cost=Money(minor=5),
        milliseconds=2,
    )


def _entry(last: Entry | None) -> Entry:
    return next_entry(last, kind="decision", at="2026-11-25T10:00:00Z", by="Ana", body="{}")


def _fact(entry: int) -> Fact:
    return Fact(
        item=ItemId("i"),
        stage="s.t",
        verdict=Verdict.ACCEPT,
        body="{}",
        label="l",
        item_digest=Digest("d"),
        entry=entry,
        by="Ana",
        role="writer",
        at="2026-11-25T10:00:00Z",
    )


def _proposal(body: bytes) -> tuple[StoredProposal, Run]:
    stored = StoredProposal(
        digest=Digest(body.decode()), stage="s.t", version=1, inputs=Digest("in"), body=body
    )
    run = Run(
        stage="s.t",
        proposal=stored.digest,
        at="2026-11-25T10:00:00Z",
        milliseconds=4,
        cost=FREE,
        asks=2,
        asked=1,
    )
    return stored, run


def test_a_production_is_made_once_and_found_again(tmp_path: Path) -> None:
    create_production(open_engine(tmp_path), PRODUCTION)
    create_production(open_engine(tmp_path), PRODUCTION)
    found = find_production(open_engine(tmp_path))
    assert found is not None
    assert found.production() == PRODUCTION


def test_an_empty_database_holds_no_production(tmp_path: Path) -> None:
    engine = open_engine(tmp_path)
    assert find_production(engine) is None
    with pytest.raises(NotFound, match="toy"):
        SqlRecords(engine, "toy").production()


def test_two_productions_in_one_database_never_meet(tmp_path: Path) -> None:
    engine = open_engine(tmp_path)
    one = create_production(engine, PRODUCTION)
    other = create_production(
        engine, Production(id="other", title="Other", created_at=PRODUCTION.created_at)
    )
    one.add_facts([_fact(1)])
    one.add_answer(_answer("a"), "echo", PRODUCTION.created_at)
    assert other.facts("s.t") == []
    assert other.answers([Digest("a")]) == {}


def test_the_first_answer_to_a_question_stays(records: SqlRecords) -> None:
    records.add_answer(_answer("a", "first"), "echo", PRODUCTION.created_at)
    records.add_answer(_answer("a", "second"), "echo", PRODUCTION.created_at)
    assert records.answers([Digest("a"), Digest("b")])[Digest("a")].provider == "first"


def test_thousands_of_answers_are_found_at_once(records: SqlRecords) -> None:
    with records.transaction():
        for number in range(1200):
            records.add_answer(_answer(f"{number}"), "echo", PRODUCTION.created_at)
    assert len(records.answers(Digest(f"{number}") for number in range(1300))) == 1200


def test_the_newest_proposal_of_a_stage_is_the_one_in_force(records: SqlRecords) -> None:
    assert records.latest_proposal("s.t") is None
    records.add_proposal(*_proposal(b"one"))
    records.add_proposal(*_proposal(b"two"))
    newest = records.latest_proposal("s.t")
    assert newest is not None
    assert newest.body == b"two"
    assert [run.proposal for run in records.runs()] == ["one", "two"]
    assert [each.body for each in records.proposals("s.t")] == [b"one", b"two"]
    assert not records.proposals("other")


def test_drafts_and_facts_come_back_in_the_order_they_were_kept(records: SqlRecords) -> None:
    draft = Draft(
        number=1,
        name="a.fountain",
        source=Digest("s"),
        script=Digest("c"),
        findings="[]",
        added_at=PRODUCTION.created_at,
    )
    records.add_draft(draft)
    records.add_facts([_fact(1), _fact(2)])
    assert records.drafts() == [draft]
    assert [fact.entry for fact in records.facts("s.t")] == [1, 2]


def test_two_writers_cannot_append_the_same_entry(records: SqlRecords) -> None:
    first = _entry(None)
    records.add_entries([first])
    with pytest.raises(Conflict):
        records.add_entries([_entry(None)])
    records.add_entries([_entry(first)])
    assert [entry.sequence for entry in records.journal()] == [1, 2]
    last = records.last_entry()
    assert last is not None
    assert last.sequence == 2


def test_a_transaction_that_fails_leaves_nothing(records: SqlRecords) -> None:
    with pytest.raises(RuntimeError), records.transaction():
        records.add_entries([_entry(None)])
        records.add_facts([_fact(1)])
        raise RuntimeError
    assert records.journal() == []
    assert records.facts("s.t") == []


def test_a_publication_is_replaced_by_its_path(records: SqlRecords) -> None:
    old = Publication(
        path="a.pdf",
        stage="s.t",
        key=Digest("k1"),
        media=Digest("m"),
        byte_count=1,
        media_type="application/pdf",
    )
    new = Publication(
        path="a.pdf",
        stage="s.t",
        key=Digest("k2"),
        media=Digest("n"),
        byte_count=2,
        media_type="application/pdf",
    )
    records.put_publication(old)
    records.put_publication(new)
    assert records.publications() == [new]
    records.drop_publication("a.pdf")
    assert records.publications() == []


def test_what_one_process_wrote_another_reads(records: SqlRecords, tmp_path: Path) -> None:
    records.add_facts([_fact(1)])
    with sqlite3.connect(tmp_path / "production.db") as other:
        assert other.execute("SELECT count(*) FROM fact").fetchone() == (1,)
