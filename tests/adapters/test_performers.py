import io
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
import pytest
from obstore.store import MemoryStore
from PIL import Image
from tests.adapters.egress.gates import make_gate
from tests.film.generation.builder import RATE, make_provider, make_request, make_shot

from secondunit.adapters.media.h264 import H264Encoder
from secondunit.adapters.performers import PictureStudio, answer_words, make_performers
from secondunit.adapters.store.objects import ObjectStore
from secondunit.adapters.tables import PackagedTables
from secondunit.core.errors import AnswerUnreadable, MediaMissing, Unavailable
from secondunit.core.ids import Digest, canonical_json, digest, digest_bytes, read_json
from secondunit.core.money import Money
from secondunit.core.timecode import Frames, Rate
from secondunit.film.breakdown.tokens import TokenReply, TokenRequest
from secondunit.film.cut.model import BurnIn, ClipReply, JoinRequest, SegmentRequest
from secondunit.film.generation.guide import GuideRequest
from secondunit.film.generation.model import Capabilities, Control, Order
from secondunit.film.generation.take import TakeReply
from secondunit.film.shots.model import MoveRequest, PanelRequest
from secondunit.ports.encoder import Probe
from secondunit.ports.provider import Delivered, OrderState
from secondunit.ports.renderer import Picture

GREY = np.full((90, 160, 3), 128, dtype=np.uint8)
SHOT = make_shot("1A")
BURN = BurnIn(scene="1  INT. KITCHEN", shot="1A", framing="MS · 35 mm", duration="2:00")


class _Renderer:
    """Draws grey."""

    version = "grey 1"

    def __init__(self, designs: object = None, tracer: object = None) -> None:
        del designs, tracer

    def draw_panel(self, request: PanelRequest) -> Picture:
        return GREY

    def draw_frames(self, request: PanelRequest, frames: int) -> Iterator[tuple[Picture, int]]:
        yield GREY, frames


class _Encoder:
    """Writes a clip as words: its length, and what is in it."""

    version = "words 1"
    seen: list[Picture]

    def __init__(self) -> None:
        self.seen = []

    def encode(self, pictures: Iterable[tuple[Picture, int]], rate: Rate) -> bytes:
        held = list(pictures)
        self.seen += [picture for picture, _ in held]
        return f"{sum(frames for _, frames in held)} encoded".encode()

    def join(self, clips: Sequence[bytes], rate: Rate) -> bytes:
        return f"{sum(int(clip.split()[0]) for clip in clips)} joined".encode()

    def probe(self, clip: bytes) -> Probe:
        frames = int(clip.split()[0])
        return Probe(frames=frames, rate=RATE, width=160, height=90, codec="words")


@dataclass
class _Provider:
    """Makes any order at once, or leaves it in a state."""

    state: OrderState = OrderState.DONE
    handed: dict[Digest, bytes] = field(default_factory=dict)
    keys: list[str] = field(default_factory=list)

    def capabilities(self) -> Capabilities:
        return make_provider()

    def estimate(self, order: Order) -> Money:
        return Money(minor=5)

    def submit(self, order: Order, key: str, media: Mapping[Digest, bytes]) -> str:
        self.keys.append(key)
        self.handed |= media
        return "handle"

    def poll(self, handle: str) -> OrderState:
        return self.state

    def fetch(self, handle: str) -> Delivered:
        return Delivered(
            data=b"48 taken", media_type="video/mp4", frames=48, cost=Money(minor=5), milliseconds=1
        )

    def cancel(self, handle: str) -> None: ...


@dataclass
class _Tools:
    media: ObjectStore
    studio: PictureStudio
    encoder: _Encoder
    provider: _Provider


@pytest.fixture
def tools(monkeypatch: pytest.MonkeyPatch) -> _Tools:
    encoder, provider = _Encoder(), _Provider()
    monkeypatch.setattr("secondunit.adapters.render.panel.PanelRenderer", _Renderer)
    monkeypatch.setattr("secondunit.adapters.media.h264.H264Encoder", lambda: encoder)
    monkeypatch.setattr(
        "secondunit.adapters.providers.previs.make_provider", lambda *_tools: provider
    )
    media = ObjectStore(MemoryStore())
    return _Tools(media=media, studio=PictureStudio(media), encoder=encoder, provider=provider)


def _order(first_frame: Digest | None = None) -> Order:
    return Order(
        shot=SHOT.id,
        number="1A",
        provider="studio",
        seed=1,
        duration=Frames(48),
        rate=RATE,
        controls=(),
        spec=make_request(SHOT),
        first_frame=first_frame,
    )


def _json(value: object) -> str:
    return canonical_json(value).decode()


def _keep_panel(tools: _Tools) -> Digest:
    return tools.studio.draw_panel(_json(make_request(SHOT))).media[0].digest


def test_words_are_answered_with_who_answered() -> None:
    made = answer_words(_json(TokenRequest(lines=("A dog barks.",))))
    assert made.provider == "tagger"
    assert made.version.startswith("hanta ")
    assert [token.lemma for token in read_json(made.body, TokenReply).lines[0]][:2] == ["a", "dog"]


def test_a_question_that_is_no_request_is_unreadable() -> None:
    with pytest.raises(AnswerUnreadable, match="tokens"):
        answer_words("{}")


def test_a_panel_is_kept_as_a_png_under_its_shot(tools: _Tools) -> None:
    made = tools.studio.draw_panel(_json(make_request(SHOT)))
    (kept,) = made.media
    assert (kept.media_type, kept.name) == ("image/png", f"{SHOT.id}.png")
    assert (made.provider, made.version) == ("renderer", "grey 1")
    with Image.open(io.BytesIO(tools.media.fetch_media(kept.digest))) as picture:
        assert np.array_equal(np.asarray(picture.convert("RGB")), GREY)


