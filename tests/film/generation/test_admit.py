from dataclasses import replace

import pytest
from tests.film.generation.builder import make_order, make_provider

from secondunit.core.errors import ControlUnsupported, Refused
from secondunit.core.ids import Digest
from secondunit.core.timecode import Frames
from secondunit.film.generation.admit import require_makeable, why_ended
from secondunit.film.generation.model import Control, Guide, Lifecycle, LifeStage, Order

ORDER = make_order()
PROVIDER = replace(
    make_provider(controls=(Control.PROMPT, Control.FIRST_FRAME)),
    model="quick",
    seconds=(2, 5),
    sizes=("1280x720",),
    longest_prompt=20,
    most_references=1,
)


def test_an_order_within_what_is_made_passes() -> None:
    require_makeable(replace(ORDER, size="1280x720", prompt="a wide shot"), PROVIDER)


def test_a_control_that_is_not_declared_is_refused() -> None:
    with pytest.raises(ControlUnsupported, match="depth"):
        require_makeable(replace(ORDER, controls=(Control.DEPTH,)), PROVIDER)


def test_a_model_that_makes_nothing_without_a_first_frame_says_so() -> None:
    needs = replace(PROVIDER, needs=(Control.FIRST_FRAME,))
    with pytest.raises(ControlUnsupported, match="nothing without first-frame"):
        require_makeable(ORDER, needs)


@pytest.mark.parametrize(
    ("order", "message"),
    [
        (replace(ORDER, provider="other"), "ordered from other"),
        (replace(ORDER, model="slow"), "ordered from studio slow"),
        (replace(ORDER, duration=Frames(0)), "0 frames"),
        (replace(ORDER, duration=Frames(121)), "1 to 5 s"),
        (replace(ORDER, size="640x480"), "makes no 640x480"),
        (replace(ORDER, references=(Digest("a"), Digest("b"))), "2 references"),
        (replace(ORDER, prompt="x" * 21), "21 characters"),
    ],
)
def test_what_is_outside_is_refused_before_it_is_sent(order: Order, message: str) -> None:
    with pytest.raises(Refused, match=message) as caught:
        require_makeable(order, PROVIDER)
    assert caught.value.remedy


def test_a_model_past_its_end_is_refused_with_its_successor() -> None:
    ended = Lifecycle(stage=LifeStage.ENDED, ends_on="2026-09-30", successor="studio quick-2")
    with pytest.raises(Refused, match="ended on 2026-09-30") as caught:
        require_makeable(ORDER, replace(PROVIDER, lifecycle=ended))
    assert "studio quick-2" in caught.value.remedy
    assert why_ended(PROVIDER) is None


@pytest.mark.parametrize(
    ("order", "what"),
    [
        (replace(ORDER, first_frame=Digest("f")), "the first frame"),
        (replace(ORDER, driving_clip=Digest("f")), "the driving clip"),
        (replace(ORDER, references=(Digest("f"),)), "a reference"),
        (replace(ORDER, guides=(Guide(control=Control.DEPTH, media=Digest("f")),)), "depth pass"),
        (
            replace(ORDER, guides=(Guide(control=Control.LAST_FRAME, media=Digest("f")),)),
            "the last frame",
        ),
    ],
)
def test_what_was_not_handed_over_is_named(order: Order, what: str) -> None:
    with pytest.raises(Refused, match=what):
        require_makeable(order, PROVIDER, {})
