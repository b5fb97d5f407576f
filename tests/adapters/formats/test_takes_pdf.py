from dataclasses import replace

import pypdfium2
from tests.adapters.dailies.test_artist import score
from tests.film.generation.scoring.builder import take_of

from secondunit.adapters.dailies.artist import EvidenceArtist
from secondunit.adapters.formats.takes_pdf import FORMAT, plan_pages
from secondunit.film.generation.scoring.model import Aspect, Fault, not_assessed
from secondunit.ports.dailies import SheetShot, SheetTake, TakeSheet

PICTURE = EvidenceArtist().strip([take_of()])
TAKE = SheetTake(
    slate="12A-7",
    headline="person missing",
    facts="comfyui · passes · 48 frames · 0.00 USD",
    pick="",
    hard=True,
    picture=PICTURE,
    scores=(score(Fault.WARDROBE), not_assessed(Aspect.IDENTITY, "no model is set up")),
    overlays=(("wardrobe", PICTURE),),
    note="Look at: identity",
)
SHOT = SheetShot(number="12A", asked="MS · 35 mm", board=None, takes=(TAKE,) * 6)
SHEET = TakeSheet(title="Toy", status="PROPOSED · 3 decisions open", shots=(SHOT,))


def words(pdf: bytes) -> list[str]:
    document = pypdfium2.PdfDocument(pdf)
    found = [page.get_textpage().get_text_range() for page in document]
    document.close()
    return found


def test_every_take_is_on_the_sheet_with_its_scores_and_what_nobody_looked_at() -> None:
    pages = words(FORMAT.write(SHEET))
    assert len(pages) == 2
    assert sum(page.count("12A-7") for page in pages) == 6
    assert "person missing" in pages[0]
    assert "Look at: identity" in pages[0]
    assert "not assessed: no model is set up" in pages[0]
    assert "PROPOSED · 3 decisions open" in pages[1]


def test_a_take_without_a_picture_keeps_its_place_and_an_empty_sheet_its_page() -> None:
    none = replace(SHOT, takes=(replace(TAKE, picture=None, note="moderated; 0.48 charged"),))
    assert "moderated; 0.48 charged" in words(FORMAT.write(replace(SHEET, shots=(none,))))[0]
    assert len(list(plan_pages(()))) == 1
    assert "Takes" in words(FORMAT.write(replace(SHEET, shots=())))[0]


def test_equal_sheets_give_equal_bytes() -> None:
    assert FORMAT.write(SHEET) == FORMAT.write(SHEET)
