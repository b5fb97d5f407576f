from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.pipeline.stand_ins import make_press, sign

from secondunit.core.ids import read_json
from secondunit.film.generation.model import Take
from secondunit.pipeline.desk import Desk
from secondunit.pipeline.pictures import (
    animatic_documents,
    board_documents,
    file_stems,
    take_documents,
    take_paths,
)
from secondunit.pipeline.queries import View
from secondunit.ports.documents import Storyboard


@pytest.fixture
def desk(production: View, tmp_path: Path) -> Desk:
    return Desk(view=production, press=make_press(tmp_path / "out"), watermark="")


def _storyboard(desk: Desk) -> Storyboard:
    return read_json(next(board_documents(desk)).make(), Storyboard)


def test_a_frame_of_the_storyboard_shows_the_panel_of_its_shot_with_its_caption(desk: Desk) -> None:
    first = _storyboard(desk).frames[0]
    panel = desk.view.values("shots.board")[0]
    assert first.picture == desk.view.office.media.fetch_media(panel.media.digest)
    assert (first.number, first.scene) == ("1A", "1  INT. KITCHEN - DAY")
    assert first.lens.endswith(" mm")


def test_a_length_is_whole_seconds_and_the_frames_over(desk: Desk) -> None:
    shots = desk.view.values("shots.shot_list")
    for shot, frame in zip(shots, _storyboard(desk).frames, strict=True):
        seconds, frames = frame.duration.split(":")
        assert int(seconds) * 24 + int(frames) == shot.duration
        assert int(frames) < 24


def test_the_storyboard_says_which_draft_it_shows_and_what_is_open(desk: Desk) -> None:
    made = _storyboard(desk)
    assert made.draft == "Draft 1, script.fountain"
    assert made.status == f"PROPOSED · {len(made.frames)} decisions open"
    sign(desk.view, "accept", "shots.shot_list")
    assert _storyboard(desk).status == "APPROVED · Ana Ruiz (director)"


def test_another_status_or_watermark_makes_another_storyboard(desk: Desk) -> None:
    key = next(board_documents(desk)).key
    assert next(board_documents(desk)).key == key
    assert next(board_documents(replace(desk, watermark="DRAFT"))).key != key
    sign(desk.view, "accept", "shots.shot_list")
    assert next(board_documents(desk)).key != key


def test_a_shot_without_a_panel_is_left_out_of_the_boards(desk: Desk) -> None:
    trial = desk.view.proposal("shots.board")
    assert trial is not None
    desk.view._proposals["shots.board"] = replace(trial, items=trial.items[1:])
    desk.view._standings.pop("shots.board", None)
    paths = [document.path for document in board_documents(desk)]
    assert "6-boards/panels/1A.png" not in paths
    assert len(paths) == 1 + len(trial.items) - 1
    assert "1A" not in {frame.number for frame in _storyboard(desk).frames}


def test_panels_takes_and_animatic_are_the_kept_bytes_under_their_names(desk: Desk) -> None:
    view = desk.view
    shots = view.values("shots.shot_list")
    panels = list(board_documents(desk))[1:]
    assert [each.path for each in panels] == [f"6-boards/panels/{s.number}.png" for s in shots]
    takes = list(take_documents(desk))
    assert [each.path for each in takes] == [f"7-takes/{s.number}-1.mp4" for s in shots]
    assert [each.path for each in animatic_documents(desk)] == ["6-boards/animatic.mp4"]
    kept = [each.media.digest for each in view.values("generation.take")]
    assert [each.key for each in takes] == kept


def test_two_takes_under_one_slate_lie_in_two_files(desk: Desk) -> None:
    first, second, *_ = desk.view.values("generation.take")
    takes: list[Take] = [first, replace(second, number=first.number)]
    assert list(take_paths(takes).values()) == ["7-takes/1A-1.mp4", "7-takes/1A-1_2.mp4"]


def test_a_take_that_was_also_picked_keeps_its_one_path(desk: Desk) -> None:
    takes = desk.view.values("generation.take")
    assert take_paths([*takes, *desk.view.values("generation.pick")]) == take_paths(takes)


@given(st.lists(st.text(alphabet="12Aa_-./\\ ü", max_size=5), max_size=8))
def test_every_shot_has_a_file_of_its_own_that_stays_in_its_folder(numbers: list[str]) -> None:
    stems = list(file_stems(numbers))
    assert len({stem.casefold() for stem in stems}) == len(numbers)
    assert all(stem and not stem.startswith(".") for stem in stems)
    assert not any(mark in stem for stem in stems for mark in "/\\ ")
