"""Runway: text, image and video to video, character performance, pictures.

Tried only against our own reading of the vendor's SDK and documents, on a peer on loopback; never
against Runway itself. It knows no idempotency key and lists no tasks, so an order whose answer was
lost can only be found by a person.

Source: runwayml Python SDK 5.24.0, API version 2024-11-06.
"""

from __future__ import annotations

import base64
from collections.abc import Mapping
from typing import Any

from secondunit.adapters.received import bare, count_frames, fit_to_leave
from secondunit.adapters.shelf import Shelf
from secondunit.adapters.talk import Talk
from secondunit.core.errors import (
    AnswerUnreadable,
    NotConfigured,
    NotFound,
    Refused,
    Unavailable,
)
from secondunit.core.ids import Digest
from secondunit.core.money import FREE, Money
from secondunit.film.generation.admit import require_makeable
from secondunit.film.generation.charge import price, sold_seconds
from secondunit.film.generation.model import Capabilities, Control, Lookup, Order
from secondunit.film.generation.offers import Offer
from secondunit.ports.encoder import Encoder
from secondunit.ports.provider import ENDED, Delivered, OrderState, Outcome, Provider, Tools

VERSION = "2024-11-06"
"""Of the API, as its header says."""

MOST_BYTES = 5 * 1024 * 1024
"""Of one picture or clip inside a request."""

PROVIDER = Capabilities(
    key="runway",
    version=VERSION,
    media_type="video/mp4",
    controls=(),
    max_frames=30 * 60,
    deterministic=False,
    leaves_the_machine=True,
    trains_on_inputs=False,
    lookup=Lookup.NONE,
    trials_only=True,
)
"""Whether it trains on inputs is a matter of the plan: see provider_terms.toml and the gate."""

STATES = {
    "PENDING": OrderState.QUEUED,
    "THROTTLED": OrderState.QUEUED,
    "RUNNING": OrderState.RUNNING,
    "SUCCEEDED": OrderState.DONE,
    "FAILED": OrderState.FAILED,
    "CANCELLED": OrderState.CANCELLED,
}


