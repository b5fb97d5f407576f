from dataclasses import replace

import pytest
from tests.film.shots.assist.claims import bench, claim_of, shot_of

from secondunit.film.shots.assist.advise import advise
from secondunit.film.shots.model import Angle, Framing, Size


def test_what_stands_already_is_no_difference() -> None:
    advice = advise([claim_of("1B")], bench())
    assert (advice.compared.changes, advice.refused) == ((), ())


def test_a_sound_change_is_shown_with_its_camera_and_locks_the_fields_it_changes() -> None:
    advice = advise([claim_of("1B", size=Size.CLOSE, lens=85)], bench())
    ((before, made),) = advice.adopted.amended
    assert (before.number, made.size, made.lens.focal_mm) == ("1B", Size.CLOSE, 85)
    assert made.camera != before.camera
    assert made.covers == before.covers


@pytest.mark.parametrize(
    ("fields", "why"),
    [
        ({"quote": "a zeppelin"}, "not in its line"),
        ({"quote": " "}, "not in its line"),
        ({"line": 99}, "not there"),
        ({"lens": 51.5}, "not in the kit"),
        ({"shot": "9Z"}, "does not stand"),
        ({"subjects": ("PIP",)}, "not in the set"),
        ({"framing": Framing.OVER_SHOULDER, "subjects": ("ADA",)}, "at least 2"),
        ({"angle": Angle.OVERHEAD, "size": Size.EXTREME_CLOSE}, ""),
    ],
)
def test_what_words_or_frame_do_not_bear_out_is_refused(
    fields: dict[str, object], why: str
) -> None:
    advice = advise([claim_of("1B", **fields)], bench())
    if why:
        (finding,) = advice.refused
        assert why in finding.message
        assert advice.adopted.amended == ()
    assert advice.adopted.findings == ()


def test_a_bad_claim_sinks_no_good_one_and_a_second_word_on_a_shot_is_refused() -> None:
    good = claim_of("1B", size=Size.CLOSE, lens=85)
    bad = claim_of("1B", quote="a zeppelin")
    advice = advise([bad, good, good], bench())
    assert len(advice.adopted.amended) == 1
    assert len(advice.refused) == 2


def test_a_new_shot_cites_its_words_and_comes_after_the_shot_of_its_line() -> None:
    new = replace(claim_of("1B"), shot="", size=Size.EXTREME_CLOSE, lens=100)
    advice = advise([new], bench())
    for shot in advice.adopted.added:
        assert shot.action == new.quote
        assert set(shot.covers) <= {line for s in bench().shots for line in s.covers}
    assert len(advice.adopted.added) + len(advice.refused) == 1


def test_no_claim_takes_a_line_away_from_the_shots() -> None:
    advice = advise([claim_of("1B", size=Size.CLOSE, lens=85)], bench())
    ((_, made),) = advice.adopted.amended
    assert made.covers == shot_of("1B").covers
    assert made.action == shot_of("1B").action
