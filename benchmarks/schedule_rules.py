"""Is every broken rule found, and none invented? Does the checker price as the search does?

Run: ``python -m benchmarks.schedule_rules``. Random problems with every kind of rule are solved;
the checker must find nothing and come to the same cent. Then one rule is broken at a time, in
another way for each family, and the checker must name that family (and only what follows from it).
"""

from __future__ import annotations

import random
import time
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta
from itertools import pairwise

from benchmarks.schedule_quality import make_problem

from secondunit.adapters.tables import PackagedTables
from secondunit.core.finding import blocking
from secondunit.core.ids import SceneId
from secondunit.core.money import Money
from secondunit.core.pages import Eighths
from secondunit.film.schedule.check import check_board, price_board
from secondunit.film.schedule.hours.sun import Twilight
from secondunit.film.schedule.model import (
    Board,
    Drop,
    Light,
    Person,
    Problem,
    SceneNeed,
    Shift,
)
from secondunit.film.schedule.rules.packs import FILE as PACKS
from secondunit.film.schedule.rules.packs import choose_packs, read_packs
from secondunit.film.schedule.rules.shoot import FILE as SHOOT
from secondunit.film.schedule.rules.shoot import read_shoot
from secondunit.film.schedule.rules.terms import Hired, Lock, Precedence, Site, Terms
from secondunit.film.schedule.table import FILE, read_table

TABLES = PackagedTables()
SHOOT_FILE = read_shoot(TABLES.fetch_table(SHOOT))
PACK_LIST = read_packs(TABLES.fetch_table(PACKS))
TABLE = read_table(TABLES.fetch_table(FILE))
CITIES = (
    ("Los Angeles", 34.05, -118.24, "America/Los_Angeles"),
    ("London", 51.51, -0.13, "Europe/London"),
    ("Berlin", 52.52, 13.40, "Europe/Berlin"),
    ("Tromsø", 69.65, 18.96, "Europe/Oslo"),
    ("Auckland", -36.85, 174.76, "Pacific/Auckland"),
)
AMERICA = ("sag-aftra-theatrical", "iatse-basic", "california-minors")
GERMANY = ("eu-germany-performers", "eu-germany", "germany-minors")
Broken = tuple[str, Problem, Board]


def random_problem(seed: int) -> Problem:
    """A small production with people away, minors, closed places, orders and locks."""
    chance = random.Random(seed)
    city, latitude, longitude, zone = CITIES[seed % len(CITIES)]
    base = Site(city=city, latitude=latitude, longitude=longitude, timezone=zone)
    start = date(2027, chance.choice([1, 3, 10]), chance.choice([1, 11, 22]))
    dates = [(start + timedelta(days=n)).isoformat() for n in range(84)]
    cast = range(1, 8)
    scenes = tuple(
        SceneNeed(
            scene=SceneId(f"sc-{n}"),
            number=str(n),
            eighths=Eighths(length := chance.randint(1, 14)),
            minutes=15 * length,
            location=f"PLACE {chance.randint(1, 7)}",
            set="",
            light=chance.choice([Light.EITHER, Light.EITHER, Light.DAY, Light.NIGHT]),
            cast=tuple(sorted(chance.sample(cast, chance.randint(1, 3)))),
            setups=("stunt-day",) if chance.random() < 0.1 else (),
        )
        for n in range(1, chance.randint(8, 24))
    )
    hours = random.Random(f"twilight {seed}")
    scenes = tuple(_at_an_end_of_day(need, hours) for need in scenes)
    people = tuple(
        Person(
            cast=number,
            name=f"ROLE {number}",
            daily=Money(minor=100_000 * number),
            minor=number == 7,
            age_months=12 * chance.randint(7, 17) if number == 7 else None,
            unavailable=tuple(sorted(chance.sample(dates, 5))) if chance.random() < 0.4 else (),
        )
        for number in cast
    )
    one, two = sorted(chance.sample(range(len(scenes)), 2))
    before = (
        Precedence(first=scenes[two].scene, then=scenes[one].scene, days=chance.randint(0, 3)),
    )
    chosen = AMERICA if chance.random() < 0.6 else GERMANY
    calendar = replace(
        TABLE.calendar,
        start=start.isoformat(),
        weeks=20,
        work_days=(1, 2, 3, 4, 5, 6) if chance.random() < 0.3 else (1, 2, 3, 4, 5),
    )
    return Problem(
        scenes=scenes,
        people=people,
        calendar=calendar,
        costs=TABLE.costs,
        rules=TABLE.rules,
        terms=Terms(
            clock=SHOOT_FILE.clock,
            base=base,
            sites=(replace(base, location="PLACE 1", closed=tuple(chance.sample(dates, 6))),),
            packs=choose_packs(PACK_LIST, chosen, file=SHOOT),
            before=before,
            hired=(
                Hired(
                    name="horse",
                    scenes=tuple(need.scene for need in scenes[::5]),
                    closed=tuple(sorted(hours.sample(dates, 20))),
                ),
            ),
        ),
    )


