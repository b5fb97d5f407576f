from pypdfium2 import PdfDocument

from secondunit.adapters.formats.stripboard_pdf import FORMAT, cut_board, panel_height
from secondunit.film.schedule.reports.stripboard import Bar, Strip, StripBoard


def strip(number: int, style: str = "int-day") -> Strip:
    return Strip(
        style=style,
        scene=str(number),
        inside="INT",
        set="KITCHEN",
        synopsis="Toast.",
        light="Day",
        pages="1/8",
        cast=", ".join(map(str, range(1, 40))),
        location="HOUSE",
    )


END = Bar(style="day-break", text="Mon 4 Jan 2027", left="End of Day 1", right="1 page")


def board(*rows: Strip | Bar) -> StripBoard:
    cast = tuple((str(n), f"ROLE {n}") for n in range(1, 47))
    return StripBoard(production="Toast", subtitle="1 day", status="PROPOSED", cast=cast, rows=rows)


def test_every_strip_is_printed_and_the_header_panel_names_the_cast() -> None:
    data = FORMAT.write(board(*(strip(n) for n in range(100, 180)), END))
    pages = [page.get_textpage().get_text_range() for page in PdfDocument(data)]
    words = "\n".join(pages)
    assert all(str(number) in words for number in range(100, 180))
    assert "ROLE 46" in pages[0]
    assert "INT NIGHT" in pages[0]
    assert "ROLE 46" not in pages[1]
    assert all("Stripboard" in page and "PROPOSED" in page for page in pages)


def test_the_end_of_a_day_stays_with_its_last_strip() -> None:
    rows = [row for n in range(30) for row in (strip(n), END)]
    pages = cut_board(board(*rows), 200)
    assert all(not isinstance(page[0], Bar) for page in pages)
    assert sum(len(page) for page in pages) == 60


def test_a_banner_stays_with_the_strip_under_it() -> None:
    banner = Bar(style="banner", text="Company move")
    pages = cut_board(board(*[row for n in range(30) for row in (banner, strip(n))]), 200)
    assert all(isinstance(page[-1], Strip) for page in pages)


def test_a_large_cast_makes_a_higher_panel() -> None:
    assert panel_height(board()) > panel_height(
        StripBoard(production="", subtitle="", status="", cast=(("1", "A"),), rows=())
    )


def test_strips_have_the_colour_of_their_style() -> None:
    page = PdfDocument(FORMAT.write(board(strip(1, "ext-night"), END)))[0]
    colors = page.render(scale=1).to_pil().convert("RGB").getcolors(100_000)
    assert any(color == (154, 212, 154) and count > 3000 for count, color in colors)
    assert FORMAT.write(board(END)) == FORMAT.write(board(END))
