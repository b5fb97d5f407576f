"""Write a Universal Schedule Standard file, into one that is there or anew.

What another program wrote is kept: an object that did not change keeps every key and value, one
that did keeps all but the values that changed, and keys we know nothing of are never touched.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from typing import Any, TypeVar

from secondunit import __version__
from secondunit.adapters.formats.uss.fields import spelling
from secondunit.adapters.formats.uss.reading import ROOT, load, read_plan
from secondunit.film.schedule.exchange.model import (
    PlanBoard,
    PlanCalendar,
    PlanCategory,
    PlanElement,
    PlanEvent,
    PlanFile,
    PlanSheet,
    PlanStrips,
)

Keyed = TypeVar("Keyed", PlanBoard, PlanCalendar, PlanCategory, PlanElement, PlanSheet)
Raw = dict[str, Any]


def write_plan(plan: PlanFile, source: bytes | None = None) -> bytes:
    """Write a plan.

    Args:
        plan: What is to be written.
        source: A plan file to change rather than write anew; an unchanged plan gives its bytes.

    Raises:
        InputError: The source is no plan file.
    """
    if source is None:
        document: Raw = {ROOT: _whole(plan)}
        return _print(document, 2)
    before = read_plan(source, "the source")
    if plan == before:
        return source
    document = load(source, "the source")
    _change(document[ROOT], before, plan)
    return _print(document, _indent(source))


def _print(document: Raw, indent: int | None) -> bytes:
    return (json.dumps(document, ensure_ascii=False, indent=indent) + "\n").encode()


def _indent(source: bytes) -> int | None:
    """Spaces by which the file sets its members in; None when it is written in one line."""
    second = source.partition(b"\n")[2]
    return len(second) - len(second.lstrip(b" ")) if second.strip() else None


def _whole(plan: PlanFile) -> Raw:
    return {
        "id": plan.key,
        "author": None,
        "company": None,
        "description": None,
        "episode": None,
        "episodeName": None,
        "schedColor": None,
        "schedDate": None,
        "season": None,
        "source": f"Second Unit {__version__}",
        "ussVersion": "1.0.0",
        **_head(plan),
        "breakdowns": [_sheet(each, plan.created) for each in plan.sheets],
        "categories": [_category(each, plan.created) for each in plan.categories],
        "elements": [_element(each, plan.created) for each in plan.elements],
        "stripboards": [_board(each) for each in plan.boards],
        "calendars": [_calendar(each) for each in plan.calendars],
    }


def _change(raw: Raw, before: PlanFile, after: PlanFile) -> None:
    _update(raw, _head(before), _head(after))
    made = after.created
    _merge(raw, "breakdowns", before.sheets, after.sheets, lambda each: _sheet(each, made))
    _merge(
        raw, "categories", before.categories, after.categories, lambda each: _category(each, made)
    )
    _merge(raw, "elements", before.elements, after.elements, lambda each: _element(each, made))
    _merge(raw, "stripboards", before.boards, after.boards, _board)
    _merge(raw, "calendars", before.calendars, after.calendars, _calendar)


def _merge(
    raw: Raw,
    key: str,
    before: Sequence[Keyed],
    after: Sequence[Keyed],
    write: Callable[[Keyed], Raw],
) -> None:
    if before == after:
        return
    old = {each.key: each for each in before}
    there = {each["id"]: each for each in raw.get(key) or ()}
    merged = []
    for each in after:
        known = old.get(each.key)
        if known is None:
            merged.append(write(each))
            continue
        _update(there[each.key], write(known), write(each))
        merged.append(there[each.key])
    raw[key] = merged


def _update(raw: Raw, before: Raw, after: Raw) -> None:
    for key, value in after.items():
        if before[key] != value:
            raw[spelling(raw, key)] = value


def _head(plan: PlanFile) -> Raw:
    return {
        "name": plan.name,
        "project": plan.project or None,
        "created": plan.created,
        "scriptColor": plan.script_color or None,
        "scriptDate": _date(plan.script_date),
    }


def _sheet(sheet: PlanSheet, created: str) -> Raw:
    return {
        "id": sheet.key,
        "bannerText": sheet.banner or None,
        "comments": sheet.comments or None,
        "created": created,
        "description": sheet.synopsis or None,
        "elements": list(sheet.elements),
        "pages": None if sheet.eighths is None else sheet.eighths / 8,
        "scene": sheet.scene or None,
        "scriptPage": sheet.page or None,
        "duration": None if sheet.minutes is None else sheet.minutes * 60_000,
        "type": "banner" if sheet.is_banner else "scene",
    }


def _category(category: PlanCategory, created: str) -> Raw:
    return {
        "id": category.key,
        "created": created,
        "name": category.name,
        "ucid": category.number,
    }


def _element(element: PlanElement, created: str) -> Raw:
    return {
        "id": element.key,
        "category": element.category,
        "created": created,
        "daysOff": _weekdays(element.days_off),
        "dropDayCount": element.drop_days,
        "elementId": element.board_id or None,
        "events": [_event(each) for each in element.events],
        "isDood": element.is_counted,
        "isDrop": element.is_dropped,
        "isHold": element.is_held,
        "isIdLock": element.is_id_locked,
        "linkedElements": list(element.linked),
        "name": element.name,
    }


def _board(board: PlanBoard) -> Raw:
    return {
        "id": board.key,
        "boards": [_strips(each) for each in board.strips],
        "calendar": board.calendar or None,
        "name": board.name,
    }


def _strips(strips: PlanStrips) -> Raw:
    days = [list(day) for day in strips.days]
    loose = [key for day in days for key in day]
    return {
        "id": strips.key,
        "name": strips.name,
        "breakdownIds": days if strips.has_days else loose,
    }


def _calendar(calendar: PlanCalendar) -> Raw:
    return {
        "id": calendar.key,
        "daysOff": _weekdays(calendar.days_off),
        "events": [_event(each) for each in calendar.events],
        "name": calendar.name,
    }


def _event(event: PlanEvent) -> Raw:
    return {
        "id": event.key,
        "date": _date(event.date),
        "type": event.kind,
        "name": event.name or None,
    }


def _date(day: str) -> str | None:
    return f"{day}T00:00:00.000Z" if day else None


def _weekdays(days: Sequence[int]) -> list[int]:
    return [day % 7 for day in days]
