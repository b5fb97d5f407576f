import random
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from secondunit.adapters.formats.fountain import FORMAT
from secondunit.film.screenplay.drafts.revise import carry_ids, match_scenes, summarise
from secondunit.film.screenplay.model import Screenplay

EXAMPLES = Path(__file__).parents[4] / "examples"


def read(name: str) -> Screenplay:
    script = FORMAT.read((EXAMPLES / name).read_bytes(), name).screenplay
    assert script is not None
    return script


WHITE, BLUE = read("right-ear-home.fountain"), read("right-ear-home-blue.fountain")


def test_the_blue_draft_is_told_scene_by_scene() -> None:
    changes = summarise(match_scenes(WHITE, BLUE))
    assert [(change.number, change.what) for change in changes.changed if change.number] == [
        ("4", "rewritten"),
        ("5", "rewritten"),
        ("7A", "new"),
        ("9", "omitted"),
        ("10", "rewritten"),
        ("12", "rewritten"),
        ("12A", "new, split from 12"),
        ("11", "moved"),
        ("19", "rewritten"),
        ("21", "rewritten"),
    ]
    assert changes.unchanged == 14


def test_a_draft_carried_onto_itself_is_itself() -> None:
    assert carry_ids(WHITE, WHITE) == WHITE
    assert summarise(match_scenes(WHITE, WHITE)).changed == ()


def test_carrying_changes_ids_and_not_a_word() -> None:
    carried = carry_ids(WHITE, BLUE)
    words = [[line.text for line in scene.lines] for scene in carried.scenes]
    assert words == [[line.text for line in scene.lines] for scene in BLUE.scenes]
    ids = [line.id for scene in carried.scenes for line in scene.lines]
    assert len(ids) == len(set(ids))
    assert len({scene.id for scene in carried.scenes}) == len(carried.scenes)


def test_lines_that_are_the_same_in_a_rewritten_scene_keep_their_ids() -> None:
    old = next(scene for scene in WHITE.scenes if scene.number == "19")
    new = next(scene for scene in carry_ids(WHITE, BLUE).scenes if scene.number == "19")
    assert new.id == old.id
    kept = {line.id for line in old.lines} & {line.id for line in new.lines}
    assert len(kept) >= len(old.lines) - 3
    assert len(kept) < len(new.lines)


@settings(max_examples=40, deadline=None)
@given(st.permutations(range(22)))
def test_scenes_in_any_order_are_recognised_and_none_is_new(order: list[int]) -> None:
    shuffled = replace(WHITE, scenes=tuple(WHITE.scenes[i] for i in order))
    revision = match_scenes(WHITE, shuffled)
    assert [match.old for match in revision.matches] == list(order)
    assert all(match.same for match in revision.matches)
    moved = sum(match.moved for match in revision.matches)
    assert (moved == 0) == (list(order) == sorted(order))


def test_a_removed_scene_and_a_new_number_are_said() -> None:
    shorter = replace(WHITE, scenes=(*WHITE.scenes[:3], *WHITE.scenes[4:]))
    assert [(c.number, c.what) for c in summarise(match_scenes(WHITE, shorter)).changed] == [
        ("4", "removed")
    ]
    renumbered = replace(WHITE, scenes=(replace(WHITE.scenes[0], number="100"), *WHITE.scenes[1:]))
    assert [c.what for c in summarise(match_scenes(WHITE, renumbered)).changed] == ["was 1"]


def test_a_renamed_character_is_recognised() -> None:
    text = (EXAMPLES / "right-ear-home.fountain").read_text(encoding="utf-8")
    other = FORMAT.read(text.replace("OREN", "ARVO").encode(), "x.fountain").screenplay
    assert other is not None
    assert ("OREN", "ARVO") in match_scenes(WHITE, other).renamed


def script(text: str) -> Screenplay:
    read = FORMAT.read(text.encode(), "t.fountain").screenplay
    assert read is not None
    return read


BARN = "INT. BARN - DAY\n\nWren counts the boats through a gap in the boards.\n\n"
POND = "EXT. POND - NIGHT\n\nReed throws a stone and waits for it to land.\n\n"


def test_positions_that_shift_are_no_new_numbers() -> None:
    road = "EXT. ROAD - DAY\n\nA milk float hums past with nobody at the wheel.\n\n"
    changes = summarise(match_scenes(script(BARN + POND), script(road + BARN + POND)))
    assert [(change.number, change.what) for change in changes.changed] == [("1", "new")]
    assert (changes.unchanged, changes.new, changes.removed) == (2, 1, 0)


def test_what_was_omitted_may_be_restored_and_carries_its_id() -> None:
    full = script(BARN.replace("DAY", "DAY #1#") + POND.replace("NIGHT", "NIGHT #2#"))
    less = carry_ids(full, script(BARN.replace("DAY", "DAY #1#") + "OMITTED #2#\n"))
    assert less.scenes[1].id == full.scenes[1].id
    again = carry_ids(less, full)
    assert again == full
    assert [c.what for c in summarise(match_scenes(less, full)).changed] == ["restored"]


