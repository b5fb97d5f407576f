from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from secondunit.adapters.formats.fountain import FORMAT
from secondunit.film.screenplay.model import Screenplay
from secondunit.film.screenplay.revise import carry_ids, match_scenes, summarise

EXAMPLES = Path(__file__).parents[3] / "examples"


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


@pytest.mark.parametrize("draft", [WHITE, BLUE])
def test_every_scene_of_the_worked_production_is_read(draft: Screenplay) -> None:
    assert len(draft.shot_scenes) in {22, 23}
    assert draft.pages == 12
