from pathlib import Path

import pytest

from secondunit.adapters.db.studio import open_studio_engine
from secondunit.adapters.db.studio.people import SqlPeople
from secondunit.core.errors import Conflict
from secondunit.core.ids import Digest
from secondunit.ports.people import Invite, Membership, Person, Session

ANA = Person(id="person-1", email="ana@studio.example", name="Ana Ruiz")
AT, END = "2027-01-04T08:00:00Z", "2027-01-04T20:00:00Z"


@pytest.fixture
def people(tmp_path: Path) -> SqlPeople:
    return SqlPeople(open_studio_engine(tmp_path))


def test_an_address_belongs_to_one_person(people: SqlPeople) -> None:
    people.add_person(ANA, "kept")
    twin = Person(id="person-2", email=ANA.email, name="Another Ana")
    with pytest.raises(Conflict):
        people.add_person(twin, "kept")
    assert people.password_of(" ANA@studio.example ") == (ANA, "kept")
    assert people.count() == 1


def test_somebody_shut_out_has_no_password_but_a_name(people: SqlPeople) -> None:
    people.add_person(ANA, "kept")
    people.put_person(Person(id=ANA.id, email=ANA.email, name=ANA.name, active=False))
    assert people.password_of(ANA.email) is None
    found = people.person(ANA.id)
    assert found is not None
    assert not found.active


def test_sessions_end_one_by_one_or_all_at_once(people: SqlPeople) -> None:
    for token in ("a", "b", "c"):
        people.add_session(
            Session(
                token=Digest(token),
                person=ANA.id,
                csrf="x",
                begun_at=AT,
                seen_at=AT,
                expires_at=END,
            )
        )
    people.end_session(Digest("a"))
    assert [each.token for each in people.sessions(ANA.id)] == ["b", "c"]
    people.end_sessions(ANA.id)
    assert not people.sessions(ANA.id)


def test_a_role_is_held_once_and_its_end_can_change(people: SqlPeople) -> None:
    held = Membership(person=ANA.id, title="film", role="guest", by="kim", at=AT)
    people.put_membership(held)
    sooner = Membership(person=ANA.id, title="film", role="guest", by="kim", at=AT, expires_at=END)
    people.put_membership(sooner)
    assert people.memberships(ANA.id) == people.members("film") == [sooner]
    people.end_membership(ANA.id, "film", "guest")
    assert not people.members("film")


def test_an_invitation_is_used_by_whoever_comes_first(people: SqlPeople) -> None:
    invite = Invite(
        token=Digest("t"), email="k@x.example", title="film", role="guest", by="ana", at=AT,
        expires_at=END,
    )  # fmt: skip
    people.add_invite(invite)
    assert people.use_invite(Digest("t"), AT)
    assert not people.use_invite(Digest("t"), AT)
    people.drop_invite(Digest("t"))
    used = people.invite(Digest("t"))
    assert used is not None
    assert used.used_at == AT
