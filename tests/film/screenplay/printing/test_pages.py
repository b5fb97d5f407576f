from secondunit.adapters.formats.fountain import FORMAT
from secondunit.film.screenplay.model import Emphasis, Screenplay
from secondunit.film.screenplay.pages.layout import lay_out_script
from secondunit.film.screenplay.pages.locked_pages import lock_pages
from secondunit.film.screenplay.printing.options import (
    A4,
    NumberSides,
    PrintedRevision,
    PrintOptions,
    RevisedWords,
)
from secondunit.film.screenplay.printing.pages import Words, print_pages

SCRIPT = """Title: The Long Rain

INT. HALL - DAY #12A#

Rain *falls* on the old town.

OREN
Two sugars.

MINA ^
It spoke.

OMITTED #13#

ext. yard - day #14#

Rain.
"""
LONG = SCRIPT + "\nRain goes on and on.\n" * 60


def read(text: str = SCRIPT) -> Screenplay:
    script = FORMAT.read(text.encode(), "t.fountain").screenplay
    assert script is not None
    return script


def first(
    text: str = SCRIPT, options: PrintOptions | None = None, page: int = 0
) -> tuple[Words, ...]:
    return print_pages(read(text), options or PrintOptions())[0][page].words


def places(words: tuple[Words, ...], text: str) -> list[float]:
    return [each.left for each in words if each.text == text]


def test_scene_numbers_stand_on_both_sides_and_omitted_scenes_keep_theirs() -> None:
    words = first()
    assert places(words, "12A") == [54.0, 531.4]
    assert places(words, "13") == [54.0, 531.4]
    assert places(words, "OMITTED") == [108.0]


def test_headings_are_in_capitals() -> None:
    assert places(first(), "EXT. YARD - DAY") == [108.0]


def test_two_who_speak_at_once_stand_side_by_side() -> None:
    left, right = (next(w for w in first() if w.text == said) for said in ("OREN", "MINA"))
    assert left.foot == right.foot
    assert right.left - left.left > 200


def test_emphasis_lies_on_its_words() -> None:
    row = next(w for w in first() if w.text.startswith("Rain falls"))
    assert row.emphasis == (Emphasis(start=5, end=10, style="italic"),)


def test_the_first_page_has_no_number_and_the_second_a_full_stop() -> None:
    assert not places(first(LONG), "1.")
    assert places(first(LONG, page=1), "2.") == [522 - 2 * 7.2]


def test_a_revision_is_named_with_its_date_and_starred() -> None:
    line = read().scenes[0].lines[1]
    revision = PrintedRevision(
        name="Blue Rev.",
        date="5 May 2026",
        words=(RevisedWords(line=line.id, start=0, end=4),),
    )
    words = first(options=PrintOptions(revision=revision))
    assert words[0].text == "THE LONG RAIN   Blue Rev. (5 May 2026)"
    (star,) = (w for w in words if w.text == "*")
    row = next(w for w in words if w.text.startswith("Rain falls"))
    assert (star.left, star.foot) == (7.75 * 72, row.foot)


def test_pages_that_a_revision_did_not_change_do_not_name_it() -> None:
    revision = PrintedRevision(name="Blue Rev.", pages=frozenset({"2"}))
    pages = [first(LONG, PrintOptions(revision=revision), page=page) for page in (1, 2)]
    assert [words[0].text for words in pages] == ["THE LONG RAIN   Blue Rev.", "3."]


def test_a_long_title_makes_room_for_the_page_number() -> None:
    revision = PrintedRevision(name="2nd Goldenrod Rev.", date="5 May 2026")
    text = LONG.replace("The Long Rain", "The Rain " * 12)
    words = first(text, PrintOptions(revision=revision), page=1)
    assert words[0].left + 7.2 * len(words[0].text) < words[1].left


def test_locked_pages_keep_their_numbers_and_new_ones_are_lettered() -> None:
    old = read(LONG)
    locks = lock_pages(old, lay_out_script(old))
    longer = LONG.replace("Two sugars.", "Two sugars, and more.\n\n" + "Rain again.\n\n" * 20, 1)
    pages, _ = print_pages(read(longer), PrintOptions(locks=locks))
    assert [page.label for page in pages][:3] == ["1", "1A", "2"]
    assert pages[1].words[0].text == "1A."


def test_only_the_changed_pages_may_be_printed() -> None:
    pages, _ = print_pages(read(LONG), PrintOptions(pages=frozenset({"2"})))
    assert [page.label for page in pages] == ["2"]
    assert pages[0].words[0].text == "2."


def test_a_speaker_who_goes_on_after_action_may_be_marked() -> None:
    text = "INT. HALL - DAY\n\nMINA\nRain.\n\nRain.\n\nMINA\nRain.\n"
    assert not places(first(text), "MINA (CONT'D)")
    assert places(first(text, PrintOptions(marks_continued=True)), "MINA (CONT'D)") == [252.0]


def test_a_scene_that_goes_on_says_so_at_the_foot_and_at_the_head() -> None:
    options = PrintOptions(continueds=True)
    assert places(first(LONG, options), "(CONTINUED)")
    assert places(first(LONG, options, page=1), "CONTINUED:") == [108.0]
    assert places(first(LONG, options, page=2), "CONTINUED: (2)") == [108.0]


def test_numbers_may_be_left_out() -> None:
    assert not places(first(options=PrintOptions(sides=NumberSides.NONE)), "12A")


def test_a_number_stands_clear_of_a_heading_that_fills_its_row() -> None:
    heading = "INT. " + "A" * 50 + " - DAY"
    words = first(f"{heading} #7#\n\nRain.\n")
    assert places(words, "7")[1] >= 108 + 7.2 * (len(heading) + 1)


def test_the_paper_may_be_another_than_the_script_says() -> None:
    pages, paper = print_pages(read(LONG), PrintOptions(paper=A4))
    assert paper == A4
    assert len(pages) <= len(print_pages(read(LONG), PrintOptions())[0])
