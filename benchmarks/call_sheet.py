"""Call sheets: how long one takes, whether each fact has a source, whether any date is stale.

Run: ``python -m benchmarks.call_sheet``. It makes the board of the 120-page script, then the call
sheet of every day of it as a person would, from opening the production to the PDF; then the same
board two years later, to look for dates of the old one. Without the material it takes the worked
production.
"""

from __future__ import annotations

import datetime
import json
import tempfile
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from secondunit.bootstrap.productions import open_studio
from secondunit.core.form import Form
from secondunit.core.ids import canonical_json
from secondunit.film.call_sheet.build import build_call_sheet
from secondunit.film.call_sheet.form import MOVE, call_sheet_form
from secondunit.film.call_sheet.inputs import CallSheetInputs
from secondunit.film.call_sheet.model import CallSheet, Cited
from secondunit.film.schedule.model import ShootDay
from secondunit.pipeline.call_sheet import call_sheet_inputs, day_calls

ROOT = Path(__file__).parents[1]
FEATURE = ROOT.parent / "shared" / "material" / "screenplay" / "big-fish" / "source.fountain"
WORKED = ROOT / "examples" / "right-ear-home.fountain"
_JOINS = " \n,;:|"
_WORDS = ("Sc.", "Total", MOVE)
"""Words of the form itself between facts."""


def rows() -> list[tuple[str, str, str]]:
    """What, measured, bar."""
    from benchmarks.__main__ import produce, waited

    script = FEATURE if FEATURE.is_file() else WORKED
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / "p"
        produce(script, out, "--through", "schedule")
        pdf = str(Path(folder) / "day.pdf")
        options = ("--out", str(out), "--pdf", pdf, "--ics", folder)
        command = min(waited("callsheet", "1", *options) for _ in range(3))
        inputs = call_sheet_inputs(open_studio(out).view)
        days = inputs.schedule.board.days
        spent = [_seconds(out, day) for day in days]
        sheets = [build_call_sheet(inputs, day) for day in days]
        facts = [each for sheet in sheets for each in _cited(sheet)]
        silent = sum(not each.source.ref for each in facts)
        loose = sum(len(_untraced(sheet)) for sheet in sheets)
        stale = sum(_stale(inputs, day) for day in days)
        return [
            ("call sheet: the command, PDF and calendars, least of 3", f"{command:.1f} s", "< 2 s"),
            (
                f"  every day of {len(days)}, opened anew: mean, slowest",
                f"{sum(spent) / len(spent):.2f}, {max(spent):.2f} s",
                "< 2 s",
            ),
            ("  printed facts without a source", f"{silent} of {len(facts):,}", "0"),
            ("  printed words that are no cited fact", f"{loose}", "0"),
            ("  dates of the old board after the start moves", f"{stale}", "0"),
        ]


def _seconds(out: Path, day: ShootDay) -> float:
    began = time.perf_counter()
    studio = open_studio(out)
    made = day_calls(studio.view, day.number)
    studio.press.form.write([made.form])
    for diary in made.diaries:
        studio.press.diary.write(diary)
    return time.perf_counter() - began


def _cited(value: object) -> Iterator[Cited]:
    if isinstance(value, Cited):
        yield value
    elif isinstance(value, tuple):
        for each in value:
            yield from _cited(each)
    elif hasattr(value, "__slots__"):
        for name in value.__slots__:
            yield from _cited(getattr(value, name))


def _untraced(sheet: CallSheet) -> list[str]:
    """Cells of the printed form that are not made of cited facts and labels alone."""
    labels = {row.label for row in (*sheet.times, *sheet.versions, *sheet.conditions)}
    texts = sorted({each.text for each in _cited(sheet) if each.text}, key=len, reverse=True)
    return [cell for cell in _cells(call_sheet_form(sheet)) if not _made_of(cell, labels, texts)]


def _cells(form: Form) -> Iterator[str]:
    for panel in form.panels:
        for row in panel.rows:
            yield from row.cells


def _made_of(cell: str, labels: set[str], texts: list[str]) -> bool:
    if cell in labels:
        return True
    for text in (*texts, *_WORDS):
        cell = cell.replace(text, "")
    return not cell.strip(_JOINS)


def _stale(inputs: CallSheetInputs, day: ShootDay) -> int:
    """Dates of the old board that a sheet of the same board two years later still prints."""
    board = inputs.schedule.board
    moved = tuple(replace(each, date=_later(each.date)) for each in board.days)
    schedule = replace(inputs.schedule, board=replace(board, days=moved))
    later = next(each for each in moved if each.number == day.number)
    text = json.dumps(
        json.loads(canonical_json(build_call_sheet(replace(inputs, schedule=schedule), later)))
    )
    years = {each.date[:4] for each in board.days} - {each.date[:4] for each in moved}
    return sum(text.count(each.date) for each in board.days) + sum(
        text.count(f" {year}") for year in years
    )


def _later(date: str) -> str:
    return (datetime.date.fromisoformat(date) + datetime.timedelta(weeks=104)).isoformat()


def main() -> None:
    for what, measured, bar in rows():
        print(f"{what:<58} {measured:>28}   {bar}")


if __name__ == "__main__":
    main()
