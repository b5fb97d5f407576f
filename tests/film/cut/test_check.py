from dataclasses import replace

from tests.film.cut.builder import cover, make_cut

from secondunit.core.finding import Severity
from secondunit.core.timecode import Frames
from secondunit.film.cut.check import check_cut

SHOTS = (cover("1A", 48, "h"), cover("1B", 48, "d0"), cover("1C", 30, "d1"))
CUT = make_cut(*SHOTS)


def test_a_gap_and_an_overlap_are_told_apart() -> None:
    late = replace(CUT.clips[1], record_in=Frames(50))
    gap = replace(CUT, clips=(CUT.clips[0], late, CUT.clips[2]))
    messages = [finding.message for finding in check_cut(gap, SHOTS)]
    assert messages == ["a gap of 2 frames before it", "an overlap of 2 frames before it"]


def test_a_missing_a_repeated_and_a_misplaced_shot_are_named() -> None:
    def rules(*order: int) -> list[str]:
        at, clips = 0, []
        for index in order:
            clips.append(replace(CUT.clips[index], record_in=Frames(at)))
            at += clips[-1].duration
        return [finding.rule for finding in check_cut(replace(CUT, clips=tuple(clips)), SHOTS)]

    assert rules(0, 1, 2) == []
    assert rules(0, 2) == ["cut.missing-shot"]
    assert rules(0, 1, 1, 2) == ["cut.repeated-shot"]
    assert rules(1, 0, 2) == ["cut.order"]


def test_a_clip_that_uses_no_frame_is_found() -> None:
    none = replace(CUT.clips[2], duration=Frames(0))
    cut = replace(CUT, clips=(*CUT.clips[:2], none))
    assert [finding.rule for finding in check_cut(cut, SHOTS)] == ["cut.empty-clip"]


def test_frames_past_the_end_of_a_take_are_counted_and_a_still_has_no_end() -> None:
    take = replace(CUT.clips[0], media_frames=Frames(50), source_in=Frames(10))
    (finding,) = check_cut(replace(CUT, clips=(take, *CUT.clips[1:])), SHOTS)
    assert (finding.rule, finding.severity) == ("cut.past-media", Severity.ERROR)
    assert finding.message == "uses 8 frames past the end of its media"
    held = replace(CUT.clips[0], source_in=Frames(10))
    assert check_cut(replace(CUT, clips=(held, *CUT.clips[1:])), SHOTS) == ()


def test_a_clip_of_no_known_shot_is_named() -> None:
    rules = [finding.rule for finding in check_cut(CUT, SHOTS[:2])]
    assert rules == ["cut.unknown-shot"]


def test_what_an_editor_may_wish_for_does_not_block() -> None:
    lifted = replace(CUT, clips=CUT.clips[:2])
    assert [finding.severity for finding in check_cut(lifted, SHOTS)] == [Severity.WARNING]
