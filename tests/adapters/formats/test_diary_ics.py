import datetime
from zoneinfo import ZoneInfo

from icalendar import Calendar

from secondunit.adapters.formats.diary_ics import FORMAT
from secondunit.film.call_sheet.diary import Appointment, Diary


def make_diary(zone: ZoneInfo | None, *, tentative: bool = True) -> Diary:
    start = datetime.datetime(2027, 1, 20, 16, 30, tzinfo=zone)
    return Diary(
        key="02-mina",
        name="Toast: MINA",
        made_at="2026-11-25T12:00:00Z",
        tentative=tentative,
        appointments=(
            Appointment(
                id="call-1",
                start=start,
                end=start + datetime.timedelta(hours=9),
                title="Toast, day 2: MINA",
                place="Bell Lane 4; Rye, TN31",
                words="Sc. 2: YARD\n" + "long " * 40,
            ),
        ),
    )


def test_another_calendar_program_reads_the_call_back() -> None:
    data = FORMAT.write(make_diary(ZoneInfo("America/Los_Angeles")))
    (event,) = Calendar.from_ical(data).walk("VEVENT")
    assert event.decoded("dtstart").isoformat() == "2027-01-20T16:30:00-08:00"
    assert str(event["location"]) == "Bell Lane 4; Rye, TN31"
    assert str(event["description"]).startswith("Sc. 2: YARD\nlong")
    assert str(event["status"]) == "TENTATIVE"
    assert Calendar.from_ical(data).walk("VTIMEZONE")


def test_without_a_zone_the_time_is_the_wall_clock() -> None:
    (event,) = Calendar.from_ical(FORMAT.write(make_diary(None))).walk("VEVENT")
    assert event.decoded("dtstart") == datetime.datetime(2027, 1, 20, 16, 30)  # noqa: DTZ001  floats


def test_an_approved_board_confirms_and_equal_diaries_give_equal_bytes() -> None:
    data = FORMAT.write(make_diary(None, tentative=False))
    assert b"STATUS:CONFIRMED" in data
    assert data == FORMAT.write(make_diary(None, tentative=False))
    assert all(len(line) <= 75 for line in data.split(b"\r\n"))
