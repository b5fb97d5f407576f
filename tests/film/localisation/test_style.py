import pytest

from secondunit.adapters.tables import PackagedTables
from secondunit.core.errors import InputError
from secondunit.film.localisation.style import FILE, read_style

TEXT = PackagedTables().fetch_table(FILE)


def test_a_language_has_its_style_or_the_default() -> None:
    assert read_style(TEXT, "en-GB").max_reading_speed == 20
    assert read_style(TEXT, "fi").max_reading_speed == 17
    assert "je" in read_style(TEXT, "fr").keep_with_next


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("styles = [", "subtitles.toml"),
        (TEXT.replace("max_rows = 2", "max_rows = 0"), "max_rows"),
        (TEXT.replace("[styles.default]", "[styles.other]"), "default"),
    ],
)
def test_a_broken_style_names_the_field(text: str, said: str) -> None:
    with pytest.raises(InputError, match=said):
        read_style(text, "fi")
