from tests.film.shots.builder import FERRY, make_script, scene_beats

from secondunit.film.shots.model import Pose
from secondunit.film.shots.reading.beats import Beat, BeatKind


def only(text: str, props: tuple[str, ...] = ()) -> Beat:
    head = "INT. ROOM - DAY\n\nANA (30) is here. She waits. BEN (40) is here. He waits.\n\n"
    tail = "\n\nANA\nYes.\n\nBEN\nNo.\n"
    return scene_beats(head + text + tail, props)[4]


def test_each_sentence_is_a_beat_that_quotes_its_words() -> None:
    script = make_script()
    text = {line.id: line.text for scene in script.scenes for line in scene.lines}
    for beat in scene_beats(FERRY):
        assert beat.span is not None
        assert text[beat.span.line][beat.span.start : beat.span.end] == beat.span.quote


def test_a_pronoun_stands_for_who_was_named_last() -> None:
    assert only("He takes her hand.").names == ("BEN", "ANA")


def test_the_one_before_the_verb_does_it() -> None:
    assert only("Ana looks at Ben.").subject == "ANA"


def test_what_belongs_to_somebody_is_not_done_by_them() -> None:
    assert only("Ana's face falls.").poses == ()


def test_verbs_ask_for_shots() -> None:
    assert "look" in only("Ana stares at Ben.").asks
    assert "enter" in only("Ben comes in.").asks
    assert "exit" in only("Ben storms out.").asks
    assert "move" in only("Ben crosses the floor.").asks


def test_the_audience_looking_is_no_look() -> None:
    assert "look" not in only("We see Ben.").asks


def test_a_direction_counts_at_the_start_or_in_capitals() -> None:
    assert only("CLOSE ON the key.").direction == "close"
    assert only("The door stays close on its frame.").direction == ""


def test_a_sentence_without_a_doer_is_done_by_the_one_before() -> None:
    beats = scene_beats("INT. ROOM - DAY\n\nBEN stops. Takes a nail.\n\nBEN\nHm.\n", ("nail",))
    assert (beats[1].subject, beats[1].props) == ("BEN", ("nail",))


def test_a_speech_holds_its_cue_aside_and_words() -> None:
    beats = scene_beats("INT. ROOM - DAY\n\nANA\n(softly)\nGo.\n")
    assert beats[0].kind is BeatKind.SPEECH
    assert len(beats[0].lines) == 3
    assert beats[0].turn


def test_poses_are_read_for_the_one_named() -> None:
    assert only("Ana sits. ").poses == (("ANA", Pose.SIT),)
    assert ("BEN", Pose.KNEEL) in only("Ben kneels by Ana.").poses
