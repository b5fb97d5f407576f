"""Providers of takes, measured against peers on loopback that charge: prices and requests."""

from __future__ import annotations

import tempfile
from dataclasses import replace
from pathlib import Path

from tests.contract.benches import Bench, every_offer, open_bench

from secondunit.core.errors import ControlUnsupported
from secondunit.core.timecode import Frames
from secondunit.film.generation.charge import batch_price
from secondunit.film.generation.model import Control, Waiting
from secondunit.film.generation.offers import Offer
from secondunit.ports.provider import OrderState

TAKES = 20


def rows() -> list[tuple[str, str, str]]:
    """What was measured, the figure, the bar."""
    offers = [each for each in every_offer() if each.provider.waiting is not Waiting.MADE_HERE]
    estimates = [_estimate(offer) for offer in offers]
    off = max(abs(said - charged) / charged if charged else 0.0 for said, charged in estimates)
    controls = [_controls(offer) for offer in offers]
    moved, declared = sum(each[0] for each in controls), sum(each[1] for each in controls)
    refused, undeclared = sum(each[2] for each in controls), sum(each[3] for each in controls)
    charged = sum(cents for _, cents in estimates)
    orders = f"{TAKES * len(offers)} takes, {charged / 100:,.2f} USD"
    return [
        (
            "estimate of a batch against the invoice, worst model",
            f"{off:.2%} off ({orders})",
            "<= 5 %",
        ),
        ("declared controls that move the request", f"{moved} of {declared}", "all"),
        ("undeclared controls refused, nothing sent", f"{refused} of {undeclared}", "all"),
    ]


def _estimate(offer: Offer) -> tuple[int, int]:
    """Cents estimated and cents on the invoice for a batch of shots of many lengths."""
    with tempfile.TemporaryDirectory() as folder, open_bench(Path(folder), offer) as bench:
        most = max(offer.provider.seconds, default=2) * 24
        fixed = offer.provider.price_per_second and not _sells_lengths(bench)
        orders = [
            replace(
                bench.order(),
                take=take,
                seed=take,
                duration=Frames(48 if fixed else 1 + take * (most - 1) // TAKES),
            )
            for take in range(1, TAKES + 1)
        ]
        for order in orders:
            handle = bench.make().submit(order, f"key-{order.take}", bench.media)
            if bench.finished(handle) is not OrderState.DONE:
                return 0, 1  # wholly off: it was not made
        charged = bench.peer.invoice if bench.peer is not None else 0
        return batch_price(orders, offer.provider).minor, charged


def _sells_lengths(bench: Bench) -> bool:
    """False where the length is that of the clip that is followed."""
    return not {Control.DRIVING_CLIP, Control.PERFORMANCE} & set(bench.offer.provider.needs)


def _controls(offer: Offer) -> tuple[int, int, int, int]:
    """Declared controls that moved the request, of how many; undeclared refused, of how many."""
    moved = declared = refused = undeclared = 0
    for control in Control:
        with (
            tempfile.TemporaryDirectory() as folder,
            open_bench(Path(folder) / "a", offer) as bench,
            open_bench(Path(folder) / "b", offer) as other,
        ):
            order = bench.order(controls=(control,))
            if control not in offer.provider.controls:
                undeclared += 1
                refused += _is_refused(bench, control)
                continue
            declared += 1
            varied = other.order(controls=(control,), vary=control.value)
            bench.make().submit(order, "key", bench.media)
            other.make().submit(varied, "key", other.media)
            moved += bench.said() != other.said()
    return moved, declared, refused, undeclared


def _is_refused(bench: Bench, control: Control) -> bool:
    try:
        bench.make().submit(bench.order(controls=(control,)), "key", bench.media)
    except ControlUnsupported:
        return bench.peer is not None and bench.peer.seen == []
    return False


if __name__ == "__main__":
    for what, measured, bar in rows():
        print(f"{what:<58} {measured:>40}   {bar}")
