from dataclasses import replace

import pytest
from tests.film.generation.builder import make_provider

from secondunit.core.ids import Digest
from secondunit.film.generation.ladder import Material, take_hold
from secondunit.film.generation.model import Control, Guide, Rung
from secondunit.film.generation.order import CONTROLS

EVERYTHING = Material(
    first_frame=Digest("first"),
    last_frame=Digest("last"),
    driving_clip=Digest("drive"),
    guides=(
        Guide(control=Control.DEPTH, media=Digest("depth")),
        Guide(control=Control.POSE, media=Digest("pose")),
    ),
    references=(Digest("ada"), Digest("bram"), Digest("kitchen")),
    moves=True,
    words=True,
)


@pytest.mark.parametrize(
    ("takes", "rung"),
    [
        ((Control.DEPTH, Control.DRIVING_CLIP, Control.FIRST_FRAME), Rung.PASSES),
        ((Control.POSE,), Rung.PASSES),
        ((Control.DRIVING_CLIP, Control.FIRST_FRAME, Control.PROMPT), Rung.DRIVING_CLIP),
        ((Control.FIRST_FRAME, Control.LAST_FRAME, Control.PROMPT), Rung.FRAMES),
        ((Control.FIRST_FRAME, Control.PROMPT), Rung.FIRST_FRAME),
        ((Control.LAST_FRAME, Control.PROMPT), Rung.TEXT),
        ((Control.PROMPT,), Rung.TEXT),
    ],
)
def test_a_provider_is_held_as_tightly_as_it_can_be(takes: tuple[Control, ...], rung: Rung) -> None:
    hold = take_hold(CONTROLS, EVERYTHING, make_provider(controls=takes))
    assert hold is not None
    assert hold.rung is rung
    assert set(hold.controls) <= set(takes)


def test_a_rung_needs_what_there_is_of_the_shot_as_well() -> None:
    bare = Material(first_frame=Digest("first"), words=True)
    hold = take_hold(CONTROLS, bare, make_provider())
    assert hold is not None
    assert hold.rung is Rung.FIRST_FRAME
    assert hold.driving_clip is None


def test_nothing_that_is_asked_for_is_dropped_without_a_word() -> None:
    takes = (Control.DEPTH, Control.FIRST_FRAME, Control.PROMPT)
    hold = take_hold(CONTROLS, EVERYTHING, make_provider(controls=takes))
    assert hold is not None
    told = {each.control for each in hold.concessions}
    assert told >= set(CONTROLS) - set(takes)
    assert all(each.reason for each in hold.concessions)
    by = {each.control: each.by for each in hold.concessions}
    assert by[Control.CAMERA_MOVE] is Control.DEPTH
    assert by[Control.LIGHT] is Control.FIRST_FRAME
    assert by[Control.DURATION] is None


def test_a_move_between_two_frames_is_said_by_the_last_and_from_one_frame_by_words() -> None:
    frames = (Control.FIRST_FRAME, Control.LAST_FRAME, Control.PROMPT)
    for takes, stands_in in ((frames, Control.LAST_FRAME), (frames[::2], Control.PROMPT)):
        hold = take_hold((Control.CAMERA_MOVE,), EVERYTHING, make_provider(controls=takes))
        assert hold is not None
        assert hold.concessions[0].by is stands_in


def test_references_beyond_what_is_taken_are_told() -> None:
    takes = replace(make_provider(controls=(Control.REFERENCES,)), most_references=2)
    hold = take_hold((), EVERYTHING, takes)
    assert hold is not None
    assert hold.references == (Digest("ada"), Digest("bram"))
    assert "2 of 3" in hold.concessions[0].reason


def test_a_provider_that_takes_nothing_there_is_cannot_be_held() -> None:
    assert take_hold(CONTROLS, Material(words=True), make_provider(controls=())) is None
    deaf = make_provider(controls=(Control.DEPTH,))
    assert take_hold(CONTROLS, Material(first_frame=Digest("first"), words=True), deaf) is None


def test_a_provider_that_needs_a_frame_is_not_held_by_words() -> None:
    takes = (Control.FIRST_FRAME, Control.PROMPT)
    needy = replace(make_provider(controls=takes), needs=(Control.FIRST_FRAME,))
    assert take_hold(CONTROLS, Material(words=True), needy) is None
    assert take_hold(CONTROLS, EVERYTHING, needy) is not None
