"""Read a production's budget table, and refuse what would be passed over in silence."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from dataclasses import fields
from decimal import Decimal
from typing import Any

import msgspec

from secondunit.core.errors import InputError
from secondunit.film.budget.entries import (
    AccountRate,
    Allowance,
    Background,
    BoardAccounts,
    CastFringes,
    FreeLine,
    Fringe,
    Group,
    NamedExpression,
    Place,
    Post,
    Share,
    SubAccount,
)
from secondunit.film.budget.formula.parse import parse
from secondunit.film.budget.terms import BOARD_SHARES, DRIVERS, Rates

_TABLES: dict[str, type[Any]] = {
    "accounts": AccountRate,
    "fringes": Fringe,
    "crew": Post,
    "allowances": Allowance,
    "shares": Share,
    "background": Background,
    "cast": CastFringes,
    "board": BoardAccounts,
    "globals": NamedExpression,
    "lines": FreeLine,
    "groups": Group,
    "places": Place,
    "sub_accounts": SubAccount,
}


def read_rates(text: str) -> Rates:
    """Read a budget table.

    Raises:
        InputError: It is not TOML, a field is missing, unknown or of the wrong kind, or one
            entry names another that does not exist; the message names the field.
    """
    try:
        table = tomllib.loads(text, parse_float=Decimal)
    except tomllib.TOMLDecodeError as error:
        raise InputError(
            f"the budget table is not valid TOML: {error}",
            remedy="Correct that line of budget.toml.",
        ) from error
    _require_known_fields(table)
    try:
        rates = msgspec.convert(table, Rates)
    except msgspec.ValidationError as error:
        raise InputError(
            f"the budget table has a wrong field: {error}",
            remedy="Correct the field named after $ in budget.toml.",
        ) from error
    _require_sense(rates)
    return rates


def _require_known_fields(table: dict[str, Any]) -> None:
    """A misspelt field must not be passed over in silence."""
    _require_known(table, Rates, "")
    for name, shape in _TABLES.items():
        value = table.get(name, [])
        for index, entry in enumerate(value if isinstance(value, list) else [value]):
            if isinstance(entry, dict):
                place = f"{name}[{index}]." if isinstance(value, list) else f"{name}."
                _require_known(entry, shape, place)


def _require_known(entry: dict[str, Any], shape: type[Any], place: str) -> None:
    known = {field.name for field in fields(shape)}
    for key in entry:
        if key not in known:
            raise InputError(
                f"budget table field {place}{key} is unknown",
                remedy=f"Use one of {', '.join(sorted(known))}.",
            )


def _require_sense(rates: Rates) -> None:
    codes = [account.code for account in rates.accounts]
    keys = [fringe.key for fringe in rates.fringes]
    _require_distinct(codes, "accounts.code")
    _require_distinct(keys, "fringes.key")
    _require_distinct([each.name for each in rates.globals], "globals.name")
    _require_distinct([each.key for each in rates.groups], "groups.key")
    _require_distinct([each.key for each in rates.places], "places.key")
    _require_distinct([each.code for each in rates.sub_accounts], "sub_accounts.code")
    for place, code in _named_accounts(rates):
        _require(code in codes, f"{place} is “{code}”", "Name a code of [[accounts]].")
    for place, names in _named_fringes(rates):
        for name in names:
            _require(name in keys, f"{place} names “{name}”", "Name a key of [[fringes]].")
    for place, code in _named_subs(rates):
        known = {sub.code for sub in rates.sub_accounts}
        _require(code in known, f"{place} is “{code}”", "Name a code of [[sub_accounts]].")
    for place, key in _named_groups(rates):
        known = {group.key for group in rates.groups}
        _require(key in known, f"{place} names group “{key}”", "Name a key of [[groups]].")
    for place, key in _named_places(rates):
        known = {each.key for each in rates.places}
        _require(key in known, f"{place} is “{key}”", "Name a key of [[places]].")
    for place, expression in _expressions(rates):
        try:
            parse(expression)
        except InputError as error:
            raise InputError(
                f"budget table: {place}: {error.message}", remedy=error.remedy
            ) from error
    for post in rates.crew:
        _require(
            post.unit in {"day", "week"},
            f"crew “{post.post}”: unit is “{post.unit}”",
            "Use day or week.",
        )
        _require(post.count > 0, f"crew “{post.post}”: count is {post.count}", "Use 1 or more.")
    for allowance in rates.allowances:
        _require(
            allowance.driver in DRIVERS,
            f"allowance “{allowance.description}”: driver is “{allowance.driver}”",
            "Use a driver listed above [[allowances]].",
        )
    for fringe in rates.fringes:
        _require(
            fringe.basis in {"person-project", "person-year"},
            f"fringe “{fringe.key}”: basis is “{fringe.basis}”",
            "Use person-project or person-year.",
        )
    _require(rates.week_days > 0, f"week_days is {rates.week_days}", "Use 1 to 7.")
    for place, number in (*_amounts(rates), *_counts(rates)):
        _require(
            number.is_finite() and 0 <= number < 10**10,
            f"{place} is {number}",
            "Give a number of 0 or more.",
        )
    for place, amount in _amounts(rates):
        _require(amount * 100 % 1 == 0, f"{place} is {amount}", "Give whole cents.")


def _named_accounts(rates: Rates) -> Iterable[tuple[str, str]]:
    for key in BOARD_SHARES:
        yield f"board.{key}", getattr(rates.board, key)
    for key, code in rates.board.teams.items():
        yield f"board.teams.{key}", code
    yield "background.account", rates.background.account
    for post in rates.crew:
        yield f"crew “{post.post}”: account", post.account
    for allowance in rates.allowances:
        yield f"allowance “{allowance.description}”: account", allowance.account
    for share in rates.shares:
        yield f"share “{share.description}”: account", share.account
        for code in share.excludes:
            yield f"share “{share.description}”: excludes", code
    for line in rates.lines:
        yield f"line “{line.description}”: account", line.account
    for code in rates.contingency_excludes:
        yield "contingency_excludes", code
    for sub in rates.sub_accounts:
        yield f"sub_accounts “{sub.code}”: account", sub.account
    for code in (rates.board.other, *rates.board.shares.values()):
        if code:
            yield "board.other or board.shares", code


def _entries(rates: Rates) -> Iterable[tuple[str, Post | Allowance | FreeLine]]:
    for post in rates.crew:
        yield f"crew “{post.post}”", post
    for allowance in rates.allowances:
        yield f"allowance “{allowance.description}”", allowance
    for line in rates.lines:
        yield f"line “{line.description}”", line


def _named_subs(rates: Rates) -> Iterable[tuple[str, str]]:
    named = [(f"{place}: sub", entry.sub) for place, entry in _entries(rates)]
    named += [("background.sub", rates.background.sub), ("cast.sub", rates.cast.sub)]
    named += [(f"board.subs.{key}", code) for key, code in rates.board.subs.items()]
    named += [(f"fringe_subs.{key}", code) for key, code in rates.fringe_subs.items()]
    return ((place, code) for place, code in named if code)


def _named_groups(rates: Rates) -> Iterable[tuple[str, str]]:
    for place, entry in _entries(rates):
        for key in entry.groups:
            yield place, key
    for group in rates.groups:
        if group.parent:
            yield f"groups “{group.key}”: parent", group.parent


def _named_places(rates: Rates) -> Iterable[tuple[str, str]]:
    for place, entry in _entries(rates):
        if entry.place:
            yield f"{place}: place", entry.place


def _expressions(rates: Rates) -> Iterable[tuple[str, str]]:
    for each in rates.globals:
        yield f"globals “{each.name}”: value", each.value
    for line in rates.lines:
        for field in ("amount", "times", "rate"):
            yield f"line “{line.description}”: {field}", getattr(line, field)


def _named_fringes(rates: Rates) -> Iterable[tuple[str, tuple[str, ...]]]:
    yield "background.fringes", rates.background.fringes
    yield "cast.fringes", rates.cast.fringes
    for post in rates.crew:
        yield f"crew “{post.post}”: fringes", post.fringes
    for line in rates.lines:
        yield f"line “{line.description}”: fringes", line.fringes


def _amounts(rates: Rates) -> Iterable[tuple[str, Decimal]]:
    yield "background.rate", rates.background.rate
    for post in rates.crew:
        yield f"crew “{post.post}”: rate", post.rate
    for allowance in rates.allowances:
        yield f"allowance “{allowance.description}”: rate", allowance.rate
    for fringe in rates.fringes:
        yield f"fringe “{fringe.key}”: per_day", fringe.per_day
        if fringe.ceiling is not None:
            yield f"fringe “{fringe.key}”: ceiling", fringe.ceiling


def _counts(rates: Rates) -> Iterable[tuple[str, Decimal]]:
    yield "contingency_percent", rates.contingency_percent
    for post in rates.crew:
        yield f"crew “{post.post}”: prep", post.prep
        yield f"crew “{post.post}”: wrap", post.wrap
    for allowance in rates.allowances:
        yield f"allowance “{allowance.description}”: per", allowance.per
        yield f"allowance “{allowance.description}”: least", allowance.least
    for fringe in rates.fringes:
        yield f"fringe “{fringe.key}”: percent", fringe.percent
    for share in rates.shares:
        yield f"share “{share.description}”: percent", share.percent


def _require_distinct(names: list[str], place: str) -> None:
    twice = sorted({name for name in names if names.count(name) > 1})
    _require(not twice, f"{place} “{', '.join(twice)}” stands twice", "Keep one of them.")


def _require(condition: object, message: str, remedy: str) -> None:
    if not condition:
        raise InputError(f"budget table: {message}", remedy=remedy)
