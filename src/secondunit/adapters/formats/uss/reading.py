"""Read a Universal Schedule Standard file.

Source: Universal Schedule Standard 1.0.0, its documentation and both its samples, which differ from
it in the spelling of two keys and call a scene's sheet a strip.
"""

from __future__ import annotations

import json
from datetime import date
from typing import Any

from secondunit.adapters.formats.uss.fields import Fields
from secondunit.core.errors import InputError
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

ROOT = "universalScheduleStandard"
LARGEST = 64 * 2**20
"""Bytes: a feature's plan has a quarter of one MiB."""


def read_plan(data: bytes, name: str) -> PlanFile:
    """Read a plan.

    Args:
        data: The file.
        name: Its name, for messages.

    Raises:
        InputError: It is no such file, or a field is not what the standard says; the field is
            named.
    """
    document = load(data, name)
    try:
        return _plan(Fields(document[ROOT], ""))
    except InputError as error:
        raise InputError(f"{name}: {error.message}", remedy=error.remedy) from error


def load(data: bytes, name: str) -> dict[str, Any]:
    """The JSON of a plan file.

    Raises:
        InputError: It is no such file.
    """
    remedy = "Export it as Universal Schedule Standard (.uss) from the program that has it."
    if len(data) > LARGEST:
        raise InputError(f"{name} has {len(data):,} bytes, too many for a plan", remedy=remedy)
    try:
        document = json.loads(data.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        raise InputError(f"{name} is not JSON in UTF-8: {error}", remedy=remedy) from error
    if not isinstance(document, dict) or not isinstance(document.get(ROOT), dict):
        raise InputError(f"{name} has no {ROOT}", remedy=remedy)
    return document


def _plan(fields: Fields) -> PlanFile:
    return PlanFile(
        key=fields.text("id"),
        name=fields.text("name"),
        project=fields.text("project"),
        created=fields.text("created"),
        script_color=fields.text("scriptColor"),
        script_date=_date(fields, "scriptDate"),
        sheets=tuple(map(_sheet, fields.objects("breakdowns"))),
        categories=tuple(map(_category, fields.objects("categories"))),
        elements=tuple(map(_element, fields.objects("elements"))),
        boards=tuple(map(_board, fields.objects("stripboards"))),
        calendars=tuple(map(_calendar, fields.objects("calendars"))),
    )


def _sheet(fields: Fields) -> PlanSheet:
    pages, milliseconds = fields.number("pages"), fields.number("duration")
    banner = fields.text("type") == "banner"
    scene = "" if banner else fields.text("scene")
    return PlanSheet(
        key=fields.required("id"),
        scene=scene,
        banner=fields.text("bannerText") or ("" if scene else fields.text("description")),
        synopsis=fields.text("description"),
        comments=fields.text("comments"),
        page=fields.text("scriptPage"),
        eighths=None if pages is None else round(pages * 8),
        minutes=None if milliseconds is None else round(milliseconds / 60_000),
        elements=fields.texts("elements"),
    )


def _category(fields: Fields) -> PlanCategory:
    number = fields.number("ucid")
    if number is None:
        raise InputError(
            f"{fields.where}.ucid is missing", remedy="Give the category its universal number."
        )
    return PlanCategory(key=fields.required("id"), name=fields.text("name"), number=int(number))


def _element(fields: Fields) -> PlanElement:
    drop = fields.number("dropDayCount")
    return PlanElement(
        key=fields.required("id"),
        category=fields.text("category"),
        name=fields.text("name"),
        board_id=fields.text("elementId"),
        is_counted=fields.truth("isDood", default=True),
        is_held=fields.truth("isHold", default=True),
        is_dropped=fields.truth("isDrop", default=True),
        drop_days=10 if drop is None else int(drop),
        is_id_locked=fields.truth("isIdLock", default=False),
        days_off=_weekdays(fields),
        linked=fields.texts("linkedElements"),
        events=tuple(map(_event, fields.objects("events"))),
    )


def _board(fields: Fields) -> PlanBoard:
    return PlanBoard(
        key=fields.required("id"),
        name=fields.text("name"),
        calendar=fields.text("calendar"),
        strips=tuple(map(_strips, fields.objects("boards"))),
    )


def _strips(fields: Fields) -> PlanStrips:
    """Strips, by day where they are grouped; strips between two groups are a day of their own.

    Raises:
        InputError: There is something else among them.
    """
    days: list[tuple[str, ...]] = []
    loose: list[str] = []
    has_days = False
    for each in fields.items("breakdownIds"):
        if isinstance(each, str):
            loose.append(each)
            continue
        if not isinstance(each, list) or not all(isinstance(key, str) for key in each):
            raise InputError(
                f"{fields.where}.breakdownIds holds {each!r}, no id of a breakdown",
                remedy="Export the file again from the program that made it.",
            )
        has_days = True
        if loose:
            days.append(tuple(loose))
            loose = []
        days.append(tuple(each))
    if loose:
        days.append(tuple(loose))
    return PlanStrips(
        key=fields.required("id"), name=fields.text("name"), days=tuple(days), has_days=has_days
    )


def _calendar(fields: Fields) -> PlanCalendar:
    return PlanCalendar(
        key=fields.required("id"),
        name=fields.text("name"),
        days_off=_weekdays(fields),
        events=tuple(map(_event, fields.objects("events"))),
    )


def _event(fields: Fields) -> PlanEvent:
    return PlanEvent(
        key=fields.text("id"),
        date=_date(fields, "date"),
        kind=fields.text("type"),
        name=fields.text("name"),
    )


def _weekdays(fields: Fields) -> tuple[int, ...]:
    """ISO weekday numbers; the standard counts from Sunday, which is 0.

    Raises:
        InputError: There is something else.
    """
    found = fields.items("daysOff")
    if not all(isinstance(day, int) and 0 <= day <= 6 for day in found):
        raise InputError(
            f"{fields.where}.daysOff is {found!r}, not weekdays from 0 (Sunday) to 6",
            remedy="Export the file again from the program that made it.",
        )
    return tuple(day or 7 for day in found)


def _date(fields: Fields, key: str) -> str:
    """The calendar day of an ISO date and time; the hour is the program's own midnight.

    Raises:
        InputError: It is no date.
    """
    found = fields.text(key)
    if not found:
        return ""
    try:
        return date.fromisoformat(found[:10]).isoformat()
    except ValueError as error:
        raise InputError(
            f"{fields.where}.{key} is “{found}”, not an ISO date".removeprefix("."),
            remedy="Write dates as 2027-02-14T00:00:00.000Z.",
        ) from error
