"""Place documents in the outbox: each made once for as long as what it shows is the same."""

from __future__ import annotations

from collections.abc import Sequence

from secondunit.core.ids import digest_bytes
from secondunit.film.delivery.model import ManifestEntry
from secondunit.pipeline.desk import Document
from secondunit.pipeline.documents import documents
from secondunit.pipeline.press import Press
from secondunit.pipeline.queries import View
from secondunit.ports.records import Publication

DRAFT_MARK = "DRAFT"


def publish(
    view: View, press: Press, stages: Sequence[str], *, watermark: str = "", keep: bool = True
) -> tuple[ManifestEntry, ...]:
    """Make what changed, place what is not there, take away what no longer belongs.

    Args:
        view: The production.
        press: Formats and outbox.
        stages: Stages whose documents are wanted.
        watermark: Printed across every page, or "".
        keep: True for the working package, whose files are noted so that the next run makes only
            what changed; False for a package that leaves.

    Returns:
        What was placed (or was there already), by path.

    Raises:
        StoreError: The disk is full, the folder cannot be written, or media is missing.
    """
    noted = {publication.path: publication for publication in view.office.records.publications()}
    placed: list[ManifestEntry] = []
    for document in documents(view, press, stages, watermark):
        known = noted.pop(document.path, None)
        if known is None or known.key != document.key or not keep:
            known = _make(view, document, keep=keep)
        if not press.outbox.holds(document.path, known.media):
            press.outbox.place(document.path, view.office.media.fetch_media(known.media))
        placed.append(
            ManifestEntry(
                path=known.path,
                digest=known.media,
                byte_count=known.byte_count,
                media_type=known.media_type,
                stage=known.stage,
            )
        )
    if keep:
        for publication in noted.values():
            if publication.stage in stages:
                press.outbox.remove(publication.path)
                view.office.records.drop_publication(publication.path)
    return tuple(sorted(placed, key=lambda entry: entry.path))


def _make(view: View, document: Document, *, keep: bool) -> Publication:
    data = document.make()
    name = document.path.rpartition("/")[2]
    media = view.office.media.store_media(data, document.media_type, name)
    publication = Publication(
        path=document.path,
        stage=document.stage,
        key=document.key,
        media=digest_bytes(data),
        byte_count=media.byte_count,
        media_type=document.media_type,
    )
    if keep:
        view.office.records.put_publication(publication)
    return publication
