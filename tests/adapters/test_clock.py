import re

from secondunit.adapters.clock import SystemClock


def test_the_time_is_utc_to_the_second() -> None:
    assert re.fullmatch(r"20\d\d-\d\d-\d\dT\d\d:\d\d:\d\dZ", SystemClock().now())


def test_the_counter_never_goes_back() -> None:
    clock = SystemClock()
    readings = [clock.milliseconds() for _ in range(50)]
    assert readings == sorted(readings)
