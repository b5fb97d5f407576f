from dataclasses import replace

import pytest
from tests.adapters.egress.gates import (
    POLICY,
    REMOTE,
    Opened,
    confirmed,
    make_gate,
)
from tests.adapters.egress.peer import answers, listening
from tests.film.rights.records.test_people import PAPER

from secondunit.core.errors import InputError, RightsNotCleared, StoreError
from secondunit.core.ids import digest, digest_bytes
from secondunit.film.rights.log import read_calls
from secondunit.film.rights.model import (
    AssetClass,
    EgressRequest,
    Outbound,
    ProviderTerms,
    Purpose,
    Seller,
)
from secondunit.film.rights.records.papers import AssetNote, Consultation, TermsAdded
from secondunit.film.rights.records.people import ConsentMove, ConsentStatus, RightsHolder
from secondunit.ports.gate import Outgoing

WORDS = "a quiet room, morning"
REQUEST = EgressRequest(
    by="Lea Roy",
    title="two-rooms",
    purpose=Purpose.FINAL,
    seller=Seller(provider="acme"),
    subject="shot 12A",
    prompt=digest_bytes(WORDS.encode()),
)
HERE = ProviderTerms(seller=Seller(provider="comfyui"), local=True, generative=False)
ANA = RightsHolder(id="ana", name="Ana Ruiz", minor=False, deceased=False)
ASKED = Consultation(
    id="d-1",
    role="director",
    person="B",
    proposal="p",
    response="yes",
    dissent=False,
    held_on="2026-11-01",
)


def cleared(*records: object) -> Opened:
    """A gate where everything about the provider is in order."""
    opened = make_gate(REMOTE, resolver=lambda host, port: ("93.184.216.34",))
    opened.rights.sign(POLICY, confirmed(REMOTE), ASKED, *records)
    return opened


def rules(opened: Opened, request: EgressRequest = REQUEST, words: str | None = None) -> list[str]:
    return [each.rule for each in opened.gate.ask(request, words).denials]


def test_a_production_that_says_nothing_lets_nothing_out() -> None:
    denied = rules(make_gate(REMOTE))
    assert {"G01", "R02", "R03", "R04", "R21"} <= set(denied)
    assert "G03" in rules(make_gate())


def test_what_is_cleared_may_go_and_asking_leaves_no_trace() -> None:
    opened = cleared()
    assert rules(opened, words=WORDS) == []
    assert opened.calls.entries == []


def test_previs_on_this_machine_needs_nothing() -> None:
    previs = replace(HERE, seller=Seller(provider="previs"))
    request = replace(REQUEST, seller=Seller(provider="previs"), purpose=Purpose.TEMP, prompt=None)
    picture = Outbound(digest=digest("board"), media_type="image/png", made_here=True)
    assert rules(make_gate(previs), replace(request, media=(picture,))) == []


def test_a_call_is_in_the_log_before_it_is_made_and_after() -> None:
    opened = make_gate(HERE)
    request = replace(REQUEST, seller=Seller(provider="comfyui"))
    with listening(answers(200, b"{}")) as peer, opened.gate.open(request) as wire:
        assert opened.calls.kinds() == ["opened"]
        wire.send(Outgoing(method="POST", url=peer.url, body=b"{}"))
        assert opened.calls.kinds() == ["opened", "sending"]
    (call,) = read_calls(opened.calls.entries)
    assert (call.by, call.is_closed, call.sent[0].status) == ("Lea Roy", True, 200)
    assert WORDS not in str(opened.calls.entries)
    with pytest.raises(RightsNotCleared, match="closed"):
        wire.send(Outgoing(method="GET", url=peer.url))


def test_a_call_that_ends_badly_says_so() -> None:
    opened = make_gate(HERE)
    request = replace(REQUEST, seller=Seller(provider="comfyui"))
    with pytest.raises(ZeroDivisionError), opened.gate.open(request):
        raise ZeroDivisionError
    (call,) = read_calls(opened.calls.entries)
    assert (call.is_closed, call.error) == (True, "ZeroDivisionError")


