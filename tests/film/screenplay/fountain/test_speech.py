import pytest

from secondunit.film.screenplay.fountain.comments import cut_comments
from secondunit.film.screenplay.fountain.source import read_rows
from secondunit.film.screenplay.fountain.speech import Speech
from secondunit.film.screenplay.fountain.walk import Walk
from secondunit.film.screenplay.model import LineKind
from secondunit.film.screenplay.remarks import Remarks


@pytest.mark.parametrize(
    ("text", "expected", "after"),
    [
        ("One.\nTwo.\n\nThree.", [("dialogue", "One.\nTwo.")], 2),
        ("One.\n  \nTwo.", [("dialogue", "One.\n\nTwo.")], 3),
        ("One.\n  \n\nTwo.", [("dialogue", "One.")], 1),
        ("One.\n!Bang.", [("dialogue", "One.")], 1),
        ("(low)\nOne.", [("parenthetical", "(low)"), ("dialogue", "One.")], 2),
        ("*(low)*\nOne.", [("parenthetical", "(low)"), ("dialogue", "One.")], 2),
        ("(very _low)_\nOne.", [("parenthetical", "(very low)"), ("dialogue", "One.")], 2),
        ("*(low)* One.", [("dialogue", "(low) One.")], 1),
        ("(lower\nstill)\nOne.", [("parenthetical", "(lower\nstill)"), ("dialogue", "One.")], 3),
        ("One.\n~La", [("dialogue", "One."), ("lyric", "La")], 2),
        ("One.\n===\nTwo.", [("dialogue", "One."), ("page-break", ""), ("dialogue", "Two.")], 3),
        ("[[dry]]\nOne.", [("note", "dry"), ("dialogue", "One.")], 2),
        ("*One.*\n[[dry]]", [("dialogue", "One."), ("note", "dry")], 2),
        ("\nOne.", [], 0),
    ],
)
def test_a_speech_is_read_to_its_end(
    text: str, expected: list[tuple[str, str]], after: int
) -> None:
    remarks = Remarks("fountain")
    speech = Speech(Walk(cut_comments(read_rows(text, remarks), remarks), remarks))
    assert speech.read(0) == after
    assert [(line.kind.value, line.text) for line in speech.out] == expected


def test_brackets_within_marks_say_that_the_syntax_calls_them_dialogue() -> None:
    remarks = Remarks("fountain")
    speech = Speech(Walk(cut_comments(read_rows("_(low)_\nOne.", remarks), remarks), remarks))
    speech.read(0)
    (line, _) = speech.out
    assert (line.rule, line.otherwise) == ("house.styled-parenthetical", LineKind.DIALOGUE)
    assert line.confidence < 1
