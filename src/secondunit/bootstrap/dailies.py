"""Dailies, with the renderer and the decoder of this machine."""

from __future__ import annotations

from secondunit.pipeline.dailies.score import Screening
from secondunit.ports.dailies import TakeSheet
from secondunit.ports.formats import DocumentFormat
from secondunit.ports.media_store import MediaStore


def screening(media: MediaStore) -> Screening:
    """What takes are scored with here.

    Args:
        media: Where designers' models of sets are kept.
    """
    from secondunit.adapters.dailies.artist import EvidenceArtist
    from secondunit.adapters.dailies.expecter import ShotExpecter
    from secondunit.adapters.dailies.projector import TakeProjector
    from secondunit.adapters.gltf.designs import StoredDesigns

    return Screening(
        expecter=ShotExpecter(StoredDesigns(media)),
        projector=TakeProjector(),
        artist=EvidenceArtist(),
    )


def sheet_format() -> DocumentFormat[TakeSheet]:
    """Contact sheets on paper."""
    from secondunit.adapters.formats.takes_pdf import FORMAT

    return FORMAT


def sheet_pictures(pdf: bytes) -> bytes:
    """A contact sheet on paper as one PNG, page under page."""
    from secondunit.adapters.dailies.page_pictures import draw_pages

    return draw_pages(pdf)
