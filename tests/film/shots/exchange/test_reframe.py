from dataclasses import replace

from tests.film.shots.builder import list_shots, tables
from tests.film.shots.exchange.lists import stage

from secondunit.film.shots.board import set_of_shot
from secondunit.film.shots.camera.body import person_at
from secondunit.film.shots.camera.geometry import side_of
from secondunit.film.shots.camera.sight import SetSight
from secondunit.film.shots.continuity.lines import axis_pairs
from secondunit.film.shots.exchange.reframe import Stand, asks_for_camera, reframe
from secondunit.film.shots.model import Framing, ShotSpec, Size


def stand_of(shot: ShotSpec) -> Stand:
    plan = set_of_shot(shot, stage().sets, stage().set_of)
    return Stand(plan=plan, figures=stage().figures, lenses=tables().lenses, sight=SetSight(plan))


def pick(framing: Framing) -> ShotSpec:
    return next(shot for shot in list_shots() if shot.framing is framing)


def test_a_words_change_needs_no_camera_and_a_lens_does() -> None:
    shot = pick(Framing.TWO_SHOT)
    assert not asks_for_camera(shot, replace(shot, action="They wait."))
    assert asks_for_camera(shot, replace(shot, lens=replace(shot.lens, focal_mm=85)))


def test_the_lens_a_person_names_is_kept_and_the_line_is_not_crossed() -> None:
    shot = pick(Framing.TWO_SHOT)
    scene = [each for each in list_shots() if each.scene == shot.scene]
    wanted = replace(shot, size=Size.MEDIUM, lens=replace(shot.lens, focal_mm=65))
    made = reframe(wanted, scene, stand_of(shot))
    assert made.lens.focal_mm == made.camera[0].focal_mm == 65
    at = {mark.figure: person_at(mark) for mark in shot.marks}
    assert set(axis_pairs(shot)) == set(axis_pairs(made)) != set()
    for a, b in axis_pairs(shot):
        before = side_of(shot.camera[0].eye, at[a], at[b])
        assert before * side_of(made.camera[0].eye, at[a], at[b]) > 0


def test_a_locked_camera_stays_where_it_is() -> None:
    shot = replace(pick(Framing.TWO_SHOT), locks=("camera",))
    made = reframe(replace(shot, size=Size.CLOSE), list_shots(), stand_of(shot))
    assert [key.eye for key in made.camera] == [key.eye for key in shot.camera]


def test_a_point_of_view_sees_from_where_it_saw() -> None:
    shot = pick(Framing.POV)
    made = reframe(
        replace(shot, lens=replace(shot.lens, focal_mm=85)), list_shots(), stand_of(shot)
    )
    assert made.camera[0].eye == shot.camera[0].eye
    assert made.camera[0].focal_mm == 85
