"""The media store over obstore: a local folder today, S3 by its address."""

from __future__ import annotations

import os
from pathlib import Path

import obstore
from obstore.exceptions import AlreadyExistsError, BaseError
from obstore.store import LocalStore, MemoryStore, S3Store

from secondunit.core.errors import HashMismatch, InputError, MediaMissing, StoreError
from secondunit.core.ids import Digest, digest_bytes
from secondunit.core.stage import MediaRef

AWAY = "the media store does not answer: {}"
AWAY_REMEDY = "Look at SECONDUNIT_MEDIA_URL, the credentials and the network, then run again."


class ObjectStore:
    """Bytes under ``sha256/ab/cd/abcd...``, written once.

    Args:
        store: Any obstore store.
    """

    def __init__(self, store: LocalStore | MemoryStore | S3Store) -> None:
        self._store = store

    def store_media(self, data: bytes, media_type: str, name: str) -> MediaRef:
        """Keep bytes; bytes that are here already are not written again.

        Raises:
            StoreError: No room, or the folder cannot be written.
        """
        digest = digest_bytes(data)
        try:
            obstore.put(self._store, _key(digest), data, mode="create")
        except AlreadyExistsError:
            pass
        except (BaseError, OSError) as error:
            raise StoreError(
                f"the media store cannot keep {name}: {str(error).partition(chr(10))[0]}",
                remedy="Free some disk space or make the folder writable, then run again.",
            ) from error
        return MediaRef(digest=digest, media_type=media_type, byte_count=len(data), name=name)

    def fetch_media(self, digest: Digest) -> bytes:
        """The bytes of that hash, verified.

        Raises:
            MediaMissing: They are not here.
            HashMismatch: They were changed on disk.
            StoreError: The store does not answer.
        """
        try:
            data = bytes(obstore.get(self._store, _key(digest)).bytes())
        except FileNotFoundError as error:
            raise MediaMissing(
                f"media {digest[:12]} is not in the store",
                remedy="Restore the media folder from a copy.",
            ) from error
        except BaseError as error:
            raise StoreError(AWAY.format(_first_line(error)), remedy=AWAY_REMEDY) from error
        if digest_bytes(data) != digest:
            raise HashMismatch(
                f"media {digest[:12]} was changed on disk",
                remedy="Restore the media folder from a copy.",
            )
        return data

    def has_media(self, digest: Digest) -> bool:
        """True when the bytes are here (not verified).

        Raises:
            StoreError: The store does not answer.
        """
        try:
            obstore.head(self._store, _key(digest))
        except FileNotFoundError:
            return False
        except BaseError as error:
            raise StoreError(AWAY.format(_first_line(error)), remedy=AWAY_REMEDY) from error
        return True


def open_bucket(address: str, name: str) -> ObjectStore:
    """The media store in a bucket, under a prefix of its own.

    Credentials, region and the address of a server that is not Amazon's come from the usual
    variables (``AWS_ACCESS_KEY_ID``, ``AWS_REGION``, ``AWS_ENDPOINT_URL`` ...).

    Args:
        address: ``s3://bucket/prefix``.
        name: Of the production: the last part of its prefix.

    Raises:
        InputError: The address is no bucket's.
    """
    scheme, mark, rest = address.partition("://")
    bucket, _, prefix = rest.strip("/").partition("/")
    if scheme != "s3" or not mark or not bucket:
        raise InputError(
            f"SECONDUNIT_MEDIA_URL={address} is no address of a bucket",
            remedy="Set it to s3://BUCKET or s3://BUCKET/PREFIX, or unset it for a folder.",
        )
    here = f"{prefix}/{name}" if prefix else name
    loopback = "//127.0.0.1" in os.environ.get("AWS_ENDPOINT_URL", "")
    return ObjectStore(
        S3Store(
            bucket,
            prefix=here,
            client_options={"allow_http": loopback},
            conditional_put="etag",
        )
    )


def open_folder(folder: Path) -> ObjectStore:
    """The media store in a local folder, made when it is not there.

    Raises:
        StoreError: The folder cannot be made.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise StoreError(
            f"{folder} cannot be made: {error.strerror}", remedy="Give another folder with --out."
        ) from error
    return ObjectStore(LocalStore(folder))


def _first_line(error: BaseError) -> str:
    return str(error).partition("\n")[0]


def _key(digest: Digest) -> str:
    return f"sha256/{digest[:2]}/{digest[2:4]}/{digest}"
