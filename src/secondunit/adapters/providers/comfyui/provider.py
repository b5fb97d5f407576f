"""Orders to a ComfyUI server: uploaded, queued, waited for, looked at.

Source: ComfyUI 0.8, server.py and execution.py, and its answers as observed.
"""

from __future__ import annotations

import uuid
from collections.abc import Mapping, Sequence
from typing import Any
from urllib.parse import urlencode

import msgspec

from secondunit.adapters.providers.comfyui.workflow import Workflow, read_workflow
from secondunit.adapters.received import bare, count_frames, fit_to_leave
from secondunit.adapters.shelf import Shelf
from secondunit.adapters.talk import Part, Talk, said_of
from secondunit.core.errors import AnswerUnreadable, NotConfigured, NotFound, Unavailable
from secondunit.core.ids import Digest, digest
from secondunit.core.money import Money
from secondunit.film.generation.admit import require_makeable
from secondunit.film.generation.charge import price
from secondunit.film.generation.model import Capabilities, Lookup, Order
from secondunit.film.generation.offers import Offer
from secondunit.ports.encoder import Encoder
from secondunit.ports.gate import Incoming
from secondunit.ports.provider import ENDED, Delivered, OrderState, Outcome, Provider, Tools

PROVIDER = Capabilities(
    key="comfyui",
    version="1",
    media_type="video/mp4",
    controls=(),
    max_frames=60 * 60,
    deterministic=False,
    leaves_the_machine=True,
    trains_on_inputs=False,
    lookup=Lookup.TAG,
)
"""Version of our graphs. An order is found by the prompt id that we give it."""

FOLDER = "secondunit"
"""Under the server's input folder."""

TYPES = {b"\x89PNG": ("png", "image/png"), b"\xff\xd8\xff": ("jpg", "image/jpeg")}


class ComfyUI:
    """One workflow on one server.

    Args:
        offer: The workflow, as it is offered.
        flow: Its graph.
        talk: The way to the server.
        shelf: Where handles are remembered.
        encoder: Counts clips.
    """

    def __init__(
        self, offer: Offer, flow: Workflow, talk: Talk, shelf: Shelf, encoder: Encoder | None
    ) -> None:
        self._offer = offer
        self._flow = flow
        self._talk = talk
        self._shelf = shelf
        self._encoder = encoder

    def capabilities(self) -> Capabilities:
        """What it can do; constant while the process runs."""
        return self._offer.provider

    def estimate(self, order: Order) -> Money:
        """By its data file; nothing for one's own machine."""
        return price(order.duration, order.rate, self._offer.provider)

    def submit(self, order: Order, key: str, media: Mapping[Digest, bytes]) -> str:
        """Upload what the order names and queue its graph; the same key twice is one order.

        Raises:
            ControlUnsupported: It asks for a control that is not declared.
            Refused: It is outside what is made, or the server refuses the graph.
            Conflict: The key was used for a different order.
            ProviderError: As the answer says; AnswerLost where nobody knows.
        """
        require_makeable(order, self._offer.provider, media)
        if known := self._shelf.recall(key, order) or self.find(key):
            return self._shelf.remember(order, key, known)
        sent = fit_to_leave(media)
        uploaded = {named: self._upload(named, sent[named]) for named in order.media()}
        asked = {
            "prompt": self._flow.fill(order, uploaded),
            "prompt_id": _prompt_id(key),
            "client_id": FOLDER,
        }
        answer = self._talk.post("/prompt", asked)
        return self._shelf.remember(order, key, self._talk.placed(answer, "prompt_id"))

    def find(self, key: str) -> str | None:
        """The order of that key in the server's queue or history, or None.

        Raises:
            Unavailable: The server does not answer.
        """
        name = _prompt_id(key)
        return name if self._look(name) != (None, None) else None

    def poll(self, handle: str) -> OrderState:
        """Where the order stands.

        Raises:
            NotFound: The server knows no such prompt.
        """
        return self.outcome(handle).state

    def outcome(self, handle: str) -> Outcome:
        """Where the order stands, and why it failed.

        Raises:
            NotFound: The server knows no such prompt.
        """
        past, state = self._look(handle)
        if state is not None:
            return Outcome(state=state)
        if past is None:
            if stopped := self._shelf.stopped(handle):
                return stopped
            raise NotFound(f"comfyui knows no prompt {handle}", remedy="Submit the order again.")
        said = _messages(past)
        if "execution_success" in said or past.get("status", {}).get("status_str") == "success":
            return Outcome(state=OrderState.DONE, cost=self._cost(handle))
        if "execution_interrupted" in said:
            return Outcome(state=OrderState.CANCELLED)
        error = said.get("execution_error", {})
        note = f"{error.get('node_type', '')}: {error.get('exception_message', 'it failed')}"
        return Outcome(state=OrderState.FAILED, note=" ".join(note.strip(": ").split())[:300])

    def fetch(self, handle: str) -> Delivered:
        """What the graph saved, freed of the graph that the server writes into it.

        Raises:
            NotFound: The server knows no such prompt.
            Unavailable: It is not done.
            AnswerUnreadable: It saved no picture or clip.
        """
        found = self.outcome(handle)
        if found.state is not OrderState.DONE:
            raise Unavailable(f"the take is {found.state}", remedy="Poll until it is done.")
        past, kind = self._past(handle) or {}, self._offer.provider.media_type
        saved = _saved(past.get("outputs", {}))
        if saved is None:
            raise AnswerUnreadable(
                f"{self._flow.name} saved nothing", remedy="End its graph in a node that saves."
            )
        where = urlencode({name: str(saved.get(name, "")) for name in _PLACE})
        data = bare(self._talk.get(f"/view?{where}").body, kind)
        frames = count_frames(data, kind, self._encoder, "comfyui")
        return Delivered(
            data=data,
            media_type=kind,
            frames=frames,
            cost=found.cost,
            milliseconds=_milliseconds(_messages(past)),
        )

    def cancel(self, handle: str) -> None:
        """Take an order out of the queue, or interrupt it.

        Raises:
            NotFound: The server knows no such prompt.
        """
        state = self.outcome(handle).state
        if state in ENDED:
            return
        self._shelf.stop(handle, Outcome(state=OrderState.CANCELLED))
        if state is OrderState.QUEUED:
            self._talk.post("/queue", {"delete": [handle]})
        else:
            self._talk.post("/interrupt", {"prompt_id": handle})

    def _upload(self, named: Digest, data: bytes) -> str:
        """Put a picture or clip on the server under its hash; what it calls it there.

        Raises:
            AnswerUnreadable: The server does not say.
        """
        known = (said for magic, said in TYPES.items() if data.startswith(magic))
        suffix, kind = next(known, ("mp4", "video/mp4"))
        file = Part(name="image", data=data, file=f"{named}.{suffix}", media_type=kind)
        said = {"subfolder": FOLDER, "type": "input", "overwrite": "true"}
        parts = [Part(name=name, data=value.encode()) for name, value in said.items()]
        came = self._talk.json(self._talk.post_form("/upload/image", [*parts, file]))
        name, folder = str(came.get("name", "")), str(came.get("subfolder", ""))
        if not name:
            raise AnswerUnreadable(
                "comfyui took a file and named none", remedy="Check what its address serves."
            )
        return f"{folder}/{name}" if folder else name

    def _look(self, name: str) -> tuple[Mapping[str, Any] | None, OrderState | None]:
        """The history of a prompt, or its place in the queue; it may go from one to the other
        between two looks, so that the history is looked at again last."""
        past = self._past(name)
        state = self._queued(name) if past is None else None
        return (self._past(name) if past is None and state is None else past), state

    def _past(self, name: str) -> Mapping[str, Any] | None:
        """The history of a prompt that ended, or None."""
        past = self._talk.json(self._talk.get(f"/history/{_safe(name)}")).get(name)
        return past if isinstance(past, dict) else None

    def _queued(self, name: str) -> OrderState | None:
        """Where a prompt stands in the queue, or None."""
        queue = self._talk.json(self._talk.get("/queue"))
        for part, state in (
            ("queue_running", OrderState.RUNNING),
            ("queue_pending", OrderState.QUEUED),
        ):
            if any(name in entry[1:2] for entry in queue.get(part, []) if isinstance(entry, list)):
                return state
        return None

    def _cost(self, handle: str) -> Money:
        known = self._shelf.sent(handle)
        said = self._offer.provider
        return Money(minor=0, currency=said.currency) if known is None else self.estimate(known)


