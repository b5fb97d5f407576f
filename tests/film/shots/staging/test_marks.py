import math
from dataclasses import replace

from tests.film.shots.builder import library, scene_beats

from secondunit.film.screenplay.model import IntExt
from secondunit.film.shots.camera.path import legs_of, mark_at
from secondunit.film.shots.coverage.draft import Draft, Rule
from secondunit.film.shots.model import Framing, Mark, Pose, Size, Spot
from secondunit.film.shots.sets.build import build_set
from secondunit.film.shots.staging.blocking import Home
from secondunit.film.shots.staging.marks import Staging, audience_sides, stage_marks
from secondunit.film.shots.staging.way import in_the_way, met

PLAN = build_set("KITCHEN", IntExt.INT, library())
STAGING = Staging(
    plan=PLAN,
    homes={
        "ADA": Home(spot=Spot(at=(-0.75, 0.0, 0.7), facing=0.0, name="mark")),
        "BRAM": Home(spot=Spot(at=(0.75, 0.0, 0.7), facing=0.0, name="mark")),
        "CAL": Home(spot=Spot(at=(1.4, 0.0, -0.7), facing=270.0, name="chair"), seated=True),
    },
)
BEAT = scene_beats("INT. KITCHEN - DAY\n\nADA waits. BRAM waits.\n\nADA\nA.\n\nBRAM\nB.\n")[0]


def draft(beat_text: str = "", **changes: object) -> Draft:
    made = Draft(
        rule=Rule.PEOPLE,
        framing=Framing.SINGLE,
        size=Size.MEDIUM,
        subjects=("ADA",),
        beats=(replace(BEAT, text=beat_text or BEAT.text, present=("ADA", "BRAM")),),
    )
    return replace(made, **changes)  # type: ignore[arg-type]  # any field of the draft


def marks(made: Draft) -> dict[str, Mark]:
    return {mark.figure: mark for mark in stage_marks(made, STAGING)[0]}


def test_two_in_a_scene_look_at_each_other_and_stay_on_their_marks() -> None:
    found = marks(draft())
    assert found["ADA"].gaze == "BRAM"
    assert (found["ADA"].facing, found["BRAM"].facing) == (90.0, 270.0)
    assert found["ADA"].at == STAGING.homes["ADA"].spot.at


def test_who_comes_in_walks_from_the_door_to_the_mark_and_who_goes_walks_back() -> None:
    door = min(PLAN.doors, key=lambda spot: math.dist(spot.at, (-0.75, 0.0, 0.7))).at
    came = marks(draft(travel=("ADA", "enter")))["ADA"]
    went = marks(draft(travel=("ADA", "exit")))["ADA"]
    assert (came.at, came.to, came.pose) == (door, (-0.75, 0.0, 0.7), Pose.WALK)
    assert (went.at, went.to) == ((-0.75, 0.0, 0.7), door)


def test_who_crosses_stays_in_the_set() -> None:
    crossing = marks(draft(travel=("ADA", "cross")))["ADA"]
    assert crossing.to == STAGING.homes["ADA"].spot.at
    assert abs(crossing.at[0]) <= PLAN.width / 2


def test_whose_eyes_they_are_is_not_in_the_picture() -> None:
    made = draft(framing=Framing.POV, subjects=("BRAM",), looker="ADA")
    found, looker = stage_marks(made, STAGING)
    assert [mark.figure for mark in found] == ["BRAM"]
    assert looker is not None
    assert looker.facing == 90.0


def test_who_got_up_stands_before_the_seat() -> None:
    made = draft(subjects=("CAL",), beats=(replace(BEAT, present=("CAL",)),))
    found = marks(made)["CAL"]
    assert found.pose is Pose.STAND
    assert found.at[0] < 1.0


def test_a_thing_is_held_by_the_main_subject_only() -> None:
    found = marks(draft(prop="letter"))
    assert (found["ADA"].prop, found["BRAM"].prop) == ("letter", "")


def test_the_far_end_of_a_call_is_alone_on_the_phone() -> None:
    found = marks(draft(place="OFFICE", subjects=("BRAM",), prop="telephone"))
    assert list(found) == ["BRAM"]
    assert found["BRAM"].pose is Pose.PHONE


def test_lines_face_the_audience() -> None:
    sides = audience_sides(STAGING)
    assert sides["ADA", "BRAM"] in {1.0, -1.0}
    assert set(sides.values()) <= {1.0, -1.0}


def test_who_walks_goes_round_the_furniture_at_one_pace() -> None:
    table = replace(
        PLAN.pieces[0], name="table", centre=(0, 0.4, 0), size=(2, 0.8, 0.8), turn=0, wild=False
    )
    door = Spot(at=(0.0, 0.0, -2.0), facing=0.0, name="door")
    plan = replace(PLAN, pieces=(table,), doors=(door,))
    home = Home(spot=Spot(at=(0.2, 0.0, 1.4), facing=0.0, name="mark"))
    staging = Staging(plan=plan, homes={"ADA": home})
    (came,) = stage_marks(draft(travel=("ADA", "enter")), staging)[0]
    assert len(came.keys) > 1
    assert came.to == came.keys[-1].at == home.spot.at
    assert not any(met(start, end, in_the_way(plan)) for start, end, _ in legs_of(came))
    paces = [math.dist(start, end) / share for start, end, share in legs_of(came)]
    assert max(paces) - min(paces) < 0.01
    assert mark_at(came, 0.5).pose is Pose.WALK
