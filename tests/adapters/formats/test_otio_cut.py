from dataclasses import replace

import opentimelineio as otio
from tests.film.cut.builder import SCENE, cover, make_cut

from secondunit.adapters.formats.otio_cut import FORMAT
from secondunit.core.timecode import Rate
from secondunit.film.cut.model import CutDocument

NTSC = Rate(numerator=24000, denominator=1001)
CUT = make_cut(cover("1A", 48, "h"), cover("1B", 36, "d0"), rate=NTSC)
DOCUMENT = CutDocument(
    cut=CUT,
    paths=tuple(
        (clip.media.digest, f"panels/{clip.number}.png") for clip in CUT.clips if clip.media
    ),
    scenes=((SCENE, "1 INT. KITCHEN - DAY"),),
    status="PROPOSED",
)


def test_the_timeline_reads_back_frame_for_frame() -> None:
    timeline = otio.adapters.read_from_string(FORMAT.write(DOCUMENT).decode(), "otio_json")
    clips = list(timeline.tracks[0])
    assert [clip.name for clip in clips] == ["1A", "1B"]
    assert [clip.source_range.duration.value for clip in clips] == [48, 36]
    assert [clip.media_reference.target_url for clip in clips] == ["panels/1A.png", "panels/1B.png"]
    assert timeline.global_start_time.value == 24 * 3600
    assert timeline.metadata["secondunit"]["rate"] == "24000/1001"
    assert [marker.name for marker in timeline.tracks.markers] == ["1 INT. KITCHEN - DAY"]


def test_equal_cuts_give_equal_bytes() -> None:
    assert FORMAT.write(DOCUMENT) == FORMAT.write(DOCUMENT)


def test_a_slug_is_a_clip_whose_media_is_missing() -> None:
    slug = replace(CUT.clips[0], media=None)
    document = replace(DOCUMENT, cut=replace(CUT, clips=(slug, CUT.clips[1])))
    timeline = otio.adapters.read_from_string(FORMAT.write(document).decode(), "otio_json")
    assert isinstance(timeline.tracks[0][0].media_reference, otio.schema.MissingReference)
    assert timeline.tracks[0][0].source_range.duration.value == 48
