from dataclasses import replace
from pathlib import Path

import pytest
from tests.pipeline.builder import MATRIX, make_office, make_view
from tests.pipeline.stand_ins import make_press
from tests.pipeline.test_decide import rule
from tests.pipeline.test_run import run, word_entry

from secondunit.core.decision import Verdict
from secondunit.core.errors import MediaMissing
from secondunit.core.ids import digest_bytes, read_json
from secondunit.core.sheet import Column, Row, Sheet
from secondunit.core.stage import MediaRef
from secondunit.pipeline.decide import Ruling, Selection, decide
from secondunit.pipeline.desk import Desk, Document, status_of
from secondunit.pipeline.queries import View

WORDS = ("toy.word",)
SHEET = Sheet(
    key="words",
    title="Words",
    production="Toy",
    subtitle="",
    columns=(Column(title="Word"),),
    rows=(Row(cells=("bell",)),),
)


@pytest.fixture
def view(tmp_path: Path) -> View:
    return make_view(make_office(tmp_path))


def _desk(view: View, tmp_path: Path, watermark: str = "") -> Desk:
    return Desk(view=view, press=make_press(tmp_path / "package"), watermark=watermark)


def _sheets(desk: Desk) -> list[Document]:
    formats = [desk.press.pdf, desk.press.csv]
    return list(desk.sheets("toy.word", "1-words/words", [SHEET], formats))


def test_a_sheet_goes_out_once_in_each_format_under_its_suffix(view: View, tmp_path: Path) -> None:
    made = _sheets(_desk(view, tmp_path))
    assert [document.path for document in made] == ["1-words/words.pdf", "1-words/words.csv"]
    assert len({document.key for document in made}) == 2


def test_a_watermark_is_on_the_sheet_and_makes_it_another_document(
    view: View, tmp_path: Path
) -> None:
    plain, marked = _sheets(_desk(view, tmp_path))[0], _sheets(_desk(view, tmp_path, "DRAFT"))[0]
    assert plain.key != marked.key
    (sheet,) = read_json(marked.make(), tuple[Sheet, ...])
    assert sheet == replace(SHEET, watermark="DRAFT")


def test_equal_content_has_an_equal_key_and_any_change_another(view: View, tmp_path: Path) -> None:
    desk = _desk(view, tmp_path)

    def key(sheet: Sheet) -> str:
        return next(desk.sheets("toy.word", "words", [sheet], [desk.press.pdf])).key

    assert key(SHEET) == key(replace(SHEET))
    assert key(SHEET) != key(replace(SHEET, status="APPROVED"))


def test_kept_bytes_go_out_as_they_are_and_are_named_by_their_hash(
    view: View, tmp_path: Path
) -> None:
    kept = view.office.media.store_media(b"a panel", "image/png", "1A.png")
    document = _desk(view, tmp_path).media("toy.word", "panels/1A.png", kept)
    assert document.make() == b"a panel"
    assert (document.key, document.media_type) == (digest_bytes(b"a panel"), "image/png")


def test_bytes_that_are_lost_are_missed_when_they_are_wanted(view: View, tmp_path: Path) -> None:
    lost = MediaRef(digest=digest_bytes(b"x"), media_type="image/png", byte_count=1, name="x")
    document = _desk(view, tmp_path).media("toy.word", "panels/x.png", lost)
    with pytest.raises(MediaMissing):
        document.make()


def test_a_page_says_how_many_decisions_it_waits_for(view: View) -> None:
    run(view, word_entry("bell", "rope"))
    assert status_of(view, WORDS) == "PROPOSED · 2 decisions open"
    rule(view, "accept", Selection(stage="toy.word", matching="bell"))
    assert status_of(view, WORDS) == "PROPOSED · 1 decision open"


def test_when_all_is_decided_it_says_who_decided_each_once(view: View) -> None:
    run(view, word_entry("bell", "rope"))
    rule(view, "accept", Selection(stage="toy.word", matching="bell"))
    rule(view, "reject", Selection(stage="toy.word"), reason="cut")
    assert status_of(view, WORDS) == "APPROVED · Ana Ruiz (writer)"


def test_who_decided_only_on_what_is_gone_did_not_approve_the_page(view: View) -> None:
    run(view, word_entry("bell"))
    rule(view, "accept", Selection(stage="toy.word"))
    run(view, word_entry("rope"))
    ruling = Ruling(verdict=Verdict.ACCEPT, by="Bo Lind", role="writer")
    decide(view, MATRIX, view.open_items(WORDS), ruling)
    assert status_of(view, WORDS) == "APPROVED · Bo Lind (writer)"


def test_a_stage_with_nothing_on_it_is_neither_proposed_nor_approved(view: View) -> None:
    assert status_of(view, WORDS) == ""


def test_a_changed_item_makes_an_approved_page_proposed_again(view: View) -> None:
    run(view, word_entry("bell"))
    rule(view, "accept", Selection(stage="toy.word"))
    run(view, word_entry("bell tolls"))
    assert status_of(view, WORDS) == "PROPOSED · 1 decision open"
