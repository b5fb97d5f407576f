from dataclasses import replace
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st
from tests.film.cut.builder import SCENE, cover, make_cut, make_script

from secondunit.core.evidence import ScriptSpan
from secondunit.core.ids import LineId
from secondunit.film.cut.windows import Window, find_windows
from secondunit.film.screenplay.model import Line, LineKind, Screenplay
from secondunit.film.shots.model import ShotSpec


def _windows(script: Screenplay, *shots: ShotSpec) -> dict[str, Window]:
    return {str(line): at for line, at in find_windows(script, shots, make_cut(*shots)).items()}


def test_speeches_that_share_a_shot_share_its_time_by_their_words_and_a_breath() -> None:
    script = make_script(("OREN", "One"), ("MINA", "One two three"), ("OREN", "One two"))
    # (1 + 4/3) : (3 + 4/3) : (2 + 4/3) = 7 : 13 : 10
    found = _windows(script, cover("1A", 10, "h"), cover("1B", 300, "d0", "d1", "d2"))
    assert found == {"d0": (10, 80), "d1": (80, 210), "d2": (210, 310)}


def test_a_speech_runs_over_all_shots_in_a_row_that_cover_it() -> None:
    script = make_script(("OREN", "A long speech, broken by who listens."))
    assert _windows(script, cover("1A", 70, "d0"), cover("1B", 30, "d0")) == {"d0": (0, 100)}


def test_speeches_that_share_two_shots_share_the_time_of_both() -> None:
    script = make_script(("OREN", "One two"), ("OREN", "One two"))
    found = _windows(script, cover("1A", 70, "d0", "d1"), cover("1B", 30, "d0", "d1"))
    assert found == {"d0": (0, 50), "d1": (50, 100)}


def test_a_short_shot_that_begins_a_long_speech_leaves_the_others_their_time() -> None:
    script = make_script(("OREN", "One two"), ("MINA", "word " * 20))
    found = _windows(script, cover("1A", 48, "d0", "d1"), cover("1B", 240, "d1"))
    assert found["d0"] == (0, 23)
    assert found["d1"] == (found["d0"][1], 288)


def test_a_shot_that_covers_a_speech_again_later_does_not_move_it() -> None:
    script = make_script(("OREN", "One two"), ("MINA", "One two"))
    shots = (cover("1A", 40, "d0"), cover("1B", 40, "d1"), cover("1C", 40, "d0"))
    assert _windows(script, *shots) == {"d0": (0, 40), "d1": (40, 80)}


def test_both_sides_of_a_dual_dialogue_begin_together_and_the_wordier_fills_the_time() -> None:
    script = make_script(("JUDE", "One two three four"), ("OREN ^", "One two"))
    assert _windows(script, cover("1A", 100, "d0", "d1")) == {"d0": (0, 100), "d1": (0, 50)}


def test_action_in_the_same_shot_takes_its_share_before_and_after() -> None:
    plain = make_script(("OREN", "One two three"))
    before = Line(id=LineId("a"), kind=LineKind.ACTION, text="He walks and sits down.", row=2)
    scene = plain.scenes[0]
    script = replace(
        plain, scenes=(replace(scene, lines=(scene.lines[0], before, *scene.lines[1:])),)
    )
    quoted = ScriptSpan(scene=SCENE, line=LineId("a"), start=0, end=24, quote=before.text)
    shot = replace(cover("1A", 280, "a", "d0"), spans=(quoted,))
    # 5 words of action, 3 + 4/3 of speech: 15 : 13
    assert _windows(script, shot) == {"d0": (150, 280)}


def test_a_speech_that_no_shot_covers_has_no_window() -> None:
    script = make_script(("OREN", "One"), ("MINA", "Two"))
    assert _windows(script, cover("1A", 40, "d1")) == {"d1": (0, 40)}


def test_windows_follow_the_cut_and_not_the_script() -> None:
    script = make_script(("OREN", "One"), ("MINA", "Two"))
    found = _windows(script, cover("1B", 40, "d1"), cover("1A", 40, "d0"))
    assert list(found.items()) == [("d1", (0, 40)), ("d0", (40, 80))]


@given(
    words=st.lists(st.integers(1, 30), min_size=1, max_size=8),
    shots=st.lists(
        st.tuples(st.integers(1, 300), st.sets(st.integers(0, 7), max_size=4)),
        min_size=1,
        max_size=8,
    ),
)
def test_no_two_windows_overlap_and_none_is_empty(
    words: list[int], shots: list[tuple[int, set[int]]]
) -> None:
    script = make_script(*((f"CUE{n}", "word " * count) for n, count in enumerate(words)))
    specs = [
        cover(f"1-{number}", frames, *(f"d{line}" for line in sorted(lines)))
        for number, (frames, lines) in enumerate(shots)
    ]
    at = sorted(_windows(script, *specs).values())
    assert all(end > start >= 0 for start, end in at)
    assert all(after[0] >= before[1] for before, after in pairwise(at))
