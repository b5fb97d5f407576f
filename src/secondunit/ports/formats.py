"""Files in and out. A format is one object with a name, suffixes, and one verb."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol, TypeVar

from secondunit.core.finding import Finding
from secondunit.core.sheet import Sheet
from secondunit.film.screenplay.model import Screenplay

DocumentT_contra = TypeVar("DocumentT_contra", contravariant=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What came of reading a script file.

    Args:
        screenplay: The script; None when an error finding says why there is none. Other errors
            say why it cannot be produced from (it has no scenes), though it was read.
        findings: Everything odd, with line numbers, in file order.
    """

    screenplay: Screenplay | None
    findings: tuple[Finding, ...] = ()


class ScriptFormat(Protocol):
    """A format that scripts come in."""

    @property
    def key(self) -> str:
        """Name of the format."""

    @property
    def suffixes(self) -> tuple[str, ...]:
        """File suffixes, lower case, with the dot."""

    def is_format(self, data: bytes) -> bool:
        """True when the bytes look like this format, whatever the file is called."""

    def read(self, data: bytes, name: str) -> Reading:
        """Read a script. Never raises on any bytes: what is wrong is a finding.

        Args:
            data: The file.
            name: Its name, for findings and for the title when the script has none.
        """


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """A script as a file of some format.

    Args:
        data: The file.
        losses: What the format cannot hold, one finding for each kind of thing left out.
    """

    data: bytes
    losses: tuple[Finding, ...] = ()


class ScriptWriter(Protocol):
    """A format that scripts go out in."""

    @property
    def key(self) -> str:
        """Name of the format."""

    @property
    def suffixes(self) -> tuple[str, ...]:
        """File suffixes, lower case, with the dot."""

    def write(self, script: Screenplay, source: bytes | None = None) -> Written:
        """Write a script.

        Args:
            script: The script, perhaps changed since it was read.
            source: The file of this same format that it was read from: every byte that no change
                touches is taken from it. None to write it anew.
        """


class SheetFormat(Protocol):
    """A format that sheets go out in."""

    @property
    def key(self) -> str:
        """Name of the format."""

    @property
    def suffix(self) -> str:
        """File suffix, lower case, with the dot."""

    @property
    def media_type(self) -> str:
        """IANA media type."""

    def write(self, sheets: Sequence[Sheet]) -> bytes:
        """Draw sheets one after another into one file. Equal sheets give equal bytes."""


class DocumentFormat(Protocol[DocumentT_contra]):
    """A format that one kind of document goes out in (a cut, a dialogue list, a storyboard)."""

    @property
    def key(self) -> str:
        """Name of the format."""

    @property
    def suffix(self) -> str:
        """File suffix, lower case, with the dot."""

    @property
    def media_type(self) -> str:
        """IANA media type."""

    def write(self, document: DocumentT_contra) -> bytes:
        """Write the document. Equal documents give equal bytes."""
