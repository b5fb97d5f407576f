"""Scripts of Final Draft 8 to 13, and of everything that writes its format."""

from __future__ import annotations

from secondunit.adapters.collector import resting_collector
from secondunit.adapters.formats.fdx.fresh import write_fresh
from secondunit.adapters.formats.fdx.losses import fresh_losses
from secondunit.adapters.formats.fdx.reading import assemble, read_walk
from secondunit.adapters.formats.fdx.rewrite import rewrite
from secondunit.adapters.formats.fdx.walk import (
    BrokenError,
    ForbiddenError,
    UnknownEncodingError,
    Walk,
)
from secondunit.adapters.refusal import refused
from secondunit.core.finding import Finding, Severity
from secondunit.film.screenplay.model import Screenplay
from secondunit.ports.formats import Reading, Written

LARGEST = 64 * 2**20
"""Bytes: a feature with pictures and every revision stays under ten million."""


class FdxFormat:
    """Scripts of Final Draft 8 to 13 and of everything that writes its format."""

    key = "fdx"
    suffixes = (".fdx", ".fdxt")

    def is_format(self, data: bytes) -> bool:
        """True when the root element is Final Draft's."""
        return b"<FinalDraft" in data[:4000].replace(b"\0", b"")

    @resting_collector()
    def read(self, data: bytes, name: str) -> Reading:
        """Read a script; what is wrong with it is a finding. Nothing outside is ever fetched."""
        if len(data) > LARGEST:
            return _refused(
                f"{name} has {len(data) >> 20} MB; a script has at most {LARGEST >> 20}",
                rule="too-large",
                where=name,
            )
        found = _walk(data, name)
        if isinstance(found, Reading):
            return found
        if found.root != "FinalDraft":
            return _refused(
                f"the file is <{found.root}>, not <FinalDraft>", rule="not-fdx", where=name
            )
        screenplay, findings = assemble(found, data, name)
        return Reading(screenplay=screenplay, findings=findings)

    def write(self, script: Screenplay, source: bytes | None = None) -> Written:
        """Write a script: into the file it came from, byte for byte but for what changed, or anew.

        Args:
            script: The script, perhaps changed since it was read.
            source: The FDX file that it was read from; None to write it anew.
        """
        if source is not None:
            try:
                return rewrite(script, source)
            except (BrokenError, ForbiddenError, UnknownEncodingError) as error:
                lost = _unreadable(error)
        text, content = write_fresh(script)
        losses = fresh_losses(script, content)
        return Written(data=text.encode(), losses=losses if source is None else (lost, *losses))


FORMAT = FdxFormat()


def _walk(data: bytes, name: str) -> Walk | Reading:
    """Walk the file, or say why it cannot be read."""
    try:
        return read_walk(data)
    except ForbiddenError as error:
        return _refused(f"{error}, which no script needs", rule="unsafe-xml", where=name)
    except BrokenError as error:
        is_cut = error.byte >= len(data.rstrip()) - 1
        return _refused(
            f"the file {'ends too soon' if is_cut else 'breaks off'} at byte {error.byte}: {error}",
            rule="broken-xml",
            where=f"{name}, line {error.line}",
        )
    except UnknownEncodingError as error:
        return _refused(f"its encoding cannot be read ({error})", rule="encoding", where=name)


def _refused(message: str, *, rule: str, where: str) -> Reading:
    return refused(
        where,
        rule,
        message,
        "Open the script in the program that made it and save it again as FDX.",
    )


def _unreadable(error: Exception) -> Finding:
    return Finding(
        severity=Severity.WARNING,
        rule="screenplay.source-unreadable",
        where="the script",
        message=f"the file it came from cannot be read ({error}); the script was written anew",
        remedy="Give the file as it was when the script was read.",
    )
