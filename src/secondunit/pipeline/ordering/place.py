"""Put quoted takes into the bin and have them made, on a named person's word."""

from __future__ import annotations

from collections.abc import Sequence

from secondunit.core.errors import BudgetExceeded, InputError, RightsNotCleared
from secondunit.core.finding import blocking
from secondunit.core.money import Money
from secondunit.film.generation.order import STAGE as ORDER
from secondunit.film.review.sign_off import Matrix, require_role
from secondunit.pipeline.elements import Signature
from secondunit.pipeline.ordering.quote import Quote
from secondunit.pipeline.take_job.desk import take_job
from secondunit.ports.engine import Engine
from secondunit.ports.spend import SpendLedger, Spent, amount_of
from secondunit.ports.take_bin import OrderedTake, TakeBin


def require_orderable(
    quote: Quote, ledger: SpendLedger, matrix: Matrix, signature: Signature
) -> None:
    """Let a quote be ordered whole, or say first of all what stands against it.

    Raises:
        BudgetExceeded: A cap does not cover all of it.
        InputError: A name is missing, or a shot cannot be ordered so.
        RightsNotCleared: A rule forbids one of the takes.
        RoleMayNotSign: The role does not order takes.
    """
    if not signature.by.strip():
        raise InputError("takes are ordered by a named person", remedy='Give --as "NAME".')
    require_role(matrix, ORDER.key, signature.role)
    if wrong := blocking(quote.findings):
        first = wrong[0]
        raise InputError(f"{first.where}: {first.message}", remedy=first.remedy)
    if not quote.quoted:
        raise InputError("nothing was asked for", remedy="Name shots, or a scene with --scene.")
    for each in quote.denied:
        no = each.verdict.denials[0]
        needs = f"It lacks {no.lacks}; {no.who} can supply it." if no.lacks else ""
        raise RightsNotCleared(f"take {each.take.slate}: {no.rule}: {no.message}", remedy=needs)
    for scope, left in room_left(ledger.spent(), quote):
        if left.minor < 0:
            raise BudgetExceeded(
                f"all takes together cost up to {quote.cost}, {-left} more than {scope} allows",
                remedy="Order fewer takes, a cheaper model, or raise the cap in production.toml.",
            )


def room_left(spent: Sequence[Spent], quote: Quote) -> list[tuple[str, Money]]:
    """What each cap leaves once all of a quote is spent; negative where it does not cover it."""
    found = []
    for sum_ in quote.cost.sums:
        caps = [
            each for each in spent if each.cap is not None and each.cap.currency == sum_.currency
        ]
        if not caps:
            found.append(("production.toml", -sum_))
        for each in caps:
            if each.cap is not None:
                left = amount_of(each.cap).micro - each.counted.micro - amount_of(sum_).micro
                found.append((each.scope, Money(minor=left // 1_000_000, currency=sum_.currency)))
    return found


def place_takes(
    takes: TakeBin, engine: Engine, quote: Quote, priority: int = 100
) -> tuple[OrderedTake, ...]:
    """Put the takes into the bin, then queue a job for each; asked for twice, made once.

    Args:
        takes: The bin.
        engine: Whose workers make them.
        quote: What is ordered.
        priority: 1 goes first.

    Raises:
        Conflict: Somebody ordered takes of one of the shots meanwhile.
        StoreError: The database cannot be written.
    """
    ordered = tuple(each.take for each in quote.quoted)
    takes.add(ordered)
    engine.submit([take_job(each.take, each.account, priority) for each in quote.quoted])
    return ordered
