"""Any program on this machine that makes takes: one JSON object in, a file and one JSON object out.

The program is run in a folder of its own, with a time limit, without this program's environment and
so without any key. It is tried in every run of the contract suite. What it does with the network is
for whoever installed it.
"""

from __future__ import annotations

import os
import shlex
import shutil
import signal
import subprocess
import time
from collections.abc import Mapping
from decimal import ROUND_CEILING, Decimal, InvalidOperation
from pathlib import Path
from typing import Any

import msgspec

from secondunit.adapters.received import bare, count_frames
from secondunit.adapters.shelf import Shelf
from secondunit.core.errors import AnswerUnreadable, NotConfigured, Unavailable
from secondunit.core.ids import Digest, canonical_json
from secondunit.core.money import FREE, Money
from secondunit.film.generation.admit import HANDED, require_makeable
from secondunit.film.generation.charge import price
from secondunit.film.generation.model import Capabilities, Control, Order, Waiting
from secondunit.film.generation.offers import Offer
from secondunit.ports.encoder import Encoder
from secondunit.ports.provider import Delivered, OrderState, Outcome, Provider, Tools

CONTRACT = 1
"""Version of what the program is told and says."""

PROVIDER = Capabilities(
    key="command",
    version=str(CONTRACT),
    media_type="video/mp4",
    controls=(),
    max_frames=60 * 60,
    deterministic=False,
    leaves_the_machine=False,
    trains_on_inputs=False,
    most_references=16,
    waiting=Waiting.MADE_HERE,
)

PASSED_ON = ("PATH", "HOME", "LANG", "LC_ALL", "TMPDIR", "CUDA_VISIBLE_DEVICES", "SYSTEMROOT")
"""What of the environment a program is given."""

MOST_SAID = 1024 * 1024
"""Bytes of a program's answer that are read."""


