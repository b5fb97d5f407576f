from dataclasses import replace

from tests.adapters.formats.fdx.whole_script import (
    find,
    lines_of,
    position,
    read,
    reword,
    whole_file,
)

from secondunit.adapters.formats.fdx import FORMAT

DATA = whole_file()
SCRIPT = read(DATA)


def test_notes_locks_and_deletions_stay_with_their_words_when_words_before_them_come() -> None:
    out = FORMAT.write(reword(SCRIPT, "FADE IN:", "SLOW FADE IN:"), DATA).data
    assert f'Range="{position("GOLD KEY") + 5},{position("GOLD KEY") + 13}"'.encode() in out
    again = read(out)
    before = [line.data for line in lines_of(SCRIPT) if line.data]
    assert [line.data for line in lines_of(again) if line.data] == before


def test_a_note_follows_its_words_within_a_line_that_changes() -> None:
    out = read(FORMAT.write(reword(SCRIPT, "A GOLD KEY", "A small GOLD KEY"), DATA).data)
    note, line = find(out, "Gold or brass?"), find(out, "GOLD KEY")
    assert note.anchor is not None
    assert line.text[note.anchor :].startswith("GOLD KEY")


def test_words_of_the_same_length_leave_every_position_alone() -> None:
    out = FORMAT.write(reword(SCRIPT, "FADE IN:", "FADE UP:"), DATA).data
    assert out == DATA.replace(b"FADE IN:", b"FADE UP:")


def test_deleted_words_of_a_scene_that_is_cut_go_with_it_and_a_locked_page_stays() -> None:
    first, _, gone, attic = SCRIPT.scenes
    out = FORMAT.write(replace(SCRIPT, scenes=(first, gone, attic)), DATA).data
    assert b"<DeletedTextLocation" not in out
    heading = find(read(out), "OMITTED").data
    assert heading is not None
    assert [lock.number for lock in heading.locks] == ["1A"]
