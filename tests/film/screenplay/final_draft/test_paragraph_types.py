from secondunit.film.screenplay.final_draft.paragraph_types import (
    KINDS,
    depth_of,
    kind_of,
    opens_page,
    type_of,
)
from secondunit.film.screenplay.final_draft.setting import Style
from secondunit.film.screenplay.model import LineKind


def test_a_type_of_the_house_is_what_it_paginates_as() -> None:
    assert kind_of("Start of Act", Style(paginates_as="New Act")) == (
        LineKind.ACT,
        "fdx.paginate-as",
    )
    assert kind_of("Tally", Style()) == (LineKind.GENERAL, "fdx.unknown-type")
    assert kind_of("Shot", Style(paginates_as="Scene Heading")) == (LineKind.SHOT, "")


def test_a_type_that_paginates_as_a_heading_opens_scenes_only_where_no_other_does() -> None:
    page = Style(paginates_as="Scene Heading")
    assert kind_of("Page", page, has_scenes=True)[0] is LineKind.SHOT
    assert kind_of("Page", page, has_scenes=False)[0] is LineKind.HEADING


def test_every_kind_goes_out_by_the_name_it_came_in_by() -> None:
    for kind in set(KINDS.values()):
        assert KINDS[type_of(kind, 1)] is kind
    assert [type_of(LineKind.SECTION, depth) for depth in (0, 3, 9)] == [
        "Outline 1",
        "Outline 3",
        "Outline 4",
    ]
    assert [depth_of(name) for name in ("Outline 3", "Sequence")] == [3, 1]


def test_a_page_opens_as_the_paragraph_says_then_its_type_then_custom() -> None:
    opening, closed = Style(opens_page=True), Style(opens_page=False)
    assert opens_page("Action", opening, closed)
    assert not opens_page("New Act", Style(), closed)
    assert opens_page("New Act", Style(), Style())
    assert not opens_page("Action", Style(), Style())
