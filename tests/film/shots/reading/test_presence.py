from tests.film.shots.builder import scene_beats

from secondunit.film.shots.model import Pose
from secondunit.film.shots.reading.presence import with_presence

SCENE = """INT. ROOM - DAY

ANA sits.

It rains.

BEN enters.

BEN
Ana?

KIM (V.O.)
Who is it?

Ben leaves.

It rains.

ANA
Good.
"""


def test_who_comes_in_later_is_not_there_before_nor_after_going() -> None:
    present = [beat.present for beat in scene_beats(SCENE)]
    assert present == [
        ("ANA",),
        ("ANA",),
        ("ANA", "BEN"),
        ("ANA", "BEN"),
        ("ANA", "BEN"),
        ("ANA", "BEN"),
        ("ANA",),
        ("ANA",),
    ]


def test_a_voice_is_never_present() -> None:
    assert all("KIM" not in beat.present for beat in scene_beats(SCENE))


def test_sitting_stays_and_walking_passes() -> None:
    poses = [dict(beat.poses) for beat in scene_beats(SCENE)]
    assert all(found["ANA"] is Pose.SIT for found in poses)
    assert poses[2]["BEN"] is Pose.WALK
    assert "BEN" not in poses[3]


def test_who_is_at_the_far_end_of_a_call_is_not_here() -> None:
    beats = with_presence(scene_beats(SCENE), (), ("BEN",), ("ANA", "BEN"))
    assert all("BEN" not in beat.present for beat in beats)


def test_cast_the_words_do_not_name_is_there_too() -> None:
    beats = with_presence(scene_beats(SCENE), ("ZOE",), (), ("ANA", "BEN", "ZOE"))
    assert all("ZOE" in beat.present for beat in beats)


def test_who_is_revealed_was_not_seen_before() -> None:
    talk = "\n\nADA\nWho?\n\nPIP\nMe.\n"
    beats = scene_beats(f"EXT. FIELD - DAY\n\nADA waits. The mist lifts, revealing PIP (8).{talk}")
    assert beats[0].present == ("ADA",)
    assert "PIP" in beats[1].present
