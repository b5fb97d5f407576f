from collections.abc import Callable
from dataclasses import replace

import pytest
from starlette.testclient import TestClient

from secondunit.bootstrap.house import House
from secondunit.entrypoints.web.visitor import (
    COOKIE,
    IDLE_MINUTES,
    LONGEST_HOURS,
    find_visitor,
    later,
    may,
)
from secondunit.film.review.access import Permission
from secondunit.ports.clock import Clock


class _Later:
    def __init__(self, clock: Clock, minutes: int) -> None:
        self._clock, self._minutes = clock, minutes

    def now(self) -> str:
        return later(self._clock.now(), minutes=self._minutes)

    def milliseconds(self) -> int:
        return self._clock.milliseconds()


@pytest.mark.parametrize("minutes", [IDLE_MINUTES + 1, LONGEST_HOURS * 60 + 1])
def test_a_session_lapses_when_nobody_uses_it(
    house: House, enter: Callable[..., TestClient], minutes: int
) -> None:
    secret = enter("director").cookies[COOKIE]
    assert find_visitor(house, secret) is not None
    assert find_visitor(replace_clock(house, minutes), secret) is None
    assert find_visitor(house, secret) is None


def replace_clock(house: House, minutes: int) -> House:
    return replace(house, clock=_Later(house.clock, minutes))


def test_the_secret_of_a_cookie_is_kept_nowhere(
    house: House, enter: Callable[..., TestClient]
) -> None:
    secret = enter("director").cookies[COOKIE]
    database = (house.shelf / "studio.db").read_bytes()
    assert secret.encode() not in database


def test_a_role_gives_what_the_table_says_and_only_in_its_title(
    house: House, enter: Callable[..., TestClient]
) -> None:
    visitor = find_visitor(house, enter("director").cookies[COOKIE])
    assert visitor is not None
    assert may(visitor, house, "night-bell", [Permission.SCRIPT])
    assert not may(visitor, house, "night-bell", [Permission.MONEY])
    assert not may(visitor, house, "other-title", [Permission.SEE])


def test_a_guests_role_ends_on_its_day(house: House, enter: Callable[..., TestClient]) -> None:
    client = enter("guest")
    (held,) = house.people.memberships(_ana(house))
    house.people.put_membership(replace(held, expires_at=later(house.clock.now(), minutes=-1)))
    assert client.get("/t/night-bell").status_code == 404


def _ana(house: House) -> str:
    return next(each.id for each in house.people.people())
