"""The call sheet as a form: front page first, as units expect it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from secondunit.core.form import Form, Panel
from secondunit.core.sheet import Align, Column, Row
from secondunit.film.call_sheet.model import CallSheet, Cited, Named

_FIELDS = (Column(title="", width=34), Column(title="", width=66))
_MISSING = "missing"
MOVE = "Company move to"
"""Before a scene at another location than the one before."""


def call_sheet_form(sheet: CallSheet) -> Form:
    """One day's call sheet."""
    whose = f"{stem(sheet.unit)}-" if sheet.unit else ""
    return Form(
        key=f"call-sheet-{whose}day-{sheet.number:02d}",
        title="Call Sheet",
        production=sheet.production,
        subtitle=f"{sheet.date.text} · {sheet.day.text}",
        panels=(*_head(sheet), *_tables(sheet)),
        status=sheet.status,
        notes=("Times are planned; TO BE FILLED IN stands where only the production knows.",),
    )


def stem(name: str) -> str:
    """A name as part of a file's.

    >>> stem("Second Unit")
    'second-unit'
    """
    return "".join(c if c.isalnum() else "-" for c in name.lower()).strip("-")


def _head(sheet: CallSheet) -> Iterator[Panel]:
    call, *others = sheet.times
    yield Panel(
        title="Crew call",
        columns=(Column(title="", align=Align.CENTRE),),
        rows=(Row(cells=(call.value.text,)),),
        span=4,
        size=22,
    )
    yield Panel(title="Hours", columns=_FIELDS, rows=tuple(map(_named, others)), span=4)
    yield Panel(
        title="Day",
        columns=(Column(title="", align=Align.CENTRE),),
        rows=(Row(cells=(sheet.day.text,)), Row(cells=(sheet.date.text,))),
        span=4,
        size=14,
    )
    yield Panel(
        title="Conditions", columns=_FIELDS, rows=tuple(map(_named, sheet.conditions)), span=6
    )
    yield Panel(
        title="Production", columns=_FIELDS, rows=tuple(map(_named, sheet.versions)), span=6
    )
    if sheet.notes:
        rows = tuple(Row(cells=(note.text,)) for note in sheet.notes)
        yield Panel(title="Notes", columns=(Column(title=""),), rows=rows)


def _tables(sheet: CallSheet) -> Iterator[Panel]:
    yield _places(sheet)
    yield _scenes(sheet)
    yield _cast(sheet)
    if sheet.minors:
        yield _panel(
            "Minors",
            (
                ("Minor", 20),
                ("Age", 12),
                ("Hours allowed", 22),
                ("At work, at most", 22),
                ("Working", 10),
                ("School", 10),
                ("Out by", 13),
                ("Rule", 36),
            ),
            (
                (m.who, m.age, m.span, m.workplace, m.work, m.school, m.out_by, m.rule)
                for m in sheet.minors
            ),
        )
    if sheet.crowd:
        yield _panel(
            "Stand-ins and background",
            (("Who", 44), ("No.", 8), ("Call", 16), ("Scenes", 32)),
            ((each.who, each.count, each.call, each.scenes) for each in sheet.crowd),
        )
    if sheet.departments:
        yield Panel(
            title="Departments",
            columns=(
                Column(title="Department", width=20),
                Column(title="Call", width=10),
                Column(title="What the breakdown asks for", width=90),
            ),
            rows=tuple(
                Row(cells=(each.department.text, each.call.text, wants))
                for each in sheet.departments
                if (
                    wants := " | ".join(
                        f"Sc. {w.scene.text}: {_list(w.wants)}" for w in each.scenes
                    )
                )
            ),
        )
    if sheet.crew:
        yield _panel(
            "Crew",
            (("Department", 26), ("Position", 34), ("Name", 34), ("Call", 14)),
            ((each.department, each.position, each.name, each.call) for each in sheet.crew),
        )
    if sheet.advance:
        yield _advance(sheet)


def _places(sheet: CallSheet) -> Panel:
    return _panel(
        "Locations",
        (
            ("Location", 20),
            ("Address", 26),
            ("Basecamp", 22),
            ("Parking", 22),
            ("Nearest hospital", 30),
        ),
        ((p.location, p.address, p.basecamp, p.parking, p.hospital) for p in sheet.places),
    )


def _scenes(sheet: CallSheet) -> Panel:
    rows: list[Row] = []
    before = ""
    for each in sheet.scenes:
        if before and each.location.text != before:
            rows.append(Row(cells=(f"{MOVE} {each.location.text}",), style="banner"))
        before = each.location.text
        cells = (
            each.scene.text,
            f"{each.set.text}\n{each.synopsis.text}".strip(),
            each.light.text,
            each.pages.text,
            each.cast.text,
            each.location.text,
            each.start.text,
        )
        rows.append(Row(cells=cells, style=each.style))
    rows.append(Row(cells=("", "Total", "", sheet.total.text, "", "", ""), style="total"))
    return Panel(
        title="Scenes",
        columns=(
            Column(title="Sc.", width=8),
            Column(title="Set", width=60),
            Column(title="D/N", width=9),
            Column(title="Pages", width=9, align=Align.RIGHT),
            Column(title="Cast", width=16),
            Column(title="Location", width=22),
            Column(title="Est.", width=14, align=Align.RIGHT),
        ),
        rows=tuple(rows),
    )


def _cast(sheet: CallSheet) -> Panel:
    return Panel(
        title="Cast",
        columns=tuple(
            Column(title=title, width=width)
            for title, width in (
                ("No.", 6),
                ("Character", 22),
                ("Actor", 24),
                ("Status", 9),
                ("Pick-up", 18),
                ("Makeup", 13),
                ("On set", 13),
                ("Remarks", 28),
            )
        ),
        rows=tuple(
            Row(
                cells=(
                    each.number.text,
                    each.character.text,
                    each.actor.text,
                    each.status.text,
                    each.pickup.text,
                    each.makeup.text,
                    each.on_set.text,
                    _list(each.remarks),
                )
            )
            for each in sheet.cast
        )
        or (Row(cells=("–", "no cast is called", *[""] * 6)),),
    )


def _advance(sheet: CallSheet) -> Panel:
    return Panel(
        title="Advance schedule",
        columns=tuple(
            Column(title=title, width=width)
            for title, width in (
                ("Day", 9),
                ("Date", 17),
                ("Call", 12),
                ("Location", 22),
                ("Pages", 8),
                ("Scenes", 56),
                ("Cast", 14),
            )
        ),
        rows=tuple(
            Row(
                cells=(
                    each.day.text,
                    each.date.text,
                    each.call.text,
                    each.locations.text,
                    each.pages.text,
                    "; ".join(scene.text for scene in each.scenes),
                    each.cast.text,
                )
            )
            for each in sheet.advance
        ),
    )


def _panel(
    title: str, columns: Iterable[tuple[str, int]], rows: Iterable[tuple[Cited, ...]]
) -> Panel:
    return Panel(
        title=title,
        columns=tuple(Column(title=name, width=width) for name, width in columns),
        rows=tuple(Row(cells=tuple(cell.text for cell in row)) for row in rows),
    )


def _named(each: Named) -> Row:
    style = _MISSING if each.value.missing else ""
    return Row(cells=(each.label, each.value.text), style=style)


def _list(texts: Iterable[Cited]) -> str:
    return ", ".join(each.text for each in texts)
