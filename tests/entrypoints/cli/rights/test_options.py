from pathlib import Path

import pytest

from secondunit.core.errors import InputError
from secondunit.core.ids import digest_bytes
from secondunit.entrypoints.cli.rights.options import (
    Signing,
    day,
    digest_of,
    keep_paper,
    open_desk,
    signature,
)


def test_a_day_is_a_date_or_nothing() -> None:
    assert day("2027-01-31", "--until") == "2027-01-31"
    assert day("", "--until") == ""
    with pytest.raises(InputError, match="--until “31 January” is no date"):
        day("31 January", "--until")


def test_a_thing_is_named_by_its_digest_or_its_file(tmp_path: Path) -> None:
    file = tmp_path / "thing"
    file.write_bytes(b"thing")
    assert digest_of(str(file)) == digest_of(digest_bytes(b"thing")) == digest_bytes(b"thing")


def test_an_empty_paper_is_none(bare: Path, tmp_path: Path, paper: Path) -> None:
    desk = open_desk(bare)
    assert keep_paper(desk, None) is None
    kept = keep_paper(desk, paper)
    assert kept is not None
    assert desk.media.fetch_media(kept) == paper.read_bytes()
    empty = tmp_path / "empty"
    empty.touch()
    with pytest.raises(InputError, match="is empty"):
        keep_paper(desk, empty)


def test_a_signature_is_a_name_a_role_and_a_reason() -> None:
    signed = signature(Signing(by="Lea", role="legal", reason="agreed"))
    assert (signed.by, signed.role, signed.reason) == ("Lea", "legal", "agreed")
