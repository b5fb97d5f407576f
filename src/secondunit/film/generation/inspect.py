"""Check takes against what was ordered, from measurements alone."""

from __future__ import annotations

from collections.abc import Sequence

from secondunit.core.finding import Finding, Severity
from secondunit.film.generation.model import Control, Order, Take


def check_takes(orders: Sequence[Order], takes: Sequence[Take]) -> tuple[Finding, ...]:
    """Wrong length or rate of a take, and orders without one."""
    findings = []
    by_shot = {take.shot: take for take in takes}
    for order in orders:
        take = by_shot.get(order.shot)
        where = f"shot {order.number}"
        if take is None:
            findings.append(_wrong("no-take", where, "there is no take", "Run produce again."))
        elif _is_of_wrong_length(take, order):
            findings.append(
                _wrong(
                    "wrong-length",
                    where,
                    f"{take.frames} frames came back, {order.duration} were ordered",
                    "Order it again; do not use this take.",
                )
            )
        elif take.rate != order.rate:
            findings.append(
                _wrong(
                    "wrong-rate",
                    where,
                    f"the take runs at {take.rate.name}, the shot at {order.rate.name}",
                    "Order it again; do not convert it.",
                )
            )
    return tuple(findings)


def is_as_ordered(order: Order, take: Take) -> bool:
    """True when a take has the ordered length and rate."""
    same_rate = take.rate.fraction == order.rate.fraction
    return same_rate and not _is_of_wrong_length(take, order)


def _is_of_wrong_length(take: Take, order: Order) -> bool:
    """Whether a take is not as long as ordered; one sold by the second is cut to length."""
    if Control.DURATION in {each.control for each in order.concessions}:
        return take.frames < order.duration
    return take.frames != order.duration


def _wrong(rule: str, where: str, message: str, remedy: str) -> Finding:
    return Finding(
        severity=Severity.ERROR,
        rule=f"generation.{rule}",
        where=where,
        message=message,
        remedy=remedy,
    )
