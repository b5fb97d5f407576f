"""The media store in a bucket, on a server that speaks S3 and is not ours (moto), on loopback."""

from __future__ import annotations

import socket
from collections.abc import Iterator

import pytest

from secondunit.adapters.store.objects import ObjectStore, open_bucket
from secondunit.core.errors import InputError, MediaMissing, StoreError
from secondunit.core.ids import Digest, digest_bytes


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    import boto3
    from moto.server import ThreadedMotoServer

    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = int(probe.getsockname()[1])
    made = ThreadedMotoServer(ip_address="127.0.0.1", port=port, verbose=False)
    made.start()
    address = f"http://127.0.0.1:{port}"
    client = boto3.client(
        "s3",
        endpoint_url=address,
        region_name="us-east-1",
        aws_access_key_id="test",
        aws_secret_access_key="test",
    )
    client.create_bucket(Bucket="films")
    client.close()
    yield address
    made.stop()


@pytest.fixture
def bucket(server: str, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    for name, value in {
        "AWS_ENDPOINT_URL": server,
        "AWS_ACCESS_KEY_ID": "test",
        "AWS_SECRET_ACCESS_KEY": "test",
        "AWS_REGION": "us-east-1",
    }.items():
        monkeypatch.setenv(name, value)
    yield "s3://films/media"


def test_what_is_put_in_a_bucket_comes_back_and_is_kept_once(bucket: str) -> None:
    store = open_bucket(bucket, "toy")
    kept = store.store_media(b"picture", "image/png", "a.png")
    assert store.store_media(b"picture", "image/png", "b.png").digest == kept.digest
    assert store.fetch_media(kept.digest) == b"picture"
    assert store.has_media(kept.digest)


def test_a_clip_larger_than_one_part_comes_back_whole(bucket: str) -> None:
    store = open_bucket(bucket, "toy")
    clip = bytes(range(256)) * 50_000
    assert store.fetch_media(store.store_media(clip, "video/mp4", "a.mp4").digest) == clip


def test_productions_share_a_bucket_and_not_their_media(bucket: str) -> None:
    kept = open_bucket(bucket, "toy").store_media(b"secret", "image/png", "a.png")
    other = open_bucket(bucket, "play")
    assert not other.has_media(kept.digest)
    with pytest.raises(MediaMissing):
        other.fetch_media(kept.digest)


def test_bytes_that_were_never_put_are_missing(bucket: str) -> None:
    store = open_bucket(bucket, "toy")
    assert not store.has_media(digest_bytes(b"never"))


def test_an_address_that_is_no_buckets_is_named_with_a_remedy() -> None:
    with pytest.raises(InputError, match="ftp://films") as caught:
        open_bucket("ftp://films", "toy")
    assert "s3://BUCKET" in caught.value.remedy


def test_a_bucket_that_is_not_there_is_a_store_that_does_not_answer(bucket: str) -> None:
    store: ObjectStore = open_bucket("s3://nobody", "toy")
    with pytest.raises(StoreError):
        store.store_media(b"picture", "image/png", "a.png")
    with pytest.raises(StoreError):
        store.fetch_media(Digest("0" * 64))
