from __future__ import annotations

import io
from collections.abc import Iterator

import av
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from secondunit.adapters.media.h264 import H264Encoder, decode
from secondunit.core.errors import InputError
from secondunit.core.timecode import RATE_NAMES, Rate
from secondunit.ports.encoder import Encoder
from secondunit.ports.renderer import Picture

ENCODER: Encoder = H264Encoder()
FILM = Rate(numerator=24000, denominator=1001)
RATES = [Rate(numerator=n, denominator=d) for n, d in RATE_NAMES]


def plain(colour: tuple[int, int, int], size: tuple[int, int] = (64, 36)) -> Picture:
    picture = np.empty((size[1], size[0], 3), dtype=np.uint8)
    picture[:] = colour
    return picture


RED, GREEN, BLUE = plain((200, 40, 40)), plain((40, 180, 60)), plain((40, 60, 200))


@pytest.mark.parametrize("rate", RATES, ids=lambda rate: rate.name)
def test_length_and_rate_are_exact_at_every_rate(rate: Rate) -> None:
    clip = ENCODER.encode([(RED, 30), (BLUE, 17)], rate)
    found = ENCODER.probe(clip)
    assert (found.frames, found.rate, found.codec) == (47, rate, "h264")
    assert sum(1 for _ in decode(clip)) == 47
    assert (found.width, found.height) == (64, 36)


@given(st.lists(st.integers(1, 9), min_size=1, max_size=5))
@settings(max_examples=15, deadline=None)
def test_every_frame_decodes_to_its_picture(counts: list[int]) -> None:
    colours = [(210, 40, 40), (40, 190, 60), (40, 60, 210)]
    pictures = [(plain(colours[i % 3]), count) for i, count in enumerate(counts)]
    wanted = [colours[i % 3] for i, count in enumerate(counts) for _ in range(count)]
    shown = list(decode(ENCODER.encode(pictures, FILM)))
    assert len(shown) == len(wanted)
    for picture, colour in zip(shown, wanted, strict=True):
        assert np.abs(picture.astype(int) - colour).max() < 8


def test_the_same_pictures_give_the_same_bytes() -> None:
    pictures = [(RED, 5), (GREEN, 3)]
    assert ENCODER.encode(pictures, FILM) == H264Encoder().encode(pictures, FILM)


def test_a_clip_is_tagged_bt709_video_range_and_starts_at_once() -> None:
    clip = ENCODER.encode([(RED, 4)], FILM)
    with av.open(io.BytesIO(clip)) as source:
        context = source.streams.video[0].codec_context
        tags = (context.color_primaries, context.color_trc, context.colorspace)
        assert tags == (1, 1, 1)
        assert context.color_range == 1
        assert context.pix_fmt == "yuv420p"
    assert clip.index(b"moov") < clip.index(b"mdat")


def test_nothing_of_the_machine_is_in_a_clip() -> None:
    clip = ENCODER.encode([(RED, 2)], FILM)
    assert b"Lavf" not in clip


@pytest.mark.parametrize("rate", [FILM, Rate(numerator=25)], ids=lambda rate: rate.name)
def test_joining_keeps_every_frame_in_its_order(rate: Rate) -> None:
    clips = [
        ENCODER.encode([(each, count)], rate) for each, count in ((RED, 1), (GREEN, 7), (BLUE, 3))
    ]
    joined = ENCODER.join(clips, rate)
    assert ENCODER.probe(joined).frames == sum(1 for _ in decode(joined)) == 11
    assert ENCODER.probe(joined).rate == rate
    shown = [int(np.argmax(picture[18, 32])) for picture in decode(joined)]
    assert shown == [0] + [1] * 7 + [2] * 3
    assert joined == ENCODER.join(clips, rate)


def test_joining_encodes_nothing() -> None:
    clip = ENCODER.encode([(RED, 30), (BLUE, 30)], FILM)
    joined = ENCODER.join([clip] * 3, FILM)
    assert list(packets(joined)) == list(packets(clip)) * 3


def packets(clip: bytes) -> Iterator[bytes]:
    """The encoded pictures of a clip."""
    with av.open(io.BytesIO(clip)) as source:
        for packet in source.demux(source.streams.video[0]):
            if packet.size:
                yield bytes(packet)


def test_a_picture_that_is_held_takes_hardly_more_bytes() -> None:
    rng = np.random.Generator(np.random.PCG64(3))
    picture = np.kron(
        rng.integers(0, 255, (54, 96, 3), dtype=np.uint8), np.ones((10, 10, 1), dtype=np.uint8)
    )
    once, held = (len(ENCODER.encode([(picture, count)], FILM)) for count in (1, 240))
    assert held < 1.2 * once


@pytest.mark.parametrize("pictures", [[], [(RED, 0)]])
def test_nothing_is_not_encoded(pictures: list[tuple[Picture, int]]) -> None:
    with pytest.raises(InputError, match="nothing to encode"):
        ENCODER.encode(pictures, FILM)


def test_pictures_of_two_sizes_are_refused() -> None:
    with pytest.raises(InputError, match="follows one of"):
        ENCODER.encode([(RED, 1), (plain((1, 2, 3), (32, 18)), 1)], FILM)


def test_an_odd_size_is_refused() -> None:
    with pytest.raises(InputError, match="cannot be encoded"):
        ENCODER.encode([(plain((1, 2, 3), (33, 18)), 1)], FILM)


def test_clips_that_differ_are_not_joined() -> None:
    small = ENCODER.encode([(plain((1, 2, 3), (32, 18)), 2)], FILM)
    slow = ENCODER.encode([(RED, 2)], Rate(numerator=25))
    for other in (small, slow):
        with pytest.raises(InputError, match="cannot be joined"):
            ENCODER.join([ENCODER.encode([(RED, 2)], FILM), other], FILM)
    with pytest.raises(InputError, match="no clips"):
        ENCODER.join([], FILM)


@pytest.mark.parametrize("data", [b"", b"not a clip at all", b"\x00" * 500])
def test_what_is_no_clip_is_said_to_be_none(data: bytes) -> None:
    with pytest.raises(InputError, match="cannot be decoded"):
        ENCODER.probe(data)


def test_a_clip_cut_short_is_refused_or_counted_short() -> None:
    clip = ENCODER.encode([(RED, 50)], FILM)
    with pytest.raises(InputError):
        ENCODER.probe(clip[: clip.index(b"mdat") - 10])
