from __future__ import annotations

import hashlib
import time

import numpy as np
import pytest
from tests.adapters.render.builder import (
    ADA,
    BACK,
    BRAM,
    DOG,
    FRONT,
    PIP,
    bluish,
    camera,
    figure,
    mark,
    middle,
    reddish,
    request,
    room,
)

from secondunit.adapters.render.panel import MATTE, PanelRenderer
from secondunit.core.errors import InputError
from secondunit.film.shots.camera.body import landmark
from secondunit.film.shots.model import Build, Move, PanelRequest, Pose
from secondunit.ports.renderer import Renderer

RENDERER: Renderer = PanelRenderer()


def hashed(asked: PanelRequest) -> str:
    return hashlib.sha256(RENDERER.draw_panel(asked).tobytes()).hexdigest()


def test_the_same_request_gives_the_same_bytes() -> None:
    asked = request(mark("ADA", (-0.5, 0, 0)), mark("BRAM", (0.5, 0, 0)), plan=room(BACK))
    assert hashed(asked) == hashlib.sha256(PanelRenderer().draw_panel(asked).tobytes()).hexdigest()


def test_another_pose_gives_another_picture() -> None:
    assert hashed(request(mark())) != hashed(request(mark(pose=Pose.POINT)))


def test_people_stand_where_their_marks_are() -> None:
    asked = request(mark("ADA", (-0.8, 0, 0)), mark("BRAM", (0.8, 0, 0)))
    picture = RENDERER.draw_panel(asked)
    assert middle(reddish(picture)) < 140
    assert middle(bluish(picture)) > 180


def test_from_behind_left_and_right_are_exchanged() -> None:
    key = camera((0, 1.4, -5.0), (0, 0.9, 0))
    asked = request(mark("ADA", (-0.8, 0, 0)), mark("BRAM", (0.8, 0, 0)), keys=(key,))
    picture = RENDERER.draw_panel(asked)
    assert middle(reddish(picture)) > middle(bluish(picture))


@pytest.mark.parametrize("build", [Build.WOMAN, Build.MAN, Build.CHILD])
def test_the_crown_is_drawn_where_the_framing_was_solved_for(build: Build) -> None:
    who = figure("ADA", build, 1.3 if build is Build.CHILD else 1.7, silhouette="bald")
    key = camera((0, 1.2, 5.5), (0, 0.9, 0))
    with_them = RENDERER.draw_panel(
        request(mark(), figures=(who,), keys=(key,), size=(960, 540))
    ).astype(int)
    without = RENDERER.draw_panel(request(figures=(who,), keys=(key,), size=(960, 540))).astype(int)
    rows = np.flatnonzero((np.abs(with_them - without).sum(axis=2) > 120).any(axis=1))
    from secondunit.adapters.render.lens import make_view

    view = make_view(request(keys=(key,), size=(960, 540)), key)
    crown, soles = (
        view.project(np.array(landmark(who, mark(), name)))[0, 1] for name in ("crown", "soles")
    )
    assert abs(rows.min() - crown - view.window.top) < 0.03 * 540
    assert abs(rows.max() - soles - view.window.top) < 0.05 * 540


def test_a_wild_wall_before_the_camera_is_taken_away() -> None:
    key = camera((0, 1.4, 5.0), (0, 1.0, 0))
    seen = RENDERER.draw_panel(request(mark(), plan=room(FRONT, BACK), keys=(key,)))
    assert reddish(seen).sum() > 500


def test_the_camera_in_a_head_sees_what_that_head_sees() -> None:
    key = camera((0.8, 1.68, 0), (-0.8, 1.5, 0))
    asked = request(mark("ADA", (-0.8, 0, 0), 90.0), mark("BRAM", (0.8, 0, 0), 270.0), keys=(key,))
    picture = RENDERER.draw_panel(asked)
    assert bluish(picture).sum() < 30
    assert reddish(picture).sum() > 1000


