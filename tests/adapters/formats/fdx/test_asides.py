from tests.adapters.formats.fdx.whole_script import find, lines_of, read, whole_file

from secondunit.adapters.formats.fdx import FORMAT
from secondunit.film.screenplay.model import LineKind


def test_notes_of_all_three_layouts_return_to_their_words() -> None:
    script = read(whole_file())
    lines = lines_of(script)
    assert (lines[0].kind, lines[0].text) == (LineKind.NOTE, "Check the weather.")
    assert find(script, "Or three?").anchor == len("Two sugars.")
    key = find(script, "Gold or brass?")
    assert lines[lines.index(key) - 1].text[key.anchor :].startswith("GOLD KEY")


def test_a_note_knows_its_writer_its_date_and_how_much_it_is_about() -> None:
    line = find(read(whole_file()), "Gold or brass?")
    assert line.data is not None
    note = line.data.note
    assert note is not None
    assert (note.writer, note.date, note.type) == ("Ana", "20261125T100000", "Producer")
    assert (note.name, note.length) == ("Key", len("GOLD KEY"))


def test_locked_pages_and_deleted_words_belong_to_the_line_they_stand_in() -> None:
    script = read(whole_file())
    heading, action = find(script, "EXT. YARD").data, find(script, "Rain on").data
    assert heading is not None
    assert action is not None
    assert [(lock.number, lock.at) for lock in heading.locks] == [("1A", 0)]
    assert [(cut.revision, cut.at) for cut in action.deleted] == [(2, len("Rain"))]


def test_a_dual_dialogue_counts_three_whatever_is_said_in_it() -> None:
    longer = whole_file().replace(b"It did not.", b"It did not, and you know that well.")
    key = find(read(longer), "Gold or brass?")
    assert key.anchor == len("A ")


def test_positions_out_of_all_bounds_find_a_place() -> None:
    data = whole_file()
    for wrong in (b'Range="99999999,1"', b'Range="x"', b'Range=""', b'Range="5"'):
        start = data.index(b"Range=")
        broken = data[:start] + wrong + data[data.index(b'"', start + 8) + 1 :]
        assert FORMAT.read(broken, "t.fdx").screenplay is not None