def test_a_merged_scene_is_said_to_be_part_of_the_other() -> None:
    both = BARN + POND.split("\n\n", 1)[1]
    changes = summarise(match_scenes(script(BARN + POND), script(both)))
    assert [(change.number, change.what) for change in changes.changed] == [
        ("1", "rewritten"),
        ("2", "removed, now part of 1"),
    ]


def test_a_line_that_comes_back_gets_the_id_it_had() -> None:
    first = script(BARN + "She sneezes.\n\n" + POND)
    second = carry_ids(first, script(BARN + POND))
    third = carry_ids(second, script(BARN + "She sneezes.\n\n" + POND))
    assert third == first


def test_a_new_scene_never_takes_the_id_of_an_old_one() -> None:
    """The old scene was rewritten twice; now its first wording comes back as another scene."""
    first = script(BARN + POND)
    second = carry_ids(first, script(BARN.replace("boats", "sheep") + POND))
    third = carry_ids(second, script(BARN.replace("boats", "sheep") + BARN + POND))
    assert third.scenes[0].id == first.scenes[0].id
    assert len({scene.id for scene in third.scenes}) == 3
    ids = [line.id for scene in third.scenes for line in scene.lines]
    assert len(ids) == len(set(ids))


def test_white_space_alone_changes_nothing_that_was_decided() -> None:
    loose = script(BARN.replace("the boats", "the  boats") + POND)
    carried = carry_ids(script(BARN + POND), loose)
    assert [line.id for line in carried.scenes[0].lines] == [
        line.id for line in script(BARN + POND).scenes[0].lines
    ]
    assert carried.scenes[0].lines[1].text != script(BARN).scenes[0].lines[1].text


WORDS = ["Yes.", "No.", "A boat goes by in the rain.", "She counts again.", "Nobody comes."]
SCENES = st.lists(
    st.tuples(
        st.sampled_from(["INT. BARN - DAY", "EXT. POND - NIGHT", "OMITTED"]),
        st.lists(st.sampled_from(WORDS), max_size=4),
    ),
    min_size=1,
    max_size=7,
)


def built(scenes: list[tuple[str, list[str]]]) -> Screenplay:
    return script(
        "Fade up.\n\n"
        + "".join(
            f"{heading}\n\n" + "".join(f"{w}\n\n" for w in words) for heading, words in scenes
        )
    )


@settings(max_examples=80, deadline=None)
@given(SCENES, SCENES, SCENES)
def test_whatever_a_revision_does_ids_are_carried_once_and_words_stay(
    one: list[tuple[str, list[str]]],
    two: list[tuple[str, list[str]]],
    three: list[tuple[str, list[str]]],
) -> None:
    first, plain = built(one), built(three)
    second = carry_ids(first, built(two))
    third = carry_ids(second, plain)
    assert carry_ids(first, first) == first
    assert carry_ids(third, third) == third
    assert [[line.text for line in scene.lines] for scene in third.scenes] == [
        [line.text for line in scene.lines] for scene in plain.scenes
    ]
    ids = [line.id for scene in third.scenes for line in scene.lines]
    assert len(ids) == len(set(ids))
    assert len({scene.id for scene in third.scenes}) == len(third.scenes)
    olds = [match.old for match in match_scenes(second, third).matches if match.old is not None]
    assert len(olds) == len(set(olds))


def test_two_hundred_scenes_rewritten_all_over_are_matched_in_seconds() -> None:
    rng = random.Random(3)
    bank = [f"word{n}" for n in range(900)]
    texts = [[rng.choice(bank) for _ in range(140)] for _ in range(190)]

    def typed(every: int) -> Screenplay:
        return script(
            "".join(
                f"INT. ROOM {n} - DAY\n\n"
                + " ".join("other" if i % every == 0 else w for i, w in enumerate(words))
                + "\n\n"
                for n, words in enumerate(texts)
            )
        )

    old, new = typed(10_000), typed(7)
    revision = match_scenes(old, new)
    assert [match.old for match in revision.matches] == list(range(190))


@pytest.mark.parametrize("draft", [WHITE, BLUE])
def test_every_scene_of_the_worked_production_is_read(draft: Screenplay) -> None:
    assert len(draft.shot_scenes) in {22, 23}
    assert draft.pages == 12


def test_a_renamed_character_is_known_by_every_name_it_had() -> None:
    talk = "INT. BARN - DAY\n\nThey wait.\n\nREED\nI never heard it. I never hear anything.\n\n"
    first = script(talk)
    second = carry_ids(first, script(talk.replace("REED", "RUSH")))
    third = carry_ids(second, script(talk.replace("REED", "SEDGE")))
    assert second.formerly == (("RUSH", "REED"),)
    assert third.formerly == (("SEDGE", "RUSH"), ("SEDGE", "REED"))
    assert carry_ids(third, first).formerly == (("REED", "SEDGE"), ("REED", "RUSH"))
