import pytest

from secondunit.adapters.tables import PackagedTables
from secondunit.core.errors import InputError
from secondunit.film.schedule.events import FILE, Event, EventKind, read_events


def test_the_file_that_ships_invents_nothing() -> None:
    assert read_events(PackagedTables().fetch_table(FILE)) == ()


def test_an_event_has_who_when_and_what() -> None:
    text = '[[event]]\nwho = "Mina"\ndate = 2027-01-06\nkind = "travel"\n'
    (event,) = read_events(text)
    assert event == Event(who="MINA", date="2027-01-06", kind=EventKind.TRAVEL)
    assert event.kind.code == "TR"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[[event", "events.toml"),
        ('[[event]]\nwho = "Mina"\n', "event 1 has not just who, date and kind"),
        ('[[event]]\nwho = "M"\ndate = "soon"\nkind = "travel"', "“soon” is no date"),
        ('[[event]]\nwho = "M"\ndate = 2027-01-06\nkind = "party"', "“party” is no kind"),
        ("holidays = []", "“holidays” is no list of events"),
    ],
)
def test_a_wrong_event_is_named_with_a_remedy(text: str, said: str) -> None:
    with pytest.raises(InputError, match=r"events\.toml") as caught:
        read_events(text)
    assert said in caught.value.message
    assert "[[event]]" in caught.value.remedy
