"""What cast and teams of decoded days are paid. Compiled."""

from __future__ import annotations

from secondunit.film.schedule.decoder import arrays
from secondunit.film.schedule.decoder.arrays import Desk, Ints, Tables
from secondunit.film.schedule.decoder.compiled import lean


@lean
def book_teams(tables: Tables, desk: Desk, scene: int, day: int) -> None:
    """Pay the special teams of a scene, each once a day."""
    for index in range(tables.team_at[scene], tables.team_at[scene + 1]):
        team = tables.team[index]
        if desk.team_day[team] != day:
            desk.team_day[team] = day
            desk.shares[arrays.TEAM] += tables.team_rate[team]


@lean
def note_work(tables: Tables, order: Ints, desk: Desk, run: tuple[int, int]) -> None:
    """Add the dates of a run of decoded positions to those each performer worked before.

    Each is paid from the first date to the last, less one drop.
    """
    for position in range(run[0], run[1]):
        scene, day = order[position], desk.day_of[position]
        if day < 0:
            continue
        date = desk.date_of[day]
        for index in range(tables.cast_at[scene], tables.cast_at[scene + 1]):
            person = tables.cast[index]
            last = desk.last[person]
            if last < 0:
                desk.first[person] = date
            elif date - last - 1 > desk.dropped[person] and (
                tables.ordinal[date] - tables.ordinal[last] - 1 > tables.drop_after_days
            ):
                desk.dropped[person] = date - last - 1
            desk.last[person] = date


@lean
def pay_cast(tables: Tables, desk: Desk) -> int:
    """What the dates noted cost, in minor units."""
    paid = 0
    for person in range(len(tables.rate)):
        if desk.last[person] >= 0:
            days = desk.last[person] - desk.first[person] + 1 - desk.dropped[person]
            paid += days * tables.rate[person]
    return int(paid)


@lean
def pay_cast_through(tables: Tables, desk: Desk, after: Ints) -> int:
    """As ``pay_cast``, where what each works from some day on is known already.

    Args:
        tables: The problem.
        desk: Holds the dates noted before that day.
        after: ``(people, 3)``: first and last date from that day on (-1 for none), longest lawful
            idle stretch between.
    """
    paid = 0
    for person in range(len(tables.rate)):
        first, last, dropped = desk.first[person], desk.last[person], desk.dropped[person]
        then = after[person, 0]
        if then >= 0:
            dropped = max(dropped, after[person, 2])
            if last < 0:
                first = then
            elif then - last - 1 > dropped and (
                tables.ordinal[then] - tables.ordinal[last] - 1 > tables.drop_after_days
            ):
                dropped = then - last - 1
            last = after[person, 1]
        if last >= 0:
            paid += (last - first + 1 - dropped) * tables.rate[person]
    return int(paid)
