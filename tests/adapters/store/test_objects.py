from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from obstore.store import MemoryStore

from secondunit.adapters.store.objects import ObjectStore, open_folder
from secondunit.core.errors import HashMismatch, MediaMissing, StoreError
from secondunit.core.ids import digest_bytes


@given(st.binary(max_size=500))
def test_bytes_come_back_as_they_were_put(data: bytes) -> None:
    store = ObjectStore(MemoryStore())
    ref = store.store_media(data, "image/png", "a.png")
    assert (ref.digest, ref.byte_count) == (digest_bytes(data), len(data))
    assert store.fetch_media(ref.digest) == data


def test_the_same_bytes_twice_are_kept_once(tmp_path: Path) -> None:
    store = open_folder(tmp_path)
    assert store.store_media(b"x", "a/b", "one") == store.store_media(b"x", "a/b", "one")
    assert sum(file.is_file() for file in tmp_path.rglob("*")) == 1


def test_missing_bytes_are_said_to_be_missing(tmp_path: Path) -> None:
    store = open_folder(tmp_path)
    absent = digest_bytes(b"never kept")
    assert not store.has_media(absent)
    with pytest.raises(MediaMissing):
        store.fetch_media(absent)


def test_bytes_changed_on_disk_are_found_when_read(tmp_path: Path) -> None:
    store = open_folder(tmp_path)
    ref = store.store_media(b"take", "video/mp4", "take")
    (file,) = (file for file in tmp_path.rglob("*") if file.is_file())
    file.write_bytes(b"fake")
    assert store.has_media(ref.digest)
    with pytest.raises(HashMismatch):
        store.fetch_media(ref.digest)


def test_a_folder_that_cannot_be_made_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(StoreError, match="file"):
        open_folder(tmp_path / "file" / "media")
