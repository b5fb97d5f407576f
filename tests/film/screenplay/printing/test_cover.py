from dataclasses import replace

from secondunit.adapters.formats.fountain import FORMAT
from secondunit.film.screenplay.model import Paper, Screenplay, TitleField
from secondunit.film.screenplay.printing.cover import print_cover


def script(**fields: str) -> Screenplay:
    read = FORMAT.read(b"INT. HALL - DAY\n\nRain.\n", "t.fountain").screenplay
    assert read is not None
    page = tuple(TitleField(key=key.replace("_", " "), value=v) for key, v in fields.items())
    return replace(read, title_page=page)


def test_title_and_author_are_in_the_middle_of_the_page() -> None:
    (page,) = print_cover(script(Title="The Rain", Credit="written by", Author="A."), Paper())
    for words in page.words:
        assert abs(words.left + 3.6 * len(words.text) - 306) < 0.1
    assert [words.text for words in page.words] == ["The Rain", "written by", "A."]


def test_contact_and_draft_stand_at_the_foot_and_do_not_touch() -> None:
    contact = "A very long address in the old town by the sea, behind the bell house"
    (page,) = print_cover(script(Title="T", Contact=contact, Draft_date="5 May"), Paper())
    left = [words for words in page.words[1:] if words.left == 72]
    (date,) = (words for words in page.words if words.text == "5 May")
    assert all(words.left + 7.2 * len(words.text) < date.left for words in left)
    assert " ".join(words.text for words in left) == contact


def test_a_field_nobody_knows_is_printed_with_its_name() -> None:
    (page,) = print_cover(script(Title="T", Look="Noir"), Paper())
    assert page.words[-1].text == "Look: Noir"


def test_a_cast_list_has_a_page_of_its_own() -> None:
    pages = print_cover(script(Title="T", Cast="MINA\nOREN"), Paper())
    assert [words.text for words in pages[1].words] == ["CAST", "MINA", "OREN"]


def test_no_fields_make_no_page() -> None:
    assert print_cover(script(Font="Courier"), Paper()) == ()
