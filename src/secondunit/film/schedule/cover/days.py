"""Which days could be bought, and at what price: the columns of the covering problem, compiled.

A day holds scenes of a few places within its length and light. It costs the crew, its places and
moves, a night's premium, and the payees it calls: the performers and special teams that cost a
board most. It may call a payee for nothing. Rules that concern more than one day, and everybody
else's pay, are left out, so a board's days are among these, each at most at what the board pays.

What a covering buys stands in rows: the scenes, then the places, the payees, the day shifts, the
night shifts and all shifts. A day covers a row once or not at all.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from secondunit.film.schedule.decoder.arrays import DAY, EITHER, NIGHT, Ints
from secondunit.film.schedule.decoder.compiled import compiled

_NONE = -1
"""Value of what cannot be; a lawful value is never below 0."""


class Market(NamedTuple):
    """Scenes and prices.

    Args:
        eighths: By scene, at most the length of a day; scenes of a place stand together.
        light: By scene: DAY, NIGHT or EITHER.
        called: By scene: the set of payees, as a word.
        place_at: First scene of each place, and one past the last scene.
        rate: By payee.
        least: How often each row is covered: a scene once; a place, a payee, day shifts, night
            shifts and shifts as often as other bounds say that a board has them.
        crew_day, night_premium, location_day, company_move: Prices.
        day_eighths, locations_per_day: Limits.
        rooms: Length of a day by number of places, from 0 on; none above ``day_eighths``.
    """

    eighths: Ints
    light: Ints
    called: Ints
    place_at: Ints
    rate: Ints
    least: Ints
    crew_day: int
    night_premium: int
    location_day: int
    company_move: int
    day_eighths: int
    locations_per_day: int
    rooms: Ints


class Bench(NamedTuple):
    """Working memory.

    Args:
        place: By eighths: the most worth of one place's scenes.
        packed: By places used and eighths: the most worth.
        worth: By set of payees, light and number of places: the most worth a day can hold.
        taken: By scene and eighths: whether the scene is in the place's best.
        given: By place, number of places and eighths: eighths of that place in the best.
        steps: Eighths at which one place's scenes are worth more than with one eighth less.
    """

    place: Ints
    packed: Ints
    worth: Ints
    taken: Ints
    given: Ints
    steps: Ints


@compiled
def row_of_place(market: Market) -> int:
    """The row of the first place; the payees' rows, then those of shifts, stand behind places."""
    return len(market.eighths)


@compiled
def row_of_payee(market: Market) -> int:
    """The row of the first payee."""
    return len(market.eighths) + len(market.place_at) - 1


@compiled
def row_of_light(market: Market) -> int:
    """The row of day shifts; those of night shifts and of all shifts stand behind it."""
    return row_of_payee(market) + len(market.rate)


def make_bench(market: Market) -> Bench:
    """Working memory for a market."""
    room, places = market.day_eighths + 1, len(market.place_at) - 1
    most = market.locations_per_day + 1
    return Bench(
        place=np.zeros(room, dtype=np.int64),
        packed=np.zeros((most, room), dtype=np.int64),
        worth=np.zeros((1 << len(market.rate), 2, most), dtype=np.int64),
        taken=np.zeros((len(market.eighths), room), dtype=np.int64),
        given=np.zeros((places, most, room), dtype=np.int64),
        steps=np.zeros(room, dtype=np.int64),
    )


@compiled
def _fill_place(market: Market, bench: Bench, worth: Ints, place: int, day: tuple[int, int]) -> int:
    """The most worth of a place's scenes by eighths: a knapsack. Returns how many may be there.

    Args:
        market: Scenes and prices.
        bench: ``place`` and ``taken`` are overwritten.
        worth: By scene.
        place: Which.
        day: The set of payees who are called, and the light.
    """
    called, light = day
    bench.place[:] = 0
    found = 0
    for scene in range(market.place_at[place], market.place_at[place + 1]):
        fits = market.light[scene] in (EITHER, light) and market.called[scene] & ~called == 0
        for room in range(market.day_eighths, -1, -1):
            bench.taken[scene, room] = 0
            if fits and room >= market.eighths[scene]:
                tried = bench.place[room - market.eighths[scene]] + worth[scene]
                if tried > bench.place[room]:
                    bench.place[room] = tried
                    bench.taken[scene, room] = 1
        found += fits
    return found


