from dataclasses import replace

from tests.adapters.formats.fdx.whole_script import read, whole_file

from secondunit.adapters.formats.fdx import FORMAT
from secondunit.film.screenplay.model import TitleField
from secondunit.film.screenplay.production_data import RevisionSet, TagDefinition

DATA = whole_file()
SCRIPT = read(DATA)
ABOUT = SCRIPT.data


def test_a_new_revision_changes_only_the_revisions() -> None:
    assert ABOUT is not None
    sets = (*ABOUT.revisions, RevisionSet(number=3, name="Yellow"))
    changed = replace(SCRIPT, data=replace(ABOUT, revisions=sets, active_revision=3))
    out = FORMAT.write(changed, DATA).data
    assert read(out).data == changed.data
    start, end = DATA.index(b"<Revisions"), DATA.index(b"<DeletedText>")
    assert out.startswith(DATA[:start])
    assert out.endswith(DATA[end:])


def test_tags_and_numbering_are_set_where_they_stood() -> None:
    assert ABOUT is not None
    more = (*ABOUT.definitions, TagDefinition(key="d2", category="05c556eb", label="JAM"))
    changed = replace(
        SCRIPT,
        data=replace(ABOUT, definitions=more, numbering=(("NumberScheme", "A1"),), beats=()),
    )
    assert read(FORMAT.write(changed, DATA).data).data == changed.data


def test_a_section_the_file_lacks_is_put_at_its_end() -> None:
    start = DATA.index(b"<TagData>")
    poor = DATA[:start] + DATA[DATA.index(b"</TagData>") + 10 :]
    script = read(poor)
    assert script.data is not None
    assert ABOUT is not None
    tagged = replace(script.data, categories=ABOUT.categories, tags=ABOUT.tags)
    changed = replace(script, data=tagged)
    assert read(FORMAT.write(changed, poor).data).data == tagged


def test_a_row_of_the_title_page_changes_where_it_stands() -> None:
    fields = tuple(
        replace(field, value="Another Name") if field.key == "Author" else field
        for field in SCRIPT.title_page
    )
    out = FORMAT.write(replace(SCRIPT, title_page=fields), DATA).data
    assert read(out).title_page == fields
    assert out == DATA.replace(b">Second Unit<", b">Another Name<")


def test_a_title_page_of_other_rows_is_set_anew() -> None:
    fields = (*SCRIPT.title_page, TitleField(key="Draft date", value="12 May 2026"))
    out = FORMAT.write(replace(SCRIPT, title_page=fields), DATA).data
    assert read(out).title_page == fields
