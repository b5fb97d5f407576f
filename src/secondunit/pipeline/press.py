"""The press: formats that documents go out in, and the folder they go to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from secondunit.core.form import Form
from secondunit.film.call_sheet.diary import Diary
from secondunit.film.cut.model import CutDocument
from secondunit.film.delivery.model import ProductionReport
from secondunit.film.localisation.model import DialogueList
from secondunit.film.schedule.reports.stripboard import StripBoard
from secondunit.ports.documents import BudgetBook, Storyboard
from secondunit.ports.formats import DocumentFormat, SheetFormat
from secondunit.ports.outbox import Outbox


@dataclass(frozen=True, slots=True, kw_only=True)
class Press:
    """Everything documents are made with.

    Args:
        pdf: Sheets on paper.
        csv: Sheets as data.
        xlsx: Sheets as a workbook.
        storyboard: Panels on paper.
        cut: The cut for an editing system.
        timed_text: Subtitles, one format each.
        report: The production report.
        form: Forms on paper.
        stripboard: The board on paper, strip by strip.
        diary: Calls for a calendar.
        html: Sheets for a browser.
        form_html: Forms for a browser.
        outbox: Where files go.
        budget: A budget as a workbook that reckons.
    """

    pdf: SheetFormat
    csv: SheetFormat
    xlsx: SheetFormat
    storyboard: DocumentFormat[Storyboard]
    cut: DocumentFormat[CutDocument]
    timed_text: tuple[DocumentFormat[DialogueList], ...]
    report: DocumentFormat[ProductionReport]
    form: DocumentFormat[Sequence[Form]]
    stripboard: DocumentFormat[StripBoard]
    diary: DocumentFormat[Diary]
    html: SheetFormat
    form_html: DocumentFormat[Sequence[Form]]
    outbox: Outbox
    budget: DocumentFormat[BudgetBook]
