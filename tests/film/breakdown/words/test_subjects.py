import pytest
from tests.film.breakdown.words.lines import english

from secondunit.film.breakdown.words.subjects import Kind, object_of, subject


@pytest.mark.parametrize(
    ("text", "verb", "kind"),
    [
        ("Mina falls.", "falls", Kind.PERSON),
        ("She runs and falls.", "falls", Kind.PERSON),
        ("A man in a coat falls.", "falls", Kind.PERSON),
        ("The rain falls.", "falls", Kind.THING),
        ("A truck rolls.", "rolls", Kind.VEHICLE),
        ("The horse rears.", "rears", Kind.ANIMAL),
        ("Quiet. Falls.", "Falls", Kind.NOBODY),
    ],
)
def test_who_does_it_is_looked_for_before_the_verb(text: str, verb: str, kind: Kind) -> None:
    line = english(text)
    index = next(n for n, word in enumerate(line.words) if word.text == verb)
    assert subject(line, index)[0] is kind


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("He kicks Mina.", Kind.PERSON),
        ("He kicks the ball.", Kind.THING),
        ("He kicks her ball.", Kind.THING),
        ("He kicks at Mina.", Kind.NOBODY),
    ],
)
def test_whom_it_is_done_to_stands_close_behind(text: str, kind: Kind) -> None:
    assert object_of(english(text), 1)[0] is kind
