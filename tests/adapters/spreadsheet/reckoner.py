"""A spreadsheet in small: reckons the formulas of a workbook, sharing nothing with the writer.

Knows numbers, texts, cells and ranges of any tab, + - * / and comparisons, and the functions
ROUND, SUM, MIN, MAX, INT, IF and SUMIF. Decimal throughout; anything else is an error.
"""

from __future__ import annotations

import re
from decimal import ROUND_FLOOR, ROUND_HALF_UP, Decimal
from io import BytesIO
from typing import Any

import openpyxl

TOKEN = re.compile(
    r"""\s*(?:(?P<text>"[^"]*")|(?P<ref>(?:'[^']+'!|[A-Za-z]\w*!)?\$?[A-Z]{1,3}\$?\d+
    (?::\$?[A-Z]{1,3}\$?\d+)?)(?![\w(])|(?P<number>\d+(?:\.\d+)?)|(?P<name>[A-Z]+)(?=\()
    |(?P<sign><=|>=|<>|[-+*/(),<>=]))""",
    re.VERBOSE,
)

Value = Any


class Reckoner:
    def __init__(self, workbook: bytes) -> None:
        self.book = openpyxl.load_workbook(BytesIO(workbook))
        self.known: dict[tuple[str, str], Value] = {}

    def value(self, tab: str, cell: str) -> Value:
        key = (tab, cell)
        if key not in self.known:
            self.known[key] = None  # a circle meets an empty cell and fails on it
            raw = self.book[tab][cell].value
            if isinstance(raw, str) and raw.startswith("="):
                self.known[key] = Formula(self, tab, raw[1:]).reckon()
            elif isinstance(raw, int | float):
                self.known[key] = Decimal(repr(raw))
            else:
                self.known[key] = raw
        return self.known[key]

    def cells(self, tab: str, reference: str) -> list[Value]:
        return [
            self.value(tab, cell.coordinate) for row in self.book[tab][reference] for cell in row
        ]


class Formula:
    def __init__(self, reckoner: Reckoner, tab: str, text: str) -> None:
        self.reckoner, self.tab = reckoner, tab
        self.tokens: list[tuple[str, str]] = []
        place = 0
        while place < len(text):
            found = TOKEN.match(text, place)
            assert found is not None, f"{text} at {text[place:]}"
            assert found.lastgroup is not None
            self.tokens.append((found.lastgroup, found[found.lastgroup]))
            place = found.end()
        self.at = 0

    def reckon(self) -> Value:
        value = self.comparison()
        assert self.at == len(self.tokens), self.tokens[self.at :]
        return value

    def take(self, *signs: str) -> str:
        if self.at < len(self.tokens):
            kind, text = self.tokens[self.at]
            if kind == "sign" and text in signs:
                self.at += 1
                return text
        return ""

    def comparison(self) -> Value:
        left = self.sum()
        sign = self.take("<", "<=", ">", ">=", "=", "<>")
        if not sign:
            return left
        right = self.sum()
        order = (left > right) - (left < right)
        holds = {"<": order < 0, "<=": order <= 0, ">": order > 0, ">=": order >= 0}
        return Decimal(holds.get(sign, (order == 0) == (sign == "=")))

    def sum(self) -> Value:
        value = self.product()
        while sign := self.take("+", "-"):
            other = self.product()
            value = value + other if sign == "+" else value - other
        return value

    def product(self) -> Value:
        value = self.factor()
        while sign := self.take("*", "/"):
            other = self.factor()
            value = value * other if sign == "*" else value / other
        return value

    def factor(self) -> Value:
        if self.take("-"):
            return -self.factor()
        if self.take("("):
            value = self.comparison()
            assert self.take(")")
            return value
        kind, text = self.tokens[self.at]
        self.at += 1
        match kind:
            case "number":
                return Decimal(text)
            case "text":
                return text[1:-1]
            case "ref":
                return self.reference(text)
            case _:
                return self.call(text)

    def reference(self, text: str) -> Value:
        tab, _, cells = text.rpartition("!")
        tab, cells = tab.strip("'") or self.tab, cells.replace("$", "")
        if ":" in cells:
            return self.reckoner.cells(tab, cells)
        value = self.reckoner.value(tab, cells)
        return Decimal(0) if value is None else value

    def call(self, function: str) -> Value:
        assert self.take("(")
        values = [self.comparison()]
        while self.take(","):
            values.append(self.comparison())
        assert self.take(")")
        flat = [v for each in values for v in (each if isinstance(each, list) else [each])]
        numbers = [v for v in flat if isinstance(v, Decimal)]
        match function:
            case "ROUND":
                return values[0].quantize(Decimal(1).scaleb(-int(values[1])), ROUND_HALF_UP)
            case "SUM":
                return sum(numbers, Decimal(0))
            case "MIN":
                return min(numbers)
            case "MAX":
                return max(numbers)
            case "INT":
                return values[0].to_integral_value(ROUND_FLOOR)
            case "IF":
                return values[1] if values[0] else values[2]
            case "SUMIF":
                pairs = zip(values[0], values[2], strict=True)
                return sum(
                    (v for k, v in pairs if str(k) == values[1] and isinstance(v, Decimal)),
                    Decimal(0),
                )
            case _:
                raise AssertionError(f"{function} is not known")
