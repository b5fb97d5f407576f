"""Who answers asks: one performer a kind, its tools made when they are first used."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from functools import cached_property

from secondunit.adapters.media.frames import enlarged
from secondunit.adapters.tables import PackagedTables
from secondunit.adapters.tagger import answer_tokens, version
from secondunit.adapters.text_model.answering import TextModels
from secondunit.core.errors import Unavailable
from secondunit.core.ids import Digest, canonical_json, digest, read_json
from secondunit.film.cut.model import ClipReply, JoinRequest, SegmentRequest
from secondunit.film.generation.guide import GuideRequest, pass_request
from secondunit.film.generation.model import Order
from secondunit.film.generation.take import TakeReply
from secondunit.film.shots.model import MoveRequest, PanelRequest
from secondunit.ports.encoder import Encoder
from secondunit.ports.gate import Gate
from secondunit.ports.jobs import Performed, Performer
from secondunit.ports.media_store import MediaStore
from secondunit.ports.provider import OrderState, Provider, Tools
from secondunit.ports.renderer import Picture, Renderer

CLIP = "video/mp4"


def make_performers(
    media: MediaStore,
    fetch: Callable[[str], str],
    gate: Callable[[], Gate],
    title: str,
    renderer: str = "rays",
) -> Mapping[str, Performer]:
    """Performers by the kind of ask they answer.

    Args:
        media: Where pictures and clips are kept and fetched from.
        fetch: Gives the text of a data file by its name.
        gate: Gives the gate that whatever leaves passes.
        title: Production id.
        renderer: What pictures are seen with.
    """
    studio = PictureStudio(media, renderer)
    return {
        "tokens": answer_words,
        "text": TextModels(fetch, gate, title).answer,
        "panel": studio.draw_panel,
        "move": studio.draw_move,
        "guide": studio.draw_guide,
        "segment": studio.encode_segment,
        "join": studio.join_clips,
        "take": studio.make_take,
    }


def answer_words(body: str) -> Performed:
    """The words of some lines, with lemmas and parts of speech."""
    return Performed(body=answer_tokens(body), provider="tagger", version=version())


class PictureStudio:
    """Draws, encodes and joins; the renderer and the encoder are made once a process.

    Args:
        media: Where pictures and clips are kept and fetched from.
        renderer: What pictures are seen with: ``rays`` or ``gl``.
    """

    def __init__(self, media: MediaStore, renderer: str = "rays") -> None:
        self._media = media
        self._seen_with = renderer

    @cached_property
    def _renderer(self) -> Renderer:
        from secondunit.adapters.gltf.designs import StoredDesigns
        from secondunit.adapters.render.panel import PanelRenderer
        from secondunit.adapters.tracers import make_tracer

        return PanelRenderer(StoredDesigns(self._media), make_tracer(self._seen_with))

    @cached_property
    def _encoder(self) -> Encoder:
        from secondunit.adapters.media.h264 import H264Encoder

        return H264Encoder()

    @cached_property
    def _provider(self) -> Provider:
        from secondunit.adapters.providers.previs import make_provider

        return make_provider(
            Tools(tables=PackagedTables(), renderer=self._renderer, encoder=self._encoder)
        )

    def draw_panel(self, body: str) -> Performed:
        """One storyboard panel as PNG."""
        from PIL import Image

        request = read_json(body, PanelRequest)
        out = io.BytesIO()
        Image.fromarray(self._renderer.draw_panel(request)).save(out, "PNG", compress_level=3)
        kept = self._media.store_media(out.getvalue(), "image/png", f"{request.shot}.png")
        return Performed(
            body="{}", media=(kept,), provider="renderer", version=self._renderer.version
        )

    def draw_move(self, body: str) -> Performed:
        """A shot that moves, frame for frame."""
        request = read_json(body, MoveRequest)
        drawn = self._renderer.draw_frames(request.spec, request.frames)
        made = self._clip(self._encoder.encode(drawn, request.rate), f"{request.spec.shot}.mp4")
        return replace(
            made,
            provider="renderer",
            version=f"{self._renderer.version}+{self._encoder.version}",
        )

    def draw_guide(self, body: str) -> Performed:
        """One control of a whole shot: a picture of one frame, a clip of more."""
        from secondunit.adapters.gltf.designs import StoredDesigns
        from secondunit.adapters.render.passes.maker import ShotPasses
        from secondunit.adapters.tracers import make_tracer

        request = read_json(body, GuideRequest)
        maker = ShotPasses(StoredDesigns(self._media), make_tracer(self._seen_with))
        pictures = [
            made.data
            for made in maker.make_passes(pass_request(request))
            if made.media_type == "image/png" and not made.part
        ]
        name = f"{request.spec.shot}-{request.control}"
        if len(pictures) == 1:
            kept = self._media.store_media(pictures[0], "image/png", f"{name}.png")
            return Performed(body="{}", media=(kept,), provider="renderer", version=maker.version)
        shown = ((_opened(picture), 1) for picture in pictures)
        made = self._clip(self._encoder.encode(shown, request.rate), f"{name}.mp4")
        version = f"{maker.version}+{self._encoder.version}"
        return replace(made, provider="renderer", version=version)

    def encode_segment(self, body: str) -> Performed:
        """One panel held for its shot's length, or its move, with the band burnt in."""
        from secondunit.adapters.media.burn_in import burn

        request = read_json(body, SegmentRequest)
        panel = self._picture(request.panel)
        if request.clip is None:
            shown: Iterable[tuple[Picture, int]] = [(panel, request.frames)]
        else:
            height, width = panel.shape[:2]
            shown = enlarged(self._media.fetch_media(request.clip), width, height)
        pictures = ((burn(picture, request.burn_in), held) for picture, held in shown)
        clip = self._encoder.encode(pictures, request.rate)
        return self._clip(clip, f"{request.burn_in.shot}.mp4")

    def join_clips(self, body: str) -> Performed:
        """Clips end to end, nothing encoded again."""
        request = read_json(body, JoinRequest)
        clips = [self._media.fetch_media(clip) for clip in request.clips]
        return self._clip(self._encoder.join(clips, request.rate), f"{request.name}.mp4")

    def make_take(self, body: str) -> Performed:
        """One order through the provider, from submit to the clip in the store.

        Raises:
            Unavailable: The provider ended the order without a clip.
        """
        order = read_json(body, Order)
        media = {named: self._media.fetch_media(named) for named in order.media()}
        handle = self._provider.submit(order, digest(order), media)
        state = self._provider.poll(handle)
        if state is not OrderState.DONE:
            raise Unavailable(
                f"the take of shot {order.number} is {state} at {order.provider}",
                remedy="Run produce again.",
            )
        came = self._provider.fetch(handle)
        kept = self._media.store_media(came.data, came.media_type, f"{order.number}.mp4")
        terms = self._provider.capabilities()
        return Performed(
            body=canonical_json(TakeReply(frames=came.frames)).decode(),
            media=(kept,),
            provider=terms.key,
            version=terms.version,
            cost=came.cost,
        )

    def _picture(self, panel: Digest) -> Picture:
        return _opened(self._media.fetch_media(panel))

    def _clip(self, clip: bytes, name: str) -> Performed:
        frames = self._encoder.probe(clip).frames
        return Performed(
            body=canonical_json(ClipReply(frames=frames)).decode(),
            media=(self._media.store_media(clip, CLIP, name),),
            provider="encoder",
            version=self._encoder.version,
        )


def _opened(data: bytes) -> Picture:
    import numpy as np
    from PIL import Image

    with Image.open(io.BytesIO(data)) as opened:
        return np.asarray(opened.convert("RGB"))
