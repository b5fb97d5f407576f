import pytest
from hypothesis import given
from hypothesis import strategies as st

from secondunit.film.screenplay.emphasis import Styled, read_emphasis, read_paragraph


def styled(line: str) -> tuple[str, list[tuple[str, str]]]:
    """The words, and each styled stretch with its style."""
    found = read_emphasis(line)
    return found.text, [(found.text[e.start : e.end], e.style) for e in found.emphasis]


@pytest.mark.parametrize(
    ("line", "text", "stretches"),
    [
        ("2*3*4", "2*3*4", []),
        ("snake_case_name", "snake_case_name", []),
        ("_a_b_", "a_b", [("a_b", "underline")]),
        ("so *very* cold", "so very cold", [("very", "italic")]),
        ("so **very** cold", "so very cold", [("very", "bold")]),
        ("***so***", "so", [("so", "bold"), ("so", "italic")]),
        ("_so_", "so", [("so", "underline")]),
        ("_**SO**_", "SO", [("SO", "underline"), ("SO", "bold")]),
        ("*a **b***", "a b", [("a b", "italic"), ("b", "bold")]),
        ("***a* b**", "a b", [("a", "italic"), ("a b", "bold")]),
        ("_a *b* c_", "a b c", [("a b c", "underline"), ("b", "italic")]),
        (r"\*so\*", "*so*", []),
        (r"**\*9\***", "*9*", [("*9*", "bold")]),
        ("dial *69 and *23 now", "dial *69 and *23 now", []),
        ("dial *69 or 23*, now", "dial 69 or 23, now", [("69 or 23", "italic")]),
        ("a * b * c", "a * b * c", []),
        ("_6 _", "_6 _", []),
        ("sign here: ____", "sign here: ____", []),
        ("**", "**", []),
        ("*a", "*a", []),
    ],
)
def test_marks_style_words_only_where_they_open_and_close(
    line: str, text: str, stretches: list[tuple[str, str]]
) -> None:
    found, styles = styled(line)
    assert found == text
    assert sorted(styles) == sorted(stretches)


def test_emphasis_never_crosses_lines() -> None:
    assert read_paragraph(["so *very", "cold*"]) == Styled(text="so *very\ncold*")


def test_positions_in_a_paragraph_count_its_lines_joined() -> None:
    found = read_paragraph(["a *b*", "**c** d"])
    assert found.text == "a b\nc d"
    assert [(found.text[e.start : e.end], e.style) for e in found.emphasis] == [
        ("b", "italic"),
        ("c", "bold"),
    ]
    assert [found.position(at) for at in (0, 2, 3, 6, 8, 12)] == [0, 2, 2, 4, 4, 6]


@given(st.text(alphabet="ab *_\\", max_size=60))
def test_only_marks_go_and_stretches_lie_in_the_text(line: str) -> None:
    found = read_emphasis(line)
    letters = [c for c in line if c not in "*_\\"]
    assert [c for c in found.text if c not in "*_\\"] == letters
    assert len(found.text) == len(line) - len(found.removed)
    assert all(0 <= e.start < e.end <= len(found.text) for e in found.emphasis)
    assert list(found.removed) == sorted(set(found.removed))
