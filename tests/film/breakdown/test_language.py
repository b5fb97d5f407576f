import pytest
from tests.film.breakdown.test_tag import inputs


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("INT. CUISINE - NUIT\n\nLe chat dort sur la table.\n\nLÉO\nIl est tard.\n", "fr"),
        ("INT. KITCHEN - NIGHT\n\nThe cat is on the table with a mouse.\n", "en"),
        ("INT. CAFÉ DE LA PAIX - DAY\n\nJean-Pierre sips at the bar of the café.\n", "en"),
        ("", "en"),
    ],
)
def test_the_small_words_of_the_script_say_its_language(text: str, language: str) -> None:
    assert inputs((text or "INT. A - DAY\n").encode()).lexicon.language == language
