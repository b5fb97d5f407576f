from secondunit.adapters.formats.fountain import FORMAT
from secondunit.film.screenplay.drafts.match import Revision, match_scenes
from secondunit.film.screenplay.model import Screenplay

BARN = "INT. BARN - DAY\n\nWren counts the boats through a gap in the boards. One is missing.\n\n"
POND = "EXT. POND - NIGHT\n\nReed throws a stone and waits for it to land. It does not.\n\n"
ROAD = "EXT. ROAD - DAY\n\nA milk float hums past with nobody at the wheel at all.\n\n"
TALK = """INT. KITCHEN - DAY

Wren lays two places and takes one away again.

WREN
You were gone before the kettle boiled this morning.

REED
I never heard it. I never hear anything you boil.

She puts the second plate back in the rack to dry.

WREN
Then you will not hear me leave either, will you.

The back door opens by itself and closes by itself.

"""


def read(*scenes: str) -> Screenplay:
    script = FORMAT.read("".join(scenes).encode(), "t.fountain").screenplay
    assert script is not None
    return script


def pairs(revision: Revision) -> list[int | None]:
    return [match.old for match in revision.matches]


def test_scenes_are_matched_by_words_wherever_they_stand() -> None:
    revision = match_scenes(read(BARN, POND, ROAD), read(ROAD, BARN, POND))
    assert pairs(revision) == [2, 0, 1]
    assert [match.moved for match in revision.matches] == [True, False, False]
    assert all(match.same for match in revision.matches)


def test_of_two_that_changed_places_the_shorter_has_moved() -> None:
    revision = match_scenes(read(BARN, TALK), read(TALK, BARN))
    assert [match.moved for match in revision.matches] == [False, True]


def test_an_unlike_scene_is_new_and_the_old_one_removed() -> None:
    revision = match_scenes(read(BARN, POND), read(BARN, ROAD))
    assert pairs(revision) == [0, None]
    assert revision.removed == (1,)


def test_a_rewritten_scene_is_the_old_one() -> None:
    other = POND.replace("a stone", "his ring").replace("It does not.", "It never does.")
    revision = match_scenes(read(BARN, POND, ROAD), read(BARN, other, ROAD))
    assert pairs(revision) == [0, 1, 2]
    assert [match.same for match in revision.matches] == [True, False, True]


def test_scenes_that_read_the_same_are_paired_in_their_order() -> None:
    script = read(BARN, POND, BARN, ROAD, BARN)
    assert pairs(match_scenes(script, script)) == [0, 1, 2, 3, 4]
    assert pairs(match_scenes(script, read(BARN, POND, ROAD, BARN))) == [0, 1, 3, 4]


def test_a_scene_cut_in_two_is_split() -> None:
    head, tail = TALK.split("She puts")
    halves = (head, "INT. LARDER - DAY\n\nShe puts" + tail)
    revision = match_scenes(read(BARN, TALK, ROAD), read(BARN, *halves, ROAD))
    assert pairs(revision) == [0, 1, None, 2]
    assert [match.split_from for match in revision.matches] == [None, None, 1, None]


def test_two_scenes_made_one_are_merged() -> None:
    both = TALK + POND.split("\n\n", 1)[1]
    revision = match_scenes(read(BARN, TALK, POND), read(BARN, both))
    assert pairs(revision) == [0, 1]
    assert revision.removed == (2,)
    assert revision.merged == ((2, 1),)


def test_a_character_with_another_name_and_the_same_speeches_is_renamed() -> None:
    revision = match_scenes(read(BARN, TALK), read(BARN, TALK.replace("REED", "RUSH")))
    assert revision.renamed == (("REED", "RUSH"),)
    assert pairs(revision) == [0, 1]


def test_a_character_who_leaves_is_not_renamed_to_one_who_comes() -> None:
    other = TALK.replace("REED\nI never heard it.", "RUSH\nWho are you?")
    assert (
        match_scenes(
            read(TALK), read(other.replace(" I never hear anything you boil.", ""))
        ).renamed
        == ()
    )
    swapped = TALK.replace("REED", "X").replace("WREN\n", "REED\n").replace("X", "WREN")
    assert match_scenes(read(TALK), read(swapped)).renamed == ()


def test_an_omitted_scene_is_the_one_of_its_number() -> None:
    old = read(BARN.replace("DAY", "DAY #1#"), POND.replace("NIGHT", "NIGHT #2#"))
    new = read(BARN.replace("DAY", "DAY #1#"), "OMITTED #2#\n\n")
    assert pairs(match_scenes(old, new)) == [0, 1]
    assert pairs(match_scenes(new, old)) == [0, 1]
    assert pairs(match_scenes(new, new)) == [0, 1]


def test_an_empty_script_matches_nothing() -> None:
    empty = Screenplay(
        title="",
        title_page=(),
        opening=(),
        scenes=(),
        pages=1,
        source_format="fountain",
        source_digest=read(BARN).source_digest,
    )
    assert match_scenes(empty, read(BARN)).matches[0].old is None
    assert match_scenes(read(BARN), empty).removed == (0,)


EMPTY = "EXT. POND - NIGHT\n\n"


def test_a_scene_that_was_only_a_heading_is_the_one_that_has_words_now() -> None:
    assert pairs(match_scenes(read(BARN, EMPTY, ROAD), read(BARN, POND, ROAD))) == [0, 1, 2]
    moved = match_scenes(read(BARN, EMPTY, ROAD), read(BARN, ROAD, TALK, POND))
    assert pairs(moved) == [0, 2, None, None]


def test_a_scene_that_was_only_a_heading_is_found_again_by_its_number() -> None:
    numbered, filled = (text.replace("NIGHT", "NIGHT #7#") for text in (EMPTY, POND))
    assert pairs(match_scenes(read(BARN, numbered, ROAD), read(BARN, ROAD, filled))) == [0, 2, 1]


def test_a_scene_of_the_same_set_at_another_time_is_not_the_heading_filled() -> None:
    other = POND.replace("NIGHT", "DAY")
    assert pairs(match_scenes(read(BARN, EMPTY, ROAD), read(BARN, other, ROAD))) == [0, None, 2]
