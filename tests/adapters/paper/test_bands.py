from io import BytesIO

from secondunit.adapters.paper.bands import Drawn, draw_band
from secondunit.adapters.paper.canvas import Pen, open_canvas
from secondunit.adapters.paper.columns import lay_out
from secondunit.adapters.paper.table import set_rows
from secondunit.adapters.paper.theme import shipped_theme
from secondunit.core.sheet import Column, Row, Sheet


def test_a_band_is_drawn_with_its_words_in_the_colour_of_its_style() -> None:
    from pypdfium2 import PdfDocument

    sheet = Sheet(
        key="x",
        title="x",
        production="x",
        subtitle="",
        columns=(Column(title="A"), Column(title="B")),
        rows=(Row(cells=("lantern", "rope"), style="ext-day"),),
    )
    theme, out = shipped_theme(), BytesIO()
    layout = lay_out(sheet, 300)
    (band,) = set_rows(sheet, layout.parts[0], layout.size, theme)
    canvas = open_canvas(out, (320, 100), "x", "x")
    drawn = Drawn(band=band, wide=300, size=layout.size, columns=2)
    draw_band(Pen(canvas=canvas), theme, drawn, 10, 90)
    canvas.showPage()
    canvas.save()
    page = PdfDocument(out.getvalue())[0]
    assert "lantern" in page.get_textpage().get_text_range()
    assert page.render(scale=1).to_pil().convert("RGB").getpixel((200, 15)) == (255, 241, 115)
