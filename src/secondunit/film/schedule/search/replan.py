"""Plan again after a lost day, an ill actor or a new draft: what was shot stands, little changes.

Three boards are searched from the one that stands: the cheapest, the one of fewest days, and the
one that moves least. Each says which strips it moves, why, and what that costs.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from msgspec import UNSET

from secondunit.core.errors import InputError
from secondunit.core.finding import Finding
from secondunit.core.ids import SceneId
from secondunit.core.money import Money
from secondunit.film.schedule.check import check_board, price_board
from secondunit.film.schedule.decoder.book import Near
from secondunit.film.schedule.model import Board, Problem, Shift, ShootDay
from secondunit.film.schedule.search.find import Outcome
from secondunit.film.schedule.search.units import Way, search_units

ORDERS_A_SCENE = 300
"""Strip orders tried for each scene and alternative: three alternatives at 190 scenes in 10 s."""

CHEAPEST, FEWEST_DAYS, LEAST_CHANGE = "cheapest", "fewest-days", "least-change"


@dataclass(frozen=True, slots=True, kw_only=True)
class Upset:
    """What happened to a schedule.

    Args:
        today: First ISO date that may still change; all before it was shot as planned.
        lost: ISO dates that cannot be shot on.
        ill: Dates on which people cannot work, by cast id.
    """

    today: str
    lost: tuple[str, ...] = ()
    ill: tuple[tuple[int, tuple[str, ...]], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Moved:
    """Strips that go from one date to another together.

    Args:
        scenes: Their numbers.
        before: ISO date they had; empty when new.
        after: ISO date they get; empty when they find none.
        why: What forced it, or what it saves.
        money: What putting them back would add to the cost (below zero: it would save).
        units: Name of the unit they had and of the one they get; empty for the main one.
    """

    scenes: tuple[str, ...]
    before: str
    after: str
    why: str
    money: Money
    units: tuple[str, str] = ("", "")


@dataclass(frozen=True, slots=True, kw_only=True)
class Alternative:
    """One way on.

    Args:
        key: ``cheapest``, ``fewest-days`` or ``least-change``.
        board: The board.
        extra: What it costs more than the board before.
        moves: Every strip that changes its date.
        findings: What the checker says of it, and scenes it leaves out.
        same_as: Key of an alternative before it whose days are the same; empty for none.
    """

    key: str
    board: Board
    extra: Money
    moves: tuple[Moved, ...]
    findings: tuple[Finding, ...]
    same_as: str = ""


def upset_problem(problem: Problem, board: Board, upset: Upset) -> Problem:
    """The problem after what happened: past days frozen, dates lost, people away.

    Raises:
        InputError: A date lost or an illness lies before today, or a cast id is not in the cast.
    """
    known = {person.cast for person in problem.people}
    for cast, days in upset.ill:
        if cast not in known:
            raise InputError(f"there is no cast id {cast}", remedy="See the cast list.")
        _require_ahead(days, upset.today)
    _require_ahead(upset.lost, upset.today)
    away = {cast: set(days) for cast, days in upset.ill}
    people = tuple(
        replace(p, unavailable=tuple(sorted({*p.unavailable, *away.get(p.cast, set())})))
        for p in problem.people
    )
    scenes = {need.scene for need in problem.scenes}
    past = tuple(
        replace(day, scenes=tuple(scene for scene in day.scenes if scene in scenes))
        for day in board.days
        if day.date < upset.today
    )
    lost = tuple(sorted({*problem.calendar.lost, *upset.lost}))
    calendar = replace(problem.calendar, lost=lost)
    return replace(problem, people=people, calendar=calendar, past=past)


def replan(
    problem: Problem, board: Board, upset: Upset, *, seed: int = 1, orders: int = ORDERS_A_SCENE
) -> tuple[Alternative, ...]:
    """Three boards that go on from what was shot: the cheapest, the one of fewest days (a day
    weighs more than all the money), the one that moves least. Two may be the same board.

    Args:
        problem: The problem as it is now; a new draft's scenes are in it.
        board: The board that stood.
        upset: What happened.
        seed: Of the searches.
        orders: Strip orders to try for each scene still to shoot.

    Raises:
        InputError: The upset makes no sense for this schedule.
    """
    now = upset_problem(problem, board, upset)
    start = tuple(scene for day in board.days for scene in day.scenes)
    dates = {scene: day.date for day in board.days for scene in day.scenes}
    crew, whole = problem.costs.crew_day.minor, max(board.cost.minor, 1)
    frozen = {scene for day in now.past for scene in day.scenes}
    iterations = orders * sum(need.scene not in frozen for need in now.scenes)
    known = {unit.name for unit in now.terms.units or ()}
    stands = {s: d.unit_name for d in board.days for s in d.scenes if d.unit_name in known}
    stands |= {s: u.name for u in now.terms.units or () for s in u.scenes if s not in frozen}
    found: list[Alternative] = []
    for key, near in (
        (CHEAPEST, Near(dates=dates, moved=1)),
        (FEWEST_DAYS, Near(dates=dates, moved=1, day=whole)),
        (LEAST_CHANGE, Near(dates=dates, moved=2 * crew, hold=True)),
    ):
        way = Way(seed=seed, iterations=iterations, start=start, near=near, stands=stands)
        outcome = search_units(now, way)
        found.append(_alternative(key, now, board, outcome, upset))
    picks: tuple[tuple[str, Callable[[Alternative], tuple[int, ...]]], ...] = (
        (CHEAPEST, lambda way: (way.board.cost.minor,)),
        (FEWEST_DAYS, lambda way: (len(way.board.days), way.board.cost.minor)),
        (LEAST_CHANGE, lambda way: (sum(len(move.scenes) for move in way.moves),)),
    )
    return _named(
        replace(min(found, key=lambda way: (len(way.board.boneyard), *rank(way))), key=key)
        for key, rank in picks
    )


def _named(ways: Iterable[Alternative]) -> tuple[Alternative, ...]:
    """The ways, each told apart from those before it or named as the same."""
    known: list[Alternative] = []
    for way in ways:
        twin = next((other.key for other in known if other.board.days == way.board.days), "")
        known.append(replace(way, same_as=twin))
    return tuple(known)


def board_moves(
    problem: Problem, before: Board, after: Board, upset: Upset | None = None
) -> tuple[Moved, ...]:
    """Strips whose date or unit differs, together by these, with the reason and the money of each
    move."""
    old, new = (
        {scene: (day.date, day.unit_name) for day in board.days for scene in day.scenes}
        for board in (before, after)
    )
    nowhere = ("", "")
    together: dict[_Pair, list[SceneId]] = {}
    for need in problem.scenes:
        pair = old.get(need.scene, nowhere), new.get(need.scene, nowhere)
        if pair[0] != pair[1]:
            together.setdefault(pair, []).append(need.scene)
    cost = _cost(problem, after.days)
    return tuple(
        _moved(problem, after, pair, tuple(scenes), (cost, upset))
        for pair, scenes in sorted(together.items())
    )


_Pair = tuple[tuple[str, str], tuple[str, str]]
"""ISO date and unit, before and after."""


def _alternative(
    key: str, problem: Problem, before: Board, outcome: Outcome, upset: Upset
) -> Alternative:
    board = outcome.board
    return Alternative(
        key=key,
        board=board,
        extra=board.cost - before.cost,
        moves=board_moves(problem, before, board, upset),
        findings=check_board(problem, board),
    )


def _moved(
    problem: Problem,
    after: Board,
    pair: _Pair,
    scenes: tuple[SceneId, ...],
    known: tuple[int, Upset | None],
) -> Moved:
    cost, upset = known
    numbers = {need.scene: need.number for need in problem.scenes}
    (before, unit), (target, other) = pair
    back = _cost(problem, _put_back(after.days, scenes, pair[0])) - cost if before else 0
    money = Money(minor=back, currency=after.cost.currency)
    return Moved(
        scenes=tuple(numbers[scene] for scene in scenes),
        before=before,
        after=target,
        why=_why(problem, (before, target), scenes, (money, upset)),
        money=money,
        units=(unit, other),
    )


def _why(
    problem: Problem,
    pair: tuple[str, str],
    scenes: Iterable[SceneId],
    known: tuple[Money, Upset | None],
) -> str:
    money, upset = known
    before, after = pair
    if not before:
        return "new on the board"
    if not after:
        return "finds no lawful day"
    needs = [need for need in problem.scenes if need.scene in set(scenes)]
    cast = {member for need in needs for member in need.cast}
    if upset and before in upset.lost:
        return f"{before} is lost"
    ill = [p.name for p in problem.people if p.cast in cast and before in p.unavailable]
    if ill:
        return f"{', '.join(ill)} cannot work on {before}"
    if money.minor > 0:
        return f"saves {money} against its old date"
    return "makes room for strips that had to move"


def _put_back(
    days: Sequence[ShootDay], scenes: tuple[SceneId, ...], where: tuple[str, str]
) -> tuple[ShootDay, ...]:
    """The days with some strips on another date of a unit, where a day is made if there is none."""
    gone, (date, unit) = set(scenes), where
    rest = [replace(day, scenes=tuple(s for s in day.scenes if s not in gone)) for day in days]
    if not any((day.date, day.unit_name) == where for day in rest):
        shift = next((day.shift for day in days if gone & set(day.scenes)), Shift.DAY)
        rest.append(ShootDay(number=0, date=date, shift=shift, scenes=(), unit=unit or UNSET))
    put = [
        replace(day, scenes=(*day.scenes, *scenes)) if (day.date, day.unit_name) == where else day
        for day in rest
    ]
    return tuple(sorted((day for day in put if day.scenes), key=lambda day: day.date))


def _cost(problem: Problem, days: tuple[ShootDay, ...]) -> int:
    """What days cost by the problem's table, each performer with their best lawful drop."""
    nothing = Money(minor=0, currency=problem.costs.crew_day.currency)
    board = Board(days=days, cost=nothing, shares=(), lower_bound=nothing)
    return sum(share.amount.minor for share in price_board(problem, board))


def _require_ahead(days: Iterable[str], today: str) -> None:
    """Refuse dates that are past.

    Raises:
        InputError: One lies before today.
    """
    for day in days:
        if day < today:
            raise InputError(
                f"{day} lies before {today}, and what was shot stands",
                remedy="Name dates from today on.",
            )
