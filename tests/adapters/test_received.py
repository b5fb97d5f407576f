import io
from fractions import Fraction

import av
import numpy as np
import pytest
from PIL import Image, PngImagePlugin
from tests.contract.samples import clip, named, picture

from secondunit.adapters.media.h264 import H264Encoder, decode
from secondunit.adapters.received import bare, count_frames, fit_to_leave
from secondunit.core.errors import AnswerUnreadable

GRAPH = "QZXGRAPH"


def told_png() -> bytes:
    info = PngImagePlugin.PngInfo()
    info.add_text("prompt", GRAPH)
    info.add_itxt("workflow", GRAPH)
    out = io.BytesIO()
    Image.new("RGB", (8, 6), (1, 2, 3)).save(out, "PNG", pnginfo=info, exif=b"Exif\0\0" + b"QZX")
    return out.getvalue()


def told_clip() -> bytes:
    out = io.BytesIO()
    with av.open(out, "w", format="mp4", options={"movflags": "use_metadata_tags"}) as container:
        container.metadata["prompt"] = GRAPH
        container.metadata["comment"] = GRAPH
        stream = container.add_stream("libx264", rate=24)
        stream.width, stream.height, stream.pix_fmt = 64, 48, "yuv420p"
        stream.time_base = Fraction(1, 24)
        for number in range(5):
            frame = av.VideoFrame.from_ndarray(np.full((48, 64, 3), 90, np.uint8), "rgb24")
            frame.pts = number
            container.mux(stream.encode(frame))
        container.mux(stream.encode(None))
    return out.getvalue()


def test_a_picture_loses_all_that_was_written_into_it_and_no_pixel() -> None:
    told = told_png()
    assert GRAPH.encode() in told
    plain = bare(told, "image/png")
    assert b"QZX" not in plain
    with Image.open(io.BytesIO(plain)) as opened:
        assert opened.getpixel((0, 0)) == (1, 2, 3)
        assert opened.size == (8, 6)


def test_a_clip_loses_all_that_was_written_into_it_and_no_frame() -> None:
    told = told_clip()
    assert GRAPH.encode() in told
    plain = bare(told, "video/mp4")
    assert GRAPH.encode() not in plain
    assert sum(1 for _ in decode(plain)) == 5


def test_what_says_nothing_stays_as_it_is() -> None:
    assert bare(picture(1), "image/png") == picture(1)
    plain = bare(clip(), "video/mp4")
    assert bare(plain, "video/mp4") == plain
    assert sum(1 for _ in decode(plain)) == 48
    assert bare(b"no clip", "video/mp4") == b"no clip"


def test_what_leaves_is_cleaned_and_keeps_the_name_it_was_ordered_under() -> None:
    media = named(told_png(), told_clip(), b"neither")
    sent = fit_to_leave(media)
    assert list(sent) == list(media)
    assert b"QZX" not in b"".join(sent.values())
    assert b"neither" in sent.values()


def test_frames_are_counted_and_not_believed() -> None:
    assert count_frames(clip(7), "video/mp4", H264Encoder(), "studio") == 7
    assert count_frames(picture(1), "image/png", None, "studio") == 1


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"nothing", "video/mp4"),
        (b"nothing", "image/png"),
        (picture(1)[:60], "image/png"),
        (picture(1), "video/mp4"),
        (b"", "image/png"),
    ],
)
def test_what_is_not_what_it_says_is_refused(data: bytes, kind: str) -> None:
    with pytest.raises(AnswerUnreadable, match="studio") as caught:
        count_frames(data, kind, H264Encoder(), "studio")
    assert caught.value.remedy
