"""Expressions of a budget, read into a tree: no names but figures, no calls but six.

expression  = sum [ ("<" | "<=" | ">" | ">=" | "=" | "<>") sum ]
sum         = product { ("+" | "-") product }
product     = factor { ("*" | "/") factor }
factor      = number | name | name "[" key "]" | call | "(" expression ")" | "-" factor
call        = ("min" | "max" | "ceil" | "floor" | "round" | "if") "(" arguments ")"
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from secondunit.core.errors import InputError

LONGEST = 500
"""Characters an expression may have."""
_DEEPEST = 40
_TOKEN = re.compile(
    r"\s*(?:(?P<number>\d+(?:\.\d+)?)|(?P<name>[A-Za-z_]\w*(?:\[[^\[\]]*\])?)"
    r"|(?P<sign><=|>=|<>|[-+*/(),<>=]))"
)
_ARGUMENTS = {
    "min": range(1, 31),
    "max": range(1, 31),
    "ceil": range(1, 2),
    "floor": range(1, 2),
    "round": range(2, 3),
    "if": range(3, 4),
}
_COMPARISONS = ("<", "<=", ">", ">=", "=", "<>")


@dataclass(frozen=True, slots=True, kw_only=True)
class Number:
    """A number as written."""

    value: Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """A figure by name, with its key where it has one (``paid_days[3]``)."""

    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Operation:
    """Two parts with a sign between them."""

    sign: str
    left: Node
    right: Node


@dataclass(frozen=True, slots=True, kw_only=True)
class Call:
    """One of the six functions."""

    function: str
    arguments: tuple[Node, ...]


Node = Number | Name | Operation | Call


@lru_cache(maxsize=4096)
def parse(text: str) -> Node:
    """The tree of an expression.

    Raises:
        InputError: It is no expression; the message says where it stops making sense.

    >>> parse("shoot_days * 2")
    Operation(sign='*', left=Name(name='shoot_days'), right=Number(value=Decimal('2')))
    """
    reader = _Reader(text=text, tokens=_tokens(text))
    node = reader.expression(0)
    if reader.at < len(reader.tokens):
        raise reader.refusal("an operator")
    return node


def names_of(node: Node) -> tuple[str, ...]:
    """The figures an expression reads, each once, in order."""
    match node:
        case Name(name=name):
            return (name,)
        case Operation(left=left, right=right):
            return tuple(dict.fromkeys((*names_of(left), *names_of(right))))
        case Call(arguments=arguments):
            return tuple(dict.fromkeys(name for each in arguments for name in names_of(each)))
        case _:
            return ()


def canonical_name(name: str, key: object) -> str:
    """A figure's name with its key, as expressions write it.

    >>> canonical_name("location_days", "THE [OLD] PIER")
    'location_days[THE (OLD) PIER]'
    """
    return f"{name}[{' '.join(str(key).replace('[', '(').replace(']', ')').split())}]"


def _tokens(text: str) -> list[tuple[str, str]]:
    """The words of an expression and what each of them is.

    Raises:
        InputError: It is too long, or holds what no expression does.
    """
    if len(text) > LONGEST:
        raise InputError(
            f"the expression “{text[:40]}…” has {len(text)} characters",
            remedy=f"Keep it under {LONGEST}: name parts of it under [[globals]].",
        )
    tokens, place = [], 0
    while place < len(text.rstrip()):
        found = _TOKEN.match(text, place)
        if found is None or found.lastgroup is None:
            rest = text[place:].strip()
            raise InputError(
                f"the expression “{text}” makes no sense at “{rest[:20]}”",
                remedy="Use numbers, figures, + - * / ( ) and min max ceil floor round if.",
            )
        tokens.append((found.lastgroup, found[found.lastgroup]))
        place = found.end()
    return tokens


@dataclass(slots=True, kw_only=True)
class _Reader:
    text: str
    tokens: list[tuple[str, str]]
    at: int = 0

    def refusal(self, wanted: str) -> InputError:
        found = f"“{self.tokens[self.at][1]}”" if self.at < len(self.tokens) else "its end"
        return InputError(
            f"the expression “{self.text}” wants {wanted} at {found}",
            remedy="Correct the expression; brackets must close.",
        )

    def take(self, *signs: str) -> str:
        """The next token when it is one of these signs, else nothing."""
        if self.at < len(self.tokens):
            kind, value = self.tokens[self.at]
            if kind == "sign" and value in signs:
                self.at += 1
                return value
        return ""

    def expression(self, depth: int) -> Node:
        """A sum, or two compared.

        Raises:
            InputError: It is nested too deep, or something is missing.
        """
        if depth > _DEEPEST:
            raise InputError(
                f"the expression “{self.text[:40]}…” is nested too deep",
                remedy="Name parts of it under [[globals]].",
            )
        left = self.terms(depth)
        if sign := self.take(*_COMPARISONS):
            return Operation(sign=sign, left=left, right=self.terms(depth))
        return left

    def terms(self, depth: int) -> Node:
        node = self.product(depth)
        while sign := self.take("+", "-"):
            node = Operation(sign=sign, left=node, right=self.product(depth))
        return node

    def product(self, depth: int) -> Node:
        node = self.factor(depth)
        while sign := self.take("*", "/"):
            node = Operation(sign=sign, left=node, right=self.factor(depth))
        return node

    def factor(self, depth: int) -> Node:
        """A number, a figure, a call, or any of them with a minus or in brackets.

        Raises:
            InputError: It is nested too deep, or something is missing.
        """
        if depth > _DEEPEST:
            raise self.refusal("less nesting")
        if self.take("-"):
            zero = Number(value=Decimal(0))
            return Operation(sign="-", left=zero, right=self.factor(depth + 1))
        if self.take("("):
            node = self.expression(depth + 1)
            if not self.take(")"):
                raise self.refusal("a closing bracket")
            return node
        kind, value = self.tokens[self.at] if self.at < len(self.tokens) else ("", "")
        if kind == "number":
            self.at += 1
            return Number(value=Decimal(value))
        if kind == "name":
            self.at += 1
            return self.named(value, depth)
        raise self.refusal("a number or a figure")

    def named(self, value: str, depth: int) -> Node:
        if self.take("("):
            return self.call(value, depth)
        name, bracket, key = value.partition("[")
        return Name(name=canonical_name(name, key[:-1]) if bracket else name)

    def call(self, function: str, depth: int) -> Node:
        """A call, from behind its opening bracket.

        Raises:
            InputError: There is no such function, or it takes another number of arguments.
        """
        arguments = [self.expression(depth + 1)]
        while self.take(","):
            arguments.append(self.expression(depth + 1))
        if not self.take(")"):
            raise self.refusal("a closing bracket")
        if function not in _ARGUMENTS:
            raise InputError(
                f"the expression “{self.text}” calls “{function}”",
                remedy=f"Use one of {', '.join(_ARGUMENTS)}.",
            )
        if len(arguments) not in _ARGUMENTS[function]:
            raise InputError(
                f"the expression “{self.text}” gives {function} {len(arguments)} arguments",
                remedy="min and max take several, ceil and floor one, round two, if three.",
            )
        return Call(function=function, arguments=tuple(arguments))
