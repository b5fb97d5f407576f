import json

import numpy as np
from tests.adapters.render.builder import DOG, camera, mark, request, wall, yard
from tests.adapters.render.passes.builder import asked, moment_of

from secondunit.adapters.render.passes.pose import Hidden, Person, find_people, write_people
from secondunit.film.shots.model import PanelRequest

KEY = camera((0, 1.2, 5.0), (0, 0.9, 0))
NOSE, NECK, R_SHOULDER, L_SHOULDER, R_ANKLE, L_ANKLE = 0, 1, 2, 5, 10, 13


def people(panel: PanelRequest) -> list[Person]:
    return find_people(moment_of(panel), asked(panel))


def test_seen_from_the_front_a_persons_right_is_on_the_left() -> None:
    (ada,) = people(request(mark(), keys=(KEY,)))
    assert ada.places[R_SHOULDER, 0] < 160 < ada.places[L_SHOULDER, 0]
    assert ada.places[NOSE, 1] < ada.places[NECK, 1] < ada.places[R_ANKLE, 1]


def test_from_the_front_face_shoulders_and_feet_are_seen() -> None:
    (ada,) = people(request(mark(), keys=(KEY,)))
    for joint in (NOSE, NECK, R_SHOULDER, L_SHOULDER, R_ANKLE, L_ANKLE):
        assert ada.hidden[joint] is Hidden.BY_NOTHING


def test_from_behind_the_face_is_hidden_by_the_head() -> None:
    (ada,) = people(request(mark(facing=180.0), keys=(KEY,)))
    assert ada.hidden[NOSE] is Hidden.BY_ITSELF


def test_who_stands_behind_a_low_wall_shows_no_ankles() -> None:
    low = wall((0, 0.4, 1.0), (4, 0.8, 0.1), wild=False)
    (ada,) = people(request(mark(), plan=yard(low), keys=(KEY,)))
    assert ada.hidden[R_ANKLE] is ada.hidden[L_ANKLE] is Hidden.BY_ANOTHER
    assert ada.hidden[NOSE] is Hidden.BY_NOTHING


def test_in_close_up_the_feet_are_out_of_the_frame_and_written_as_zeros() -> None:
    close = camera((0, 1.55, 1.2), (0, 1.55, 0))
    found = people(request(mark(), keys=(close,)))
    assert found[0].hidden[R_ANKLE] is Hidden.OUT_OF_FRAME
    said = json.loads(write_people(found, 320, 180))
    points = np.array(said["people"][0]["pose_keypoints_2d"]).reshape(18, 3)
    assert (points[R_ANKLE] == 0).all()
    assert points[NOSE, 2] == 1.0


def test_the_file_says_what_openpose_says_and_calls_nobody_by_name() -> None:
    text = write_people(people(request(mark("ADA"), mark("BRAM", (1, 0, -1)))), 320, 180)
    said = json.loads(text)
    assert said["version"] == 1.3
    assert [len(each["pose_keypoints_2d"]) for each in said["people"]] == [54, 54]
    assert {each["label"] for each in said["people"]} == {"figure-01", "figure-02"}
    assert b"ADA" not in text


def test_the_farthest_comes_first() -> None:
    found = people(request(mark("ADA", (0.3, 0, 0)), mark("BRAM", (-0.3, 0, -2))))
    assert [person.label for person in found] == ["figure-02", "figure-01"]


def test_animals_and_those_behind_the_camera_are_not_people_in_the_frame() -> None:
    assert people(request(mark("dog"), figures=(DOG,))) == []
    assert people(request(mark(at=(0, 0, 9)), keys=(KEY,))) == []