class Command:
    """One program.

    Args:
        offer: What it honours.
        program: The program and its arguments.
        seconds: Its time limit.
        shelf: Where orders and takes are kept.
        encoder: Counts clips.
    """

    def __init__(
        self, offer: Offer, program: tuple[str, ...], seconds: int, shelf: Shelf, encoder: Encoder
    ) -> None:
        self._offer = offer
        self._program = program
        self._seconds = seconds
        self._shelf = shelf
        self._encoder = encoder

    def capabilities(self) -> Capabilities:
        """What it can do; constant while the process runs."""
        return self._offer.provider

    def estimate(self, order: Order) -> Money:
        """By its data file."""
        return price(order.duration, order.rate, self._offer.provider)

    def submit(self, order: Order, key: str, media: Mapping[Digest, bytes]) -> str:
        """Place an order; the same key twice is one order. The program runs on the first poll.

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
        """Where the order stands; the program runs when this is first asked."""
        return self.outcome(handle).state

    def outcome(self, handle: str) -> Outcome:
        """What the program said; it runs when this is first asked.

        Raises:
            NotFound: There is no such order.
        """
        known = self._shelf.outcome(handle)
        if known is None:
            order = self._shelf.order(handle)
            try:
                delivered, known = self._make(handle, order)
            except AnswerUnreadable as error:
                delivered, known = None, Outcome(state=OrderState.FAILED, note=error.message)
            self._shelf.end(handle, known, delivered)
        return known

    def fetch(self, handle: str) -> Delivered:
        """What the program made.

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

    def _make(self, handle: str, order: Order) -> tuple[Delivered | None, Outcome]:
        """Run the program in a folder that holds what the order names and nothing else.

        Raises:
            AnswerUnreadable: It said or made nothing that can be read.
        """
        room = self._shelf.path(handle) / "room"
        shutil.rmtree(room, ignore_errors=True)
        room.mkdir(parents=True)
        asked = self._asked(order, room, self._shelf.media(handle, order))
        began = time.monotonic_ns()
        failed = self._run(room, canonical_json(asked))
        milliseconds = (time.monotonic_ns() - began) // 1_000_000
        said = {} if failed else _said(room)
        cost = self._cost(said, order)
        if failed or not said.get("file"):
            refused = str(said.get("refused") or "")
            note = failed or refused or str(said.get("failed") or "it made nothing")
            state = OrderState.REFUSED if refused else OrderState.FAILED
            charged = cost if "cost" in said else FREE
            return None, Outcome(
                state=state, cost=charged, note=note[:300], moderated=bool(refused)
            )
        file, kind = room / Path(str(said["file"])).name, self._offer.provider.media_type
        if not file.is_file():
            raise AnswerUnreadable(
                f"the program names a file that is not there: {file.name}",
                remedy="Write it into the folder the program runs in.",
            )
        data = bare(file.read_bytes(), kind)
        frames = count_frames(data, kind, self._encoder, "the program")
        made = Delivered(
            data=data, media_type=kind, frames=frames, cost=cost, milliseconds=milliseconds
        )
        return made, Outcome(state=OrderState.DONE, cost=cost, exact=True)

    def _run(self, room: Path, asked: bytes) -> str:
        """Run the program to its end, or to the end of its time; why it failed, or ""."""
        allowed = {name: os.environ[name] for name in PASSED_ON if name in os.environ}
        (room / "asked.json").write_bytes(asked)
        with (
            (room / "asked.json").open("rb") as given,
            (room / "said.json").open("wb") as out,
            (room / "errors.txt").open("wb") as errors,
        ):
            try:
                running = subprocess.Popen(  # noqa: S603  the person's own program, never a shell
                    self._program,
                    cwd=room,
                    env=allowed,
                    stdin=given,
                    stdout=out,
                    stderr=errors,
                    start_new_session=True,
                )
            except OSError as error:
                return f"the program cannot be started: {error}"
            try:
                code = running.wait(self._seconds)
            except subprocess.TimeoutExpired:
                os.killpg(running.pid, signal.SIGKILL)
                running.wait()
                return f"the program took more than {self._seconds} s"
        last = (room / "errors.txt").read_text(encoding="utf-8", errors="replace").split()
        return f"the program ended with {code}: {' '.join(last)[-200:]}" if code else ""

    def _asked(self, order: Order, room: Path, media: Mapping[Digest, bytes]) -> dict[str, object]:
        """What the program is told; every file is in its folder, called by what it says."""
        files: dict[str, object] = {}
        for control in HANDED:
            if (held := order.held_by(control)) is not None:
                files[control.value] = _write(room, control.value, media[held])
        if Control.REFERENCES in order.controls:
            files["references"] = [
                _write(room, f"reference-{place}", media[named])
                for place, named in enumerate(order.references, start=1)
            ]
        width, _, height = order.size.partition("x")
        return {
            "contract": CONTRACT,
            "model": self._offer.provider.model,
            "media_type": self._offer.provider.media_type,
            "controls": order.controls,
            "frames": order.duration,
            "rate": [order.rate.numerator, order.rate.denominator],
            "width": int(width) if height else order.spec.width,
            "height": int(height) if height else order.spec.height,
            "seed": order.seed if Control.SEED in order.controls else None,
            "prompt": order.prompt if Control.PROMPT in order.controls else "",
            "files": files,
            "spec": order.spec,
        }

    def _cost(self, said: Mapping[str, Any], order: Order) -> Money:
        """What the program says it cost, in whole units as text, else its price.

        Raises:
            AnswerUnreadable: It says no amount.
        """
        if "cost" not in said:
            return self.estimate(order)
        try:
            cents = (Decimal(str(said["cost"])) * 100).to_integral_value(ROUND_CEILING)
        except InvalidOperation as error:
            raise AnswerUnreadable(
                f"the program says it cost “{said['cost']}”", remedy="Say it as 0.25."
            ) from error
        return Money(minor=int(cents), currency=self._offer.provider.currency)


def make_provider(tools: Tools) -> Provider:
    """The provider, with the program of its account.

    Raises:
        NotConfigured: No program is named, it is not there, or its time limit is no number.
    """
    settings = tools.account.settings if tools.account is not None else {}
    remedy = "Set program and seconds in [accounts.command.settings] of tables/accounts.toml."
    program = tuple(shlex.split(settings.get("program", "")))
    if tools.offer is None or tools.encoder is None or not program:
        raise NotConfigured("there is no program that makes takes", remedy=remedy)
    if shutil.which(program[0]) is None:
        raise NotConfigured(f"the program {program[0]} is not there", remedy=remedy)
    seconds = settings.get("seconds", "600")
    if not seconds.isdecimal() or int(seconds) < 1:
        raise NotConfigured(f"a time limit of “{seconds}” s is none", remedy=remedy)
    shelf = Shelf(PROVIDER.key, tools.folder)
    return Command(tools.offer, program, int(seconds), shelf, tools.encoder)


def _said(room: Path) -> Mapping[str, Any]:
    """What the program said on its standard output.

    Raises:
        AnswerUnreadable: It is no JSON object.
    """
    with (room / "said.json").open("rb") as file:
        said = file.read(MOST_SAID)
    try:
        return msgspec.json.decode(said, type=dict[str, Any])
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise AnswerUnreadable(
            f"the program said no JSON object: {error}",
            remedy="Print one object on standard output, and everything else on standard error.",
        ) from error


def _write(room: Path, name: str, data: bytes) -> str:
    suffix = "png" if data.startswith(b"\x89PNG") else "mp4"
    suffix = "jpg" if data.startswith(b"\xff\xd8\xff") else suffix
    (room / f"{name}.{suffix}").write_bytes(data)
    return f"{name}.{suffix}"
