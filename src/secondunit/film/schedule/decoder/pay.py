"""What cast and teams of decoded days are paid. Compiled."""

from __future__ import annotations

from secondunit.film.schedule.decoder import arrays
from secondunit.film.schedule.decoder.arrays import Desk, Ints, Tables
from secondunit.film.schedule.decoder.compiled import lean


@lean
def price_people(tables: Tables, order: Ints, desk: Desk) -> None:
    """Price cast and teams of decoded days: each from first to last date, less one drop."""
    for position in range(len(order)):
        scene, day = order[position], desk.day_of[position]
        if day < 0:
            continue
        date = desk.date_of[day]
        for index in range(tables.team_at[scene], tables.team_at[scene + 1]):
            team = tables.team[index]
            if desk.team_day[team] != day:
                desk.team_day[team] = day
                desk.shares[arrays.TEAM] += tables.team_rate[team]
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
    for person in range(len(tables.rate)):
        if desk.last[person] >= 0:
            paid = desk.last[person] - desk.first[person] + 1 - desk.dropped[person]
            desk.shares[arrays.CAST] += paid * tables.rate[person]
