from secondunit.adapters.formats.fdx.cover import cover_rows
from secondunit.film.screenplay.cover import read_cover
from secondunit.film.screenplay.model import TitleField


def test_a_title_page_set_from_its_fields_reads_back_to_them() -> None:
    fields = (
        TitleField(key="Title", value="Right Ear Home"),
        TitleField(key="Credit", value="written by"),
        TitleField(key="Author", value="Second Unit"),
        TitleField(key="Draft date", value="12 May 2026"),
        TitleField(key="Contact", value="1 Harbour Road\nNorth Quay"),
    )
    rows = cover_rows(fields)
    assert read_cover(words for _, words in rows) == fields
    assert {side for side, words in rows if words == "Right Ear Home"} == {"Center"}


def test_without_fields_there_is_no_title_page() -> None:
    assert cover_rows(()) == ()
