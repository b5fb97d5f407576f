from secondunit.film.screenplay.model import Emphasis
from secondunit.film.screenplay.printed.letters import Letter, read_rows


def typed(
    text: str,
    *,
    left: float = 108,
    foot: float = 72,
    pitch: float = 7.2,
    width: float = 7.2,
    styles: tuple[str, ...] = (),
) -> list[Letter]:
    return [
        Letter(char, left + pitch * index, foot, width, 12, styles)
        for index, char in enumerate(text)
        if char != " "
    ]


PAGE = [
    letter
    for row in range(8)
    for letter in typed("Rain falls on the old town again.", foot=200 + 12 * row)
]


def texts(letters: list[Letter]) -> list[str]:
    return [row.text for row in read_rows(letters, 1)]


def test_words_hold_together_though_the_file_claims_narrow_letters() -> None:
    assert texts(typed("Da vi d", width=2.0) + PAGE)[0] == "Da vi d"
    assert texts(typed("David waits", width=2.0) + PAGE)[0] == "David waits"


def test_two_spaces_after_a_sentence_do_not_part_a_row_and_a_column_does() -> None:
    assert texts(typed("He comes.  He goes.") + PAGE)[0] == "He comes. He goes."
    assert texts(typed("MINA") + typed("OREN", left=333) + PAGE)[:2] == ["MINA", "OREN"]


def test_a_watermark_towers_over_the_letters_and_is_left_out() -> None:
    assert texts([Letter("D", 200, 150, 40, 60), *PAGE])[0].startswith("Rain")


def test_bold_struck_twice_is_read_once() -> None:
    twice = sorted(typed("NO") + typed("NO", left=108.4), key=lambda letter: letter.x)
    assert texts(twice + PAGE)[0] == "NO"


def test_styles_cover_the_letters_that_have_them() -> None:
    letters = typed("he is ") + typed("late", left=108 + 6 * 7.2, styles=("italic",)) + PAGE
    row = read_rows(letters, 3)[0]
    assert (row.page, row.text) == (3, "he is late")
    assert row.emphasis == (Emphasis(start=6, end=10, style="italic"),)


def test_letters_whose_feet_differ_by_a_point_share_a_row() -> None:
    letters = typed("INT.") + typed("YARD", left=150, foot=72.8) + PAGE
    assert texts(letters)[0] == "INT. YARD"


def test_an_empty_page_has_no_rows() -> None:
    assert read_rows([], 1) == []


def test_letters_on_one_heap_have_no_pitch_and_are_read_all_the_same() -> None:
    heap = [Letter("ab"[index % 2], 108, 72, 7.2, 12) for index in range(200)]
    assert "".join(texts(heap)).count("a") == 100
