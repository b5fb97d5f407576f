"""Answers ``text`` asks: the pace, the gate, the request, the price."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable

import msgspec

from secondunit.adapters.text_model.chat import price, read_chat, write_chat
from secondunit.adapters.text_model.sending import Timing, send
from secondunit.adapters.text_model.table import (
    FILE,
    Served,
    find_text_model,
    read_text_models,
    seller_of,
)
from secondunit.core.errors import AnswerUnreadable, Refused, RightsNotCleared
from secondunit.core.ids import canonical_json, digest_bytes, read_json
from secondunit.core.text_ask import TextRequest
from secondunit.film.rights.model import EgressRequest, Purpose
from secondunit.ports.gate import Gate
from secondunit.ports.jobs import Performed

TIMING = Timing(seconds=time.monotonic, pause=time.sleep)

WHO = "the run"
"""For whom a text model is asked: nobody signs a run."""


class TextModels:
    """The text models of one production.

    Args:
        fetch: Gives the text of a data file by its name.
        gate: Gives the gate; asked anew for every request.
        title: Production id.
        timing: Where time comes from.
    """

    def __init__(
        self,
        fetch: Callable[[str], str],
        gate: Callable[[], Gate],
        title: str,
        timing: Timing = TIMING,
    ) -> None:
        self._fetch = fetch
        self._gate = gate
        self._title = title
        self._timing = timing
        self._lock = threading.Lock()
        self._seats: dict[str, threading.BoundedSemaphore] = {}
        self._next: dict[str, float] = {}

    def answer(self, body: str) -> Performed:
        """Ask a text model.

        Args:
            body: Canonical JSON of a TextRequest.

        Returns:
            Canonical JSON of a TextReply, with what it cost.

        Raises:
            NotConfigured: Its key, address or name is not right.
            RateLimited: It asks for more patience than there is.
            Refused: It, or the gate, refuses the request.
            Unavailable: It does not answer.
            AnswerLost: It was asked, and no whole answer came.
            AnswerUnreadable: The ask or the answer has not its shape.
        """
        try:
            request = read_json(body, TextRequest)
        except msgspec.DecodeError as error:
            raise AnswerUnreadable(
                f"a text ask cannot be read: {error}", remedy="Send a TextRequest."
            ) from error
        served = find_text_model(request.key, read_text_models(self._fetch(FILE)))
        asked, words = self._egress(request, served)
        sent = write_chat(request, served.answer_form)
        with self._seat(request.key, served):
            self._keep_pace(request.key, served)
            try:
                with self._gate().open(asked, words) as wire:
                    came = send(request.key, served, wire, sent, self._timing)
            except RightsNotCleared as error:
                raise Refused(error.message, remedy=error.remedy) from error
        reply, model = read_chat(came, request)
        return Performed(
            body=canonical_json(reply).decode(),
            provider=request.key,
            version=model,
            cost=price(reply, served),
        )

    def _egress(self, request: TextRequest, served: Served) -> tuple[EgressRequest, str]:
        words = f"{request.system}\n{request.prompt}"
        asked = EgressRequest(
            by=WHO,
            title=self._title,
            purpose=Purpose.ASSIST,
            seller=seller_of(request.key, served),
            subject=request.shape,
            prompt=digest_bytes(words.encode()),
        )
        return asked, words

    def _seat(self, name: str, served: Served) -> threading.BoundedSemaphore:
        with self._lock:
            return self._seats.setdefault(name, threading.BoundedSemaphore(served.at_once))

    def _keep_pace(self, name: str, served: Served) -> None:
        if not served.a_minute:
            return
        with self._lock:
            now = self._timing.seconds()
            begins = max(now, self._next.get(name, now))
            self._next[name] = begins + 60 / served.a_minute
        if begins > now:
            self._timing.pause(begins - now)
