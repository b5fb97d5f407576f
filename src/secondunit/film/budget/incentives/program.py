"""Programs of incentives as data: who pays, from when, on which spend, how much, when."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from secondunit.core.errors import InputError
from secondunit.film.budget.model import Nature, Section
from secondunit.film.budget.reading import read_toml

FILE = "incentives.toml"


@dataclass(frozen=True, slots=True, kw_only=True)
class Rate:
    """One rate of a program; all that apply are added up.

    Args:
        key: By which it is asked for.
        title: As printed.
        percent: Of qualifying spend.
        kinds: Only on accounts of these kinds; none of them: all.
        natures: Only on lines of these natures; none of them: all.
        assumed: Whether it is taken without being asked for; an uplift with a condition is not.
        instead: Key of the rate that it replaces on its lines.
        outside_core_cap: Its lines are not under the program's ``core_percent``.
        condition: What the production must do for it.
    """

    key: str
    title: str
    percent: Decimal
    kinds: tuple[str, ...] = ()
    natures: tuple[Nature, ...] = ()
    assumed: bool = False
    instead: str = ""
    outside_core_cap: bool = False
    condition: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Exclusion:
    """Lines that do not qualify, by any of these marks, and why."""

    reason: str
    sections: tuple[Section, ...] = ()
    kinds: tuple[str, ...] = ()
    natures: tuple[Nature, ...] = ()
    but_kinds: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Program:
    """A program of incentives.

    Args:
        key: By which it is asked for.
        title: As printed.
        jurisdiction: ``GB``, ``US-GA``: money spent at places of it qualifies.
        version: Of this entry.
        effective_from: ISO date from which principal photography may begin.
        effective_to: ISO date until which; empty for no end.
        currency: Of all its amounts.
        source: Where the figures come from.
        url: The page.
        checked_on: ISO date on which somebody last looked.
        verify: What nobody has confirmed; empty for nothing.
        rates: At least one that is assumed.
        excludes: What does not qualify.
        minimum_spend: Least qualifying spend.
        minimum_budget: Least total budget.
        core_limit: Most core spend a film may have to be in the program at all.
        core_percent: Qualifying spend is at most this part of all core spend, wherever spent.
        core_cap: Core spend above it earns nothing.
        spend_cap: Qualifying spend above it earns nothing.
        person_cap: Pay of one person above it does not qualify.
        above_percent: Above-the-line spend qualifies up to this percent of the other.
        tax_percent: Tax on the credit, where it is taxable.
        realised_percent: What is paid out or obtained for it of each hundred.
        how: ``refundable`` or ``transferable``.
        audit_fee: Of the audit it asks for.
        months: From the end of post-production to the money.
        conditions: What the figures take for granted.
    """

    key: str
    title: str
    jurisdiction: str
    version: int
    effective_from: str
    currency: str
    source: str
    url: str
    checked_on: str
    rates: tuple[Rate, ...]
    how: str
    months: int
    effective_to: str = ""
    verify: str = ""
    excludes: tuple[Exclusion, ...] = ()
    minimum_spend: Decimal = Decimal(0)
    minimum_budget: Decimal = Decimal(0)
    core_limit: Decimal | None = None
    core_percent: Decimal = Decimal(100)
    core_cap: Decimal | None = None
    spend_cap: Decimal | None = None
    person_cap: Decimal | None = None
    above_percent: Decimal | None = None
    tax_percent: Decimal = Decimal(0)
    realised_percent: Decimal = Decimal(100)
    audit_fee: Decimal = Decimal(0)
    conditions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Programs:
    """The data file of incentives as read.

    Args:
        source: Where it comes from.
        version: Of the file.
        checked_on: ISO date on which somebody last looked.
        post_months: From the last shooting day to the end of post-production.
        interest_percent: A year, on money borrowed until the incentive is paid.
        programs: The programs.
        verify: Whether the planning figures of the head are to be confirmed.
    """

    source: str
    version: int
    checked_on: str
    post_months: int
    interest_percent: Decimal
    programs: tuple[Program, ...]
    verify: bool = True

    def program(self, key: str) -> Program:
        """The program of that key.

        Raises:
            InputError: There is none.
        """
        for program in self.programs:
            if program.key == key:
                return program
        raise InputError(
            f"there is no program “{key}”",
            remedy=f"Use one of {', '.join(program.key for program in self.programs)}.",
        )


def read_programs(text: str) -> Programs:
    """Read the data file of incentives.

    Raises:
        InputError: It is not TOML, or a field is missing, unknown or makes no sense; the message
            names program and field.
    """
    found = read_toml(text, Programs, FILE)
    keys = [program.key for program in found.programs]
    _require(len(set(keys)) == len(keys), "a key of [[programs]] stands twice", "Keep one.")
    for program in found.programs:
        _check(program)
    return found


def _check(program: Program) -> None:
    place = f"program “{program.key}”"
    for name in ("effective_from", "effective_to", "checked_on"):
        text = getattr(program, name)
        if text or name != "effective_to":
            _require(_is_date(text), f"{place}: {name} is “{text}”", "Write 2026-04-01.")
    _require(
        program.how in {"refundable", "transferable"},
        f"{place}: how is “{program.how}”",
        "Use refundable or transferable.",
    )
    _require(
        any(rate.assumed for rate in program.rates),
        f"{place} has no rate that is assumed",
        "Mark the basic rate `assumed = true`.",
    )
    known = {rate.key for rate in program.rates}
    for rate in program.rates:
        _require(
            not rate.instead or rate.instead in known,
            f"{place}: rate “{rate.key}” stands instead of “{rate.instead}”",
            "Name a rate of the program.",
        )
    for name in ("core_percent", "tax_percent", "realised_percent"):
        value = getattr(program, name)
        _require(0 <= value <= 100, f"{place}: {name} is {value}", "Use 0 to 100.")


def _is_date(text: str) -> bool:
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True


def _require(condition: object, message: str, remedy: str) -> None:
    if not condition:
        raise InputError(f"{FILE}: {message}", remedy=remedy)