_PLACE = ("filename", "subfolder", "type")


def make_provider(tools: Tools) -> Provider:
    """The provider for one call.

    Raises:
        NotConfigured: There is no workflow, no address, or a slot is wrong.
    """
    if tools.offer is None:
        raise NotConfigured("comfyui is asked for no workflow", remedy="Name one of its models.")
    flow = read_workflow(tools.offer, tools.tables)
    talk = Talk(PROVIDER.key, tools, {"Accept": "application/json"}, explain=explain)
    return ComfyUI(tools.offer, flow, talk, Shelf(PROVIDER.key, tools.folder), tools.encoder)


def explain(answer: Incoming) -> str:
    """Why the server refused a graph: what it says of each node, a missing file above all."""
    try:
        body = msgspec.json.decode(answer.body, type=dict[str, Any])
        nodes = body.get("node_errors") or {}
        said = [
            f"{node['class_type']}: {error['message']}: {error['details']}"
            for node in nodes.values()
            for error in node["errors"]
        ]
    except (msgspec.DecodeError, AttributeError, KeyError, TypeError):
        said = []
    return "; ".join(said)[:600] or said_of(answer)


def _prompt_id(key: str) -> str:
    """The name that we give an order at the server, made from its key."""
    return str(uuid.UUID(hex=digest(["comfyui", key])[:32]))


def _safe(name: str) -> str:
    """A handle as a path segment.

    Raises:
        NotFound: No prompt is called so.
    """
    if not name or not all(letter.isalnum() or letter == "-" for letter in name):
        raise NotFound(f"comfyui knows no prompt {name}", remedy="Submit the order again.")
    return name


def _messages(past: Mapping[str, Any]) -> dict[str, dict[str, Any]]:
    """What was said of a prompt while it ran, by event."""
    said: Sequence[Any] = past.get("status", {}).get("messages") or []
    return {each[0]: each[1] for each in said if isinstance(each, list) and len(each) == 2}


def _saved(outputs: Mapping[str, Any]) -> Mapping[str, Any] | None:
    """The first file that the graph saved for good."""
    for node in outputs.values():
        for files in node.values():
            for file in files if isinstance(files, list) else []:
                if isinstance(file, dict) and file.get("type") == "output":
                    return file
    return None


def _milliseconds(said: Mapping[str, Mapping[str, Any]]) -> int:
    began = said.get("execution_start", {}).get("timestamp", 0)
    ended = said.get("execution_success", {}).get("timestamp", 0)
    return max(0, int(ended) - int(began))
