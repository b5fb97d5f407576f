from secondunit.film.screenplay.identify import NO_ID, identify_lines, identify_scenes
from secondunit.film.screenplay.model import Line, LineKind


def line(text: str, kind: LineKind = LineKind.ACTION) -> Line:
    return Line(id=NO_ID, kind=kind, text=text, row=1)


A, B = [line("INT. A - DAY"), line("Dust.")], [line("INT. B - DAY"), line("Dust.")]


def test_a_scene_is_named_by_its_words_and_not_by_its_place() -> None:
    (alone,) = identify_scenes([B])
    assert identify_scenes([A, B])[1] == alone


def test_scenes_that_read_the_same_are_told_apart_by_order() -> None:
    first, second = identify_scenes([A, A])
    assert first != second
    assert identify_scenes([A]) == [first]


def test_what_is_not_printed_does_not_name_a_scene() -> None:
    assert identify_scenes([[*A, line("why?", LineKind.NOTE)]]) == identify_scenes([A])


def test_lines_that_read_the_same_are_told_apart_by_order() -> None:
    ids = [each.id for each in identify_lines("s", [line("Yes."), line("No."), line("Yes.")])]
    assert len(set(ids)) == 3
    assert ids[:2] == [each.id for each in identify_lines("s", [line("Yes."), line("No.")])]


def test_a_line_belongs_to_its_scene() -> None:
    assert identify_lines("s", [line("Yes.")]) != identify_lines("t", [line("Yes.")])
