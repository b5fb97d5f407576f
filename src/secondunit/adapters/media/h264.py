"""H.264 in MP4 by PyAV: exact constant rates, BT.709, the index at the front."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction
from itertools import chain
from typing import Any

import numpy as np

from secondunit.adapters.media.faststart import index_first
from secondunit.core.errors import InputError
from secondunit.core.timecode import Rate
from secondunit.ports.encoder import Probe
from secondunit.ports.renderer import Picture

_BT709 = 1
"""Primaries, transfer and matrix. Source: ITU-T H.273, code point 1."""
_LIMITED = 1
"""Video range, 16 to 235. Source: FFmpeg's colour range codes."""
_SECONDS_A_KEY = 10
"""Most seconds between key frames; every clip starts with one."""
_OPTIONS = {
    "qp": "20",
    "preset": "ultrafast",
    "x264-params": "threads=1:lookahead-threads=1:sliced-threads=0:scenecut=0:bframes=0"
    ":rc-lookahead=0:mbtree=0",
}
"""One thread, so that bytes repeat; no B-frames, so that clips join in the order they are shown.

A constant quantiser: rate control spends bits on a picture that is only held, again with every
frame. On a panel held for ten seconds it made ten times the bytes in twice the time.
"""
_BITEXACT = {"fflags": "+bitexact"}
"""No writer's name and no time in the file."""
_REMEDY = "Encode it again from its pictures."


class H264Encoder:
    """Encodes on one thread, so that equal pictures give equal bytes."""

    version = "h264-3"

    def encode(self, pictures: Iterable[tuple[Picture, int]], rate: Rate) -> bytes:
        """Encode pictures, each held for a number of frames; a held picture is converted once.

        Raises:
            InputError: There are no frames, the pictures differ in size, or a size is odd.
        """
        import av

        held = ((picture, count) for picture, count in pictures if count > 0)
        first = next(held, None)
        if first is None:
            raise InputError(
                "there is nothing to encode", remedy="Give at least one picture and one frame."
            )
        height, width = first[0].shape[:2]
        if width % 2 or height % 2:
            raise InputError(
                f"a picture of {width}x{height} cannot be encoded",
                remedy="Draw pictures of even width and height.",
            )
        out = io.BytesIO()
        with av.open(out, "w", format="mp4", options=dict(_BITEXACT)) as container:
            stream = _video_stream(container, rate, (width, height))
            place = 0
            for picture, count in chain([first], held):
                if picture.shape[:2] != (height, width):
                    raise InputError(
                        f"a picture of {picture.shape[1]}x{picture.shape[0]} follows one of "
                        f"{width}x{height}",
                        remedy="Draw all pictures of a clip in one size.",
                    )
                frame = _converted(picture)
                for _ in range(count):
                    frame.pts, frame.time_base = place, 1 / rate.fraction
                    container.mux(stream.encode(frame))
                    place += 1
            container.mux(stream.encode(None))
        return index_first(out.getvalue())

    def join(self, clips: Sequence[bytes], rate: Rate) -> bytes:
        """Join clips of this encoder end to end without encoding again.

        Raises:
            InputError: There are no clips, one cannot be read, or they differ in size or rate.
        """
        import av

        if not clips:
            raise InputError("there are no clips to join", remedy="Give at least one clip.")
        out = io.BytesIO()
        with av.open(out, "w", format="mp4", options=dict(_BITEXACT)) as container:
            target: Any = None
            place = 0
            for clip in clips:
                with _opened(clip) as source:
                    stream = _first_video(source)
                    if target is None:
                        target = container.add_stream_from_template(stream)
                        target.time_base = 1 / rate.fraction
                    _require_like(stream, target, rate)
                    for packet in source.demux(stream):
                        if packet.dts is None:  # the end of the clip
                            continue
                        packet.stream = target
                        packet.time_base = 1 / rate.fraction
                        packet.pts = packet.dts = place
                        packet.duration = 1
                        place += 1
                        container.mux(packet)
        return index_first(out.getvalue())

    def probe(self, clip: bytes) -> Probe:
        """Decode the first picture, and count them all by their packets: one each.

        Raises:
            InputError: It is no clip that can be decoded.
        """
        import av

        try:
            with _opened(clip) as source:
                stream = _first_video(source)
                frames = sum(1 for packet in source.demux(stream) if packet.size)
                source.seek(0)
                if next(source.decode(stream), None) is None:
                    frames = 0
                average = Fraction(stream.average_rate or 0)
                codec = str(stream.codec_context.name)
                width, height = int(stream.width), int(stream.height)
        except av.FFmpegError as error:
            raise InputError(_reason(error), remedy=_REMEDY) from error
        if not frames or not average:
            raise InputError("the clip has no pictures", remedy=_REMEDY)
        return Probe(
            frames=frames,
            rate=Rate(numerator=average.numerator, denominator=average.denominator),
            width=width,
            height=height,
            codec=codec,
        )


def decode(clip: bytes) -> Iterator[Picture]:
    """The pictures of a clip, one after another.

    Raises:
        InputError: It is no clip that can be decoded.
    """
    import av

    try:
        with _opened(clip) as source:
            for frame in source.decode(_first_video(source)):
                yield np.asarray(frame.to_ndarray(format="rgb24"))
    except av.FFmpegError as error:
        raise InputError(_reason(error), remedy=_REMEDY) from error


def _video_stream(container: Any, rate: Rate, size: tuple[int, int]) -> Any:
    stream = container.add_stream("libx264", rate=rate.fraction, options=dict(_OPTIONS))
    stream.width, stream.height = size
    stream.pix_fmt = "yuv420p"
    stream.time_base = 1 / rate.fraction
    context = stream.codec_context
    context.time_base = 1 / rate.fraction
    context.gop_size = _SECONDS_A_KEY * rate.nominal
    context.color_primaries = context.color_trc = context.colorspace = _BT709
    context.color_range = _LIMITED
    context.thread_count = 1
    return stream


def _converted(picture: Picture) -> Any:
    """A picture as a BT.709 video-range frame."""
    import av
    from av.video.reformatter import ColorRange, Colorspace

    frame = av.VideoFrame.from_ndarray(np.ascontiguousarray(picture), format="rgb24")
    done = frame.reformat(
        format="yuv420p",
        src_colorspace=Colorspace.ITU709,
        dst_colorspace=Colorspace.ITU709,
        src_color_range=ColorRange.JPEG,
        dst_color_range=ColorRange.MPEG,
    )
    done.color_primaries = done.color_trc = done.colorspace = _BT709
    done.color_range = _LIMITED
    return done


def _require_like(stream: Any, target: Any, rate: Rate) -> None:
    same_size = (stream.width, stream.height) == (target.width, target.height)
    if not same_size or Fraction(stream.average_rate or 0) != rate.fraction:
        raise InputError(
            f"a clip of {stream.width}x{stream.height} at {stream.average_rate} cannot be joined "
            f"to {target.width}x{target.height} at {rate.fraction} without encoding",
            remedy="Encode all clips in one size and rate.",
        )


def _opened(clip: bytes) -> Any:
    import av

    try:
        return av.open(io.BytesIO(clip), "r")
    except av.FFmpegError as error:
        raise InputError(_reason(error), remedy=_REMEDY) from error


def _first_video(source: Any) -> Any:
    if not source.streams.video:
        raise InputError("the clip has no pictures", remedy="Give a clip with video.")
    return source.streams.video[0]


def _reason(error: Exception) -> str:
    return f"the clip cannot be decoded: {error}"
