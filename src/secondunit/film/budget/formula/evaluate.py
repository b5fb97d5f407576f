"""The value of expressions, in exact decimals; figures that go round in a circle are named."""

from __future__ import annotations

import difflib
from collections.abc import Mapping
from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_UP, Decimal

from secondunit.core.errors import InputError
from secondunit.film.budget.formula.parse import (
    Call,
    Name,
    Node,
    Number,
    Operation,
    names_of,
    parse,
)

_SIX = Decimal("0.000001")


def evaluate(expression: str, figures: Mapping[str, Decimal]) -> Decimal:
    """The value of an expression.

    Args:
        expression: As ``parse`` reads it.
        figures: Values by name.

    Raises:
        InputError: It is no expression, names an unknown figure, or divides by nothing.

    >>> evaluate("ceil(shoot_days * 1.5) / 5", {"shoot_days": Decimal(7)})
    Decimal('2.2')
    """
    try:
        return _value(parse(expression), figures, expression)
    except ArithmeticError as error:
        raise InputError(
            f"the expression “{expression[:60]}” comes to no number",
            remedy="Keep numbers within twenty digits.",
        ) from error


def resolve(counted: Mapping[str, Decimal], named: Mapping[str, str]) -> dict[str, Decimal]:
    """All figures: those counted, and named expressions over them and over each other.

    Args:
        counted: What the schedule and the breakdown count, by name.
        named: Expressions by name.

    Raises:
        InputError: An expression is wrong, two or more go round in a circle, or a name is
            already counted; the message names them.
    """
    figures = dict(counted)
    for name in named:
        if name in counted:
            raise InputError(
                f"the global “{name}” is already counted from the schedule",
                remedy="Give it another name.",
            )
    for name in named:
        _settle(name, named, figures, ())
    return figures


def _settle(
    name: str, named: Mapping[str, str], figures: dict[str, Decimal], chain: tuple[str, ...]
) -> None:
    if name in chain:
        circle = " → ".join((*chain[chain.index(name) :], name))
        raise InputError(
            f"globals go round in a circle: {circle}",
            remedy="Give one of them a number, or a figure of the schedule.",
        )
    if name in figures:
        return
    try:
        for other in names_of(parse(named[name])):
            if other in named:
                _settle(other, named, figures, (*chain, name))
        figures[name] = evaluate(named[name], figures)
    except InputError as error:
        if "circle" in error.message or error.message.startswith("global “"):
            raise
        raise InputError(f"global “{name}”: {error.message}", remedy=error.remedy) from error


def _value(node: Node, figures: Mapping[str, Decimal], text: str) -> Decimal:
    match node:
        case Number(value=value):
            return value
        case Name(name=name):
            return _figure(name, figures, text)
        case Operation(sign=sign, left=left, right=right):
            return _operate(sign, _value(left, figures, text), _value(right, figures, text), text)
        case Call(function="if", arguments=(condition, yes, no)):
            chosen = yes if _value(condition, figures, text) else no
            return _value(chosen, figures, text)
        case Call(function=function, arguments=arguments):
            return _call(function, [_value(each, figures, text) for each in arguments])


def _figure(name: str, figures: Mapping[str, Decimal], text: str) -> Decimal:
    if name in figures:
        return figures[name]
    near = difflib.get_close_matches(name, figures, n=3, cutoff=0.5)
    raise InputError(
        f"the expression “{text}” names “{name}”, which nothing counts",
        remedy=f"Did you mean {' or '.join(near)}?" if near else "Name a figure or a global.",
    )


def _operate(sign: str, left: Decimal, right: Decimal, text: str) -> Decimal:
    match sign:
        case "+":
            return left + right
        case "-":
            return left - right
        case "*":
            return left * right
        case "/":
            if not right:
                raise InputError(
                    f"the expression “{text}” divides by nothing",
                    remedy="Guard it: if(n = 0, 0, x / n).",
                )
            return left / right
        case _:
            return Decimal(_compare(sign, left, right))


def _compare(sign: str, left: Decimal, right: Decimal) -> bool:
    return {
        "<": left < right,
        "<=": left <= right,
        ">": left > right,
        ">=": left >= right,
        "=": left == right,
        "<>": left != right,
    }[sign]


def _call(function: str, values: list[Decimal]) -> Decimal:
    """The function; ceil and floor are taken at six decimals, as a spreadsheet must take them."""
    match function:
        case "min":
            return min(values)
        case "max":
            return max(values)
        case "ceil":
            return values[0].quantize(_SIX, ROUND_HALF_UP).to_integral_value(ROUND_CEILING)
        case "floor":
            return values[0].quantize(_SIX, ROUND_HALF_UP).to_integral_value(ROUND_FLOOR)
        case _:
            places = max(0, min(int(values[1]), 6))
            return values[0].quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)
