from dataclasses import replace

import pytest

from secondunit.core.errors import InputError
from secondunit.core.ids import digest_bytes
from secondunit.film.rights.records.people import (
    MOVES,
    Consent,
    ConsentKind,
    ConsentStatus,
    missing_of,
    moved,
    status_on,
)

PAPER = Consent(
    id="c-1",
    holder="ana",
    kind=ConsentKind.EMPLOYMENT_REPLICA,
    uses=("replica",),
    projects=("two-rooms",),
    media=("feature",),
    territories=("world",),
    starts="2026-01-01",
    ends="2027-01-01",
    document=digest_bytes(b"signed"),
    separate_signature=True,
    reason="stunt in scene 12",
)


@pytest.mark.parametrize("start", list(ConsentStatus))
@pytest.mark.parametrize("to", list(ConsentStatus))
def test_a_consent_moves_only_along_its_ways(start: ConsentStatus, to: ConsentStatus) -> None:
    paper = replace(PAPER, status=start)
    if to in MOVES[start]:
        assert moved(paper, to) == replace(paper, status=to)
    else:
        with pytest.raises(InputError, match=f"is {start} and cannot become {to}"):
            moved(paper, to)


def test_what_was_revoked_stays_revoked_and_a_new_paper_is_named_as_the_way() -> None:
    with pytest.raises(InputError) as caught:
        moved(replace(PAPER, status=ConsentStatus.REVOKED), ConsentStatus.ACTIVE)
    assert "new paper" in caught.value.remedy


@pytest.mark.parametrize("name", ["uses", "projects", "media", "territories", "starts", "ends"])
def test_a_paper_that_lacks_part_of_its_scope_is_not_made_active(name: str) -> None:
    empty: tuple[str, ...] | str = () if isinstance(getattr(PAPER, name), tuple) else ""
    bare = replace(PAPER, **{name: empty})  # type: ignore[arg-type]
    assert missing_of(bare) == (name,)
    with pytest.raises(InputError, match=name):
        moved(bare, ConsentStatus.ACTIVE)


def test_an_active_consent_runs_out_by_itself_on_the_day_after_its_last() -> None:
    active = replace(PAPER, status=ConsentStatus.ACTIVE)
    assert status_on(active, "2027-01-01") is ConsentStatus.ACTIVE
    assert status_on(active, "2027-01-02") is ConsentStatus.EXPIRED
    suspended = replace(PAPER, status=ConsentStatus.SUSPENDED)
    assert status_on(suspended, "2030-01-01") is ConsentStatus.SUSPENDED
