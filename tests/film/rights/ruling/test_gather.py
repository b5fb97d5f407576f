from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import pytest
from tests.adapters.egress.gates import POLICY, REMOTE, SNAPSHOT, TODAY, confirmed

from secondunit.core.ids import digest, digest_bytes
from secondunit.film.rights.content import Seen
from secondunit.film.rights.model import AssetClass, EgressRequest, Outbound, Purpose, Seller
from secondunit.film.rights.records.papers import AssetNote, Consultation, Quarantine
from secondunit.film.rights.records.people import RightsHolder
from secondunit.film.rights.records.register import Register, with_record
from secondunit.film.rights.ruling.facts import Act, Matter
from secondunit.film.rights.ruling.gather import Circumstances, gather, watch_of

BOARD, PHOTO = digest("board"), digest("photo")
REQUEST = EgressRequest(
    by="Lea",
    title="two-rooms",
    purpose=Purpose.FINAL,
    seller=Seller(provider="acme"),
    subject="shot 12A",
    media=(Outbound(digest=BOARD, media_type="image/png", made_here=True),),
    prompt=digest_bytes(b"a quiet room"),
)


def register(*records: object) -> Register:
    found = Register()
    for record in (POLICY, confirmed(REMOTE), *records):
        found = with_record(found, record)
    return found


def around(kept: Register, seen: Seen | None = None) -> Circumstances:
    return Circumstances(
        register=kept,
        terms=REMOTE,
        providers_named=(),
        post_purposes=("timing",),
        today=TODAY,
        seen=seen,
        is_kept=lambda digest: digest == SNAPSHOT,
    )


def matter(act: Act, matters: tuple[Matter, ...]) -> Mapping[str, Any]:
    return next(each.facts for each in matters if each.act is act)


def test_a_call_puts_itself_each_thing_and_each_likeness_to_the_rules() -> None:
    request = replace(REQUEST, likenesses=("ana",))
    acts = [each.act for each in gather(request, around(register()))]
    assert acts == [Act.SEND, Act.HAND_OVER, Act.PORTRAY]


def test_confirmed_terms_are_known_to_be_confirmed_kept_and_dated() -> None:
    terms = matter(Act.SEND, gather(REQUEST, around(register())))["terms"]
    assert (terms["confirmed"], terms["snapshot_kept"]) == (True, True)
    assert terms["days_left"] == 401


def test_terms_that_changed_since_a_person_read_them_are_not_confirmed() -> None:
    changed = replace(around(register()), terms=replace(REMOTE, retention_days=1))
    terms = matter(Act.SEND, gather(REQUEST, changed))["terms"]
    assert "confirmed" not in terms


def test_a_region_that_the_terms_do_not_list_is_unknown() -> None:
    there = replace(REQUEST, seller=Seller(provider="acme", region="moon"))
    terms = matter(Act.SEND, gather(there, around(register())))["terms"]
    assert "processed_in" not in terms


def test_what_the_studio_drew_is_its_own_and_anything_else_needs_an_owner() -> None:
    assert matter(Act.HAND_OVER, gather(REQUEST, around(register())))["third_party"] is False
    brought = replace(REQUEST, media=(Outbound(digest=PHOTO, media_type="image/png"),))
    assert "third_party" not in matter(Act.HAND_OVER, gather(brought, around(register())))
    noted = register(AssetNote(digest=PHOTO, owner="photo-house"))
    assert matter(Act.HAND_OVER, gather(brought, around(noted)))["third_party"] is True


def test_what_was_made_from_somebody_elses_thing_is_still_theirs() -> None:
    kept = register(
        AssetNote(digest=PHOTO, owner="photo-house"),
        AssetNote(digest=BOARD, owner="production", parents=(PHOTO,)),
    )
    assert matter(Act.HAND_OVER, gather(REQUEST, around(kept)))["third_party"] is True


def test_a_likeness_deep_in_a_picture_is_put_to_the_rules_and_raises_its_class() -> None:
    kept = register(
        AssetNote(digest=PHOTO, owner="production", likenesses=("ana",)),
        AssetNote(digest=BOARD, owner="production", parents=(PHOTO,)),
    )
    matters = gather(REQUEST, around(kept))
    assert [each.subject for each in matters if each.act is Act.PORTRAY] == ["ana"]
    assert matter(Act.SEND, matters)["asset_class"] == AssetClass.BIOMETRIC


def test_what_was_made_from_something_in_quarantine_is_in_quarantine() -> None:
    kept = register(
        AssetNote(digest=BOARD, owner="production", parents=(PHOTO,)), Quarantine(digests=(PHOTO,))
    )
    assert matter(Act.HAND_OVER, gather(REQUEST, around(kept)))["quarantined"] is True


@pytest.mark.parametrize(
    ("seen", "words"),
    [
        (None, "unread"),
        (Seen(), "clean"),
        (Seen(barred=1), "barred"),
        (Seen(hidden=True), "hidden"),
    ],
)
def test_words_are_known_by_what_is_in_them(seen: Seen | None, words: str) -> None:
    assert matter(Act.SEND, gather(REQUEST, around(register(), seen)))["words"] == words


def test_a_call_without_words_has_none() -> None:
    silent = replace(REQUEST, prompt=None)
    assert matter(Act.SEND, gather(silent, around(register())))["words"] == "none"


def test_somebody_named_and_not_shown_is_asked_about_the_name_alone() -> None:
    named = matter(Act.PORTRAY, gather(REQUEST, around(register(), Seen(people=("ana",)))))
    assert (named["seen"], named["named"]) == (False, True)


def test_the_last_word_of_the_director_counts() -> None:
    def heard(name: str, *, dissent: bool) -> Consultation:
        return Consultation(
            id=name,
            role="director",
            person="B",
            proposal="p",
            response="r",
            dissent=dissent,
            held_on="2026-11-01",
        )

    kept = register(heard("1", dissent=True), heard("2", dissent=False))
    director = matter(Act.SEND, gather(REQUEST, around(kept)))["director"]
    assert director == {"consulted": True, "dissents": False}
    assert matter(Act.SEND, gather(REQUEST, around(register())))["director"] == {}


def test_a_change_to_a_performance_is_dated_by_its_script_and_its_day() -> None:
    altered = replace(REQUEST, likenesses=("ana",), alteration="timing")
    note = AssetNote(
        digest=BOARD, owner="production", performed_on="2026-05-02", script_dated="2026-05-01"
    )

    def facts(*records: object) -> Any:
        return matter(Act.PORTRAY, gather(altered, around(register(*records))))["alteration"]

    assert facts(note) == {"asked": True, "listed": True, "script_first": True}
    assert facts(replace(note, script_dated="2026-05-03"))["script_first"] is False
    assert "script_first" not in facts(replace(note, script_dated=""))


def test_words_are_watched_for_every_holder_figure_and_barred_word() -> None:
    kept = register(
        replace(POLICY, never_words=("lantern",), public_figures=("A Star",)),
        RightsHolder(id="ana", name="Ana Ruiz", aliases=("Anita",)),
    )
    watch = watch_of(kept)
    assert watch.barred == ("lantern",)
    assert watch.people == (("ana", ("Ana Ruiz", "Anita")), ("A Star", ("A Star",)))
