from secondunit.film.screenplay.printed.columns import PageRow
from secondunit.film.screenplay.printed.front import read_front


def page(*rows: tuple[float, float, str]) -> list[PageRow]:
    return [
        PageRow(page=1, left=left, right=left + 7.2 * len(text), top=top, text=text)
        for top, left, text in rows
    ]


COVER = page((300, 260, "Right Ear Home"), (330, 270, "written by"), (360, 270, "A. Writer"))
SCRIPT = page((72, 108, "INT. KITCHEN - DAY"), (96, 108, "Rain."))


def test_a_title_page_is_read_and_counted() -> None:
    front = read_front([COVER, SCRIPT])
    assert [(f.key, f.value) for f in front.fields] == [
        ("Title", "Right Ear Home"),
        ("Credit", "written by"),
        ("Author", "A. Writer"),
    ]
    assert front.pages == 1


def test_a_cast_page_is_kept_whole_and_is_no_scene() -> None:
    titled = page((80, 280, "CAST"), (104, 108, "MINA"), (128, 108, "OREN"))
    front = read_front([COVER, titled, SCRIPT])
    assert (front.fields[-1].key, front.fields[-1].value) == ("Cast", "CAST\nMINA\nOREN")
    assert front.pages == 2


def test_names_with_descriptions_beside_them_are_a_cast_page() -> None:
    pairs = [
        row
        for top, name in ((116, "ALMA"), (140, "VIK"), (164, "ROB"))
        for row in ((top, 68.0, name), (top, 144.0, "Late thirties, and tired."))
    ]
    front = read_front([page((80, 276, "THE GUYS"), *pairs), SCRIPT])
    assert (front.fields[0].key, front.pages) == ("Cast", 1)


def test_a_list_of_sets_is_no_script_though_it_holds_headings() -> None:
    sets = page((80, 280, "SETS"), (104, 108, "INT. KITCHEN"), (128, 108, "EXT. YARD"))
    assert read_front([sets, SCRIPT]).fields[0].key == "Sets"


def test_empty_pages_before_the_script_are_passed_over() -> None:
    assert read_front([COVER, [], [], SCRIPT]).pages == 3


def test_words_at_the_head_of_a_page_are_script() -> None:
    assert read_front([page((72, 108, "This is a story of ears.")), SCRIPT]).pages == 0


def test_the_last_page_is_always_script() -> None:
    assert read_front([COVER]).pages == 0
