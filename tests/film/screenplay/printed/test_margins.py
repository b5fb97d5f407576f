from secondunit.film.screenplay.printed.columns import PageRow
from secondunit.film.screenplay.printed.margins import ScriptRow, strip_margins


def run(page: int, top: float, left: float, text: str) -> PageRow:
    return PageRow(page=page, left=left, right=left + 7.2 * len(text), top=top, text=text)


def script(*extra: PageRow, pages: int = 4) -> list[ScriptRow]:
    runs = list(extra)
    for page in range(1, pages + 1):
        for step in range(20):
            words = f"Page {page} and its row {step} of rain over the old town"
            runs.append(run(page, 84 + 24 * step, 108, words))
    rows, _ = strip_margins(sorted(runs, key=lambda r: (r.page, r.top, r.left)))
    return rows


def texts(*extra: PageRow) -> list[str]:
    return [row.text for row in script(*extra) if "old town" not in row.text]


def test_page_numbers_are_left_out_wherever_they_stand() -> None:
    assert texts(*(run(page, 40, 520, f"{page}.") for page in (1, 2, 3, 4))) == []
    assert texts(*(run(page, 760, 306, f"- {page} -") for page in (1, 2))) == []


def test_a_page_number_in_words_need_not_stand_off_the_script() -> None:
    assert texts(*(run(page, 552, 108, f"Page {page + 3}") for page in (1, 2, 3, 4))) == []
    assert texts(run(2, 552, 108, "Page 7")) == ["Page 7"]


def test_a_sentence_that_stands_at_the_same_place_by_chance_is_script() -> None:
    rows = [run(page, 40, 108, "Mina.") for page in (2, 5, 8)]
    assert [row.text for row in script(*rows, pages=8) if "town" not in row.text] == ["Mina."] * 3


def test_a_number_that_is_said_is_kept() -> None:
    assert texts(run(1, 570, 108, "23")) == ["23"]


def test_a_running_head_is_known_by_standing_on_many_pages() -> None:
    head = [run(page, 40, 108, f"RIGHT EAR HOME  Blue {page}/5/26") for page in (1, 2, 3)]
    assert texts(*head) == []
    assert texts(run(1, 40, 108, "RIGHT EAR HOME")) == ["RIGHT EAR HOME"]


def test_one_page_of_a_revision_says_so_high_up() -> None:
    assert texts(run(2, 40, 108, "RIGHT EAR HOME  Blue Rev. 5/5/26")) == []


def test_a_sentence_with_a_year_in_it_high_up_is_script() -> None:
    assert texts(run(2, 40, 108, "In 1944 it rained.")) == ["In 1944 it rained."]
    assert texts(run(2, 40, 108, "PRAGUE, 1944")) == ["PRAGUE, 1944"]


def test_an_address_that_a_browser_prints_is_no_script() -> None:
    assert texts(run(1, 775, 24, "https://example.org/script"), run(1, 775, 565, "1/4")) == []


def test_a_star_and_a_number_that_touch_the_words_are_taken_off() -> None:
    full = "x" * 50
    assert texts(run(1, 600, 108, f"{full} *")) == [full]
    numbered = [run(1, 600, 54, "7"), run(1, 600, 108, f"INT. {full} 7")]
    assert texts(*numbered) == [f"INT. {full}"]


def test_the_same_name_on_top_of_many_pages_is_a_cue() -> None:
    cues = [run(page, 72, 252, "MINA") for page in (1, 2, 3, 4)]
    said = [run(page, 600, 180, f"It spoke {page}.") for page in (1, 2, 3, 4)]
    assert texts(*cues, *said).count("MINA") == 4


def test_scene_numbers_stay_with_their_row() -> None:
    heading = [
        run(1, 600, 54, "12A"),
        run(1, 600, 108, "INT. YARD - DAY"),
        run(1, 600, 531, "12A"),
    ]
    (row,) = (row for row in script(*heading) if row.number)
    assert (row.number, row.text, row.page) == ("12A", "INT. YARD - DAY", 1)


def test_stars_and_continueds_are_the_printers() -> None:
    starred = [run(1, 600, 108, "He comes."), run(1, 600, 558, "*")]
    continued = [run(2, 600, 54, "12"), run(2, 600, 108, "CONTINUED: (2)")]
    assert texts(*starred, *continued, run(3, 620, 450, "(CONTINUED)")) == ["He comes."]


def test_rows_count_from_the_top_of_their_page() -> None:
    assert [row.place for row in script(pages=2)][18:22] == [1019, 1020, 2001, 2002]


def test_no_words_give_no_rows() -> None:
    assert strip_margins([])[0] == []
