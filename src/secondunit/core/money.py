"""Money in whole minor units (cents): no float ever carries an amount."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import ROUND_HALF_EVEN, Decimal

from secondunit.core.errors import InputError


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Money:
    """An amount in one currency.

    Args:
        minor: Whole minor units (cents).
        currency: ISO 4217 code.
    """

    minor: int
    currency: str = "USD"

    def __add__(self, other: Money) -> Money:
        return Money(minor=self.minor + self._same(other).minor, currency=self.currency)

    def __sub__(self, other: Money) -> Money:
        return Money(minor=self.minor - self._same(other).minor, currency=self.currency)

    def __neg__(self) -> Money:
        return Money(minor=-self.minor, currency=self.currency)

    def __mul__(self, count: int) -> Money:
        return Money(minor=self.minor * count, currency=self.currency)

    def part(self, fraction: Decimal) -> Money:
        """A share of the amount, rounded half-even to the minor unit."""
        exact = Decimal(self.minor) * fraction
        return Money(minor=int(exact.quantize(Decimal(1), ROUND_HALF_EVEN)), currency=self.currency)

    def _same(self, other: Money) -> Money:
        if other.currency != self.currency:
            raise InputError(
                f"{self.currency} and {other.currency} cannot be added",
                remedy="Convert one of the amounts with a dated rate first.",
            )
        return other

    def __str__(self) -> str:
        sign = "-" if self.minor < 0 else ""
        whole, cents = divmod(abs(self.minor), 100)
        return f"{sign}{whole:,}.{cents:02d} {self.currency}"


FREE = Money(minor=0)
"""Nothing to pay."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Paid:
    """What was paid, kept apart by currency: sums of different currencies are never added.

    Args:
        sums: One for each currency anything was paid in, by its code; none where nothing was.
    """

    sums: tuple[Money, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.sums)

    def __str__(self) -> str:
        return " + ".join(map(str, self.sums or (FREE,)))


def paid(amounts: Iterable[Money]) -> Paid:
    """What amounts come to, by currency; what was free belongs to none."""
    found: dict[str, Money] = {}
    for amount in amounts:
        if amount.minor:
            known = found.get(amount.currency, Money(minor=0, currency=amount.currency))
            found[amount.currency] = known + amount
    return Paid(sums=tuple(found[currency] for currency in sorted(found)))


def total(amounts: Iterable[Money], currency: str = "USD") -> Money:
    """The exact sum; zero of ``currency`` when there is nothing to add.

    Raises:
        InputError: The amounts are in different currencies.
    """
    result = Money(minor=0, currency=currency)
    for amount in amounts:
        result += amount
    return result