def test_the_matte_is_outside_the_aspect_only() -> None:
    picture = RENDERER.draw_panel(request(mark(), aspect="2.39", size=(320, 180)))
    assert (picture[:20] == MATTE).all()
    assert (picture[-20:] == MATTE).all()
    assert not (picture[30:-30] == MATTE).all(axis=2).any()


def test_lights_give_different_moods() -> None:
    pictures = {
        light: RENDERER.draw_panel(request(mark(), light=light)).astype(int)
        for light in ("day", "night", "dawn", "dusk")
    }
    assert pictures["night"].mean() < 0.7 * pictures["day"].mean()
    warmth = {light: float(p[..., 0].mean() - p[..., 2].mean()) for light, p in pictures.items()}
    assert warmth["dusk"] > warmth["day"] > warmth["night"]


def test_everyone_in_every_pose_can_be_drawn() -> None:
    for pose in Pose:
        marks = [
            mark(who.name, (i - 1.5, 0, 0), pose=pose)
            for i, who in enumerate((ADA, BRAM, PIP, DOG))
        ]
        picture = RENDERER.draw_panel(request(*marks, size=(160, 90)))
        assert reddish(picture).any()


def test_a_static_shot_is_one_picture_held() -> None:
    ((picture, held),) = RENDERER.draw_frames(request(mark()), 48)
    assert held == 48
    assert picture.shape == (180, 320, 3)


@pytest.mark.parametrize("frames", [1, 7, 24])
def test_a_move_is_drawn_on_threes_and_adds_up(frames: int) -> None:
    keys = (camera((0, 1.4, 5), (0, 1, 0)), camera((0, 1.4, 4), (0, 1, 0)))
    drawn = list(RENDERER.draw_frames(request(mark(), keys=keys, move=Move.PUSH_IN), frames))
    assert sum(held for _, held in drawn) == frames
    assert len(drawn) == -(-frames // 3)


def test_a_push_in_makes_the_figure_larger() -> None:
    keys = (camera((0, 1.4, 6), (0, 1, 0)), camera((0, 1.4, 3), (0, 1, 0)))
    drawn = list(RENDERER.draw_frames(request(mark(), keys=keys, move=Move.PUSH_IN), 8))
    sizes = [reddish(picture).sum() for picture, _ in drawn]
    assert sizes == sorted(sizes)
    assert sizes[-1] > 2 * sizes[0]


def test_who_walks_crosses_the_frame() -> None:
    asked = request(mark(at=(-1.2, 0, 0), to=(1.2, 0, 0)))
    places = [middle(reddish(picture)) for picture, _ in RENDERER.draw_frames(asked, 8)]
    assert places == sorted(places)
    assert places[-1] - places[0] > 60


def test_no_frames_is_no_pictures() -> None:
    assert list(RENDERER.draw_frames(request(mark()), 0)) == []


def test_frames_carry_no_arrows() -> None:
    keys = (camera((0, 1.4, 5), (0, 1, 0)), camera((0, 1.4, 4.99), (0, 1, 0)))
    asked = request(mark(), keys=keys, move=Move.PUSH_IN)
    first, _ = next(iter(RENDERER.draw_frames(asked, 2)))
    assert not np.array_equal(first, RENDERER.draw_panel(asked))


def test_a_shot_without_a_camera_is_refused() -> None:
    with pytest.raises(InputError, match="no camera"):
        RENDERER.draw_panel(request(mark(), keys=()))


@pytest.mark.parametrize("size", [(0, 0), (16, 9), (20000, 100)])
def test_an_impossible_frame_is_refused(size: tuple[int, int]) -> None:
    with pytest.raises(InputError, match="cannot be drawn"):
        RENDERER.draw_panel(request(mark(), size=size))


def test_a_panel_takes_less_than_the_studio_allows() -> None:
    asked = request(
        mark("ADA", (-0.6, 0, 0)), mark("BRAM", (0.6, 0, 0)), plan=room(BACK), size=(960, 540)
    )
    RENDERER.draw_panel(asked)
    spent = []
    for _ in range(3):
        start = time.process_time()
        RENDERER.draw_panel(asked)
        spent.append(time.process_time() - start)
    assert min(spent) < 0.6  # 100 panels a minute on one core