class Runway:
    """One model of Runway.

    Args:
        offer: The model.
        talk: The way to it.
        shelf: Where handles are remembered.
        encoder: Counts clips.
    """

    def __init__(self, offer: Offer, talk: Talk, shelf: Shelf, encoder: Encoder | None) -> None:
        self._offer = offer
        self._talk = talk
        self._shelf = shelf
        self._encoder = encoder

    def capabilities(self) -> Capabilities:
        """What it can do; constant while the process runs."""
        return self._offer.provider

    def estimate(self, order: Order) -> Money:
        """Credits of the seconds sold."""
        return price(order.duration, order.rate, self._offer.provider)

    def submit(self, order: Order, key: str, media: Mapping[Digest, bytes]) -> str:
        """Place an order.

        Raises:
            ControlUnsupported: It asks for a control that is not declared.
            Refused: It is outside what is made, or Runway refuses it.
            Conflict: The key was used for a different order.
            ProviderError: As the answer says; AnswerLost where nobody knows.
        """
        require_makeable(order, self._offer.provider, media)
        if known := self._shelf.recall(key, order):
            return known
        endpoint, body = self._request(order, fit_to_leave(media))
        answer = self._talk.post(f"/v1/{endpoint}", body)
        return self._shelf.remember(order, key, self._talk.placed(answer))

    def find(self, key: str) -> str | None:
        """The handle where its answer came; Runway itself cannot be asked."""
        return self._shelf.recall(key)

    def poll(self, handle: str) -> OrderState:
        """Where the order stands.

        Raises:
            NotFound: There is no such task.
        """
        return self.outcome(handle).state

    def outcome(self, handle: str) -> Outcome:
        """Where the order stands, with the credits it cost: moderated ones cost the same.

        Raises:
            NotFound: There is no such task.
        """
        try:
            return self._outcome(self._task(handle))
        except NotFound:
            if stopped := self._shelf.stopped(handle):
                return stopped
            raise

    def fetch(self, handle: str) -> Delivered:
        """The result, from the address it is at for a day.

        Raises:
            NotFound: There is no such task.
            Unavailable: It is not done.
            AnswerUnreadable: What came is no picture or clip.
        """
        task = self._task(handle)
        found = self._outcome(task)
        if found.state is not OrderState.DONE:
            raise Unavailable(f"the take is {found.state}", remedy="Poll until it is done.")
        kind = self._offer.provider.media_type
        try:
            address = str(task["output"][0])
        except (KeyError, IndexError, TypeError) as error:
            raise AnswerUnreadable(
                "runway says it is done and names no result", remedy="Order another take."
            ) from error
        data = bare(self._talk.get(address).body, kind)
        frames = count_frames(data, kind, self._encoder, "runway")
        return Delivered(data=data, media_type=kind, frames=frames, cost=found.cost, milliseconds=0)

    def cancel(self, handle: str) -> None:
        """Stop an order; one that runs already costs its credits.

        Raises:
            NotFound: There is no such task.
        """
        found = self.outcome(handle)
        if found.state in ENDED:
            return
        cost = found.cost if found.state is OrderState.RUNNING else FREE
        self._shelf.stop(handle, Outcome(state=OrderState.CANCELLED, cost=cost))
        self._talk.send("DELETE", f"/v1/tasks/{_task_id(handle)}")

    def _task(self, handle: str) -> Mapping[str, Any]:
        return self._talk.json(self._talk.get(f"/v1/tasks/{_task_id(handle)}"))

    def _outcome(self, task: Mapping[str, Any]) -> Outcome:
        state = STATES.get(str(task.get("status")))
        if state is None:
            raise AnswerUnreadable(
                f"runway says a task is “{task.get('status')}”", remedy="Report this as a fault."
            )
        said = task.get("cost") or task.get("estimatedCost") or {}
        moderated = str(task.get("failureCode") or "").startswith("SAFETY")
        return Outcome(
            state=OrderState.REFUSED if moderated else state,
            cost=self._cost(said.get("credits", 0)),
            note=str(task.get("failure") or ""),
            moderated=moderated,
            share=task.get("progress"),
            exact="cost" in task,
        )

    def _cost(self, charged: float) -> Money:
        micro = round(charged * int(self._offer.settings["micro_a_credit"]))
        currency = self._offer.provider.currency
        return Money(minor=-(-micro // 1_000_000), currency=currency)

    def _request(
        self, order: Order, media: Mapping[Digest, bytes]
    ) -> tuple[str, Mapping[str, object]]:
        """Endpoint and body of an order."""
        said, offer = self._offer.settings, self._offer.provider
        endpoint = said["endpoint"]
        body: dict[str, object] = {"model": offer.model}
        if Control.SEED in order.controls:
            body["seed"] = order.seed
        if Control.PROMPT in order.controls and order.prompt:
            body["promptText"] = order.prompt
        size = order.size or (offer.sizes[0] if offer.sizes else "")
        if size:
            body["ratio"] = size.replace("x", ":")
        if said.get("silent"):
            body["audio"] = False
        frames = _frames(order, media)
        if endpoint == "image_to_video":
            body["duration"] = self._seconds(order)
            if not frames:
                return said.get("words_alone", endpoint), body
            body["promptImage"] = frames
        elif endpoint == "video_to_video":
            body[said["video"]] = _clip(order, Control.DRIVING_CLIP, media)
            if said.get("length"):
                body["duration"] = self._seconds(order)
            body |= {"references": _pictures(order, media)} if order.references else {}
        elif endpoint == "character_performance":
            body["character"] = {"type": "image", "uri": frames[0]["uri"]}
            performed = _clip(order, Control.PERFORMANCE, media)
            body["reference"] = {"type": "video", "uri": performed}
        elif order.references:
            body["referenceImages"] = _pictures(order, media)
        return endpoint, body

    def _seconds(self, order: Order) -> int:
        sold = sold_seconds(order.duration, order.rate, self._offer.provider)
        return int(sold or max(self._offer.provider.seconds))


def make_provider(tools: Tools) -> Provider:
    """The provider for one call.

    Raises:
        NotConfigured: There is no model, no way out or no address.
    """
    if tools.offer is None:
        raise NotConfigured("runway is asked for no model", remedy="Name one of its models.")
    talk = Talk(PROVIDER.key, tools, {"X-Runway-Version": VERSION, "Accept": "application/json"})
    return Runway(tools.offer, talk, Shelf(PROVIDER.key, tools.folder), tools.encoder)


def _frames(order: Order, media: Mapping[Digest, bytes]) -> list[dict[str, str]]:
    placed = (("first", Control.FIRST_FRAME), ("last", Control.LAST_FRAME))
    return [
        {"position": where, "uri": _uri(order, "picture", media[held])}
        for where, control in placed
        if (held := order.held_by(control)) is not None
    ]


def _pictures(order: Order, media: Mapping[Digest, bytes]) -> list[dict[str, str]]:
    return [{"uri": _uri(order, "picture", media[each])} for each in order.references]


def _clip(order: Order, control: Control, media: Mapping[Digest, bytes]) -> str:
    return _uri(order, "clip", media[order.held_by(control) or Digest("")])


def _uri(order: Order, what: str, data: bytes) -> str:
    """A picture or clip as Runway takes it inside a request.

    Raises:
        Refused: It is larger than that allows.
    """
    if len(data) > MOST_BYTES:
        raise Refused(
            f"a {what} of shot {order.number} has {len(data):,} bytes; runway takes {MOST_BYTES:,}",
            remedy="Draw it smaller, or order the shot from another provider.",
        )
    kind = "image/png" if data.startswith(b"\x89PNG") else "image/jpeg"
    kind = "video/mp4" if what == "clip" else kind
    return f"data:{kind};base64,{base64.b64encode(data).decode()}"


def _task_id(handle: str) -> str:
    """A handle as a path segment.

    Raises:
        NotFound: No task is called so.
    """
    if not handle or not all(letter.isalnum() or letter in "-_" for letter in handle):
        raise NotFound(f"runway has no task {handle}", remedy="Submit the order again.")
    return handle
