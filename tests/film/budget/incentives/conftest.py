"""Budgets of a few lines, for programs of incentives."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from secondunit.core.money import Money
from secondunit.film.budget.exchange import FILE as EXCHANGE_FILE
from secondunit.film.budget.exchange import Exchange, read_exchange
from secondunit.film.budget.incentives.program import FILE, Programs, read_programs
from secondunit.film.budget.model import Account, Budget, DetailLine, Nature, Section, Shoot

DATA = Path(__file__).parents[4] / "src" / "secondunit" / "data"


@pytest.fixture
def programs() -> Programs:
    return read_programs((DATA / FILE).read_text("utf-8"))


@pytest.fixture
def exchange() -> Exchange:
    return read_exchange((DATA / EXCHANGE_FILE).read_text("utf-8"))


def a_line(
    amount: int,
    *,
    nature: Nature = Nature.GOODS,
    place: str = "",
    person: str = "",
    currency: str = "GBP",
) -> DetailLine:
    money = Money(minor=amount * 100, currency=currency)
    return DetailLine(
        account="",
        description=f"{nature} {amount}",
        amount=Decimal(1),
        unit="allow",
        multiplier=1,
        rate=money,
        total=money,
        nature=nature,
        place=place,
        person=person,
    )


def a_budget(
    *accounts: tuple[str, Section, tuple[DetailLine, ...]], currency: str = "GBP"
) -> Budget:
    made = tuple(
        Account(code=str(number), title=kind, section=section, lines=lines, kind=kind)
        for number, (kind, section, lines) in enumerate(accounts, start=1)
    )
    minor = sum(line.total.minor for account in made for line in account.lines)
    return Budget(
        accounts=made,
        contingency=Money(minor=0, currency=currency),
        grand_total=Money(minor=minor, currency=currency),
        currency=currency,
        shooting_days=30,
        board_cost=Money(minor=0, currency=currency),
        shoot=Shoot(first="2027-01-11", last="2027-02-26"),
        places=(("abroad", "FR"), ("london", "GB")),
    )
