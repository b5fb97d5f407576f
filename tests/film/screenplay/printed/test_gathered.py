from secondunit.film.screenplay.model import Emphasis, LineKind
from secondunit.film.screenplay.printed.columns import PageRow
from secondunit.film.screenplay.printed.gathered import Gathered


def run(text: str, top: float = 100, *emphasis: Emphasis, page: int = 1) -> PageRow:
    return PageRow(
        page=page, left=108, right=108 + 7.2 * len(text), top=top, text=text, emphasis=emphasis
    )


def gather(*rows: PageRow, kind: LineKind = LineKind.ACTION) -> Gathered:
    line = Gathered(kind, rows[:1], 1001, rule="pdf.column", confidence=0.98)
    for row in rows[1:]:
        line.add((row,))
    return line


def test_rows_become_one_text_and_one_box() -> None:
    line = gather(run("Rain on the old"), run("town.", 112)).close()
    assert line.text == "Rain on the old town."
    assert line.spot is not None
    assert (line.spot.page, line.spot.box) == (1, (108, 90.6, 216, 114.6))


def test_the_box_is_that_of_the_first_page() -> None:
    line = gather(run("Rain"), run("a long way further", 72, page=2)).close()
    assert line.spot is not None
    assert line.spot.box == (108, 90.6, 136.8, 102.6)


def test_a_hyphen_at_the_end_of_a_row_takes_no_space() -> None:
    assert gather(run("soon-to-be-"), run("born")).text == "soon-to-be-born"
    assert gather(run("waits -"), run("still")).text == "waits - still"


def test_a_style_that_goes_on_in_the_next_row_is_one_stretch() -> None:
    styled = Emphasis(start=5, end=9, style="italic"), Emphasis(start=0, end=4, style="italic")
    line = gather(run("It is very", 100, styled[0]), run("late", 112)).close()
    assert line.emphasis == (styled[0],)
    both = gather(
        run("It is", 100, Emphasis(start=3, end=5, style="bold")),
        run("late", 112, Emphasis(start=0, end=4, style="bold")),
    )
    assert both.close().emphasis == (Emphasis(start=3, end=10, style="bold"),)


def test_a_style_of_the_house_says_nothing() -> None:
    bold = Emphasis(start=0, end=4, style="bold")
    line = gather(run("INT.", 100, bold), kind=LineKind.HEADING)
    assert line.close(frozenset({"bold"})).emphasis == ()


def test_a_cue_is_parted_from_its_extension() -> None:
    line = gather(run("MINA (V.O.)"), kind=LineKind.CUE).close()
    assert (line.text, line.extension) == ("MINA", "V.O.")


def test_a_number_cut_from_the_front_moves_the_styles() -> None:
    line = gather(run("12 INT. HALL", 100, Emphasis(start=0, end=12, style="bold")))
    line.replace_text("INT. HALL")
    assert line.close().emphasis == (Emphasis(start=0, end=9, style="bold"),)


def test_the_least_sure_row_decides() -> None:
    line = gather(run("Rain."))
    line.add((run("Town.", 112),), 0.8)
    assert line.close().confidence == 0.8
