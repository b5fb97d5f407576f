"""What an order costs, before it is placed: exact, and rounded up once."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from secondunit.core.money import Money
from secondunit.core.timecode import Rate
from secondunit.film.generation.model import Capabilities, Order


def sold_seconds(frames: int, rate: Rate, provider: Capabilities) -> Fraction | None:
    """Seconds that are paid for: the shortest length sold that holds the shot.

    Args:
        frames: Of the shot.
        rate: Of the shot.
        provider: Whom from.

    Returns:
        The shot's own length where any is sold; None where none sold is long enough.
    """
    wanted = Fraction(frames) / rate.fraction
    if not provider.seconds:
        return wanted
    enough = [Fraction(length) for length in sorted(provider.seconds) if length >= wanted]
    return enough[0] if enough else None


def price(frames: int, rate: Rate, provider: Capabilities) -> Money:
    """The price of one take, rounded up to the minor unit.

    Args:
        frames: Of the shot.
        rate: Of the shot.
        provider: Whom from; where it sells no such length, its longest is priced.
    """
    sold = sold_seconds(frames, rate, provider)
    seconds = Fraction(max(provider.seconds)) if sold is None else sold
    micro = (
        provider.price_per_take
        + frames * provider.price_per_frame
        + seconds * provider.price_per_second
    )
    return Money(minor=-(-micro // 1_000_000), currency=provider.currency)


def batch_price(orders: Sequence[Order], provider: Capabilities) -> Money:
    """The price of several takes: each is rounded for itself, as each is charged for itself."""
    minor = sum(price(order.duration, order.rate, provider).minor for order in orders)
    return Money(minor=minor, currency=provider.currency)
