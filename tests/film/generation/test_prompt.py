from dataclasses import replace

from tests.adapters.render.builder import ADA, BRAM, camera, mark, request
from tests.film.generation.builder import make_shot

from secondunit.adapters.tables import PackagedTables
from secondunit.film.generation.phrases import FILE, read_phrases
from secondunit.film.generation.prompt import Described, write_prompt
from secondunit.film.shots.model import Angle, Look, Mood, Move, Pose, Region, SetPlan, Size
from secondunit.film.shots.people import Garment

PHRASES = read_phrases(PackagedTables().fetch_table(FILE))
CANARY = "QZXCANARY"
SHOT = replace(
    make_shot("12A"), size=Size.CLOSE, angle=Angle.LOW, move=Move.PUSH_IN, subjects=("ADA",)
)
TWO = request(
    mark("BRAM", (1.0, 0.0, 0.0)),
    mark("ADA", (-1.0, 0.0, 0.0)),
    keys=(camera((0, 1.4, 5), (0, 1, 0)),),
)


def words(**said: object) -> str:
    return write_prompt(SHOT, replace(TWO, **said), PHRASES).words  # type: ignore[arg-type]  # fields by name


def test_the_frame_comes_first_then_who_then_the_move() -> None:
    told = words().split(". ")
    assert told[0].startswith("Close-up")
    assert told[2].startswith("Low angle")
    assert told[4] == "The camera pushes in"


def test_people_are_told_from_left_to_right_as_the_camera_sees_them() -> None:
    told = words()
    assert told.index("a woman") < told.index("a man")
    behind = words(camera=(camera((0, 1.4, -5), (0, 1, 0)),))
    assert behind.index("a man") < behind.index("a woman")


def test_who_is_out_of_frame_is_not_told() -> None:
    told = words(camera=(camera((-1, 1.4, 2), (-1, 1, 0), focal=85.0),))
    assert "A woman, short black hair" in told
    assert "a man" not in told.casefold()


def test_costume_and_pose_are_told_by_their_nearest_words() -> None:
    coat = Look(name="", garments=(Garment(region=Region.TORSO, colour=(52, 104, 150)),))
    seen = request(mark("ADA"), figures=(replace(ADA, looks=(coat,), age=34),))
    told = write_prompt(
        SHOT, replace(seen, marks=(replace(seen.marks[0], pose=Pose.SIT),)), PHRASES
    ).words
    assert "A woman of about 34" in told
    assert "in blue top" in told
    assert "sitting" in told


def test_what_the_bible_says_stands_in_for_the_costume_with_the_handle_of_that_provider() -> None:
    ada = Described(figure="ADA", words="a tall diver", handles={"comfyui": "adax"})
    told = write_prompt(SHOT, TWO, PHRASES, people=(ada,), provider="comfyui").words
    assert "adax, a tall diver" in told
    assert "adax" not in write_prompt(SHOT, TWO, PHRASES, people=(ada,), provider="runway").words


def test_no_word_of_the_script_is_in_it() -> None:
    shot = replace(
        SHOT, action=CANARY, dialogue=CANARY, speaker=CANARY, place=CANARY, number=CANARY
    )
    named = replace(BRAM, name=CANARY)
    asked = replace(
        TWO,
        set=SetPlan(name=CANARY, kind="room", pieces=(), width=4, depth=4, interior=True),
        figures=(named,),
        marks=(replace(TWO.marks[0], figure=CANARY, prop=CANARY, gaze=CANARY, look=""),),
        lighting=replace(TWO.lighting, practicals=(CANARY,), mood=Mood.WARM),
    )
    told = write_prompt(shot, asked, PHRASES).words
    assert CANARY not in told
    assert "Warm light" in told


def test_phrases_are_left_out_whole_from_the_least_important_and_told() -> None:
    whole = write_prompt(SHOT, TWO, PHRASES)
    short = write_prompt(SHOT, TWO, PHRASES, longest=len(whole.words) - 1)
    assert whole.left_out == ()
    assert len(short.words) < len(whole.words)
    assert whole.words.startswith(short.words.removesuffix("."))
    assert short.left_out
    none = write_prompt(SHOT, TWO, PHRASES, longest=3)
    assert none.words == ""
