"""Each provider on a bench of its own: what it is made with, and the peer it speaks to."""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from functools import cache
from importlib.util import find_spec
from pathlib import Path

import pytest
from tests.adapters.render.builder import camera, mark, request
from tests.contract.peers.bedrock import BedrockPeer
from tests.contract.peers.comfyui import ComfyPeer
from tests.contract.peers.openai_compatible import OpenAIPeer
from tests.contract.peers.peer import Peer
from tests.contract.peers.runway import RunwayPeer
from tests.contract.samples import RATE, clip, named, picture
from tests.contract.tiny_weights import make_weights
from tests.contract.wire import PlainWire

from secondunit.adapters.media.h264 import H264Encoder
from secondunit.adapters.render.panel import PanelRenderer
from secondunit.adapters.tables import PackagedTables
from secondunit.bootstrap.providers import find_providers, offers_of
from secondunit.core.ids import Digest, digest_bytes
from secondunit.core.timecode import Frames
from secondunit.film.generation.accounts import Account
from secondunit.film.generation.admit import HANDED
from secondunit.film.generation.model import Control, Guide, Lifecycle, Order
from secondunit.film.generation.offers import Offer
from secondunit.film.shots.model import Move
from secondunit.ports.gate import Wire
from secondunit.ports.provider import ENDED, OrderState, Provider, Tools

CLIPS = frozenset({Control.DRIVING_CLIP, Control.PERFORMANCE})
TABLES = PackagedTables()
PROGRAM = Path(__file__).parent / "program.py"


@dataclass(kw_only=True)
class Bench:
    """One model of one provider, ready to be ordered from.

    Args:
        offer: The model, as if it had not ended.
        folder: Where the provider keeps its work.
        peer: Whom it speaks to, or None for a provider that runs here.
        account: How it is reached.
        clip_passes: True when passes are clips, not pictures.
        wire: The way to its peer.
    """

    offer: Offer
    folder: Path
    peer: Peer | None = None
    account: Account | None = None
    frames: int = 48
    clip_passes: bool = False
    wire: Wire = field(default_factory=PlainWire)
    media: dict[Digest, bytes] = field(default_factory=dict)

    def make(self) -> Provider:
        """The provider made anew, as the engine does for every call."""
        module = find_providers()[self.offer.provider.key]
        made: Provider = module.make_provider(
            Tools(
                tables=TABLES,
                renderer=PanelRenderer(),
                encoder=H264Encoder(),
                wire=self.wire if self.peer is not None else None,
                account=self.account,
                offer=self.offer,
                folder=self.folder,
            )
        )
        return made

    def order(self, *, controls: tuple[Control, ...] | None = None, vary: str = "") -> Order:
        """An order that asks for all the model honours, or for some of it and what it needs.

        Args:
            controls: What it asks for.
            vary: Name of the control that says something else than usual.
        """
        said = self.offer.provider
        asked = said.controls if controls is None else (*controls, *said.needs)
        asked = tuple(dict.fromkeys(asked))
        pictures = {
            each: self._keep(each, 200 if vary == each else 100 + place)
            for place, each in enumerate(HANDED)
            if each in asked
        }
        moved = 0.5 if vary in {Control.FRAMING, Control.BLOCKING} else 0.0
        spec = request(
            mark("ADA", (moved, 0, 0)),
            keys=(camera((0, 1.4, 4), (0, 1, 0)),),
            move=Move.PAN if vary == Control.CAMERA_MOVE else Move.HANDHELD,
            light="night" if vary == Control.LIGHT else "day",
        )
        references: tuple[Digest, ...] = ()
        if Control.REFERENCES in asked:
            shades = (31, 32) if vary == Control.REFERENCES else (30, 32)
            references = tuple(self._named(picture(shade)) for shade in shades)
            references = references[: said.most_references]
        frames = self.frames + (24 if vary == Control.DURATION else 0)
        words = "A low angle." if vary == Control.PROMPT else "A wide shot."
        return Order(
            shot=spec.shot,
            number="12A",
            provider=said.key,
            model=said.model,
            seed=6 if vary == Control.SEED else 5,
            duration=Frames(frames),
            rate=RATE,
            controls=asked,
            spec=spec,
            first_frame=pictures.get(Control.FIRST_FRAME),
            driving_clip=pictures.get(Control.DRIVING_CLIP),
            guides=tuple(
                Guide(control=each, media=held)
                for each, held in pictures.items()
                if each not in {Control.FIRST_FRAME, Control.DRIVING_CLIP}
            ),
            references=references,
            prompt=words if Control.PROMPT in asked else "",
            size=said.sizes[0] if said.sizes else "",
        )

    def finished(self, handle: str) -> OrderState:
        """Poll as the engine does, until the order has ended."""
        for _ in range(200):
            state = self.make().poll(handle)
            if state in ENDED:
                return state
        raise AssertionError("the order never ended")

    def said(self) -> list[tuple[str, bytes]]:
        """What has reached the other side, without what only names the request."""
        if self.peer is None:
            rooms = sorted(self.folder.glob("*/*/room"))
            return [
                (file.name, file.read_bytes())
                for room in rooms
                for file in sorted(room.iterdir())
                if file.name == "asked.json" or file.suffix in {".png", ".mp4"}
            ]
        return [(seen.path, self.peer.plain(seen)) for seen in self.peer.placed()]

    def _keep(self, control: Control, shade: int) -> Digest:
        is_clip = control in CLIPS or (self.clip_passes and control is not Control.FIRST_FRAME)
        return self._named(clip(self.frames, shade) if is_clip else picture(shade))

    def _named(self, data: bytes) -> Digest:
        self.media |= named(data)
        return digest_bytes(data)


