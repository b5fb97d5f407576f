import pytest

from secondunit.core.errors import InputError
from secondunit.film.schedule.rules.parts import read_amount, read_dates, read_minutes


@pytest.mark.parametrize("text", ["7", "7:5", "7:60", "-1:00", "x:00", "200:00", ""])
def test_what_is_no_time_is_refused_with_its_field(text: str) -> None:
    with pytest.raises(InputError, match=r"clock\.move"):
        read_minutes(text, "clock.move")


@pytest.mark.parametrize("span", ["soon", "2027-02-02 to 2027-02-01", "2027-01-01 to 2099-01-01"])
def test_what_is_no_span_of_dates_is_refused_with_its_field(span: str) -> None:
    with pytest.raises(InputError, match="hiatus"):
        read_dates([span], "hiatus")


@pytest.mark.parametrize("text", ["-1.00", "1.001", "much", "1e30", "NaN"])
def test_what_is_no_amount_is_refused(text: str) -> None:
    with pytest.raises(InputError, match="forced_call"):
        read_amount(text, "forced_call", "USD")
