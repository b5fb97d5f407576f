from secondunit.film.screenplay.final_draft.paragraph import FdxParagraph
from secondunit.film.screenplay.final_draft.setting import UNSAID


def test_a_paragraph_is_as_long_as_the_words_of_its_runs() -> None:
    paragraph = FdxParagraph(kind="Action", row=1, style=UNSAID, runs=[("The bell ", {}), ("", {})])
    assert paragraph.length == len("The bell ")