def test_a_segment_holds_its_panel_with_the_band_for_the_length_of_the_shot(
    tools: _Tools,
) -> None:
    panel = _keep_panel(tools)
    request = SegmentRequest(panel=panel, frames=Frames(48), rate=RATE, burn_in=BURN)
    made = tools.studio.encode_segment(_json(request))
    assert read_json(made.body, ClipReply).frames == 48
    assert made.media[0].name == "1A.mp4"
    (shown,) = tools.encoder.seen
    assert np.array_equal(shown[:70], GREY[:70])
    assert not np.array_equal(shown[70:], GREY[70:])


def test_a_move_is_drawn_for_its_whole_length_and_says_who_drew_it(tools: _Tools) -> None:
    request = MoveRequest(spec=make_request(SHOT), frames=Frames(48), rate=RATE)
    made = tools.studio.draw_move(_json(request))
    assert read_json(made.body, ClipReply).frames == 48
    assert (made.provider, made.version) == ("renderer", "grey 1+words 1")
    assert tools.media.fetch_media(made.media[0].digest) == b"48 encoded"


def test_a_segment_of_a_shot_that_moves_shows_the_move_at_the_size_of_its_panel(
    tools: _Tools, monkeypatch: pytest.MonkeyPatch
) -> None:
    moving = H264Encoder().encode([(GREY // 2, 3), (GREY, 2)], RATE)
    clip = tools.media.store_media(moving, "video/mp4", "move")
    request = SegmentRequest(
        panel=_keep_panel(tools), frames=Frames(5), rate=RATE, burn_in=BURN, clip=clip.digest
    )
    made = tools.studio.encode_segment(_json(request))
    assert read_json(made.body, ClipReply).frames == 5
    first, second = tools.encoder.seen
    assert first.shape == second.shape == GREY.shape
    assert abs(float(first[:70].mean()) - 64) < 3
    assert abs(float(second[:70].mean()) - 128) < 3


def test_joined_clips_are_as_long_as_they_are_together_and_not_encoded_again(
    tools: _Tools,
) -> None:
    clips = tuple(
        tools.media.store_media(f"{frames} clip".encode(), "video/mp4", "c").digest
        for frames in (24, 48)
    )
    made = tools.studio.join_clips(_json(JoinRequest(clips=clips, rate=RATE, name="animatic")))
    assert read_json(made.body, ClipReply).frames == 72
    assert made.media[0].name == "animatic.mp4"
    assert tools.encoder.seen == []


def test_a_take_is_kept_with_its_length_its_price_and_who_made_it(tools: _Tools) -> None:
    made = tools.studio.make_take(_json(_order()))
    assert read_json(made.body, TakeReply).frames == 48
    assert tools.media.fetch_media(made.media[0].digest) == b"48 taken"
    assert (made.provider, made.version, made.cost) == ("studio", "1", Money(minor=5))


def test_an_order_is_placed_under_the_key_made_from_it(tools: _Tools) -> None:
    for _ in range(2):
        tools.studio.make_take(_json(_order()))
    assert tools.provider.keys == [digest(_order())] * 2


def test_a_provider_is_handed_what_the_order_names_and_nothing_else(tools: _Tools) -> None:
    panel = _keep_panel(tools)
    tools.media.store_media(b"the script", "text/plain", "script")
    tools.studio.make_take(_json(_order(panel)))
    assert list(tools.provider.handed) == [panel]
    assert digest_bytes(tools.provider.handed[panel]) == panel


@pytest.mark.parametrize("state", [state for state in OrderState if state is not OrderState.DONE])
def test_an_order_without_a_clip_is_an_error_that_names_shot_and_provider(
    tools: _Tools, state: OrderState
) -> None:
    tools.provider.state = state
    with pytest.raises(Unavailable, match=r"the take of shot 1A is .* at studio") as caught:
        tools.studio.make_take(_json(_order()))
    assert caught.value.remedy == "Run produce again."


def test_a_picture_that_is_lost_is_missed_before_anything_is_ordered(tools: _Tools) -> None:
    with pytest.raises(MediaMissing):
        tools.studio.make_take(_json(_order(digest_bytes(b"lost"))))
    assert tools.provider.keys == []


def test_no_tool_is_made_before_it_is_used(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse() -> None:
        pytest.fail("a renderer was made to answer words")

    monkeypatch.setattr("secondunit.adapters.render.panel.PanelRenderer", refuse)
    answered = make_performers(
        ObjectStore(MemoryStore()), PackagedTables().fetch_table, lambda: make_gate().gate, "t"
    )
    assert answered["tokens"](_json(TokenRequest(lines=()))).body == _json(TokenReply(lines=()))


def test_a_guide_of_a_still_is_one_picture_and_of_a_move_a_clip_as_long() -> None:
    store = ObjectStore(MemoryStore())
    studio = PictureStudio(store)
    still = GuideRequest(
        control=Control.DEPTH, spec=make_request(SHOT), frames=Frames(1), rate=RATE
    )
    (picture,) = studio.draw_guide(canonical_json(still).decode()).media
    assert picture.media_type == "image/png"
    moving = GuideRequest(
        control=Control.POSE, spec=make_request(SHOT), frames=Frames(3), rate=RATE
    )
    (clip,) = studio.draw_guide(canonical_json(moving).decode()).media
    assert H264Encoder().probe(store.fetch_media(clip.digest)).frames == 3