@compiled
def _fill_day(market: Market, bench: Bench, worth: Ints, day: tuple[int, int]) -> None:
    """The most worth of a day by number of places and eighths, for one set of payees and light."""
    bench.packed[:] = _NONE
    bench.packed[0, :] = 0
    for place in range(len(market.place_at) - 1):
        found = _fill_place(market, bench, worth, place, day)
        visit = worth[row_of_place(market) + place]
        steps = 0
        for own in range(1, market.day_eighths + 1):
            if own == 1 or bench.place[own] > bench.place[own - 1]:
                bench.steps[steps] = own
                steps += 1
        for used in range(market.locations_per_day, 0, -1):
            for room in range(market.day_eighths, -1, -1):
                bench.given[place, used, room] = 0
                if found == 0:
                    continue
                best = bench.packed[used, room]
                for step in range(steps):
                    own = bench.steps[step]
                    if own > room:
                        break
                    rest = bench.packed[used - 1, room - own]
                    if rest != _NONE and rest + bench.place[own] + visit > best:
                        best = rest + bench.place[own] + visit
                        bench.given[place, used, room] = own
                bench.packed[used, room] = best


@compiled
def day_price(market: Market, called: int, light: int, places: int) -> int:
    """What a day costs that calls a set of payees and goes to some places."""
    price = market.crew_day + places * market.location_day
    price += max(places - 1, 0) * market.company_move
    if light == NIGHT:
        price += market.night_premium
    for payee in range(len(market.rate)):
        if called >> payee & 1:
            price += market.rate[payee]
    return price


@compiled
def weigh_days(market: Market, bench: Bench, worth: Ints) -> None:
    """Fill ``bench.worth``: what the best day of every kind holds.

    Args:
        market: Scenes and prices.
        bench: Overwritten.
        worth: By row, from 0 up.
    """
    payees, lights = row_of_payee(market), row_of_light(market)
    for called in range(1 << len(market.rate)):
        calls = worth[lights + 2]
        for payee in range(len(market.rate)):
            if called >> payee & 1:
                calls += worth[payees + payee]
        for light in (DAY, NIGHT):
            _fill_day(market, bench, worth, (called, light))
            for places in range(market.locations_per_day + 1):
                held = bench.packed[places, market.rooms[places]]
                if held != _NONE:
                    held += calls + worth[lights + light]
                bench.worth[called, light, places] = held


@compiled
def pick_day(
    market: Market, bench: Bench, worth: Ints, day: tuple[int, int, int], rows: Ints
) -> int:
    """Write the rows that the best day of a kind covers.

    Args:
        market: Scenes and prices.
        bench: Overwritten but for ``worth``.
        worth: By row.
        day: The set of payees, the light, and the number of places.
        rows: The rows are written here.

    Returns:
        How many there are.
    """
    called, light, used = day
    _fill_day(market, bench, worth, (called, light))
    room, count = market.rooms[used], 0
    for place in range(len(market.place_at) - 2, -1, -1):
        own = bench.given[place, used, room] if used > 0 else 0
        if own == 0:
            continue
        _fill_place(market, bench, worth, place, (called, light))
        rows[count] = row_of_place(market) + place
        count += 1
        left = own
        for scene in range(market.place_at[place + 1] - 1, market.place_at[place] - 1, -1):
            if bench.taken[scene, left]:
                rows[count] = scene
                count += 1
                left -= market.eighths[scene]
        room -= own
        used -= 1
    for payee in range(len(market.rate)):
        if called >> payee & 1:
            rows[count] = row_of_payee(market) + payee
            count += 1
    rows[count] = row_of_light(market) + light
    rows[count + 1] = row_of_light(market) + 2
    return count + 2
