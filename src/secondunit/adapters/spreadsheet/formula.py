"""Expressions of a budget as spreadsheet formulas, to the same value."""

from __future__ import annotations

from collections.abc import Mapping

from secondunit.film.budget.formula.parse import Call, Name, Node, Number, Operation, parse


def formula_of(expression: str, cells: Mapping[str, str]) -> str:
    """An expression as a formula, without the equals sign.

    Args:
        expression: As ``film.budget.formula.parse`` reads it.
        cells: The cell of each figure by name.

    >>> formula_of("ceil(shoot_days * 1.5) / 5", {"shoot_days": "Globals!$B$2"})
    '(-INT(-ROUND((Globals!$B$2*1.5),6))/5)'
    """
    return _text(parse(expression), cells)


def _text(node: Node, cells: Mapping[str, str]) -> str:
    match node:
        case Number(value=value):
            return f"{value:f}"
        case Name(name=name):
            return cells[name]
        case Operation(sign=sign, left=left, right=right):
            return f"({_text(left, cells)}{sign}{_text(right, cells)})"
        case Call(function=function, arguments=arguments):
            return _call(function, [_text(each, cells) for each in arguments])


def _call(function: str, parts: list[str]) -> str:
    match function:
        case "ceil":
            return f"-INT(-ROUND({parts[0]},6))"
        case "floor":
            return f"INT(ROUND({parts[0]},6))"
        case "round":
            return f"ROUND({parts[0]},MAX(0,MIN(6,INT({parts[1]}))))"
        case _:
            return f"{function.upper()}({','.join(parts)})"
