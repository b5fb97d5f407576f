"""The built-in provider: takes rendered from the shot itself, on this machine, for nothing."""

from __future__ import annotations

import io
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

import numpy as np

from secondunit.core.errors import (
    Conflict,
    ControlUnsupported,
    InputError,
    NotFound,
    Refused,
    Unavailable,
)
from secondunit.core.ids import Digest, ShotId, digest
from secondunit.core.money import Money
from secondunit.film.generation.model import Capabilities, Control, Order
from secondunit.film.shots.model import PanelRequest
from secondunit.film.shots.panel import is_still
from secondunit.ports.encoder import Encoder
from secondunit.ports.provider import Delivered, OrderState, Outcome, Provider
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
)
"""Five minutes at 24 frames a second is the longest take."""


@dataclass(slots=True, kw_only=True)
class _Job:
    """An order and what became of it."""

    order: Order
    first_frame: Picture | None
    driving_clip: bytes | None
    inputs: Digest
    state: OrderState
    delivered: Delivered | None = None


class Previs:
    """Renders a take when it is first asked for; keeps nothing past its own life.

    Args:
        renderer: Draws the shot.
        encoder: Makes the clip.
    """

    def __init__(self, renderer: Renderer, encoder: Encoder) -> None:
        self._renderer = renderer
        self._encoder = encoder
        self._jobs: dict[str, _Job] = {}
        self._capabilities = replace(
            PROVIDER, version=f"{PROVIDER.version}+{renderer.version}+{encoder.version}"
        )

    def capabilities(self) -> Capabilities:
        """What it can do; constant while the process runs."""
        return self._capabilities

    def estimate(self, order: Order) -> Money:
        """Nothing."""
        del order
        return Money(minor=0)

    def submit(self, order: Order, key: str, media: Mapping[Digest, bytes]) -> str:
        """Place an order; the same key twice is one order and returns the same handle.

        Raises:
            ControlUnsupported: It asks for a control that is not declared.
            Refused: It is for another provider, has no frames, is too long, its first frame is
                no picture, or its driving clip is none of that length.
            Conflict: The key was used for a different order.
        """
        missing = [control for control in order.controls if control not in PROVIDER.controls]
        if missing:
            raise ControlUnsupported(
                f"previs cannot honour {', '.join(missing)}",
                remedy="Leave the control out, or order the shot from a provider that has it.",
            )
        if order.provider != PROVIDER.key:
            raise Refused(
                f"shot {order.number} was ordered from {order.provider}, not from previs",
                remedy="Send the order to the provider it names.",
            )
        if not 0 < order.duration <= PROVIDER.max_frames:
            raise Refused(
                f"shot {order.number} has {order.duration} frames; previs makes 1 to "
                f"{PROVIDER.max_frames}",
                remedy="Split the shot, or order it elsewhere.",
            )
        handle, inputs = f"previs-{digest(['order', key])[:24]}", digest(order)
        known = self._jobs.get(handle)
        if known is None:
            known = _Job(
                order=order,
                first_frame=_first_frame(order, media),
                driving_clip=self._driving_clip(order, media),
                inputs=inputs,
                state=OrderState.QUEUED,
            )
            self._jobs[handle] = known
        if known.inputs != inputs:
            raise Conflict(
                f"the key of shot {order.number} was used for a different order",
                remedy="Make the key from the order.",
            )
        return handle

    def poll(self, handle: str) -> OrderState:
        """Where the order stands; the take is made on the first poll.

        Raises:
            NotFound: There is no such order.
        """
        job = self._job(handle)
        if job.state is OrderState.QUEUED:
            job.delivered = self._make(job)
            job.state = OrderState.DONE
        return job.state

    def find(self, key: str) -> str | None:
        """The handle of an order placed under that key in this process, or None."""
        handle = f"previs-{digest(['order', key])[:24]}"
        return handle if handle in self._jobs else None

    def outcome(self, handle: str) -> Outcome:
        """Where the order stands; it costs nothing.

        Raises:
            NotFound: There is no such order.
        """
        return Outcome(state=self.poll(handle), exact=True)

    def fetch(self, handle: str) -> Delivered:
        """The clip of an order that is done.

        Raises:
            NotFound: There is no such order.
            Unavailable: It is not done.
        """
        job = self._job(handle)
        if job.delivered is None:
            raise Unavailable(
                f"the take is {job.state.value}", remedy="Poll until it is done, then fetch it."
            )
        return job.delivered

    def cancel(self, handle: str) -> None:
        """Stop an order; nothing happens when it is done already.

        Raises:
            NotFound: There is no such order.
        """
        job = self._job(handle)
        if job.state is OrderState.QUEUED:
            job.state = OrderState.CANCELLED

    def _job(self, handle: str) -> _Job:
        if handle not in self._jobs:
            raise NotFound(f"previs has no order {handle}", remedy="Submit the order again.")
        return self._jobs[handle]

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

    def _make(self, job: _Job) -> Delivered:
        started = time.monotonic_ns()
        order = job.order
        clip = job.driving_clip or self._encoder.encode(
            self._pictures(order, job.first_frame), order.rate
        )
        return Delivered(
            data=clip,
            media_type=PROVIDER.media_type,
            frames=self._encoder.probe(clip).frames,
            cost=Money(minor=0),
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


def make_provider(renderer: Renderer, encoder: Encoder) -> Provider:
    """The provider, with what it draws and encodes with."""
    return Previs(renderer, encoder)


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
