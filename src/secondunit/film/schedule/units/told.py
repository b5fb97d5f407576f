"""What units beside the main one bring: whose scenes, how many days, and the money of it."""

from __future__ import annotations

from collections.abc import Iterable

from secondunit.core.evidence import Evidence, from_rule
from secondunit.core.finding import Finding, Severity
from secondunit.core.pages import page_words
from secondunit.film.schedule.board import unit_words
from secondunit.film.schedule.model import Board, Problem, ShootDay
from secondunit.film.schedule.rules.terms import Unit
from secondunit.film.schedule.units.part import units_shooting
from secondunit.film.schedule.units.price import UNIT

_WORD = "the production's own word, units in shoot.toml"


def unit_evidence(problem: Problem, board: Board) -> tuple[Evidence, ...]:
    """Why each scene that is not the main unit's stands where it does; nothing for one unit."""
    return tuple(
        from_rule(f"{unit_words(unit.name)}, {why}: scene {', '.join(numbers)}", _WORD)
        for unit in units_shooting(problem, board)
        for why, numbers in _reasons(problem, unit, board).items()
    )


def _reasons(problem: Problem, unit: Unit, board: Board) -> dict[str, list[str]]:
    """Numbers of the unit's scenes by what sent them there."""
    kinds, found = dict(unit.may), dict[str, list[str]]()
    own = {scene for day in board.days if day.unit_name == unit.name for scene in day.scenes}
    for need in problem.scenes:
        if need.scene in own:
            given = need.scene in unit.scenes
            why = "given to it" if given else kinds.get(need.scene, "taken over")
            found.setdefault(why, []).append(need.number)
    return found


def told_units(
    problem: Problem, board: Board, alone: Board | None, dearer: Board | None
) -> tuple[Finding, ...]:
    """What each unit shoots, and what it saves or costs against the main unit alone.

    Args:
        problem: Of all units.
        board: The board that is proposed.
        alone: That of the main unit alone; None where it was not searched.
        dearer: The board of all units, where it was not taken.
    """
    found = [_unit_told(problem, unit, board) for unit in units_shooting(problem, board)]
    if alone is not None and dearer is not None:
        found.append(_note("units-not-used", _not_used(problem, dearer, alone), _SHORTER))
    elif alone is not None and found:
        names = _names(problem, board)
        found.append(_note("units-weighed", f"with the {names}: {_against(board, alone)}", _REMEDY))
    return tuple(found)


def _not_used(problem: Problem, dearer: Board, alone: Board) -> str:
    """Why the main unit shoots everything."""
    if units_shooting(problem, dearer):
        return f"the {_names(problem, dearer)} would save nothing: {_against(dearer, alone)}"
    units = problem.terms.units or ()
    names = " and the ".join(unit_words(unit.name) for unit in units)
    may = len({scene for unit in units for scene, _ in unit.may})
    return (
        f"the {names} would save nothing: each of the {may} scenes it may shoot costs less"
        " with the main unit"
    )


_SHORTER = 'To end sooner all the same, write aim = "shorter" under [[units]] in shoot.toml.'
_REMEDY = "Change crew_day, dates, scenes or takes under [[units]] in shoot.toml, and run it again."


def _unit_told(problem: Problem, unit: Unit, board: Board) -> Finding:
    days = [day for day in board.days if day.unit_name == unit.name]
    scenes = {scene for day in days for scene in day.scenes}
    pages = sum(need.eighths for need in problem.scenes if need.scene in scenes)
    reasons = "; ".join(
        f"{why}: {', '.join(numbers)}" for why, numbers in _reasons(problem, unit, board).items()
    )
    return Finding(
        severity=Severity.NOTE,
        rule="schedule.unit",
        where=unit_words(unit.name),
        message=f"shoots {page_words(pages)} in {_days(days)}, {days[0].date} to {days[-1].date}:"
        f" {reasons}",
        remedy=_REMEDY,
    )


def _names(problem: Problem, board: Board) -> str:
    return " and the ".join(unit_words(unit.name) for unit in units_shooting(problem, board))


def _against(board: Board, alone: Board) -> str:
    """Days, last date and money of a board against that of the main unit alone."""
    main = [day for day in board.days if not day.unit_name]
    same = len(main) == len(alone.days)
    instead = "as without it" if same else f"instead of {len(alone.days)}"
    parts = [f"{_days(main)} of the main unit {instead}"]
    if board.days and alone.days:
        last, before = board.days[-1].date, alone.days[-1].date
        if last != before:
            parts.append(f"the last day {last} instead of {before}")
    change = board.cost - alone.cost
    word = "saves" if change.minor < 0 else "adds"
    money = abs(change.minor)
    total = type(change)(minor=money, currency=change.currency)
    parts.append(f"{board.cost} instead of {alone.cost}")
    return f"{', '.join(parts)}: {word} {total} ({_shares(board, alone)})"


def _shares(board: Board, alone: Board) -> str:
    """Every part of the cost that differs, with its sign; what saves most first."""
    before = {share.key: share.amount.minor for share in alone.shares}
    after = {share.key: share.amount.minor for share in board.shares}
    changes = {key: after.get(key, 0) - before.get(key, 0) for key in {**before, **after}}
    ranked = sorted((key for key in changes if changes[key]), key=lambda key: changes[key])
    return ", ".join(f"{_share_words(key)} {changes[key] / 100:+,.2f}" for key in ranked)


def _share_words(key: str) -> str:
    return unit_words(key.removeprefix(UNIT)) if key.startswith(UNIT) else key


def _days(days: Iterable[ShootDay]) -> str:
    count = len(tuple(days))
    return f"{count} day{'s' if count != 1 else ''}"


def _note(rule: str, message: str, remedy: str) -> Finding:
    return Finding(
        severity=Severity.NOTE,
        rule=f"schedule.{rule}",
        where="units",
        message=message,
        remedy=remedy,
    )