def _at_an_end_of_day(need: SceneNeed, chance: random.Random) -> SceneNeed:
    """Some of the exteriors by day play at dawn or dusk; a few of these longer than it lasts."""
    if need.light is not Light.DAY or chance.random() < 0.6:
        return need
    length = chance.choice([1, 2, 3, 4, 9])
    when = chance.choice([Twilight.DAWN, Twilight.DUSK])
    return replace(need, eighths=Eighths(length), minutes=15 * length, twilight=when)


def solved(problem: Problem, seed: int = 1) -> Board:
    from secondunit.film.schedule.search.find import search_board

    return search_board(problem, seed=seed, iterations=1500).board


def repriced(problem: Problem, board: Board) -> Board:
    """The board with the prices it should have, so that only the planted rule is broken."""
    shares = price_board(problem, board)
    cost = Money(minor=sum(share.amount.minor for share in shares))
    return replace(board, shares=shares, cost=cost, lower_bound=Money(minor=0))


def changed(board: Board, at: int, **fields: object) -> Board:
    days = list(board.days)
    days[at] = replace(days[at], **fields)  # type: ignore[arg-type]  # fields of one day
    return replace(board, days=tuple(days))


def later(text: str, minutes: int) -> str:
    return (datetime.fromisoformat(text) + timedelta(minutes=minutes)).isoformat(timespec="minutes")


def plants(problem: Problem, board: Board) -> Iterator[Broken]:
    """The board with one rule broken at a time, by family, wherever the board allows it."""
    needs = {need.scene: need for need in problem.scenes}
    for at, day in enumerate(board.days):
        held = [needs[scene] for scene in day.scenes]
        people = [p for p in problem.people if any(p.cast in need.cast for need in held)]
        if people:
            gone = replace(people[0], unavailable=(*people[0].unavailable, day.date))
            yield "unavailable", _with_person(problem, gone), board
        shut = replace(problem.terms.base or Site(), location=held[0].location, closed=(day.date,))
        yield "location-closed", with_terms(problem, sites=(*problem.terms.sites, shut)), board
        horse = Hired(name="horse", scenes=(day.scenes[-1],), closed=(day.date,))
        yield "hired", with_terms(problem, hired=(*problem.terms.hired, horse)), board
        moved = Lock(date="2027-12-01", scenes=(day.scenes[0],))
        yield "lock", with_terms(problem, locks=(moved,)), board
        if len(held) > 1:
            rules = replace(problem.rules, day_eighths=sum(need.eighths for need in held) - 1)
            yield "capacity", replace(problem, rules=rules), board
            alone = Lock(date=day.date, scenes=day.scenes[1:], whole_day=True)
            yield "locked-day", with_terms(problem, locks=(alone,)), board
            back = Precedence(first=day.scenes[1], then=day.scenes[0])
            yield "precedence", with_terms(problem, before=(back,)), board
        if len({need.location for need in held}) > 1:
            yield (
                "locations",
                replace(problem, rules=replace(problem.rules, locations_per_day=1)),
                board,
            )
        if at + 1 < len(board.days):
            apart = Precedence(first=day.scenes[0], then=board.days[at + 1].scenes[0], days=366)
            yield "precedence", with_terms(problem, before=(apart,)), board
        if any(need.light is Light.DAY for need in held):
            yield "light", problem, changed(board, at, shift=Shift.NIGHT)
            by_day = any(need.light is Light.DAY and not need.twilight for need in held)
            if by_day and len(held) > 1 and abs((problem.terms.base or Site()).latitude) < 60:
                yield "sun", problem, changed(board, at, call=later(day.call, 900))
        if at and len(held) > 1:
            before = board.days[at - 1]
            if (date.fromisoformat(day.date) - date.fromisoformat(before.date)).days == 1:
                yield "rest", problem, changed(board, at, call=later(before.call, 60))
        if sum(need.minutes for need in held) > 420:
            yield "meal", problem, changed(board, at, meal=later(day.call, 400))
    yield from _of_twilight(problem, board)
    yield from _of_the_week(problem, board)
    yield from _of_people(problem, board)


