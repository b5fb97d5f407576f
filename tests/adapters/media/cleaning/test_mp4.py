import io
from pathlib import Path

import av
import pytest
from tests.adapters.media.cleaning.samples import CANARY, clip, packets

from secondunit.adapters.media.cleaning.mp4 import clean_mp4
from secondunit.core.errors import InputError


@pytest.mark.parametrize(
    ("suffix", "options"),
    [
        ("mp4", {}),
        ("mp4", {"movflags": "faststart"}),
        ("mov", {}),
        ("mp4", {"movflags": "use_metadata_tags"}),
    ],
)
def test_every_word_goes_and_every_packet_stays_where_it_was(
    suffix: str, options: dict[str, str], tmp_path: Path
) -> None:
    data = clip(tmp_path, suffix, options)
    tidy = clean_mp4(data)
    assert CANARY in data
    assert CANARY not in tidy
    assert packets(tidy) == packets(data)
    assert len(tidy) == len(data)
    assert clean_mp4(tidy) == tidy


def test_a_clip_in_fragments_keeps_its_packets_and_loses_its_words(tmp_path: Path) -> None:
    data = clip(tmp_path, "mp4", {"movflags": "frag_keyframe+empty_moov"}, hidden=False)
    tidy = clean_mp4(data)
    assert CANARY in data
    assert CANARY not in tidy
    assert packets(tidy) == packets(data)
    with av.open(io.BytesIO(tidy)) as container:
        assert not {"title", "comment"} & set(container.metadata)


def test_a_track_of_words_goes_with_all_it_says(tmp_path: Path) -> None:
    data = with_subtitles(tmp_path)
    assert CANARY in data
    tidy = clean_mp4(data)
    assert CANARY not in tidy
    with av.open(io.BytesIO(tidy)) as container:
        assert [stream.type for stream in container.streams] == ["video"]


@pytest.mark.parametrize("share", [0.2, 0.7])
def test_a_clip_that_breaks_off_is_refused(share: float, tmp_path: Path) -> None:
    data = clip(tmp_path)
    with pytest.raises(InputError):
        clean_mp4(data[: int(len(data) * share)])


def with_subtitles(folder: Path) -> bytes:
    """A clip whose second track is one of words, with the canary as its first sample."""
    data = bytearray(clip(folder, hidden=False))
    sound = [packet for stream, _, _, packet in packets(bytes(data)) if stream == 1]
    first = max(sound, key=len)
    at = data.index(first)
    data[at : at + len(first)] = (CANARY * len(first))[: len(first)]
    handler = data.index(b"soun", data.index(b"moov"))
    data[handler : handler + 4] = b"text"
    return bytes(data)
