from secondunit.film.schedule.exchange.model import PlanCalendar, PlanEvent, PlanSheet


def test_a_sheet_without_a_scene_is_a_banner() -> None:
    assert PlanSheet(key="b", banner="LUNCH").is_banner
    assert not PlanSheet(key="s", scene="12A").is_banner


def test_a_calendar_begins_at_its_start_event_and_may_have_none() -> None:
    holiday = PlanEvent(key="1", date="2027-01-18", kind="dayOff", name="holiday")
    start = PlanEvent(key="2", date="2027-01-11", kind="start")
    assert PlanCalendar(key="k", name="January", events=(holiday, start)).start == "2027-01-11"
    assert not PlanCalendar(key="k", name="open", events=(holiday,)).start
