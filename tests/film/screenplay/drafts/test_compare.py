from tests.film.screenplay.drafts.test_match import BARN, POND, ROAD, TALK, read

from secondunit.film.screenplay.drafts.compare import Edit, compare
from secondunit.film.screenplay.model import LineKind


def test_two_equal_drafts_differ_in_nothing() -> None:
    found = compare(read(BARN, TALK), read(BARN, TALK))
    assert (found.scenes, found.edits, found.unchanged) == ((), (), 2)


def test_a_line_that_says_something_else_is_changed_and_shown_both_ways() -> None:
    (scene,) = compare(read(BARN, TALK), read(BARN, TALK.replace("two places", "one place"))).edits
    (line,) = scene.lines
    assert (line.edit, line.kind) == (Edit.CHANGED, LineKind.ACTION)
    assert "two places" in line.before
    assert "one place" in line.after


def test_added_and_removed_lines_are_told_apart() -> None:
    more = TALK.replace("WREN\nThen", "A dog barks twice.\n\nWREN\nThen")
    (scene,) = compare(read(TALK), read(more)).edits
    assert [(line.edit, line.after) for line in scene.lines] == [(Edit.ADDED, "A dog barks twice.")]
    (back,) = compare(read(more), read(TALK)).edits
    assert [(line.edit, line.before) for line in back.lines] == [
        (Edit.REMOVED, "A dog barks twice.")
    ]


def test_a_moved_scene_has_no_line_edits() -> None:
    found = compare(read(BARN, POND, ROAD), read(POND, ROAD, BARN))
    assert [change.what for change in found.scenes] == ["moved"]
    assert found.edits == ()


def test_a_removed_scene_is_shown_whole_under_its_old_number() -> None:
    (gone,) = compare(read(BARN, POND), read(BARN)).edits
    assert gone.heading == "EXT. POND - NIGHT"
    assert {line.edit for line in gone.lines} == {Edit.REMOVED}
    assert len(gone.lines) == 2


def test_a_line_of_another_kind_is_taken_out_and_put_in() -> None:
    other = BARN.replace("Wren counts", "~Wren counts")
    (scene,) = compare(read(BARN), read(other)).edits
    assert [(line.edit, line.kind) for line in scene.lines] == [
        (Edit.REMOVED, LineKind.ACTION),
        (Edit.ADDED, LineKind.LYRIC),
    ]
