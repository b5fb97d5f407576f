from secondunit.core.ids import Digest
from secondunit.film.screenplay.fountain.blocks import all_lines, group_blocks
from secondunit.film.screenplay.fountain.reader import read_fountain
from secondunit.film.screenplay.read import read_scenes


def blocks(text: str) -> list[list[str]]:
    script, _ = read_scenes(read_fountain(text, name="t", digest=Digest("d"))[0])
    return [[line.text for line in block] for block in group_blocks(all_lines(script))]


def test_a_speech_is_one_block_with_its_comments_and_page_breaks() -> None:
    text = "WREN\n[[dry]]\n(low)\nOne.\n===\nTwo. [[loud]]\n\nDust.\n\n~La"
    assert blocks(text) == [["WREN", "dry", "(low)", "One.", "", "Two.", "loud"], ["Dust."], ["La"]]


def test_a_comment_belongs_to_the_line_it_was_cut_from_and_else_to_itself() -> None:
    assert blocks("He [[why?]] runs.\n\n[[alone]]\n\nDust.") == [
        ["He runs.", "why?"],
        ["alone"],
        ["Dust."],
    ]


def test_two_speakers_at_once_are_two_blocks() -> None:
    assert blocks("A\nOne.\n\nB ^\nTwo.") == [["A", "One."], ["B", "Two."]]


def test_every_line_is_in_one_block_in_order() -> None:
    text = "# Act\n= They meet.\n\nINT. HALL - DAY\n\nWREN\nNo.\n\nCUT TO:\n"
    assert [words for block in blocks(text) for words in block] == [
        "Act",
        "They meet.",
        "INT. HALL - DAY",
        "WREN",
        "No.",
        "CUT TO:",
    ]
