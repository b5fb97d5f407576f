import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.adapters.formats.zips import bomb, lying_bomb, zipped

from secondunit.adapters.archive import MOST_PARTS, is_zip, names_in, take_parts


def rule(data: bytes) -> str:
    parts = take_parts(data, lambda name: name == "a.xml")
    assert not parts.files
    assert parts.problem
    return parts.rule


def test_only_what_is_wanted_is_taken() -> None:
    data = zipped({"a.xml": "<a/>", "b.png": b"\x89PNG"})
    assert take_parts(data, lambda name: name == "a.xml").files == {"a.xml": b"<a/>"}
    assert names_in(data) == ("a.xml", "b.png")
    assert is_zip(data)


def test_what_would_swell_is_refused_whatever_it_says_of_itself() -> None:
    assert rule(bomb("a.xml")) == "zip-bomb"
    assert rule(lying_bomb("a.xml")) in {"zip-bomb", "broken-zip"}


def test_a_picture_that_is_not_wanted_may_be_large() -> None:
    data = zipped({"a.xml": "<a/>", "b.bin": b" " * (40 << 20)})
    assert take_parts(data, lambda name: name == "a.xml").files


def test_too_many_files_are_refused() -> None:
    assert rule(zipped({f"{n}.txt": "" for n in range(MOST_PARTS + 1)})) == "zip-bomb"


def test_a_zip_in_a_zip_is_refused_by_name_and_by_content() -> None:
    inner = zipped({"x": "y"})
    assert rule(zipped({"a.xml": "<a/>", "inner.zip": inner})) == "nested-zip"
    assert rule(zipped({"a.xml": inner})) == "nested-zip"


@pytest.mark.parametrize("cut", [10, 60, 90])
def test_a_damaged_zip_is_told(cut: int) -> None:
    data = zipped({"a.xml": "<a/>" * 50})
    assert rule(data[:cut]) == "broken-zip"


@settings(max_examples=100, deadline=None)
@given(st.integers(0, 200), st.binary(min_size=1, max_size=8))
def test_any_damage_is_borne(at: int, patch: bytes) -> None:
    data = zipped({"a.xml": "<a/>" * 50})
    broken = data[: at % len(data)] + patch + data[at % len(data) + len(patch) :]
    parts = take_parts(broken, lambda name: True)
    assert parts.files or parts.problem or not names_in(broken)
