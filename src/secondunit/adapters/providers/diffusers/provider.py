"""Orders made by a pipeline on this machine."""

from __future__ import annotations

import io
import time
from collections.abc import Callable, Mapping
from pathlib import Path

from secondunit.adapters.providers.diffusers.pipeline import Asked, Loaded, run_pipeline
from secondunit.adapters.shelf import Shelf
from secondunit.core.errors import AnswerUnreadable, NotConfigured, Unavailable
from secondunit.core.ids import Digest
from secondunit.core.money import FREE, Money
from secondunit.film.generation.admit import HANDED, require_makeable
from secondunit.film.generation.model import Capabilities, Control, Order, Waiting
from secondunit.film.generation.offers import Offer
from secondunit.ports.encoder import Encoder
from secondunit.ports.provider import Delivered, OrderState, Outcome, Provider, Tools
from secondunit.ports.renderer import Picture

PROVIDER = Capabilities(
    key="diffusers",
    version="1",
    media_type="image/png",
    controls=(),
    max_frames=60 * 60,
    deterministic=False,
    leaves_the_machine=False,
    trains_on_inputs=False,
    waiting=Waiting.MADE_HERE,
)
"""The same seed gives the same picture on one machine; between machines nobody promises it."""

Run = Callable[[Loaded, Asked], list[Picture]]
"""Runs a pipeline once."""


class Diffusers:
    """One pipeline.

    Args:
        offer: What it honours.
        weights: Folder of its weights.
        shelf: Where orders and takes are kept.
        encoder: Makes clips of frames.
        run: Runs it.
    """

    def __init__(
        self, offer: Offer, weights: Path, shelf: Shelf, encoder: Encoder, run: Run = run_pipeline
    ) -> None:
        self._offer = offer
        self._weights = weights
        self._shelf = shelf
        self._encoder = encoder
        self._run = run

    def capabilities(self) -> Capabilities:
        """What it can do; constant while the process runs."""
        return self._offer.provider

    def estimate(self, order: Order) -> Money:
        """Nothing: it is one's own machine."""
        del order
        return FREE

    def submit(self, order: Order, key: str, media: Mapping[Digest, bytes]) -> str:
        """Place an order; the same key twice is one order. It is made on the first poll.

        Raises:
            ControlUnsupported: It asks for a control that is not declared.
            Refused: It is outside what is made.
            Conflict: The key was used for a different order.
        """
        require_makeable(order, self._offer.provider, media)
        return self._shelf.place(order, key, media)

    def find(self, key: str) -> str | None:
        """The handle of an order that was placed, or None."""
        return self._shelf.find(key)

    def poll(self, handle: str) -> OrderState:
        """Where the order stands; it is made when this is first asked."""
        return self.outcome(handle).state

    def outcome(self, handle: str) -> Outcome:
        """What became of it; it is made when this is first asked.

        Raises:
            NotConfigured: The library or the weights are not there.
        """
        known = self._shelf.outcome(handle)
        if known is None:
            order = self._shelf.order(handle)
            delivered: Delivered | None = None
            known = Outcome(state=OrderState.DONE, exact=True)
            try:
                delivered = self._make(order, self._shelf.media(handle, order))
            except (AnswerUnreadable, RuntimeError, ValueError, MemoryError) as error:
                note = " ".join(str(error).split())[:300]
                known = Outcome(state=OrderState.FAILED, note=note, exact=True)
            self._shelf.end(handle, known, delivered)
        return known

    def fetch(self, handle: str) -> Delivered:
        """The picture or clip.

        Raises:
            Unavailable: It is not done.
        """
        made = self._shelf.delivered(handle)
        if made is None:
            outcome = self._shelf.outcome(handle)
            raise Unavailable(
                f"the take is {outcome.state if outcome else OrderState.QUEUED}",
                remedy="Poll until it is done, then fetch it.",
            )
        return made

    def cancel(self, handle: str) -> None:
        """Stop an order that waits; nothing happens to one that is done."""
        if self._shelf.outcome(handle) is None:
            self._shelf.end(handle, Outcome(state=OrderState.CANCELLED, exact=True))

    def _make(self, order: Order, media: Mapping[Digest, bytes]) -> Delivered:
        began = time.monotonic_ns()
        loaded, asked = self._plan(order, media)
        pictures = self._run(loaded, asked)
        kind = self._offer.provider.media_type
        if asked.frames:
            data = self._encoder.encode(((each, 1) for each in pictures), order.rate)
        else:
            data = _png(pictures[0])
        return Delivered(
            data=data,
            media_type=kind,
            frames=len(pictures),
            cost=FREE,
            milliseconds=(time.monotonic_ns() - began) // 1_000_000,
        )

    def _plan(self, order: Order, media: Mapping[Digest, bytes]) -> tuple[Loaded, Asked]:
        """What to load and what to ask of it."""
        said = self._offer.settings
        nets, inputs = [], dict[str, list[bytes]]()
        for control in HANDED:
            held = order.held_by(control)
            if held is None:
                continue
            inputs.setdefault(said[f"input-{control}"], []).append(media[held])
            if net := said.get(f"net-{control}"):
                nets.append(self._weights / net)
        pipeline = said["pipeline"] if nets else said.get("plain", said["pipeline"])
        width, _, height = (order.size or self._offer.provider.sizes[0]).partition("x")
        step = int(said.get("frames-step", "1"))
        frames = -(-(order.duration - 1) // step) * step + 1
        asked = Asked(
            prompt=order.prompt if Control.PROMPT in order.controls else "",
            seed=order.seed if Control.SEED in order.controls else None,
            width=int(width),
            height=int(height),
            frames=frames if said.get("makes") == "frames" else 0,
            steps=int(said.get("steps", "28")),
            guidance=float(said.get("guidance", "7.0")),
            inputs=inputs,
        )
        return Loaded(weights=self._weights, pipeline=pipeline, nets=tuple(nets)), asked


def make_provider(tools: Tools) -> Provider:
    """The provider, with the weights of its account.

    Raises:
        NotConfigured: No weights are named, they are not there, or a control has no input.
    """
    settings = tools.account.settings if tools.account is not None else {}
    remedy = "Set weights in [accounts.diffusers.settings] of tables/accounts.toml."
    weights = Path(settings.get("weights", "") or "nowhere")
    if tools.offer is None or tools.encoder is None or not settings.get("weights"):
        raise NotConfigured("there are no weights to run", remedy=remedy)
    if not (weights / "model_index.json").is_file():
        raise NotConfigured(f"{weights} holds no pipeline of diffusers", remedy=remedy)
    said = tools.offer.settings
    deaf = [
        each
        for each in tools.offer.provider.controls
        if each in HANDED and not said.get(f"input-{each}")
    ]
    if "pipeline" not in said or deaf:
        lacks = f"input-{deaf[0]}" if deaf else "pipeline"
        raise NotConfigured(
            f"diffusers {tools.offer.provider.model} has no {lacks} in its settings",
            remedy="Add it in tables/provider_diffusers.toml.",
        )
    return Diffusers(tools.offer, weights, Shelf(PROVIDER.key, tools.folder), tools.encoder)


def _png(picture: Picture) -> bytes:
    from PIL import Image

    out = io.BytesIO()
    Image.fromarray(picture).save(out, "PNG", compress_level=3)
    return out.getvalue()
