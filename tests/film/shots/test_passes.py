import pytest
from tests.adapters.render.builder import ADA, BRAM, PIP

from secondunit.core.errors import InputError
from secondunit.film.shots.passes import PassKind, figure_labels, read_frames, read_kinds


def test_kinds_come_in_their_own_order_and_once() -> None:
    assert read_kinds("pose,depth, DEPTH") == (PassKind.DEPTH, PassKind.POSE)
    assert read_kinds("") == read_kinds("all") == tuple(PassKind)


def test_an_unknown_kind_is_refused_with_those_there_are() -> None:
    with pytest.raises(InputError, match="“depht” is no pass") as refused:
        read_kinds("depht")
    assert "cryptomatte" in refused.value.remedy


@pytest.mark.parametrize(
    ("text", "expected"), [("", (0, 0)), ("7", (7, 7)), (" 2 - 9 ", (2, 9)), ("ALL", (0, 47))]
)
def test_ranges_are_read_as_people_write_them(text: str, expected: tuple[int, int]) -> None:
    assert read_frames(text, 48) == expected


@pytest.mark.parametrize("text", ["48", "0-48", "9-2", "-3", "a", "1,2", "1.5", "9" * 40])
def test_a_range_that_cannot_be_is_refused(text: str) -> None:
    with pytest.raises(InputError):
        read_frames(text, 48)


def test_a_figure_is_called_the_same_in_every_shot() -> None:
    cast = (ADA, BRAM, PIP)
    assert figure_labels(cast, (BRAM,), names=False) == ("figure-02",)
    assert figure_labels(cast, (PIP, ADA), names=False) == ("figure-03", "figure-01")


def test_names_are_used_only_where_they_are_allowed() -> None:
    assert figure_labels((ADA,), (ADA,), names=True) == ("01-ada",)
