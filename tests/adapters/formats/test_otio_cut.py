import os
from dataclasses import replace
from pathlib import Path
from typing import Any

import opentimelineio as otio
import pytest
from tests.film.cut.builder import SCENE, cover, make_cut, make_media

from secondunit.adapters.formats.otio_cut import FORMAT
from secondunit.core.ids import SceneId
from secondunit.core.stage import MediaRef
from secondunit.core.timecode import RATE_NAMES, Frames, Rate
from secondunit.film.cut.model import Clip, Cut, CutDocument, SoundKind, SoundSlot

GOLDEN = Path(__file__).parents[2] / "golden" / "cut"
NTSC = Rate(numerator=24000, denominator=1001)
RATES = [Rate(numerator=pair[0], denominator=pair[1]) for pair in RATE_NAMES]


def make_document(rate: Rate) -> CutDocument:
    """A take, a panel of the same scene, and a slug of the next."""
    shots = (cover("1A", 48, "h"), cover("1B", 36, "d0"), cover("2A", 30))
    panels = make_cut(*shots, rate=rate)
    take = replace(
        panels.clips[0],
        slate="1A-1",
        media=make_media("take-1A"),
        media_frames=Frames(60),
        source_in=Frames(6),
        provider="studio 1",
    )
    slug = replace(panels.clips[2], scene=SceneId("scene-2"), media=None)
    cut = replace(panels, clips=(take, panels.clips[1], slug))
    return CutDocument(
        cut=cut,
        paths=tuple(
            (clip.media.digest, f"media/{clip.media.name}") for clip in cut.clips if clip.media
        ),
        scenes=((SCENE, "1 INT. KITCHEN - DAY"), (SceneId("scene-2"), "2 EXT. YARD - NIGHT")),
        status="PROPOSED · 3 decisions open",
        decisions=((take.shot, "accepted by Ada Reel, Director"),),
    )


DOCUMENT = make_document(NTSC)


def read(document: CutDocument) -> Any:
    return otio.adapters.read_from_string(FORMAT.write(document).decode(), "otio_json")


def cut_of(timeline: Any, rate: Rate) -> Cut:
    """The cut that a timeline of ours holds, rebuilt from it alone."""
    clips = []
    for clip in timeline.tracks[0]:
        noted = clip.metadata["secondunit"]
        media = clip.media_reference.metadata.get("secondunit")
        clips.append(
            Clip(
                shot=noted["shot"],
                scene=noted["scene"],
                number=noted["number"],
                slate=noted["slate"],
                media=None
                if media is None
                else MediaRef(
                    digest=media["sha256"],
                    media_type=media["media_type"],
                    byte_count=media["byte_count"],
                    name=media["name"],
                ),
                source_in=Frames(clip.source_range.start_time.to_frames()),
                duration=Frames(clip.source_range.duration.to_frames()),
                record_in=Frames(clip.range_in_parent().start_time.to_frames()),
                media_frames=Frames(0 if media is None else media["frames"]),
                provider=noted["provider"],
            )
        )
    start = Frames(timeline.global_start_time.to_frames())
    return Cut(title=timeline.name, rate=rate, clips=tuple(clips), start=start)


@pytest.mark.parametrize("rate", RATES, ids=lambda rate: rate.name)
def test_the_cut_reads_back_equal_at_every_rate(rate: Rate) -> None:
    document = make_document(rate)
    timeline = read(document)
    assert cut_of(timeline, rate) == document.cut
    assert timeline.metadata["secondunit"]["rate"] == f"{rate.numerator}/{rate.denominator}"
    assert timeline.duration().to_frames() == 114


def test_media_lies_beside_the_timeline_under_a_relative_path() -> None:
    timeline = read(DOCUMENT)
    take, panel, slug = [clip.media_reference for clip in timeline.tracks[0]]
    assert (take.target_url, panel.target_url) == ("media/take-1A.png", "media/panel-1B.png")
    assert take.available_range.duration.value == 60
    assert panel.available_range.duration.value == 36
    assert isinstance(slug, otio.schema.MissingReference)


def test_a_path_with_spaces_is_a_valid_url() -> None:
    paths = tuple((digest, "takes/Sc 1#A.mp4") for digest, _ in DOCUMENT.paths)
    timeline = read(replace(DOCUMENT, paths=paths))
    first = timeline.tracks[0][0]
    assert first.media_reference.target_url == "takes/Sc%201%23A.mp4"


def test_media_that_is_not_in_the_package_is_missing_and_named() -> None:
    timeline = read(replace(DOCUMENT, paths=()))
    first = timeline.tracks[0][0]
    assert isinstance(first.media_reference, otio.schema.MissingReference)
    assert first.media_reference.metadata["secondunit"]["sha256"] == "take-1A"


def test_a_marker_stands_on_the_first_frame_of_every_scene() -> None:
    timeline = read(DOCUMENT)
    starts = [
        (each.name, each.marked_range.start_time.to_frames()) for each in timeline.tracks.markers
    ]
    assert starts == [
        ("1 INT. KITCHEN - DAY", 0),
        ("2 EXT. YARD - NIGHT", 84),
    ]


def test_who_made_a_take_and_what_was_decided_goes_with_it() -> None:
    timeline = read(DOCUMENT)
    noted = [clip.metadata["secondunit"] for clip in timeline.tracks[0]]
    assert [(each["provider"], each["decision"]) for each in noted] == [
        ("studio 1", "accepted by Ada Reel, Director"),
        ("", ""),
        ("", ""),
    ]


def test_it_starts_at_the_first_hour() -> None:
    timeline = read(DOCUMENT)
    assert timeline.global_start_time.to_timecode() == "01:00:00:00"


def test_the_golden_timeline_is_as_agreed() -> None:
    written = FORMAT.write(DOCUMENT)
    path = GOLDEN / "toast.otio"
    if os.environ.get("SECONDUNIT_GOLDEN") == "write":
        path.write_bytes(written)
    assert written == path.read_bytes()


def test_temp_sound_is_a_track_a_kind_with_offline_clips_in_their_places() -> None:
    first = SoundSlot(
        kind=SoundKind.DIALOGUE, name="OREN", words="Toast?", scene="1",
        start=Frames(10), end=Frames(40),
    )  # fmt: skip
    over = replace(first, name="MINA", start=Frames(30), end=Frames(50))
    bell = replace(first, kind=SoundKind.EFFECT, name="bell", start=Frames(0), end=Frames(12))
    timeline = read(replace(DOCUMENT, slots=(bell, first, over)))
    tracks = {track.name: track for track in timeline.tracks if track.kind == "Audio"}
    assert list(tracks) == ["dialogue", "dialogue 2", "effect"]
    (gap, clip) = tracks["dialogue"]
    assert (gap.duration().value, clip.duration().value, clip.name) == (10, 30, "OREN")
    assert isinstance(clip.media_reference, otio.schema.MissingReference)
    assert tracks["dialogue 2"][1].name == "MINA"
    assert tracks["effect"][0].name == "bell"
