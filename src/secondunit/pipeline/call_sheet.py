"""Call sheets and diaries from what stands."""

from __future__ import annotations

from dataclasses import dataclass

from secondunit.core.finding import Finding
from secondunit.core.form import Form
from secondunit.core.ids import ItemId
from secondunit.film.breakdown.model import element_id
from secondunit.film.breakdown.tag import STAGE as TAG
from secondunit.film.call_sheet.build import build_call_sheet, check_particulars, find_day
from secondunit.film.call_sheet.diary import Diary, diaries
from secondunit.film.call_sheet.form import call_sheet_form
from secondunit.film.call_sheet.inputs import CallSheetInputs
from secondunit.film.call_sheet.model import CallSheet, Source, SourceKind
from secondunit.film.call_sheet.particulars import FILE, read_particulars
from secondunit.film.call_sheet.prepare import prepared_text
from secondunit.film.schedule.solve import STAGE as SOLVE
from secondunit.pipeline.queries import Standing, State, View
from secondunit.pipeline.schedule_view import schedule_of
from secondunit.ports.records import Draft

_DECIDED = frozenset({State.ACCEPTED, State.AMENDED})


@dataclass(frozen=True, slots=True, kw_only=True)
class DayCalls:
    """Everything that goes out the night before.

    Args:
        sheet: The call sheet with the source of each fact.
        form: As it is printed.
        diaries: The unit's, then each performer's.
        findings: What the production's data file says that the board does not know.
    """

    sheet: CallSheet
    form: Form
    diaries: tuple[Diary, ...]
    findings: tuple[Finding, ...]


def day_calls(view: View, number: int, unit: str = "") -> DayCalls:
    """The call sheet of a shooting day of a unit, the main one where none is named, with its
    diaries.

    Raises:
        InputError: The board has no such day or unit, or a data file cannot be read.
        NotFound: There is no board.
    """
    inputs = call_sheet_inputs(view)
    day = find_day(inputs, number, unit)
    sheet = build_call_sheet(inputs, day)
    made_at, tentative = _board_made(view)
    return DayCalls(
        sheet=sheet,
        form=call_sheet_form(sheet),
        diaries=diaries(inputs, [day], made_at, tentative=tentative),
        findings=check_particulars(inputs),
    )


def all_call_sheets(view: View) -> tuple[Form, ...]:
    """The call sheet of every shooting day, as drafts to plan by.

    Raises:
        InputError: A data file cannot be read.
        NotFound: There is no board.
    """
    inputs = call_sheet_inputs(view)
    days = inputs.schedule.board.days
    return tuple(call_sheet_form(build_call_sheet(inputs, day)) for day in days)


def all_diaries(view: View) -> tuple[Diary, ...]:
    """The unit's diary of the whole board, and each performer's.

    They are stamped with the board's first day, not with the hour they were made: the package of
    an equal production is equal to the byte.

    Raises:
        InputError: A data file cannot be read.
        NotFound: There is no board.
    """
    inputs = call_sheet_inputs(view)
    days = inputs.schedule.board.days
    stamp = f"{days[0].date}T00:00:00Z" if days else view.newest_draft().added_at
    return diaries(inputs, days, stamp, tentative=_board_made(view)[1])


def prepared_particulars(view: View) -> str:
    """The production's data file with the board's locations and cast, to be filled in.

    Raises:
        InputError: A data file cannot be read.
        NotFound: There is no board.
    """
    return prepared_text(view.table(FILE), call_sheet_inputs(view))


def call_sheet_inputs(view: View) -> CallSheetInputs:
    """What call sheets are made from, as it stands.

    Raises:
        InputError: A data file cannot be read.
        NotFound: There is no board.
    """
    draft, row = view.newest_draft(), _board(view)
    return CallSheetInputs(
        schedule=schedule_of(view),
        particulars=read_particulars(view.table(FILE)),
        board=row.item,
        script=_draft_words(view, draft),
        script_ref=draft.source,
        sources=_sources(view),
    )


def _sources(view: View) -> dict[ItemId, Source]:
    """The journal entry behind what was decided, by the id of what stands."""
    found = {}
    for stage in (TAG.key, SOLVE.key):
        for row in view.standing(stage):
            if row.value is None or row.fact is None or row.state not in _DECIDED:
                continue
            known = element_id(row.value) if stage == TAG.key else row.item
            ref = f"journal entry {row.fact.entry}: {row.item}"
            found[known] = Source(kind=SourceKind.FACT, ref=ref)
    return found


def _draft_words(view: View, draft: Draft) -> str:
    """Number and file of a draft, and its newest revision set."""
    data = view.screenplay().data
    sets = data.revisions if data else ()
    color = f" · {sets[-1].name}" if sets else ""
    return f"Draft {draft.number} · {draft.name}{color}"


def _board(view: View) -> Standing:
    """The board in force, as it stands.

    Raises:
        NotFound: There is none.
    """
    board = view.one(SOLVE.key)
    return next(row for row in view.standing(SOLVE.key) if row.value is board)


def _board_made(view: View) -> tuple[str, bool]:
    """When the board in force was made or decided, and whether it is still a proposal.

    Raises:
        NotFound: There is none.
    """
    row = _board(view)
    if row.fact is not None and row.state in _DECIDED:
        return row.fact.at, False
    runs = [run.at for run in view.office.records.runs() if run.stage == SOLVE.key]
    return (runs[-1] if runs else view.newest_draft().added_at), True
