"""Which documents each department hands out, and what each is made from."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial

from secondunit import __version__
from secondunit.core.ids import Digest, digest
from secondunit.core.sheet import Sheet
from secondunit.core.stage import MediaRef
from secondunit.pipeline.press import Press
from secondunit.pipeline.queries import OPEN, State, View
from secondunit.ports.formats import SheetFormat


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
