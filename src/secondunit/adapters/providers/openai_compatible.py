"""Any server that speaks the images and videos shape: local servers above all.

Tried only against our own reading of the shape, on a peer on loopback. Pictures come with the
answer and are kept in the provider's folder until they are fetched; clips are polled for.

Source: openai Python SDK 3.57.0, resources images and videos.
"""

from __future__ import annotations

import base64
import binascii
from collections.abc import Mapping
from decimal import ROUND_CEILING, Decimal, InvalidOperation
from typing import Any

from secondunit.adapters.received import bare, count_frames, fit_to_leave
from secondunit.adapters.shelf import Shelf
from secondunit.adapters.talk import Part, Talk
from secondunit.core.errors import AnswerUnreadable, NotConfigured, NotFound, Unavailable
from secondunit.core.ids import Digest
from secondunit.core.money import FREE, Money
from secondunit.film.generation.admit import require_makeable
from secondunit.film.generation.charge import price, sold_seconds
from secondunit.film.generation.model import Capabilities, Control, Lookup, Order, Waiting
from secondunit.film.generation.offers import Offer
from secondunit.ports.encoder import Encoder
from secondunit.ports.gate import Incoming
from secondunit.ports.provider import ENDED, Delivered, OrderState, Outcome, Provider, Tools

PROVIDER = Capabilities(
    key="openai_compatible",
    version="1",
    media_type="video/mp4",
    controls=(),
    max_frames=60 * 60,
    deterministic=False,
    leaves_the_machine=True,
    trains_on_inputs=False,
    lookup=Lookup.NONE,
    trials_only=True,
)

STATES = {
    "queued": OrderState.QUEUED,
    "in_progress": OrderState.RUNNING,
    "completed": OrderState.DONE,
    "failed": OrderState.FAILED,
}

MODERATION = ("moderation", "content_policy", "content_filter", "safety")
"""Beginnings and parts of error codes that say that moderation stopped it."""