def _of_twilight(problem: Problem, board: Board) -> Iterator[Broken]:
    """Dawn and dusk missed: the call moved, or a scene of midday that plays at an end of day."""
    needs = {need.scene: need for need in problem.scenes}
    mild = abs((problem.terms.base or Site()).latitude) < 60
    for at, day in enumerate(board.days):
        held = [needs[scene] for scene in day.scenes]
        if any(need.twilight for need in held):
            yield "twilight", problem, changed(board, at, call=later(day.call, 720))
            yield "twilight", problem, changed(board, at, call=later(day.call, -720))
        before = sum(need.minutes for need in held[:-1])
        last = held[-1]
        if mild and day.shift is Shift.DAY and before > 240 and not last.twilight:
            dawn = replace(last, light=Light.DAY, twilight=Twilight.DAWN)
            scenes = tuple(dawn if need is last else need for need in problem.scenes)
            yield "twilight", replace(problem, scenes=scenes), board


def _of_the_week(problem: Problem, board: Board) -> Iterator[Broken]:
    for at in range(1, len(board.days)):
        one, two = (date.fromisoformat(board.days[at - n].date) for n in (1, 0))
        if one.isocalendar()[1] != two.isocalendar()[1] and (two - one).days <= 4:
            packs = tuple(
                replace(pack, weekly_rest=24 * 60 * 6, weekly_rest_six=24 * 60 * 6)
                for pack in problem.terms.packs
            )
            yield "weekly-rest", with_terms(problem, packs=packs), board
            break
    week = Counter(date.fromisoformat(day.date).isocalendar()[1] for day in board.days)
    if max(week.values(), default=0) > 1:
        packs = tuple(replace(pack, most_week_days=1) for pack in problem.terms.packs)
        yield "week-days", with_terms(problem, packs=packs), board
        clock = SHOOT_FILE.clock
        yield "day-length", with_terms(problem, clock=replace(clock, longest_day=90)), board
    if max(week.values(), default=0) >= 6:
        packs = tuple(replace(pack, sixth_day_percent=77) for pack in problem.terms.packs)
        yield "price", with_terms(problem, packs=packs), board


def _of_people(problem: Problem, board: Board) -> Iterator[Broken]:
    needs = {need.scene: need for need in problem.scenes}
    for person in problem.people:
        worked = [
            day.date for day in board.days if any(person.cast in needs[s].cast for s in day.scenes)
        ]
        if person.minor and worked:
            yield "minor-law", _with_person(problem, replace(person, age_months=1)), board
        for one, two in pairwise(worked):
            gap = (date.fromisoformat(two) - date.fromisoformat(one)).days - 1
            if gap <= problem.costs.drop_after_days:
                drop = Drop(cast=person.cast, last=one, pick_up=two)
                others = tuple(d for d in board.drops or () if d.cast != person.cast)
                yield "drop", problem, replace(board, drops=(*others, drop))
                break


def _with_person(problem: Problem, person: Person) -> Problem:
    people = tuple(person if p.cast == person.cast else p for p in problem.people)
    return replace(problem, people=people)


