"""Pictures, films and files of a title, in ranges, to whoever may see them."""

from __future__ import annotations

import re
from typing import Annotated

from fastapi import APIRouter, Depends, Request, Response

from secondunit.core.errors import NotFound
from secondunit.core.ids import Digest
from secondunit.entrypoints.web.doors import Inside, door
from secondunit.film.review.access import Permission

ROUTER = APIRouter()

See = Annotated[Inside, Depends(door(Permission.SEE, Permission.SCRIPT))]
Files = Annotated[Inside, Depends(door(Permission.SEE, Permission.SCRIPT, Permission.MONEY))]

SHOWN = {"png": "image/png", "mp4": "video/mp4"}
"""What may be asked for by its hash alone."""

PLAIN = frozenset({"application/pdf", "image/png", "video/mp4", "text/csv"})
"""What a browser opens; anything else is kept as a file, HTML of ours too."""

_RANGE = re.compile(r"bytes=(\d*)-(\d*)")


@ROUTER.get("/t/{title}/media/{name}")
def media(request: Request, inside: See, name: str) -> Response:
    """A picture or a film by its hash, which never changes: browsers may keep it.

    Raises:
        NotFound: It is not in this title's store, or of no kind that is shown.
    """
    digest, _, kind = name.partition(".")
    store = inside.studio.view.office.media
    if not re.fullmatch(r"[0-9a-f]{64}", digest) or kind not in SHOWN:
        raise NotFound("there is no such picture", remedy="Open the page again.")
    if not store.has_media(Digest(digest)):
        raise NotFound("there is no such picture", remedy="Open the page again.")
    etag = f'"{digest}"'
    if request.headers.get("if-none-match") == etag:
        return Response(status_code=304)
    response = ranged(request, store.fetch_media(Digest(digest)), SHOWN[kind])
    response.headers["ETag"] = etag
    response.headers["Cache-Control"] = "private, max-age=86400, immutable"
    return response


@ROUTER.get("/t/{title}/file/{path:path}")
def file(request: Request, inside: Files, path: str) -> Response:
    """A file of the package.

    Raises:
        NotFound: There is no such file.
    """
    office = inside.studio.view.office
    found = next((each for each in office.records.publications() if each.path == path), None)
    if found is None:
        raise NotFound(f"there is no file {path}", remedy="Look into the package.")
    response = ranged(request, office.media.fetch_media(found.media), found.media_type)
    kind = found.media_type.partition(";")[0]
    where = "inline" if kind in PLAIN else "attachment"
    name = path.rpartition("/")[2].replace('"', "")
    response.headers["Content-Disposition"] = f'{where}; filename="{name}"'
    return response


def ranged(request: Request, data: bytes, media_type: str) -> Response:
    """Bytes, or the part of them that was asked for.

    Source: RFC 9110, section 14; without ranges a browser cannot seek in a film.
    """
    asked = _RANGE.fullmatch(request.headers.get("range", "").strip())
    head = {"Accept-Ranges": "bytes"}
    if asked is None or not any(asked.groups()):
        return Response(data, media_type=media_type, headers=head)
    first, last = asked.groups()
    if first:
        start, end = int(first), min(int(last or len(data) - 1), len(data) - 1)
    else:
        start, end = max(0, len(data) - int(last)), len(data) - 1
    if start > end:
        head["Content-Range"] = f"bytes */{len(data)}"
        return Response(status_code=416, headers=head)
    head["Content-Range"] = f"bytes {start}-{end}/{len(data)}"
    return Response(data[start : end + 1], 206, media_type=media_type, headers=head)