class OpenAICompatible:
    """One model behind such a server.

    Args:
        offer: The model.
        talk: The way to the server.
        shelf: Where pictures and handles are kept.
        encoder: Counts clips.
    """

    def __init__(self, offer: Offer, talk: Talk, shelf: Shelf, encoder: Encoder | None) -> None:
        self._offer = offer
        self._talk = talk
        self._shelf = shelf
        self._encoder = encoder
        self._here = offer.provider.waiting is Waiting.ANSWERED

    def capabilities(self) -> Capabilities:
        """What it can do; constant while the process runs."""
        return self._offer.provider

    def estimate(self, order: Order) -> Money:
        """By its data file: what is sold, or nothing for a server of one's own."""
        return price(order.duration, order.rate, self._offer.provider)

    def submit(self, order: Order, key: str, media: Mapping[Digest, bytes]) -> str:
        """Place an order; a picture is made before this returns.

        Raises:
            ControlUnsupported: It asks for a control that is not declared.
            Refused: It is outside what is made, or the server refuses it.
            Conflict: The key was used for a different order.
            ProviderError: As the answer says; AnswerLost where nobody knows.
        """
        require_makeable(order, self._offer.provider, media)
        if known := self._shelf.recall(key, order):
            return known
        media = fit_to_leave(media)
        sent = {"Idempotency-Key": key} if self._offer.settings.get("key") else {}
        if not self._here:
            answer = self._talk.post_form("/videos", self._clip_form(order, media), sent)
            return self._shelf.remember(order, key, self._talk.placed(answer))
        pictures = self._pictures(order, media)
        if pictures:
            parts = [Part(name=name, data=str(value).encode()) for name, value in self._said(order)]
            answer = self._talk.post_form("/images/edits", [*parts, *pictures], sent)
        else:
            answer = self._talk.post("/images/generations", dict(self._said(order)), sent)
        return self._keep(order, key, answer)

    def find(self, key: str) -> str | None:
        """The handle where its answer came; the server itself cannot be asked."""
        return self._shelf.recall(key)

    def poll(self, handle: str) -> OrderState:
        """Where the order stands.

        Raises:
            NotFound: There is no such order.
        """
        return self.outcome(handle).state

    def outcome(self, handle: str) -> Outcome:
        """Where the order stands and what it cost.

        Raises:
            NotFound: There is no such order.
        """
        if not self._here:
            return self._shelf.stopped(handle) or self._outcome(self._job(handle))
        found = self._shelf.outcome(handle)
        if found is None:
            raise NotFound(f"there is no picture {handle}", remedy="Submit the order again.")
        return found

    def fetch(self, handle: str) -> Delivered:
        """The picture or clip.

        Raises:
            NotFound: There is no such order.
            Unavailable: It is not done.
            AnswerUnreadable: What came is no picture or clip.
        """
        found, kept = self.outcome(handle), None
        if found.state is not OrderState.DONE:
            raise Unavailable(f"the take is {found.state}", remedy="Poll until it is done.")
        if self._here:
            kept = self._shelf.delivered(handle)
        if kept is not None:
            return kept
        kind = self._offer.provider.media_type
        data = bare(self._talk.get(f"/videos/{_name(handle)}/content").body, kind)
        frames = count_frames(data, kind, self._encoder, PROVIDER.key)
        return Delivered(data=data, media_type=kind, frames=frames, cost=found.cost, milliseconds=0)

    def cancel(self, handle: str) -> None:
        """Stop a clip; a picture is made already.

        Raises:
            NotFound: There is no such order.
        """
        if self.outcome(handle).state in ENDED:
            return
        self._shelf.stop(handle, Outcome(state=OrderState.CANCELLED))
        self._talk.send("DELETE", f"/videos/{_name(handle)}")

    def _said(self, order: Order) -> list[tuple[str, object]]:
        """The fields that every request has."""
        said: list[tuple[str, object]] = [
            ("model", self._offer.settings.get("served", self._offer.provider.model)),
            ("prompt", order.prompt),
        ]
        if size := order.size or next(iter(self._offer.provider.sizes), ""):
            said.append(("size", size))
        if Control.SEED in order.controls:
            said.append(("seed", order.seed))
        return [*said, ("n", 1), ("response_format", "b64_json")] if self._here else said

    def _clip_form(self, order: Order, media: Mapping[Digest, bytes]) -> list[Part]:
        seconds = sold_seconds(order.duration, order.rate, self._offer.provider)
        said = [*self._said(order), ("seconds", seconds)]
        parts = [Part(name=name, data=str(value).encode()) for name, value in said]
        if (first := order.held_by(Control.FIRST_FRAME)) is not None:
            parts.append(_picture("input_reference", media[first], 0))
        return parts

    def _pictures(self, order: Order, media: Mapping[Digest, bytes]) -> list[Part]:
        first = order.held_by(Control.FIRST_FRAME)
        named = [*([first] if first is not None else []), *order.references]
        return [_picture("image[]", media[each], place) for place, each in enumerate(named)]

    def _keep(self, order: Order, key: str, answer: Incoming) -> str:
        """Keep the picture that came with the answer."""
        came = self._talk.json(answer)
        cost = self._charged(came) or self.estimate(order)
        exact = self._charged(came) is not None
        handle = self._shelf.place(order, key, {})
        kind = self._offer.provider.media_type
        try:
            data = base64.b64decode(came["data"][0]["b64_json"], validate=True)
        except (KeyError, IndexError, TypeError, binascii.Error):
            note = str(came.get("error") or "it sent no picture")
            moderated = any(each in note for each in MODERATION)
            state = OrderState.REFUSED if moderated else OrderState.FAILED
            ended = Outcome(
                state=state, cost=cost, note=note[:300], moderated=moderated, exact=exact
            )
            self._shelf.end(handle, ended)
        else:
            plain = bare(data, kind)
            frames = count_frames(plain, kind, self._encoder, PROVIDER.key)
            made = Delivered(data=plain, media_type=kind, frames=frames, cost=cost, milliseconds=0)
            self._shelf.end(handle, Outcome(state=OrderState.DONE, cost=cost, exact=exact), made)
        return self._shelf.remember(order, key, handle)

    def _job(self, handle: str) -> Mapping[str, Any]:
        return self._talk.json(self._talk.get(f"/videos/{_name(handle)}"))

    def _outcome(self, job: Mapping[str, Any]) -> Outcome:
        state = STATES.get(str(job.get("status")))
        if state is None:
            raise AnswerUnreadable(
                f"the server says a clip is “{job.get('status')}”", remedy="Check what it speaks."
            )
        error = job.get("error") or {}
        code = str(error.get("code") or "")
        moderated = any(each in code for each in MODERATION)
        cost = self._charged(job)
        expected = self._sold(job) if state is not OrderState.FAILED else FREE
        return Outcome(
            state=OrderState.REFUSED if moderated else state,
            cost=cost if cost is not None else expected,
            note=str(error.get("message") or ""),
            moderated=moderated,
            share=_share(job),
            exact=cost is not None,
        )

    def _sold(self, job: Mapping[str, Any]) -> Money:
        """The price of the seconds the server says it makes."""
        said = self._offer.provider
        seconds = int(str(job.get("seconds") or min(said.seconds, default=0)))
        micro = said.price_per_take + seconds * said.price_per_second
        return Money(minor=-(-micro // 1_000_000), currency=said.currency)

    def _charged(self, came: Mapping[str, Any]) -> Money | None:
        """What the server says it charged (``usage.cost``, in whole units), or None.

        Raises:
            AnswerUnreadable: It says something that is no amount.
        """
        said = (came.get("usage") or {}).get("cost")
        if said is None:
            return None
        try:
            cents = (Decimal(str(said)) * 100).to_integral_value(ROUND_CEILING)
        except InvalidOperation as error:
            raise AnswerUnreadable(
                f"the server says it charged “{said}”", remedy="Check what it speaks."
            ) from error
        return Money(minor=int(cents), currency=self._offer.provider.currency)


def make_provider(tools: Tools) -> Provider:
    """The provider for one call.

    Raises:
        NotConfigured: There is no model, no way out or no address.
    """
    if tools.offer is None:
        raise NotConfigured(f"{PROVIDER.key} is asked for no model", remedy="Name a model.")
    talk = Talk(PROVIDER.key, tools, {"Accept": "application/json"})
    return OpenAICompatible(tools.offer, talk, Shelf(PROVIDER.key, tools.folder), tools.encoder)


def _picture(name: str, data: bytes, place: int) -> Part:
    kind = "image/png" if data.startswith(b"\x89PNG") else "image/jpeg"
    return Part(name=name, data=data, file=f"{place}.{kind[6:]}", media_type=kind)


def _share(job: Mapping[str, Any]) -> float | None:
    said = job.get("progress")
    return min(max(float(said) / 100, 0.0), 1.0) if isinstance(said, int | float) else None


def _name(handle: str) -> str:
    """A handle as a path segment.

    Raises:
        NotFound: No clip is called so.
    """
    if not handle or not all(letter.isalnum() or letter in "-_." for letter in handle):
        raise NotFound(f"there is no clip {handle}", remedy="Submit the order again.")
    return handle
