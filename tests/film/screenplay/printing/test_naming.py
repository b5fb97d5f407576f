import pytest

from secondunit.adapters.formats.fountain import FORMAT
from secondunit.core.errors import InputError
from secondunit.film.screenplay.model import Screenplay
from secondunit.film.screenplay.printing.naming import colour_of, date_of, require_colour


def script(title_page: str = "") -> Screenplay:
    found = FORMAT.read(f"Title: T\n{title_page}\nINT. A - DAY\n\nRain.\n".encode(), "t.fountain")
    assert found.screenplay is not None
    return found.screenplay


def test_the_title_page_names_the_colour() -> None:
    assert colour_of(script("Draft date: 2nd Blue Revision, 5 May 2026\n"), None) == "2nd Blue"
    assert colour_of(script("Revision: Pink\n"), script("Revision: Blue\n")) == "Pink"


def test_a_draft_that_names_none_has_the_colour_after_the_one_before() -> None:
    assert colour_of(script(), script("Revision: Blue\n")) == "Pink"
    assert colour_of(script(), script()) == "Blue"


def test_a_title_page_that_nobody_brought_up_to_date_does_not_repeat_the_colour() -> None:
    assert colour_of(script("Revision: Blue\n"), script("Revision: Blue\n")) == "Pink"


def test_the_date_is_that_of_the_title_page() -> None:
    assert date_of(script("Draft date: 5 May 2026\n")) == "5 May 2026"
    assert date_of(script("Draft date: 2nd Blue Revision, 5 mai 2026\n")) == "5 mai 2026"
    assert date_of(script("Draft date: Pink (5/5/26)\n")) == "5/5/26"
    assert not date_of(script())


def test_the_date_of_the_draft_before_is_not_that_of_the_revision() -> None:
    before = script("Draft date: Blue 5 May 2026\n")
    assert not date_of(script("Draft date: 5 May 2026\n"), before)
    assert date_of(script("Draft date: 9 May 2026\n"), before) == "9 May 2026"


def test_what_is_no_colour_is_refused_with_the_ones_there_are() -> None:
    assert require_colour("cherry") == "Cherry"
    with pytest.raises(InputError, match="mauve") as refused:
        require_colour("mauve")
    assert "goldenrod" in refused.value.remedy
