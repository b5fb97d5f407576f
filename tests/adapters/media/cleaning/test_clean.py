from pathlib import Path

import pytest
from tests.adapters.media.cleaning.samples import CANARY, clip, jpeg, png, webp

from secondunit.adapters.media.cleaning.clean import carries_more, clean, media_type_of
from secondunit.core.errors import InputError

PICTURES = {"image/png": png, "image/jpeg": jpeg, "image/webp": webp}


@pytest.mark.parametrize("kind", PICTURES)
def test_a_file_is_known_by_its_bytes_and_cleaned(kind: str) -> None:
    data = PICTURES[kind]()
    assert media_type_of(data) == kind
    assert carries_more(data, kind)
    tidy = clean(data, kind)
    assert CANARY not in tidy
    assert not carries_more(tidy, kind)


def test_a_clip_may_be_called_mp4_or_mov(tmp_path: Path) -> None:
    data = clip(tmp_path, "mov")
    assert CANARY not in clean(data, "video/mp4")
    assert CANARY not in clean(data, "video/quicktime")


def test_a_file_that_is_not_what_it_is_called_is_refused() -> None:
    with pytest.raises(InputError, match="declared as image/png is image/jpeg"):
        clean(jpeg(), "image/png")


@pytest.mark.parametrize("data", [b"", b"%PDF-1.7", b"GIF89a", b"<svg/>", b"PK\x03\x04"])
def test_what_cannot_be_cleaned_is_refused_and_counts_as_unclean(data: bytes) -> None:
    with pytest.raises(InputError, match="cannot be cleaned") as caught:
        clean(data, "image/gif")
    assert "image/png" in caught.value.remedy
    assert carries_more(data, "image/gif")