def test_a_refused_call_is_in_the_log_and_names_rule_datum_and_person() -> None:
    opened = make_gate(REMOTE, named=("acme",))
    with pytest.raises(RightsNotCleared) as caught, opened.gate.open(REQUEST):
        pytest.fail("it was let out")
    assert "R02" in caught.value.message
    assert "title.max_retention_days is not known" in caught.value.message
    assert "legal can supply" in caught.value.remedy
    (call,) = read_calls(opened.calls.entries)
    assert call.is_refused
    assert "R02" in call.note.denied


def test_where_the_log_cannot_be_written_nothing_leaves(monkeypatch: pytest.MonkeyPatch) -> None:
    opened = make_gate(HERE)

    def full(**_entry: object) -> None:
        raise StoreError("the disk is full")

    monkeypatch.setattr(opened.gate, "_calls", type("Full", (), {"append": staticmethod(full)})())
    with (
        pytest.raises(StoreError),
        opened.gate.open(replace(REQUEST, seller=Seller(provider="comfyui"))),
    ):
        pytest.fail("it was let out")


def test_a_revoked_consent_holds_from_the_next_call_on() -> None:
    paper = replace(PAPER, media=("feature",))
    active = ConsentMove(consent="c-1", to=ConsentStatus.ACTIVE)
    opened = cleared(ANA, paper, active)
    request = replace(REQUEST, likenesses=("ana",))
    assert rules(opened, request) == []
    opened.rights.sign(ConsentMove(consent="c-1", to=ConsentStatus.REVOKED))
    assert rules(opened, request) == ["R11"]
    assert rules(opened) == []


def test_a_name_in_the_words_needs_a_consent_to_it() -> None:
    words = "a woman like Ana Ruiz, dancing"
    request = replace(REQUEST, prompt=digest_bytes(words.encode()))
    opened = cleared(ANA)
    assert rules(opened, request, words) == ["R16"]
    opened.rights.sign(
        replace(PAPER, uses=("replica", "name")),
        ConsentMove(consent="c-1", to=ConsentStatus.ACTIVE),
    )
    assert rules(opened, request, words) == []


def test_words_that_were_not_looked_at_before_are_looked_at_when_they_are_sent() -> None:
    opened = cleared(replace(POLICY, never_words=("zq-canary-7",)), ANA)
    with opened.gate.open(REQUEST) as wire:
        for body in (b"like ana ruiz", b"the zq-canary-7"):
            with pytest.raises(RightsNotCleared):
                wire.send(Outgoing(method="POST", url="https://api.acme.example/v1", body=body))
    assert opened.calls.kinds() == ["opened", "closed"]


def test_words_that_are_not_those_of_the_request_are_refused() -> None:
    with pytest.raises(InputError, match="not those"):
        cleared().gate.ask(REQUEST, "other words")


def test_a_sealed_thing_stays_whatever_it_was_declared_as() -> None:
    board = digest("board")
    opened = cleared(AssetNote(digest=board, declared=AssetClass.SEALED, owner="production"))
    sent = Outbound(digest=board, media_type="image/png", declared=AssetClass.PUBLIC)
    assert rules(opened, replace(REQUEST, media=(sent,))) == ["G02"]


def test_terms_a_person_wrote_down_stand_over_the_files_and_a_change_asks_anew() -> None:
    opened = cleared(TermsAdded(terms=replace(REMOTE, retention_days=7)))
    assert rules(opened) == ["R04"]
    opened.rights.sign(confirmed(replace(REMOTE, retention_days=7)))
    assert rules(opened) == []


def test_terms_that_have_run_out_are_no_terms() -> None:
    opened = cleared(confirmed(REMOTE, until="2026-11-24"))
    assert rules(opened) == ["R04"]
    soon = cleared(confirmed(REMOTE, until="2026-12-01")).gate.ask(REQUEST)
    assert soon.allowed
    assert [each.rule for each in soon.warnings] == ["R04.soon"]


def test_a_register_that_cannot_be_read_lets_nothing_out() -> None:
    opened = cleared()
    opened.rights.append(kind="consent", by="Lea", body={"role": "", "reason": "", "record": "?"})
    with pytest.raises(StoreError):
        opened.gate.ask(REQUEST)
