"""The desk where a department's documents are made: sheets, papers, kept media."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import TypeVar

from secondunit import __version__
from secondunit.core.form import Form
from secondunit.core.ids import Digest, digest
from secondunit.core.sheet import Sheet
from secondunit.core.stage import MediaRef
from secondunit.pipeline.press import Press
from secondunit.pipeline.queries import State, View
from secondunit.ports.formats import DocumentFormat, SheetFormat

DocumentT = TypeVar("DocumentT")


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """One file for people.

    Args:
        path: Inside the package, with forward slashes.
        stage: The stage it shows.
        media_type: IANA media type.
        key: Digest of all that goes into it: equal key, equal bytes.
        make: Makes the bytes.
    """

    path: str
    stage: str
    media_type: str
    key: Digest
    make: Callable[[], bytes]


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """Where one department's documents are made.

    Args:
        view: What stands.
        press: The formats.
        watermark: Printed across every page, or "".
    """

    view: View
    press: Press
    watermark: str

    @property
    def title(self) -> str:
        """Title of the production."""
        return self.view.office.records.production().title

    def sheets(
        self, stage: str, path: str, made: Sequence[Sheet], formats: Sequence[SheetFormat]
    ) -> Iterator[Document]:
        """Sheets in each of the formats, marked as the desk's are."""
        marked = [replace(sheet, watermark=self.watermark) for sheet in made]
        for each in formats:
            yield Document(
                path=f"{path}{each.suffix}",
                stage=stage,
                media_type=each.media_type,
                key=digest([each.key, __version__, marked]),
                make=partial(each.write, marked),
            )

    def forms(self, stage: str, path: str, made: Sequence[Form]) -> Document:
        """Forms on paper, marked as the desk's are."""
        marked = [replace(form, watermark=self.watermark) for form in made]
        return self.document(stage, path, self.press.form, marked)

    def document(
        self, stage: str, path: str, written: DocumentFormat[DocumentT], value: DocumentT
    ) -> Document:
        """A document in its format."""
        return Document(
            path=f"{path}{written.suffix}",
            stage=stage,
            media_type=written.media_type,
            key=digest([written.key, __version__, value]),
            make=partial(written.write, value),
        )

    def media(self, stage: str, path: str, ref: MediaRef) -> Document:
        """Kept bytes under a readable name."""
        return Document(
            path=path,
            stage=stage,
            media_type=ref.media_type,
            key=ref.digest,
            make=partial(self.view.office.media.fetch_media, ref.digest),
        )


def status_of(view: View, stages: Sequence[str]) -> str:
    """What every page says: PROPOSED with the open decisions behind it, or who approved it."""
    waiting = len(view.open_items(stages))
    if waiting:
        return f"PROPOSED · {waiting:,} {'decision' if waiting == 1 else 'decisions'} open"
    rows = [row for stage in stages for row in view.standing(stage) if row.state is not State.GONE]
    facts = [row.fact for row in rows if row.fact]
    names = dict.fromkeys(f"{fact.by} ({fact.role})" for fact in facts)
    return f"APPROVED · {', '.join(names)}" if names else ""
