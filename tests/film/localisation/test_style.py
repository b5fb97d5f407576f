import pytest

from secondunit.adapters.tables import PackagedTables
from secondunit.core.errors import InputError
from secondunit.film.localisation.style import FILE, read_style

TEXT = PackagedTables().fetch_table(FILE)


def test_a_language_changes_only_what_it_names() -> None:
    english, other = read_style(TEXT, "en-GB"), read_style(TEXT, "xx")
    assert (english.max_reading_speed, english.max_characters) == (20, 42)
    assert (other.max_reading_speed, other.max_characters) == (17, 42)
    assert english.language == "en-GB"


def test_two_speakers_are_marked_by_the_custom_of_the_language() -> None:
    marks = {
        tag: (style.first_speaker, style.second_speaker)
        for tag in ("en", "fr", "fi")
        for style in [read_style(TEXT, tag)]
    }
    assert marks == {"en": ("-", "-"), "fr": ("- ", "- "), "fi": ("", "-")}


def test_each_language_has_its_own_small_words() -> None:
    assert "je" in read_style(TEXT, "fr").keep_with_next
    assert "mrs." in read_style(TEXT, "en").keep_with_next
    assert read_style(TEXT, "xx").keep_with_next == ()


def test_a_style_says_where_its_numbers_are_from_and_when_they_were_checked() -> None:
    assert read_style(TEXT, "en").source.endswith(", checked on 2026-11-25")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("styles = [", "subtitles.toml"),
        (TEXT.replace("max_rows = 2", "max_rows = 0"), "max_rows"),
        (TEXT.replace("max_rows = 2", 'max_rows = "two"'), "max_rows"),
        (TEXT.replace("[styles.default]", "[styles.other]"), "no style .styles.default."),
        (TEXT.replace("chain_frames_24 = 12", ""), "chain_frames_24"),
    ],
)
def test_a_broken_style_names_the_field(text: str, said: str) -> None:
    with pytest.raises(InputError, match=said):
        read_style(text, "fi")
