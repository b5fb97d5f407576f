"""The media store over obstore: a local folder today, S3 by its address."""

from __future__ import annotations

from pathlib import Path

import obstore
from obstore.exceptions import AlreadyExistsError, BaseError
from obstore.store import LocalStore, MemoryStore

from secondunit.core.errors import HashMismatch, MediaMissing, StoreError
from secondunit.core.ids import Digest, digest_bytes
from secondunit.core.stage import MediaRef


class ObjectStore:
    """Bytes under ``sha256/ab/cd/abcd...``, written once.

    Args:
        store: Any obstore store.
    """

    def __init__(self, store: LocalStore | MemoryStore) -> None:
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
        """
        try:
            data = bytes(obstore.get(self._store, _key(digest)).bytes())
        except FileNotFoundError as error:
            raise MediaMissing(
                f"media {digest[:12]} is not in the store",
                remedy="Restore the media folder from a copy.",
            ) from error
        if digest_bytes(data) != digest:
            raise HashMismatch(
                f"media {digest[:12]} was changed on disk",
                remedy="Restore the media folder from a copy.",
            )
        return data

    def has_media(self, digest: Digest) -> bool:
        """True when the bytes are here (not verified)."""
        try:
            obstore.head(self._store, _key(digest))
        except FileNotFoundError:
            return False
        return True


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


def _key(digest: Digest) -> str:
    return f"sha256/{digest[:2]}/{digest[2:4]}/{digest}"
