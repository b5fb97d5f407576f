import io
import re
from dataclasses import replace

from PIL import Image

from secondunit.adapters.formats.report_html import FORMAT
from secondunit.core.finding import Finding, Severity
from secondunit.core.ids import Digest
from secondunit.core.money import Paid
from secondunit.film.delivery.model import (
    DecisionRow,
    Figure,
    ManifestEntry,
    ProductionReport,
    ProviderRow,
    SceneCard,
    StageRow,
)


def _picture() -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (960, 540), (180, 170, 160)).save(out, "PNG")
    return out.getvalue()


REPORT = ProductionReport(
    title="Right <Ear> Home",
    draft=True,
    made_at="2026-11-25T10:07:31Z",
    made_by="Kim Oduya",
    script="Draft 1, right-ear-home.fountain",
    figures=(Figure(name="Shooting days", value="5", note="2027-01-04 to 2027-01-08"),),
    stages=(
        StageRow(
            stage="breakdown.tag",
            title="Breakdown",
            proposed=6,
            accepted=2,
            amended=1,
            rejected=1,
            stale=0,
            gone=0,
            behind=True,
            required=True,
            signers=("1st Assistant Director",),
            runs=1,
            milliseconds=1500,
            cost=Paid(),
        ),
    ),
    decisions=(
        DecisionRow(
            at="2026-11-25T09:00:00Z",
            by="Ana Ruiz",
            role="1st Assistant Director",
            stage="Breakdown",
            verdict="accept",
            count=5,
            items=("Sc. 1 · Props · nail", "Sc. 2 · Props · rope"),
            reason="",
        ),
    ),
    missing=("Breakdown: 6 decisions open, signed by 1st Assistant Director",),
    open_items=(("Breakdown", "Sc. 3 · Props · marmalade"),),
    open_count=6,
    findings=(
        Finding(severity=Severity.WARNING, rule="r", where="line 3", message="odd", remedy="look"),
    ),
    scenes=(
        SceneCard(
            number="1",
            heading="EXT. CAUSEWAY - DAWN",
            pages="4/8",
            shots=6,
            day="Day 2, 2027-01-05",
            cast=("DES", "MINA"),
            picture=_picture(),
            picture_type="image/png",
        ),
        SceneCard(
            number="2",
            heading="INT. NET LOFT - NIGHT",
            pages="1",
            shots=0,
            day="",
            cast=(),
            picture=b"",
            picture_type="",
        ),
    ),
    providers=(
        ProviderRow(
            provider="previs",
            version="1",
            work="6 × takes",
            left_the_machine=False,
            trains_on_inputs=False,
            cost=Paid(),
            milliseconds=900,
        ),
    ),
    files=(
        ManifestEntry(
            path="3-schedule/stripboard.pdf",
            digest=Digest("ab" * 32),
            byte_count=2_500_000,
            media_type="application/pdf",
            stage="schedule.solve",
        ),
    ),
    journal_length=5,
    journal_head=Digest("cd" * 32),
)


def test_a_title_with_markup_in_it_stays_text() -> None:
    page = FORMAT.write(REPORT).decode()
    assert "Right &lt;Ear&gt; Home" in page
    assert "<Ear>" not in page


def test_the_page_needs_nothing_but_itself() -> None:
    page = FORMAT.write(REPORT).decode()
    outside = re.findall(r'(?:src|href)="(?!data:)([^"]+)"|url\("(?!data:)', page)
    assert outside == ["3-schedule/stripboard.pdf"]
    assert "<script" not in page
    assert page.count('src="data:image/jpeg;base64,') == 1


def test_a_draft_is_marked_and_a_final_package_is_not() -> None:
    assert "DRAFT" in FORMAT.write(REPORT).decode()
    final = FORMAT.write(replace(REPORT, draft=False, missing=())).decode()
    assert "DRAFT" not in final
    assert "SIGNED OFF" in final


def test_who_decided_what_and_what_is_open_can_be_read() -> None:
    page = FORMAT.write(REPORT).decode()
    for words in ("Ana Ruiz", "and 3 more", "Open: 6 decisions", "and 5 more", "2.5 MB", "behind"):
        assert words in page
    assert "1 person decided" in re.sub(r"\s+", " ", page)


def test_equal_reports_give_equal_bytes() -> None:
    assert FORMAT.write(REPORT) == FORMAT.write(replace(REPORT))
