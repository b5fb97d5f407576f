"""Answers ``text`` asks: the gate at the door, the key, the pace, the request, the price."""

from __future__ import annotations

import os
import threading
import time
from collections.abc import Callable
from pathlib import Path

import msgspec

from secondunit.adapters.text_model.chat import price, read_chat, write_chat
from secondunit.adapters.text_model.sending import Timing, send
from secondunit.adapters.text_model.table import (
    FILE,
    Served,
    find_text_model,
    read_text_models,
    terms_of,
)
from secondunit.core.errors import AnswerUnreadable, NotConfigured, Refused
from secondunit.core.ids import canonical_json, read_json
from secondunit.core.text_ask import TextRequest
from secondunit.film.rights.permit import Policy, Transfer, check_transfer
from secondunit.ports.jobs import Performed

TIMING = Timing(seconds=time.monotonic, pause=time.sleep)


class TextModels:
    """The text models of one production.

    Args:
        fetch: Gives the text of a data file by its name.
        policy: What may leave the building; asked again for every request, at the door.
        timing: Where time comes from.
    """

    def __init__(
        self, fetch: Callable[[str], str], policy: Policy, timing: Timing = TIMING
    ) -> None:
        self._fetch = fetch
        self._policy = policy
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
            Refused: It, or the production's policy, refuses the request.
            Unavailable: It does not answer.
            AnswerUnreadable: The ask or the answer has not its shape.
        """
        try:
            request = read_json(body, TextRequest)
        except msgspec.DecodeError as error:
            raise AnswerUnreadable(
                f"a text ask cannot be read: {error}", remedy="Send a TextRequest."
            ) from error
        served = find_text_model(request.key, read_text_models(self._fetch(FILE)))
        self._require_permit(request, served)
        key = _secret(request.key, served)
        with self._seat(request.key, served):
            self._keep_pace(request.key, served)
            sent = write_chat(request, served.answer_form)
            came = send(request.key, served, key, sent, self._timing)
        reply, model = read_chat(came, request)
        return Performed(
            body=canonical_json(reply).decode(),
            provider=request.key,
            version=model,
            cost=price(reply, served),
        )

    def _require_permit(self, request: TextRequest, served: Served) -> None:
        terms = terms_of(request.key, served)
        transfer = Transfer(
            subject=request.shape,
            provider=terms.key,
            leaves_the_machine=terms.leaves_the_machine,
            trains_on_inputs=terms.trains_on_inputs,
        )
        for finding in check_transfer(transfer, self._policy):
            raise Refused(finding.message, remedy=finding.remedy)

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


def _secret(name: str, served: Served) -> str:
    """The key, from where the table says it is; in no record and no message.

    Raises:
        NotConfigured: It is not there.
    """
    if served.key_env:
        key = os.environ.get(served.key_env, "").strip()
        where = f"environment variable {served.key_env}"
    elif served.key_file:
        file = Path(served.key_file).expanduser()
        try:
            key = file.read_text(encoding="utf-8").strip()
        except (OSError, UnicodeDecodeError):
            key = ""
        where = f"file {served.key_file}"
    else:
        return ""
    if not key or not key.isascii() or not key.isprintable():
        raise NotConfigured(
            f"text model {name} has no usable key in {where}", remedy="Put the key there."
        )
    return key
