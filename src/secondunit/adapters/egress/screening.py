"""Look through the bytes of a request, whatever they are wrapped in.

Words are looked for as they are, in JSON and percent escapes, in UTF-16, and inside base64, gzip
and multipart parts; a picture or clip among them must carry nothing but itself.
"""

from __future__ import annotations

import base64
import binascii
import re
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import unquote_plus

import msgspec

from secondunit.adapters.media.cleaning import carries_more, media_type_of
from secondunit.film.rights.content import Seen, Watch, look_through

WRAPPED = re.compile(rb"[A-Za-z0-9+/_-]{40,}={0,2}")
"""What may be base64."""

NOISE = re.compile(r"[A-Za-z0-9+/_-]{200,}={0,2}")
"""Runs so long that short words are in them by chance; they are unwrapped and looked at inside."""

DEEPEST = 3
"""Wrappings inside wrappings that are undone."""

LARGEST_INSIDE = 64 * 2**20
"""Bytes that a wrapping may unfold to."""

CERTAIN = 8
"""Letters of a word that does not occur in bytes by chance."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Text:
    words: str
    is_sure: bool


def screen(body: bytes, watch: Watch) -> Seen:
    """What is in some bytes of what is watched for."""
    seen = Seen()
    certain = Watch(barred=tuple(word for word in watch.barred if len(word) >= CERTAIN))
    for text in dict.fromkeys(_texts(body, DEEPEST)):
        found = look_through(text.words, watch if text.is_sure else certain)
        seen = Seen(
            barred=max(seen.barred, found.barred),
            hidden=seen.hidden or (text.is_sure and found.hidden),
            people=tuple(dict.fromkeys((*seen.people, *found.people))),
        )
    return seen


def unclean_media(body: bytes) -> str:
    """The media type of the first picture or clip in some bytes that carries more than itself."""
    return next((kind for data in _media(body, DEEPEST) if (kind := _unclean(data))), "")


def _unclean(data: bytes) -> str:
    kind = media_type_of(data)
    return kind if kind and carries_more(data, kind) else ""


def _texts(body: bytes, depth: int) -> Iterator[_Text]:
    if media_type_of(body):
        return
    try:
        plain, is_sure = body.decode("utf-8"), True
    except UnicodeDecodeError:
        plain, is_sure = body.decode("utf-8", "replace"), False
    yield from _readings(plain, is_sure=is_sure)
    if not is_sure or "\0" in plain:
        for order in ("utf-16-le", "utf-16-be"):
            for start in (0, 1):
                yield _Text(words=body[start:].decode(order, "ignore"), is_sure=False)
    if depth:
        for inner in _unwrapped(body):
            yield from _texts(inner, depth - 1)


def _readings(plain: str, *, is_sure: bool) -> Iterator[_Text]:
    """Words as they stand and as they are meant: unescaped, and without the noise of wrappings."""
    yield _Text(words=plain, is_sure=False)
    if not is_sure:
        return
    yield _Text(words=NOISE.sub(" ", plain), is_sure=True)
    if "%" in plain or "+" in plain:
        yield _Text(words=NOISE.sub(" ", unquote_plus(plain)), is_sure=True)
    try:
        for each in _strings(msgspec.json.decode(plain)):
            yield _Text(words=NOISE.sub(" ", each), is_sure=True)
            yield _Text(words=each, is_sure=False)
    except (msgspec.DecodeError, RecursionError):
        return


def _strings(value: object) -> Iterator[str]:
    match value:
        case str():
            yield value
        case dict():
            for key, inner in value.items():
                yield str(key)
                yield from _strings(inner)
        case list():
            for inner in value:
                yield from _strings(inner)


def _unwrapped(body: bytes) -> Iterator[bytes]:
    """What is inside: parts of a form, a gzip, runs of base64."""
    if body.startswith(b"--"):
        boundary = body.partition(b"\r\n")[0]
        for part in body.split(boundary)[1:]:
            head, _, data = part.partition(b"\r\n\r\n")
            yield head
            yield data.removesuffix(b"\r\n")
    if body.startswith(b"\x1f\x8b"):
        try:
            yield zlib.decompressobj(31).decompress(body, LARGEST_INSIDE)
        except zlib.error:
            return
    for found in WRAPPED.finditer(body):
        run = found.group().replace(b"-", b"+").replace(b"_", b"/").rstrip(b"=")
        try:
            yield base64.b64decode(run + b"=" * (-len(run) % 4), validate=True)
        except (binascii.Error, ValueError):
            continue


def _media(body: bytes, depth: int) -> Iterator[bytes]:
    if media_type_of(body):
        yield body
        return
    if depth:
        for inner in _unwrapped(body):
            yield from _media(inner, depth - 1)
