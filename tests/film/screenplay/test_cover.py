from hypothesis import given
from hypothesis import strategies as st

from secondunit.film.screenplay.cover import read_cover


def keys(*texts: str) -> list[tuple[str, str]]:
    return [(field.key, field.value) for field in read_cover(texts)]


def test_title_credit_author_and_what_it_is_based_on() -> None:
    assert keys(
        "Right Ear Home", "", "Written by", "A. Writer", "& B. Writer", "Based on a map"
    ) == [
        ("Title", "Right Ear Home"),
        ("Credit", "Written by"),
        ("Author", "A. Writer\n& B. Writer"),
        ("Source", "Based on a map"),
    ]


def test_credit_and_author_on_one_line_are_parted() -> None:
    assert keys("Title", "Teleplay by A. Writer")[1:] == [
        ("Credit", "Teleplay by"),
        ("Author", "A. Writer"),
    ]


def test_dates_drafts_copyright_and_addresses_have_their_own_keys() -> None:
    assert keys("Title", "by", "A.", "Second draft", "12 Some Street", "© 2026 A.", "3/4/2026") == [
        ("Title", "Title"),
        ("Credit", "by"),
        ("Author", "A."),
        ("Draft date", "Second draft\n3/4/2026"),
        ("Contact", "12 Some Street"),
        ("Copyright", "© 2026 A."),
    ]


def test_an_episode_title_is_a_subtitle() -> None:
    assert keys("THE SHOW", "“Pilot”")[1] == ("Subtitle", "“Pilot”")


@given(st.lists(st.text(max_size=30), max_size=8))
def test_no_word_is_dropped(texts: list[str]) -> None:
    said = " ".join(value for _, value in keys(*texts)).split()
    wanted = [w for text in texts if any(c.isalnum() for c in text) for w in text.split()]
    assert sorted(said) == sorted(wanted)