def with_terms(problem: Problem, **fields: object) -> Problem:
    return replace(problem, terms=replace(problem.terms, **fields))  # type: ignore[arg-type]  # fields of terms


FOLLOWS = {
    "twilight": {"sun", "minor-law", "rest", "weekly-rest", "day-length"},
    "light": {"twilight", "sun", "minor-law", "rest", "weekly-rest"},
    "sun": {"twilight", "rest", "weekly-rest", "minor-law"},
    "rest": {"twilight", "sun", "minor-law", "weekly-rest"},
    "weekly-rest": set(),
    "week-days": {"minor-week"},
    "meal": {"twilight", "sun", "minor-law", "rest", "weekly-rest", "day-length"},
    "drop": set(),
    "day-length": set(),
    "price": {"total"},
}
"""What may be found beside a planted rule because it follows from it."""


def planted(cases: int) -> tuple[int, int, int, Counter[str]]:
    """Cases planted, found, and with something invented; cases by family."""
    found, invented, families = 0, 0, Counter[str]()
    seed = 0
    while sum(families.values()) < cases:
        problem = random_problem(seed)
        board = solved(problem)
        for rule, spoilt, spoiled in plants(problem, board):
            plain = spoiled if rule == "price" else repriced(spoilt, spoiled)
            rules = {f.rule.removeprefix("schedule.") for f in blocking(check_board(spoilt, plain))}
            families[rule] += 1
            found += rule in rules
            invented += bool(rules - {rule} - FOLLOWS.get(rule, set()))
        seed += 1
    return sum(families.values()), found, invented, families


def agreement(cases: int) -> tuple[int, int]:
    """Random problems on which checker and search agree to the cent and nothing is found."""
    same = 0
    for seed in range(cases):
        problem = random_problem(seed)
        board = solved(problem)
        same += price_board(problem, board) == board.shares and not blocking(
            check_board(problem, board)
        )
    return cases, same


def feature(scenes: int = 190) -> Problem:
    """The synthetic feature of ``schedule_quality`` under the clock and rules that ship."""
    plain = make_problem(scenes, TABLE)
    timed = tuple(replace(need, minutes=15 * need.eighths) for need in plain.scenes)
    packs = choose_packs(PACK_LIST, SHOOT_FILE.rules, file=SHOOT)
    terms = Terms(clock=SHOOT_FILE.clock, base=SHOOT_FILE.base, packs=packs)
    return replace(plain, scenes=timed, terms=terms)


def replanned() -> tuple[float, list[tuple[str, int, int]]]:
    """Seconds to three ways on after a lost day at 190 scenes; days and strips moved of each."""
    from secondunit.film.schedule.search.find import search_board
    from secondunit.film.schedule.search.replan import Upset, replan

    problem = feature()
    board = search_board(problem, seed=1, iterations=190 * 1000).board
    lost = board.days[10].date
    began = time.perf_counter()
    ways = replan(problem, board, Upset(today=lost, lost=(lost,)))
    spent = time.perf_counter() - began
    moved = [(w.key, len(w.board.days), sum(len(m.scenes) for m in w.moves)) for w in ways]
    return spent, moved


def rows() -> list[tuple[str, str, str]]:
    """Rows of what, measured, bar."""
    seconds, ways = replanned()
    cases, found, invented, families = planted(400)
    tried, same = agreement(500)
    return [
        ("planted violations found", f"{found} of {cases}", "all of >= 200"),
        ("  invented beside them", str(invented), "0"),
        ("  rule families", str(len(families)), "every one"),
        ("checker = search to the cent, lawful", f"{same} of {tried}", "all of >= 500"),
        ("plan again after a lost day, 190 scenes", f"{seconds:.1f} s", "<= 10 s"),
        *((f"  {key}: days, strips moved", f"{days}, {moved}", "") for key, days, moved in ways),
    ]


def _print(table: list[tuple[str, str, str]]) -> None:
    show: Callable[[str], None] = print
    for what, measured, bar in table:
        show(f"{what:<58} {measured:>28}   {bar}")


if __name__ == "__main__":
    _print(rows())
