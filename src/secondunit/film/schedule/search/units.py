"""Search for a board of several units, each beside the others.

1. The board of the main unit alone is searched: what the others must be better than, and an order
   to weigh scenes in. It is bettered from there as long as the board of all units is, so that the
   two are compared fairly.
2. Each scene goes to one unit: by a person's word, else where it costs least (``units.assign``).
3. The main unit's part is searched, then each other unit's beside the days that stand, once on
   any date and once on dates on which its people are paid and idle: the cheaper one counts. Where
   somebody's hours between two units do not hold, the date is closed to them and the part is
   searched again. Where a unit finds no room beside the main unit, or has people of it, the main
   unit is tried last too, and in the order it had alone. Plans are tried briefly, and the best one
   searched at length.
4. The board of the main unit alone is kept where the others save nothing and nobody's word asks
   for them.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from msgspec import UNSET

from secondunit.core.ids import SceneId
from secondunit.core.money import Money, total
from secondunit.film.schedule.decoder.book import Near
from secondunit.film.schedule.decoder.outcome import drops_of
from secondunit.film.schedule.model import Board, CostShare, Problem, ShootDay
from secondunit.film.schedule.rules.terms import Unit
from secondunit.film.schedule.search.find import Outcome, search_board
from secondunit.film.schedule.units.assign import assignments
from secondunit.film.schedule.units.bound import bound_units
from secondunit.film.schedule.units.part import away, beside, idle_dates, in_turn, part_of, tagged
from secondunit.film.schedule.units.price import joint_shares
from secondunit.film.schedule.units.strain import strained

_ROUNDS = 12
"""Times that single dates are closed to people who work with two units; after that whole weeks."""

_QUICK = 4
"""Plans are tried, and strained parts searched again, by a search this many times shorter."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Way:
    """How a search goes.

    Args:
        seed: Any whole number.
        iterations: Strip orders to try, for all scenes together.
        start: An order to begin at.
        near: A board to stay near to.
        stands: The unit of each scene of that board, by name; None: scenes are assigned anew.
    """

    seed: int
    iterations: int
    start: Sequence[SceneId] = ()
    near: Near | None = None
    stands: Mapping[SceneId, str] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Plan:
    """Which unit shoots each scene, by name, and whether the main unit's part stays in the order
    begun at, or is searched last."""

    stands: Mapping[SceneId, str]
    still: bool = False
    last: bool = False