def previs_bench(folder: Path, offer: Offer) -> Iterator[Bench]:
    yield Bench(offer=offer, folder=folder, frames=3)


def runway_bench(folder: Path, offer: Offer) -> Iterator[Bench]:
    peer = RunwayPeer()
    account = Account(name="runway", provider="runway", address=peer.address, timeout_seconds=5)
    try:
        yield Bench(offer=offer, folder=folder, peer=peer, account=account)
    finally:
        peer.close()


def openai_bench(folder: Path, offer: Offer) -> Iterator[Bench]:
    peer = OpenAIPeer(offer.provider.price_per_second // 1_000_000)
    address = f"{peer.address}/v1"
    account = Account(name="a", provider="openai_compatible", address=address, timeout_seconds=5)
    try:
        yield Bench(offer=offer, folder=folder, peer=peer, account=account)
    finally:
        peer.close()


def bedrock_bench(folder: Path, offer: Offer) -> Iterator[Bench]:
    peer = BedrockPeer()
    account = Account(
        name="bedrock",
        provider="bedrock",
        address=peer.address,
        region="us-west-2",
        timeout_seconds=5,
        settings={"bucket": "bucket", "results": peer.address},
    )
    try:
        yield Bench(offer=offer, folder=folder, peer=peer, account=account)
    finally:
        peer.close()


def comfyui_bench(folder: Path, offer: Offer) -> Iterator[Bench]:
    peer = ComfyPeer()
    account = Account(name="lab", provider="comfyui", address=peer.address, timeout_seconds=5)
    is_clip = offer.provider.media_type.startswith("video/")
    try:
        yield Bench(offer=offer, folder=folder, peer=peer, account=account, clip_passes=is_clip)
    finally:
        peer.close()


def command_bench(folder: Path, offer: Offer) -> Iterator[Bench]:
    account = Account(
        name="mine", provider="command", settings={"program": f"{sys.executable} {PROGRAM}"}
    )
    yield Bench(offer=offer, folder=folder, account=account, frames=6)


def diffusers_bench(folder: Path, offer: Offer) -> Iterator[Bench]:
    """Random weights made on the spot; where the library is not installed, nothing is made."""
    made = offer.settings["pipeline"] == "StableDiffusionControlNetPipeline"
    weights = tiny_weights() if made and find_spec("diffusers") and find_spec("torch") else None
    if weights is None:
        lacks = "diffusers and torch are an extra" if made else "no tiny weights of that class"
        pytest.skip(f"{lacks}: see docs/how-to/providers.md")
    account = Account(name="gpu", provider="diffusers", settings={"weights": str(weights)})
    settings = {**offer.settings, "steps": "2"}
    said = replace(offer.provider, sizes=("64x32",))
    offer = replace(offer, provider=said, settings=settings)
    yield Bench(offer=offer, folder=folder, account=account)


@cache
def tiny_weights() -> Path:
    """Made once a process."""
    return make_weights(Path(tempfile.mkdtemp(prefix="tiny-weights-")))


BENCHES: Mapping[str, Callable[[Path, Offer], Iterator[Bench]]] = {
    "bedrock": bedrock_bench,
    "comfyui": comfyui_bench,
    "command": command_bench,
    "diffusers": diffusers_bench,
    "openai_compatible": openai_bench,
    "previs": previs_bench,
    "runway": runway_bench,
}


def every_offer() -> list[Offer]:
    """Every model of every provider, as if none had ended."""
    alive = Lifecycle()
    return [
        replace(offer, provider=replace(offer.provider, lifecycle=alive))
        for key in find_providers()
        for offer in offers_of(key, TABLES, "2026-11-25").models
    ]


@contextmanager
def open_bench(folder: Path, offer: Offer) -> Iterator[Bench]:
    """The bench of a model."""
    yield from BENCHES[offer.provider.key](folder, offer)
