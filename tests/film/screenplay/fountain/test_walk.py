from secondunit.film.screenplay.fountain.comments import cut_comments
from secondunit.film.screenplay.fountain.source import read_rows
from secondunit.film.screenplay.fountain.walk import Walk, heading_of
from secondunit.film.screenplay.remarks import Remarks


def walk(text: str) -> Walk:
    remarks = Remarks("fountain")
    return Walk(cut_comments(read_rows(text, remarks), remarks), remarks)


def rules(found: Walk) -> list[str]:
    return [finding.rule.removeprefix("screenplay.") for finding in found.remarks.findings()]


def test_a_place_is_closed_by_the_end_an_empty_line_or_an_outline() -> None:
    found = walk("a\n\n= b\n# c\n[[d]]")
    assert [found.is_closed(index) for index in range(6)] == [False, True, True, True, True, True]


def test_a_place_is_followed_by_words_comments_aside() -> None:
    assert walk("[[a]]\nb").is_followed(0)
    assert not walk("[[a]]\n\nb").is_followed(0)
    assert not walk("===").is_followed(0)
    assert not walk("!b").is_followed(0)
    assert not walk("").is_followed(1)


def test_a_line_of_two_spaces_is_a_pause_before_words_only() -> None:
    assert walk("  \nb").is_pause(0)
    assert walk("\t\nb").is_pause(0)
    assert not walk(" \nb").is_pause(0)
    assert not walk("  \n\nb").is_pause(0)
    assert not walk("  ").is_pause(0)
    assert not walk("  \nINT. X - DAY\n\n").is_pause(0)


def test_a_scripts_habits_are_learnt_from_most_of_its_lines() -> None:
    assert walk("INT. X - DAY\nDust.\n\n" * 6).glues_headings
    assert not walk("INT. X - DAY\nDust.\n\n" * 5).glues_headings
    assert not walk("INT. X - DAY\nDust.\n\n" * 6 + "INT. Y - DAY\n\nDust.\n\n" * 6).glues_headings
    assert not walk("a\n   \n" * 8).is_pause(1)


def test_a_heading_keeps_its_marks_and_gives_up_its_number() -> None:
    assert heading_of("_INT. X - DAY_ #3#") == ("_INT. X - DAY_", "3")
    assert heading_of("12 OMITTED") == ("OMITTED", "12")
    assert heading_of("Omitted") is None
    assert heading_of("EXT/INT. X - DAY") is None
    assert heading_of("**") is None


def test_headings_in_the_wrong_place_or_dress_are_remarked_on() -> None:
    found = walk("EXT/INT. X - DAY\nINT. Y - DAY\n\nEXT/INTRO")
    assert found.remark_unlisted(0)
    assert not found.remark_unlisted(1)
    assert not found.remark_unlisted(3)
    found.remark_buried(1)
    found.remark_buried(3)
    assert rules(found) == ["unlisted-heading", "buried-heading"]