def search_units(problem: Problem, way: Way) -> Outcome:
    """Search for the cheapest lawful board of all units; of one unit, as ``search_board`` does.

    Raises:
        InputError: The window has no work date, or the amounts are in different currencies.
    """
    units = problem.terms.units or ()
    if not units:
        return search_board(
            problem, seed=way.seed, iterations=way.iterations, start=way.start, near=way.near
        )
    if way.stands is not None:
        found, _ = _trials(problem, [way.stands], way)
        return _bounded(problem, found)
    half = replace(way, iterations=-(-way.iterations // 2))
    alone = _find(_alone(problem), half)
    order = [scene for day in alone.board.days for scene in day.scenes]
    order += [need.scene for need in problem.scenes if need.scene not in set(order)]
    again = replace(half, start=order, seed=way.seed + 1)
    alone = min((alone, _find(_alone(problem), again)), key=_rank)
    quick = replace(again, iterations=again.iterations // _QUICK)
    joint, plan = _trials(problem, assignments(problem, order), quick)
    if not plan.still:
        joint = min((joint, _in_turn(problem, plan, again)), key=_rank)
    joint = replace(
        joint, board=replace(joint.board, baselines=alone.board.baselines), alone=alone.board
    )
    asked = any(unit.scenes or unit.shorter for unit in units)
    if not asked and _rank(alone) <= _rank(joint):
        joint = replace(alone, alone=alone.board, dearer=joint.board)
    return _bounded(problem, joint)


def _rank(outcome: Outcome) -> tuple[int, int]:
    return len(outcome.board.boneyard), outcome.board.cost.minor


def _alone(problem: Problem) -> Problem:
    """The problem without other units."""
    return replace(problem, terms=replace(problem.terms, units=UNSET))


def _bounded(problem: Problem, outcome: Outcome) -> Outcome:
    left_out = set(outcome.board.boneyard)
    scenes = [need for need in problem.scenes if need.scene not in left_out]
    bound = bound_units(problem, scenes)
    return replace(outcome, board=replace(outcome.board, lower_bound=bound))


def _find(part: Problem, way: Way) -> Outcome:
    return search_board(
        part,
        seed=way.seed,
        iterations=way.iterations,
        start=way.start,
        near=way.near,
        bounded=False,
    )


def _trials(
    problem: Problem, ways: Sequence[Mapping[SceneId, str]], way: Way
) -> tuple[Outcome, _Plan]:
    """The best board of units side by side, by a search of that length of each plan.

    The main unit goes first; where the others find no room so, or have people of it, it is tried
    in the order it had, and last, too. A scene that a unit may shoot and finds no day for goes back
    to the main unit.
    """
    given = {scene for unit in problem.terms.units or () for scene in unit.scenes}
    plans = [_Plan(stands=stands) for stands in ways]
    found: list[tuple[Outcome, _Plan]] = []
    while plans:
        plan = plans.pop(0)
        outcome, stands = _in_turn(problem, plan, way), plan.stands
        found.append((outcome, plan))
        if plan.last or plan.still:
            continue
        back = {s for s in outcome.board.boneyard if stands.get(s) and s not in given}
        if back:
            kept = {scene: name for scene, name in stands.items() if scene not in back}
            plans.append(_Plan(stands=kept))
        elif outcome.board.boneyard or _share_people(problem, stands):
            plans += [_Plan(stands=stands, still=True), _Plan(stands=stands, last=True)]
    return min(found, key=lambda each: _rank(each[0]))


def _share_people(problem: Problem, stands: Mapping[SceneId, str]) -> bool:
    """Whether somebody plays in scenes of two units."""
    units: dict[int, set[str]] = {}
    for need in problem.scenes:
        for cast in need.cast:
            units.setdefault(cast, set()).add(stands.get(need.scene, ""))
    return any(len(names) > 1 for names in units.values())


def _weight(
    problem: Problem, found: Outcome, beside_days: tuple[Unit | None, tuple[ShootDay, ...]]
) -> tuple[int, int]:
    """What a unit's part costs with the cast of all days that stand beside it."""
    unit, others = beside_days
    days = in_turn(problem, (*others, *tagged(found.board.days, unit)))
    shares = joint_shares(problem, replace(found.board, days=days), {"": found.board.shares})
    return len(found.board.boneyard), sum(share.amount.minor for share in shares)


def _in_turn(problem: Problem, plan: _Plan, way: Way) -> Outcome:
    """One unit after the other, each beside the days that stand."""
    others_first = [*(problem.terms.units or ()), None]
    units: list[Unit | None] = others_first if plan.last else [None, *others_first[:-1]]
    stands = plan.stands
    parts: dict[str, Outcome] = {}
    past = problem.past
    days: tuple[ShootDay, ...] = ()
    within: dict[SceneId, Problem] = {}
    for unit in units:
        name = unit.name if unit else ""
        own = {need.scene for need in problem.scenes if stands.get(need.scene, "") == name}
        past = tuple(day for day in past if day.unit_name != name)
        others = (*days, *past)
        part = beside(part_of(problem, unit, own), problem, unit, others)
        if not part.scenes and unit is not None:
            continue
        share = way.iterations * len(part.scenes) // max(len(problem.scenes), 1)
        share = 0 if plan.still and unit is None else share
        own_way = replace(
            way, iterations=share, start=[scene for scene in way.start if scene in own]
        )
        tries = [part] if unit is None else [part, *idle_dates(part, problem, others)]
        ways = [_unstrained(problem, (unit, each), others, own_way) for each in tries]
        part, found = min(ways, key=lambda each: _weight(problem, each[1], (unit, others)))
        parts[name] = found
        days += tagged(found.board.days, unit)
        within |= dict.fromkeys(own, part)
    return _joined(problem, parts, in_turn(problem, days), (way, within))


def _unstrained(
    problem: Problem, own: tuple[Unit | None, Problem], days: tuple[ShootDay, ...], way: Way
) -> tuple[Problem, Outcome]:
    """A unit's part, searched again until everybody's hours between the units hold."""
    unit, part = own
    found = _find(part, way)
    brief = replace(way, iterations=way.iterations // _QUICK)
    for turn in range(2 * _ROUNDS):
        every = in_turn(problem, (*days, *tagged(found.board.days, unit)))
        strain = strained(problem, every, unit.name if unit else "")
        known = {person.cast: set(person.unavailable) for person in part.people}
        if all(day in known[cast] for cast, day in strain):
            break  # nothing is strained, or only days that were shot
        closed: dict[int, set[str]] = {}
        for cast, day in strain:
            closed.setdefault(cast, set()).add(day)
            if turn >= _ROUNDS:
                closed[cast] |= _weeks_of(problem, cast, days)
        people = tuple(away(person, closed.get(person.cast, ())) for person in part.people)
        part = replace(part, people=people)
        found = _find(part, brief)
    return part, found


def _weeks_of(problem: Problem, cast: int, days: Iterable[ShootDay]) -> set[str]:
    """Every date of the weeks in which somebody works with other units, and of those beside."""
    needs = {need.scene: need for need in problem.scenes}
    found: set[str] = set()
    for day in days:
        if any(cast in needs[scene].cast for scene in day.scenes):
            at = date.fromisoformat(day.date)
            monday = at - timedelta(days=at.weekday() + 7)
            found |= {(monday + timedelta(days=n)).isoformat() for n in range(21)}
    return found


def _joined(
    problem: Problem,
    parts: Mapping[str, Outcome],
    days: tuple[ShootDay, ...],
    how: tuple[Way, Mapping[SceneId, Problem]],
) -> Outcome:
    """One board of the parts, priced together."""
    way, within = how
    left_out = {scene for part in parts.values() for scene in part.board.boneyard}
    nothing = Money(minor=0, currency=problem.costs.crew_day.currency)
    board = Board(
        days=days,
        cost=nothing,
        shares=(),
        lower_bound=nothing,
        boneyard=tuple(need.scene for need in problem.scenes if need.scene in left_out),
        seed=way.seed,
        iterations=way.iterations,
    )
    own: dict[str, tuple[CostShare, ...]] = {
        name: part.board.shares for name, part in parts.items()
    }
    shares = joint_shares(problem, board, own)
    board = replace(
        board,
        shares=shares,
        cost=total((share.amount for share in shares), nothing.currency),
        drops=drops_of(problem, board),
        baselines=parts[""].board.baselines,
    )
    return Outcome(
        board=board,
        lost=tuple(lost for part in parts.values() for lost in part.lost),
        crowded_out=tuple(need for part in parts.values() for need in part.crowded_out),
        within=within,
    )
