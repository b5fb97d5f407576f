from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from secondunit.adapters.paper.typeface import printable, split_runs, unit_width, unprintable


def test_european_scripts_are_set_in_the_embedded_face_alone() -> None:
    text = "Señor Łukasz, Ελένη, Наташа, Ő ß œ € – “x”"
    assert printable(text) == text
    assert {run.font for run in split_runs(text, bold=False)} == {"StudioSans"}


def test_decomposed_accents_are_composed_before_printing() -> None:
    assert printable("e\u0301") == "é"


def test_japanese_korean_and_chinese_each_find_a_font() -> None:
    assert split_runs("灯台の", bold=False)[0].font == "HeiseiKakuGo-W5"
    assert split_runs("등대", bold=False)[0].font == "HYSMyeongJo-Medium"
    assert split_runs("灯塔", bold=True)[0].font == "STSong-Light"


def test_what_no_font_prints_is_shown_by_its_code_and_reported() -> None:
    assert printable("a😀") == "a[U+1F600]"
    assert unprintable("a😀é") == {"😀"}


def test_control_characters_do_not_reach_the_page() -> None:
    assert printable("a\x00b\tc\u200bd") == "ab cd"


@given(st.text(st.characters(), max_size=60))
def test_runs_hold_exactly_the_printable_text(text: str) -> None:
    shown = printable(text)
    assert "".join(run.text for run in split_runs(shown, bold=True)) == shown
    assert printable(shown) == shown


@given(st.text("abc ЖΩé灯の", max_size=20), st.text("abc ЖΩé", max_size=20))
def test_the_width_of_a_text_never_falls_by_adding_to_it(first: str, second: str) -> None:
    assert unit_width(first + second, bold=False) >= unit_width(first, bold=False)
