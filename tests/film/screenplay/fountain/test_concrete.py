from hypothesis import given
from hypothesis import strategies as st

from secondunit.core.ids import Digest
from secondunit.film.screenplay.fountain.concrete import read_nodes
from secondunit.film.screenplay.fountain.reader import read_fountain


def nodes(text: str) -> list[tuple[str, str]]:
    data = text.encode()
    mark = 3 if text.startswith("\ufeff") else 0
    raw, _ = read_fountain(text, name="t", digest=Digest("d"))
    return [
        (node.kind, data[node.start : node.end].decode())
        for node in read_nodes(raw, len(data), mark)
    ]


def test_every_byte_has_its_node() -> None:
    text = "\ufeffTitle: Ear\n\nINT. CAFÉ - DAY #1#\n\n\tHe [[why?]] runs.\n\nWREN\nNo.\n"
    assert nodes(text) == [
        ("mark", "\ufeff"),
        ("title-page", "Title: Ear"),
        ("blank", "\n\n"),
        ("heading", "INT. CAFÉ - DAY #1#"),
        ("blank", "\n\n"),
        ("action", "\tHe "),
        ("note", "[[why?]]"),
        ("action", " runs."),
        ("blank", "\n\n"),
        ("cue", "WREN"),
        ("blank", "\n"),
        ("dialogue", "No."),
        ("blank", "\n"),
    ]


def test_a_comment_over_rows_joins_the_rows_it_parts() -> None:
    assert nodes("He /* a\nb */ runs.\n[[c]]\n") == [
        ("action", "He "),
        ("boneyard", "/* a\nb */"),
        ("action", " runs."),
        ("blank", "\n"),
        ("note", "[[c]]"),
        ("blank", "\n"),
    ]


@given(
    st.lists(
        st.sampled_from(
            [
                "INT. A - DAY",
                "WREN",
                "No. é",
                "[[a",
                "b]]",
                "/*",
                "*/ x",
                "",
                "  ",
                "Title: B",
                "# S",
                "= s",
                "~la",
                "> c <",
                "===",
                "(x)",
                "B ^",
                "e\u0301\u200b[[n]]",
            ]
        ),
        max_size=14,
    ),
    st.sampled_from(["\n", "\r\n", "\u2028"]),
)
def test_nodes_follow_one_another_over_any_file(rows: list[str], end: str) -> None:
    text = end.join(rows)
    assert "".join(said for _, said in nodes(text)) == text
