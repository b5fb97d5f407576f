"""The built-in provider: takes rendered from the shot itself, on this machine, for nothing."""

from __future__ import annotations

import io
import time
from collections.abc import Iterator, Mapping
from dataclasses import replace

import numpy as np

from secondunit.adapters.shelf import Shelf
from secondunit.core.errors import InputError, NotConfigured, Refused, Unavailable
from secondunit.core.ids import Digest, ShotId
from secondunit.core.money import FREE, Money
from secondunit.film.generation.admit import require_makeable
from secondunit.film.generation.model import Capabilities, Control, Modality, Order, Waiting
from secondunit.film.shots.model import PanelRequest
from secondunit.film.shots.panel import is_still
from secondunit.ports.encoder import Encoder
from secondunit.ports.provider import Delivered, OrderState, Outcome, Provider, Tools
from secondunit.ports.renderer import Picture, Renderer

WIDTH, HEIGHT = 480, 270
"""Pixels of a take."""

PROVIDER = Capabilities(
    key="previs",
    version="3",
    media_type="video/mp4",
    controls=(
        Control.FRAMING,
        Control.CAMERA_MOVE,
        Control.BLOCKING,
        Control.LIGHT,
        Control.SEED,
        Control.DURATION,
        Control.FIRST_FRAME,
        Control.DRIVING_CLIP,
    ),
    max_frames=7200,
    deterministic=True,
    leaves_the_machine=False,
    trains_on_inputs=False,
    price_per_frame=0,
    modalities=(Modality.IMAGE_TO_VIDEO, Modality.VIDEO_TO_VIDEO),
    waiting=Waiting.MADE_HERE,
)
"""Five minutes at 24 frames a second is the longest take."""


class Previs:
    """Renders a take when it is first asked for.

    Args:
        renderer: Draws the shot.
        encoder: Makes the clip.
        shelf: Where orders and takes are kept.
    """

    def __init__(self, renderer: Renderer, encoder: Encoder, shelf: Shelf) -> None:
        self._renderer = renderer
        self._encoder = encoder
        self._shelf = shelf
        self._capabilities = replace(
            PROVIDER, version=f"{PROVIDER.version}+{renderer.version}+{encoder.version}"
        )

    def capabilities(self) -> Capabilities:
        """What it can do; constant while the process runs."""
        return self._capabilities

    def estimate(self, order: Order) -> Money:
        """Nothing."""
        del order
        return FREE

    def submit(self, order: Order, key: str, media: Mapping[Digest, bytes]) -> str:
        """Place an order; the same key twice is one order and returns the same handle.

        Raises:
            ControlUnsupported: It asks for a control that is not declared.
            Refused: It is for another provider, has no frames, is too long, its first frame is
                no picture, or its driving clip is none of that length.
            Conflict: The key was used for a different order.
        """
        require_makeable(order, PROVIDER)
        _first_frame(order, media)
        self._driving_clip(order, media)
        return self._shelf.place(order, key, media)

    def find(self, key: str) -> str | None:
        """The handle of an order that was placed, or None."""
        return self._shelf.find(key)

    def poll(self, handle: str) -> OrderState:
        """Where the order stands; the take is made on the first poll.

        Raises:
            NotFound: There is no such order.
        """
        return self.outcome(handle).state

    def outcome(self, handle: str) -> Outcome:
        """Where the order stands; the take is made when this is first asked.

        Raises:
            NotFound: There is no such order.
        """
        known = self._shelf.outcome(handle)
        if known is None:
            known = Outcome(state=OrderState.DONE, exact=True)
            order = self._shelf.order(handle)
            self._shelf.end(handle, known, self._make(order, self._shelf.media(handle, order)))
        return known

    def fetch(self, handle: str) -> Delivered:
        """The clip of an order that is done.

        Raises:
            NotFound: There is no such order.
            Unavailable: It is not done.
        """
        delivered = self._shelf.delivered(handle)
        if delivered is None:
            state = self._shelf.outcome(handle)
            raise Unavailable(
                f"the take is {state.state if state else OrderState.QUEUED}",
                remedy="Poll until it is done, then fetch it.",
            )
        return delivered

    def cancel(self, handle: str) -> None:
        """Stop an order; nothing happens when it is done already.

        Raises:
            NotFound: There is no such order.
        """
        if self._shelf.outcome(handle) is None:
            self._shelf.end(handle, Outcome(state=OrderState.CANCELLED, exact=True))

    def _driving_clip(self, order: Order, media: Mapping[Digest, bytes]) -> bytes | None:
        """The move that the take follows, which is the take itself: it is drawn as previs draws.

        Raises:
            Refused: It was not handed over, is no clip, or has another length or rate.
        """
        if Control.DRIVING_CLIP not in order.controls:
            return None
        clip = media.get(order.driving_clip or Digest(""), b"")
        try:
            found = self._encoder.probe(clip)
        except InputError:
            found = None
        if found is None or (found.frames, found.rate) != (order.duration, order.rate):
            raise Refused(
                f"the driving clip of shot {order.number} is not there, is no clip, or is not "
                f"{order.duration} frames at {order.rate.name}",
                remedy="Draw the boards again, then order.",
            )
        return clip

    def _make(self, order: Order, media: Mapping[Digest, bytes]) -> Delivered:
        started = time.monotonic_ns()
        clip = self._driving_clip(order, media) or self._encoder.encode(
            self._pictures(order, _first_frame(order, media)), order.rate
        )
        return Delivered(
            data=clip,
            media_type=PROVIDER.media_type,
            frames=self._encoder.probe(clip).frames,
            cost=FREE,
            milliseconds=(time.monotonic_ns() - started) // 1_000_000,
        )

    def _pictures(self, order: Order, first: Picture | None) -> Iterator[tuple[Picture, int]]:
        """The shot's pictures; one that does not move is its first frame, and is not drawn."""
        spec = _sized(order)
        if first is None:
            yield from self._renderer.draw_frames(spec, order.duration)
        elif is_still(spec):
            yield first, order.duration
        else:
            drawn = self._renderer.draw_frames(spec, order.duration)
            yield first, next(drawn)[1]
            yield from drawn


def make_provider(tools: Tools) -> Provider:
    """The provider, with what it draws and encodes with.

    Raises:
        NotConfigured: There is no renderer or no encoder.
    """
    if tools.renderer is None or tools.encoder is None:
        raise NotConfigured("previs has nothing to draw with", remedy="Report this as a fault.")
    return Previs(tools.renderer, tools.encoder, Shelf(PROVIDER.key, tools.folder))


def _first_frame(order: Order, media: Mapping[Digest, bytes]) -> Picture | None:
    """The picture that the take opens on, at the size of a take.

    Raises:
        Refused: It was not handed over, or is no picture.
    """
    from PIL import Image, UnidentifiedImageError

    if Control.FIRST_FRAME not in order.controls:
        return None
    try:
        with Image.open(io.BytesIO(media[order.first_frame or Digest("")])) as opened:
            small = opened.convert("RGB").resize((WIDTH, HEIGHT), Image.Resampling.BOX)
    except (KeyError, UnidentifiedImageError, OSError) as error:
        raise Refused(
            f"the first frame of shot {order.number} is not there or is no picture",
            remedy="Draw the boards again, then order.",
        ) from error
    return np.asarray(small)


def _sized(order: Order) -> PanelRequest:
    """The shot at the size of a take; the seed goes where the renderer seeds from, its name."""
    return replace(
        order.spec, width=WIDTH, height=HEIGHT, shot=ShotId(f"{order.spec.shot}#{order.seed}")
    )
