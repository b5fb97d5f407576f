from dataclasses import replace

import pytest
from tests.film.cut.builder import cover, make_panel, make_script
from tests.film.generation.builder import make_answer

from secondunit.core.errors import AnswerUnreadable
from secondunit.core.ids import read_json
from secondunit.core.timecode import Rate
from secondunit.film.cut.animatic import (
    ANIMATIC,
    SEGMENT,
    AnimaticInputs,
    SegmentInputs,
    burn_in,
)
from secondunit.film.cut.model import JoinRequest, SegmentRequest

SHOTS = (cover("1A", 48, "h"), cover("1B", 36, "d0"))


def _inputs(panels: int = 2) -> SegmentInputs:
    return SegmentInputs(
        screenplay=make_script(("OREN", "Two sugars.")),
        shots=SHOTS,
        panels=tuple(make_panel(shot) for shot in SHOTS[:panels]),
    )


def test_each_panel_is_held_for_its_shot_with_scene_and_shot_burnt_in() -> None:
    asks = SEGMENT.plan(_inputs())
    request = read_json(asks[1].body, SegmentRequest)
    assert (request.panel, request.frames) == ("panel-1B", 36)
    assert request.burn_in.scene == "1  INT. KITCHEN - DAY"
    assert (request.burn_in.shot, request.burn_in.framing) == ("1B", "MS · 35 mm")


def test_a_duration_is_burnt_in_as_seconds_and_frames() -> None:
    assert burn_in(cover("1A", 36), "").duration == "1:12"
    ntsc = replace(cover("1A", 48), rate=Rate(numerator=24000, denominator=1001))
    assert burn_in(ntsc, "").duration == "2:00"


def test_a_shot_without_a_panel_is_a_finding() -> None:
    inputs = _inputs(panels=1)
    proposal = SEGMENT.propose(inputs, [make_answer("a", frames=48)])
    assert [item.fact.shot for item in proposal.items] == ["shot-1A"]
    assert [finding.where for finding in proposal.findings] == ["shot 1B"]


def test_a_segment_of_the_wrong_length_is_refused() -> None:
    with pytest.raises(AnswerUnreadable, match="47 frames where 48"):
        SEGMENT.propose(_inputs(panels=1), [make_answer("a", frames=47)])


def test_the_animatic_joins_all_segments_and_is_as_long_as_they_are() -> None:
    answers = [make_answer("a", frames=48), make_answer("b", frames=36)]
    segments = tuple(item.fact for item in SEGMENT.propose(_inputs(), answers).items)
    inputs = AnimaticInputs(title="Toast", segments=segments, rate=Rate(numerator=24))
    (join,) = ANIMATIC.plan(inputs)
    assert read_json(join.body, JoinRequest).clips == ("a", "b")
    (item,) = ANIMATIC.propose(inputs, [make_answer("j", frames=84)]).items
    assert item.label == "Animatic · 00:00:03:12 at 24"
    with pytest.raises(AnswerUnreadable):
        ANIMATIC.propose(inputs, [make_answer("j", frames=83)])


def test_nothing_is_joined_when_nothing_was_drawn() -> None:
    assert ANIMATIC.plan(AnimaticInputs(title="T", segments=(), rate=Rate(numerator=24))) == ()
