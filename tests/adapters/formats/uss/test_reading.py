import json

import pytest
from tests.adapters.formats.uss.plans import BODY, HEAD, PLAN

from secondunit.adapters.formats.uss.reading import LARGEST, read_plan
from secondunit.core.errors import InputError


def changed(**fields: object) -> bytes:
    return json.dumps({"universalScheduleStandard": {**HEAD, **BODY, **fields}}).encode()


def test_sheets_have_lengths_in_eighths_and_times_in_minutes() -> None:
    banner, first, second = read_plan(PLAN, "harbour.uss").sheets
    assert (banner.is_banner, banner.banner) == (True, "UNIT MOVE")
    assert (first.scene, first.eighths, first.minutes) == ("1", 3, 90)
    assert (second.scene, second.eighths, second.minutes) == ("2PT1", 10, None)


def test_boards_are_days_of_strips_on_a_calendar() -> None:
    plan = read_plan(PLAN, "harbour.uss")
    (board,) = plan.boards
    stripboard, boneyard = board.strips
    assert (stripboard.days, stripboard.has_days) == ((("b0",), ("b1",)), True)
    assert (boneyard.days, boneyard.has_days) == ((("b2",),), False)
    (calendar,) = plan.calendars
    assert (calendar.start, calendar.days_off) == ("2027-01-11", (7, 6))


def test_elements_keep_what_the_day_out_of_days_goes_by() -> None:
    _, mina, lamp, _ = read_plan(PLAN, "harbour.uss").elements
    assert (mina.board_id, mina.is_held, mina.days_off) == ("1", True, (7, 6))
    assert lamp.drop_days == 12


def test_a_file_that_is_no_plan_is_refused_with_what_it_lacks() -> None:
    for data, said in (
        (b"\xff\xfe{}", "is not JSON in UTF-8"),
        (b"[" * 100_000, "is not JSON"),
        (b"{}", "has no universalScheduleStandard"),
        (b"[]", "has no universalScheduleStandard"),
        (b" " * (LARGEST + 1), "too many for a plan"),
    ):
        with pytest.raises(InputError, match=said):
            read_plan(data, "harbour.uss")


def test_a_wrong_field_is_named_with_file_and_place() -> None:
    for fields, said in (
        ({"breakdowns": [{"type": "scene"}]}, r"harbour\.uss: breakdowns\[0\]\.id is None"),
        ({"categories": [{"id": "c"}]}, r"categories\[0\]\.ucid is missing"),
        ({"elements": ["x"]}, r"elements\[0\] is not an object"),
        (
            {"calendars": [{"id": "k", "daysOff": [7]}]},
            r"calendars\[0\]\.daysOff is \[7\], not weekdays",
        ),
        ({"scriptDate": "tomorrow"}, "scriptDate is “tomorrow”, not an ISO date"),
        (
            {"stripboards": [{"id": "s", "boards": [{"id": "t", "breakdownIds": [[1]]}]}]},
            r"stripboards\[0\]\.boards\[0\]\.breakdownIds holds \[1\]",
        ),
    ):
        with pytest.raises(InputError, match=said):
            read_plan(changed(**fields), "harbour.uss")
