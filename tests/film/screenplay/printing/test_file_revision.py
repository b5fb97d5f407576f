from dataclasses import replace

from secondunit.adapters.formats.fountain import FORMAT
from secondunit.film.screenplay.line_data import Deletion, LineData, RevisedSpan
from secondunit.film.screenplay.model import Screenplay
from secondunit.film.screenplay.printing.file_revision import file_revision
from secondunit.film.screenplay.production_data import RevisionSet, ScriptData


def script(name: str = "Blue Rev. (mm/dd/yy)", page_color: str = "", active: int = 1) -> Screenplay:
    found = FORMAT.read(b"INT. HALL - DAY\n\nRain falls.\n", "t.fountain").screenplay
    assert found is not None
    (scene,) = found.scenes
    data = LineData(
        revised=(
            RevisedSpan(start=5, end=10, revision=1),
            RevisedSpan(start=0, end=4, revision=2),
        ),
        deleted=(Deletion(at=11, revision=1),),
    )
    lines = (scene.lines[0], replace(scene.lines[1], data=data))
    revisions = (RevisionSet(number=1, name=name, page_color=page_color),)
    return replace(
        found,
        scenes=(replace(scene, lines=lines),),
        data=ScriptData(revisions=revisions, active_revision=active),
    )


def test_the_active_set_is_printed_with_its_words_and_where_it_took_words_out() -> None:
    found = file_revision(script())
    assert found is not None
    assert [(words.start, words.end) for words in found.words] == [(5, 10), (11, 11)]


def test_a_date_that_nobody_filled_in_is_not_printed() -> None:
    found = file_revision(script())
    assert found is not None
    assert (found.name, found.date) == ("Blue Rev.", "")
    found = file_revision(script("Pink Rev. (5/5/26)"))
    assert found is not None
    assert (found.name, found.date) == ("Pink Rev.", "5/5/26")


def test_a_set_keeps_the_name_that_the_production_gave_it() -> None:
    names = {name: file_revision(script(name)) for name in ("Blue", "NETWORK NOTES 5/5")}
    assert [found.name for found in names.values() if found] == ["Blue Rev.", "NETWORK NOTES 5/5"]


def test_pages_have_the_colour_that_the_file_gives_them() -> None:
    own, usual = (file_revision(script(page_color=c)) for c in ("#C6C6EDEDFEFE", "#FFFFFFFFFFFF"))
    assert own is not None
    assert own.tint == "#C6EDFE"
    assert usual is not None
    assert usual.tint not in {"", "#C6EDFE"}


def test_a_script_that_marks_nothing_has_no_revision() -> None:
    assert file_revision(script(active=0)) is None
    assert file_revision(replace(script(), data=None)) is None
