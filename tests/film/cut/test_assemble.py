from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st
from tests.film.cut.builder import cover, make_panel
from tests.film.generation.test_inspect import make_takes
from tests.film.generation.test_take import make_orders

from secondunit.core.stage import MediaRef
from secondunit.core.timecode import Frames, Rate
from secondunit.film.cut.assemble import STAGE, AssembleInputs
from secondunit.film.cut.check import check_cut

SHOTS = (cover("1A", 48, "h"), cover("1B", 48, "d0"), cover("1C", 30, "d1"))


def _inputs(*, panels: int) -> AssembleInputs:
    return AssembleInputs(
        title="Toast",
        shots=SHOTS,
        takes=make_takes(make_orders()),
        panels=tuple(make_panel(shot) for shot in SHOTS[:panels]),
        rate=Rate(numerator=24),
    )


def test_every_shot_stands_in_order_without_a_gap_from_the_first_hour() -> None:
    cut = STAGE.propose(_inputs(panels=3), ()).items[0].fact
    assert [(clip.number, clip.record_in, clip.duration) for clip in cut.clips] == [
        ("1A", 0, 48),
        ("1B", 48, 48),
        ("1C", 96, 30),
    ]
    assert cut.start == 24 * 3600
    assert cut.duration == 126
    assert check_cut(cut, SHOTS) == ()


def test_the_picked_take_is_used_and_a_panel_stands_in_where_there_is_none() -> None:
    proposal = STAGE.propose(_inputs(panels=3), ())
    clips = proposal.items[0].fact.clips
    assert [clip.slate for clip in clips] == ["1A-1", "1B-1", ""]
    assert clips[2].media == MediaRef(
        digest=make_panel(SHOTS[2]).media.digest,
        media_type="image/png",
        byte_count=1,
        name="panel-1C.png",
    )
    assert [finding.where for finding in proposal.findings] == ["shot 1C"]
    assert "stands in" in proposal.findings[0].message


def test_a_slug_holds_the_time_of_a_shot_with_neither() -> None:
    proposal = STAGE.propose(_inputs(panels=0), ())
    clips = proposal.items[0].fact.clips
    assert [(clip.number, clip.media is None) for clip in clips] == [
        ("1A", False),
        ("1B", False),
        ("1C", True),
    ]
    assert clips[2].duration == 30
    assert proposal.findings[0].message.startswith("1 of 3 shots have no picture yet")


def test_a_script_without_shots_has_no_cut() -> None:
    empty = AssembleInputs(title="T", shots=(), takes=(), panels=(), rate=Rate(numerator=24))
    assert STAGE.propose(empty, ()).items == ()


def test_a_long_take_is_cut_to_the_shot_and_a_short_one_is_used_whole_and_named() -> None:
    long, short = (
        replace(take, frames=Frames(frames))
        for take, frames in zip(make_takes(make_orders()), (60, 40), strict=True)
    )
    inputs = replace(_inputs(panels=3), takes=(long, short))
    proposal = STAGE.propose(inputs, ())
    clips = proposal.items[0].fact.clips
    assert [(clip.record_in, clip.duration, clip.media_frames) for clip in clips] == [
        (0, 48, 60),
        (48, 40, 40),
        (88, 30, 0),
    ]
    assert [finding.rule for finding in proposal.findings] == ["cut.short-take", "cut.no-take"]
    assert "8 frames shorter" in proposal.findings[0].message


def test_a_take_at_another_rate_is_not_used() -> None:
    takes = tuple(replace(take, rate=Rate(numerator=25)) for take in make_takes(make_orders()))
    proposal = STAGE.propose(replace(_inputs(panels=3), takes=takes), ())
    assert [clip.slate for clip in proposal.items[0].fact.clips] == ["", "", ""]
    assert [finding.rule for finding in proposal.findings][:2] == ["cut.other-rate"] * 2


def test_who_made_a_take_stands_in_the_cut() -> None:
    clips = STAGE.propose(_inputs(panels=3), ()).items[0].fact.clips
    assert [clip.provider for clip in clips] == ["studio 1", "studio 1", ""]


def test_a_take_without_a_frame_never_breaks_the_cut() -> None:
    takes = tuple(replace(take, frames=Frames(0)) for take in make_takes(make_orders()))
    cut = STAGE.propose(replace(_inputs(panels=0), takes=takes), ()).items[0].fact
    assert [clip.media for clip in cut.clips] == [None, None, None]
    assert check_cut(cut, SHOTS) == ()


@given(st.lists(st.integers(min_value=1, max_value=500), min_size=1, max_size=30))
def test_any_cut_is_gapless_and_as_long_as_its_shots(lengths: list[int]) -> None:
    shots = tuple(cover(f"{number}A", frames) for number, frames in enumerate(lengths, start=1))
    inputs = replace(_inputs(panels=0), shots=shots, takes=())
    cut = STAGE.propose(inputs, ()).items[0].fact
    assert check_cut(cut, shots) == ()
    assert cut.duration == sum(lengths)
